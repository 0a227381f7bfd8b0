import type { Row } from '../../statistics/compute'
import { times } from '../../statistics/statements/quantities'
import { rowOf, sumOf } from '../../statistics/statements/rows'
import { isOver } from '../../statistics/statements/telling'
import { movement } from '../movement'
import { name } from '../names'
import { numbersOf, ratioNumber } from '../numbers'
import { type BlockEntry, type Teller, told } from '../outline-entry'
import type { Source } from '../source'
import { en, nothing, type Said, zh } from '../spans'
import { apart, words } from '../words'

const change: Teller = {
  id: 'areas.change',
  reads: ['areas'],
  tell(source) {
    const moved = movement(source, 'areas', { zh: '个区域', en: 'areas' })
    return moved && told([moved.claim], zh`${moved.said}。`, en`Turnover by area: ${moved.said}.`)
  },
}

const shares: Teller = {
  id: 'areas.shares',
  reads: ['areas'],
  tell(source) {
    const said = apart(
      part(source, 'north', words('北疆各师、院校', 'the divisions and institutions of the north')),
      part(source, 'south', words('南疆各师及塔里木大学', 'the divisions of the south and Tarim University')),
    )
    const figure = source.reference('figure-areas')
    return told(['shares of the areas'], zh`${said}（${figure}）。`, en`By area, ${said} (${figure}).`)
  },
}

function part(source: Source, id: 'north' | 'south', what: Said): Said {
  const row = rowOf(source.table('areas'), id)
  if (sumOf(row, 'turnover') === 0n) return { zh: zh`${what}没有成交额`, en: en`${what} have no turnover` }
  const numbers = numbersOf(source, 'areas', row)
  const [turnover, share] = [numbers.wan('turnover'), numbers.share('turnoverShare')]
  return {
    zh: zh`${what}技术合同成交额${turnover}，占成交总额的${share}`,
    en: en`${what} have a turnover of ${turnover}, ${share} of the whole`,
  }
}

type Pair = readonly [more: Row, less: Row]
const by = ([a, b]: Pair, what: 'turnover' | 'turnoverLast'): Pair =>
  sumOf(a, what) < sumOf(b, what) ? [b, a] : [a, b]

/** The larger to the smaller, and how that stands to last year, compared exactly. */
const ratio: Teller = {
  id: 'areas.ratio',
  reads: ['areas'],
  tell(source) {
    const table = source.table('areas')
    const pair = by([rowOf(table, 'north'), rowOf(table, 'south')], 'turnover')
    const [more, less] = pair
    if (sumOf(less, 'turnover') === 0n) return null
    if (sumOf(less, 'turnover') === sumOf(more, 'turnover')) {
      return told(['areas are equal'], zh`南北疆成交额相等。`, en`North and south are equal.`)
    }
    const now = ratioNumber(source, 'areas', [[more.member], [less.member]], 'turnover')
    const trend = gap(source, pair)
    return told(
      ['ratio of the areas', ...(trend ? [trend.claim] : [])],
      zh`${name('areas', more)}与${name('areas', less)}成交额之比为${now}${trend?.said ?? nothing}。`,
      en`${name('areas', more)} stands to ${name('areas', less)} as ${now}${trend?.said ?? nothing}.`,
    )
  },
}

/** ，上年为 4.5:1，差距拉大; null while the year runs and where last year leaves no ratio. */
function gap(source: Source, pair: Pair): { claim: string; said: Said } | null {
  const [moreLast, lessLast] = by(pair, 'turnoverLast')
  const [most, least] = pair.map((row) => sumOf(row, 'turnover')) as [bigint, bigint]
  const [mostLast, leastLast] = [sumOf(moreLast, 'turnoverLast'), sumOf(lessLast, 'turnoverLast')]
  if (!isOver(source.telling) || leastLast === 0n) return null
  const then = ratioNumber(source, 'areas', [[moreLast.member], [lessLast.member]], 'turnoverLast')
  if (mostLast === leastLast)
    return { claim: 'areas were equal', said: words('，上年两者相等', ', equal last year') }
  if (moreLast !== pair[0]) {
    const before = { zh: zh`${name('areas', moreLast)}与${name('areas', lessLast)}`, en: nothing.en }
    return {
      claim: 'areas changed places',
      said: {
        zh: zh`，上年${before}之比为${then}`,
        en: en`, while last year ${name('areas', moreLast)} stood to ${name('areas', lessLast)} as ${then}`,
      },
    }
  }
  const difference = most * leastLast - mostLast * least
  // Where both print alike a change is still one, and a small one.
  const slight = times(most, least) === times(mostLast, leastLast)
  const [claim, moved, englishMoved] =
    difference === 0n
      ? ['same gap', '差距与上年相同', 'the same gap']
      : difference > 0n
        ? ['wider gap', `差距${slight ? '略有' : ''}拉大`, `a ${slight ? 'slightly ' : ''}wider gap`]
        : ['narrower gap', `差距${slight ? '略有' : ''}缩小`, `a ${slight ? 'slightly ' : ''}narrower gap`]
  return {
    claim: claim ?? '',
    said: {
      zh: zh`，上年为${then}，${words(moved ?? '', '')}`,
      en: en`, last year ${then}: ${words('', englishMoved ?? '')}`,
    },
  }
}

export const areaBlocks: readonly BlockEntry[] = [
  {
    kind: 'heading',
    id: 'units-areas',
    words: { zh: '南北疆技术合同成交额比较', en: 'North and south' },
    reads: ['areas'],
  },
  { kind: 'paragraph', tellers: [change, shares, ratio] },
  { kind: 'rounding', table: 'areas', printedIn: 'sentences' },
  {
    kind: 'figure',
    id: 'figure-areas',
    table: 'areas',
    caption: { zh: '南北疆技术合同成交额对比', en: 'turnover of north and south' },
  },
]
