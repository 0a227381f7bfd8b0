import type { Words } from '../../words'
import type { Row, Table } from '../compute'
import { sentence } from './clauses'
import { barelyMore, before, share, times } from './quantities'
import { rowOf, sumOf } from './rows'
import { lastYear, type Telling } from './telling'

/** The larger area before the smaller one. */
type Pair = readonly [more: Row, less: Row]

/** 北疆占 84.7%，为南疆的 5.5 倍，差距比上年拉大. The gap is the larger ÷ the smaller, compared exactly. */
export function areas(table: Table, telling: Telling): Words {
  const pair: Pair = [rowOf(table, 'north'), rowOf(table, 'south')]
  const [more, less] = ordered(pair, 'turnover')
  const [most, least] = [sumOf(more, 'turnover'), sumOf(less, 'turnover')]
  const part = share(most, sumOf(table.total, 'turnover'))
  const gap = gapAgainst(pair, telling)
  if (most === least) {
    return sentence(
      {
        zh: `南北疆成交额相等，${before('各占', part.zh)}`,
        en: `north and south are equal, ${part.en} each`,
      },
      gap,
    )
  }
  return sentence(
    { zh: before(`${more.words.zh}占`, part.zh), en: `${more.words.en} has ${part.en}` },
    least > 0n ? ratioOf(most, least, less) : null,
    gap,
  )
}

const ordered = ([a, b]: Pair, name: 'turnover' | 'turnoverLast'): Pair =>
  sumOf(a, name) < sumOf(b, name) ? [b, a] : [a, b]

function ratioOf(most: bigint, least: bigint, less: Row): Words {
  if (barelyMore(most, least)) return { zh: `略高于${less.words.zh}`, en: `slightly above ${less.words.en}` }
  const multiple = times(most, least)
  return { zh: `为${less.words.zh}的 ${multiple} 倍`, en: `${multiple} times ${less.words.en}` }
}

/** How the gap moved; null where an area without turnover leaves no ratio, now or last year. */
function gapAgainst(pair: Pair, telling: Telling): Words | null {
  const [more, less] = ordered(pair, 'turnover')
  const [moreLast, lessLast] = ordered(pair, 'turnoverLast')
  const [most, least] = [sumOf(more, 'turnover'), sumOf(less, 'turnover')]
  const [mostLast, leastLast] = [sumOf(moreLast, 'turnoverLast'), sumOf(lessLast, 'turnoverLast')]
  if (least === 0n || leastLast === 0n) return null
  const base = lastYear(telling)
  if (more !== moreLast && mostLast > leastLast && most > least) {
    return { zh: `${base.zh}${moreLast.words.zh}较高`, en: `${moreLast.words.en} had more ${base.en}` }
  }
  const difference = most * leastLast - mostLast * least
  if (difference === 0n) return { zh: `差距与${base.zh}相同`, en: `the same gap as ${base.en}` }
  return difference > 0n
    ? { zh: `差距比${base.zh}拉大`, en: `a wider gap than ${base.en}` }
    : { zh: `差距比${base.zh}缩小`, en: `a narrower gap than ${base.en}` }
}
