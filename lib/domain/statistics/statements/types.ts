import type { Words } from '../../words'
import type { Row, Table } from '../compute'
import { changes } from './changes'
import { apart, type Noun } from './clauses'
import { most } from './growing-units'
import { inFirstPlace, type Leaders, largestPart, leaders } from './leading'
import { against } from './quantities'
import { greatest, sumOf } from './rows'
import { isOver, lastYear, type Telling } from './telling'

const kinds: Noun = { zh: '类', one: 'type', many: 'types' }
const areas: Noun = { zh: '个领域', one: 'field', many: 'fields' }

/** 技术开发占比最高，为 50.0%；除技术转让外，其余 4 类均有增长. */
export function types({ rows, total }: Table, telling: Telling): Words {
  const first = leaders(rows, sumOf(total, 'turnover'))
  return apart(first && largestPart(first, kinds), changes(rows, telling, kinds))
}

/** 农业居首，占 28.8%；新材料及其应用增幅最大，为上年的 4.8 倍; while the year runs, which have passed last year. */
export function fields({ rows, total }: Table, telling: Telling): Words {
  const first = leaders(rows, sumOf(total, 'turnover'))
  return apart(
    first && inFirstPlace(first, areas),
    (isOver(telling) ? fastest(rows, first, telling) : null) ?? changes(rows, telling, areas),
  )
}

/** Growth from zero is no percentage and takes no part; null where nothing grew from more than zero. */
function fastest(rows: readonly Row[], first: Leaders | null, telling: Telling): Words | null {
  const found = greatest(rows, 'turnoverGrowth')
  const [one] = found
  if (!one || sumOf(one, 'turnover') <= sumOf(one, 'turnoverLast')) return null
  const size = against(sumOf(one, 'turnover'), sumOf(one, 'turnoverLast'), lastYear(telling))
  const alone = found.length === 1 && first?.rows.length === 1 && first.rows[0] === one
  return alone ? { zh: `增幅也最大，${size.zh}`, en: `and grew most, ${size.en}` } : most(found, size, areas)
}
