import type { Words } from '../../words'
import type { Row, Table } from '../compute'
import { apart, type Noun, names, sentence } from './clauses'
import { inFirstPlace, leaders } from './leading'
import { greatest, sumOf } from './rows'
import { isOver, none, type Telling } from './telling'

const noun: Noun = { zh: '个单位', one: 'unit', many: 'units' }
const divisions: Noun = { zh: '个师', one: 'division', many: 'divisions' }

/** 十二师居首，占 15.9%，由上年第 8 名升至第 1 名；无“零登记”单位. */
export function units({ rows, total }: Table, telling: Telling): Words {
  const first = leaders(rows, sumOf(total, 'turnover'))
  const risen = sumOf(total, 'turnoverLast') === 0n ? [] : mostRisen(rows)
  const [leader, climber] = [alone(first?.rows), alone(risen)]
  const same = leader !== null && leader === climber
  return apart(
    sentence(first && inFirstPlace(first, noun), same ? up(leader) : null),
    same ? null : climb(risen),
    idle(rows, telling),
  )
}

const alone = (rows: readonly Row[] = []): Row | null => (rows.length === 1 ? (rows[0] ?? null) : null)

/**
 * The divisions that gained most places against the whole of last year; none where one of them has no turnover and only
 * moved up because others fell to nothing with it.
 */
function mostRisen(rows: readonly Row[]): Row[] {
  const risen = greatest(rows, 'divisionRankRise')
  const real = risen.every((row) => sumOf(row, 'divisionRankRise') > 0n && sumOf(row, 'turnover') > 0n)
  return real ? risen : []
}

/** 三师由上年第 9 名升至第 5 名，升幅最大; of several that gained as much, by how many places. */
function climb(risen: readonly Row[]): Words | null {
  const [one] = risen
  if (!one) return null
  const { zh, en } = names(risen, divisions)
  if (risen.length === 1) return { zh: `${zh}${up(one).zh}，升幅最大`, en: `${en} rose most, ${up(one).en}` }
  const places = sumOf(one, 'divisionRankRise')
  return {
    zh: `${zh}名次均较上年上升 ${places} 位，升幅最大`,
    en: `${en} rose most, by ${places} ${places === 1n ? 'rank' : 'ranks'} each`,
  }
}

function up(row: Row): Words {
  const [from, to] = [sumOf(row, 'divisionRankLast'), sumOf(row, 'divisionRank')]
  return { zh: `由上年第 ${from} 名升至第 ${to} 名`, en: `up from rank ${from} last year to rank ${to}` }
}

function idle(rows: readonly Row[], telling: Telling): Words {
  const without = rows.filter((row) => sumOf(row, 'contracts') === 0n)
  if (without.length === 0) return { zh: '无“零登记”单位', en: 'no unit without a registration' }
  const { zh, en } = names(without, noun)
  return { zh: `${zh}${none(telling).zh}登记`, en: `nothing ${isOver(telling) ? '' : 'yet '}from ${en}` }
}
