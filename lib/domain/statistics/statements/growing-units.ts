import { percent } from '../../money'
import type { Words } from '../../words'
import type { SplitTable } from '../catalogue'
import type { Row, Table } from '../compute'
import { apart, counted, type Noun, names, sentence } from './clauses'
import { against } from './quantities'
import { greatest, sumOf } from './rows'
import { isOver, lastYear, none, type Telling } from './telling'

const noun: Noun = { zh: '个单位', one: 'unit', many: 'units' }

/** 11 个单位增长超过 10%；十二师增幅最大，为上年的 6.1 倍. The rows are those above the table's bound, no others. */
export function growingUnits({ rows }: Table, telling: Telling, { above }: SplitTable): Words {
  const base = lastYear(telling)
  const bound = `${above ? percent(above.bound.n, above.bound.d, 0) : 0}%`
  const grew = {
    zh: `${isOver(telling) ? '' : `比${base.zh}`}增长超过 ${bound}`,
    en: `grew by more than ${bound} on ${base.en}`,
  }
  const fastest = greatest(rows, 'turnoverGrowth')
  const [one] = fastest
  if (!one) return { zh: `${none(telling).zh}单位${grew.zh}`, en: `${none(telling).en} unit ${grew.en}` }
  const size = against(sumOf(one, 'turnover'), sumOf(one, 'turnoverLast'), base)
  if (rows.length === 1) {
    const { zh, en } = names(rows, noun)
    return sentence({ zh: `仅${zh}${grew.zh}`, en: `only ${en} ${grew.en}` }, size)
  }
  const all = counted(rows.length, noun)
  return apart({ zh: `${all.zh}${grew.zh}`, en: `${all.en} ${grew.en}` }, most(fastest, size, noun))
}

/** 十二师增幅最大，为上年的 6.1 倍. */
export function most(fastest: readonly Row[], size: Words, of: Noun): Words {
  const { zh, en } = names(fastest, of)
  return fastest.length === 1
    ? { zh: `${zh}增幅最大，${size.zh}`, en: `${en} grew most, ${size.en}` }
    : { zh: `${zh}增幅最大，均${size.zh}`, en: `${en} grew most, each ${size.en}` }
}
