import type { Base, Meaning, Measured } from '../claim'
import type { Of } from '../subject'
import type { Numeral } from './numerals'
import type { State } from './state'

/** What a number will say, once it is known of what and of which year; `fall` turns its sign. */
export interface Reading {
  make: (of: readonly Of[], year: number, base?: Measured) => Meaning
  /** Its base, for 分别 over several measures. */
  base: Measured | null
  fall?: boolean
  /** Of no members: said of the text's other things. */
  alone?: boolean
}

const other = (noun: string): Reading => ({ make: () => ({ kind: 'other', noun }), base: null, alone: true })
const sinceOf = (state: State, year: number) =>
  state.since !== null && state.since < year ? state.since : year - 1

/** What a number in running text says, by its unit and the words before it; null where nothing tells. */
export function meaningOf(numeral: Numeral, state: State, before: string, after: string): Reading | null {
  switch (numeral.unit) {
    case 'money':
      return money(state, after)
    case 'bare':
      return bare(numeral, state)
    case 'piece':
      return piece(numeral, state, before, after)
    case 'percent':
      return percent(state)
    case 'points':
      return points(state)
    case 'times':
      return multiple(state, before)
    case 'ratio':
      return ratio(state)
    case 'place':
      return place(state, before)
    case 'thing':
      return other(numeral.noun)
  }
}

const grows = (state: State) => (state.trigger === 'grow' || state.trigger === 'fall') && !state.to

function money(state: State, after: string): Reading | null {
  if (state.noun === 'funds' || state.noun === 'foreign') return other('经费')
  if (/^\s*(?:的)?(?:经费|资金|补助|奖励|补贴)/.test(after)) return other('经费')
  if (state.base === null && state.group.length === 0 && state.noun === null && state.years.length === 0)
    return null
  const base = state.base === null || state.base === 'contracts' ? 'turnover' : state.base
  return state.trigger === 'increase' || grows(state) ? increase(state, base) : amount(base)
}

const amount = (fixed: Measured): Reading => ({
  make: (of, year, base = fixed) => ({ kind: 'amount', base, of, year }),
  base: fixed,
})

const increase = (state: State, fixed: Measured): Reading => ({
  make: (of, year, base = fixed) => ({ kind: 'increase', base, of, year, since: sinceOf(state, year) }),
  base: fixed,
  fall: state.trigger === 'fall',
})

/** 成交额为 10779.01，占比…: the unit was forgotten. */
function bare(numeral: Numeral, state: State): Reading | null {
  if (state.base === null || state.base === 'contracts' || numeral.half > 0.05 || state.trigger !== null)
    return null
  return amount(state.base)
}

function piece(numeral: Numeral, state: State, before: string, after: string): Reading | null {
  const counted = /^\s*(?:技术)?合同/.test(after)
  if (
    !counted &&
    (numeral.noun === '个' ||
      /^\s*[^\s\d，。、；,.;:()]{0,4}(?:成果|需求|政策|办法|活动|专利|措施|制度|任务)/.test(after))
  )
    return other(numeral.noun)
  if (!counted && (state.noun === 'foreign' || state.noun === 'funds')) return other('项')
  const registered = /(?:登记|认定|成交|签订)\D{0,4}$/.test(before)
  if (!counted && state.noun === null && state.group.length === 0 && state.base === null && !registered)
    return null
  return state.trigger === 'increase' || grows(state) ? increase(state, 'contracts') : amount('contracts')
}

function percent(state: State): Reading | null {
  if ((state.noun === 'funds' || state.noun === 'foreign') && state.trigger !== 'rate')
    return other('其他百分比')
  if (state.to || (state.from && state.shareNoun))
    return state.shareNoun || state.trigger === 'share' ? share(state) : null
  switch (state.trigger) {
    case 'share':
      return share(state)
    case 'grow':
    case 'fall':
      return growth(state, state.trigger === 'fall')
    case 'increase':
      return growth(state, false)
    case 'rate':
      return { make: () => ({ kind: 'rate', counts: state.counts.slice(-6) }), base: null }
    case null:
      if (state.lastPercent === 'share') return share(state)
      return state.lastPercent === 'growth' ? growth(state, state.lastFall) : null
  }
}

function share(state: State): Reading {
  const { within, withinBase } = state
  const technical = state.base === 'technology' && withinBase === 'turnover'
  const fixed = technical ? 'technology' : (withinBase ?? amountBase(state.base))
  const beside = technical ? { wholeBase: 'turnover' as const } : {}
  return {
    make: (of, year, base = fixed) => ({
      kind: 'share',
      base: amountBase(base),
      within,
      ...beside,
      of,
      year,
    }),
    base: fixed,
  }
}

const amountBase = (base: Measured | null): Base => (base === null || base === 'mean' ? 'turnover' : base)

function growth(state: State, fall: boolean): Reading {
  const fixed = state.base ?? 'turnover'
  return {
    make: (of, year, base = fixed) => ({ kind: 'growth', base, of, year, since: sinceOf(state, year) }),
    base: fixed,
    fall,
  }
}

function points(state: State): Reading {
  if (!state.shareNoun && state.lastPercent !== 'share') return other('个百分点')
  const fixed = amountBase(state.base)
  return {
    make: (of, year) => ({ kind: 'points', base: fixed, within: [], of, year }),
    base: null,
    fall: state.trigger === 'fall',
  }
}

function multiple(state: State, before: string): Reading {
  const fixed = state.base ?? 'turnover'
  const grown = grows(state) && !/(?:为|是|达|相当于)[^，。；]{0,12}的\s*(?:约|近)?\s*$/.test(before)
  return {
    make: (of, year, base = fixed) => ({
      kind: 'multiple',
      base,
      of,
      year,
      since: sinceOf(state, year),
      grown,
    }),
    base: fixed,
  }
}

function ratio(state: State): Reading | null {
  const pair = state.ratio
  if (!pair) return null
  const base = amountBase(state.base)
  return { make: (_, year) => ({ kind: 'ratio', base, of: pair.of, to: pair.to, year }), base: null }
}

function place(state: State, before: string): Reading | null {
  if (state.group.length === 0 || /全国|全疆|全区|西部|西北/.test(before.slice(-16))) return other('名')
  return {
    make: (of, year) => ({
      kind: 'rank',
      by: 'amount',
      base: state.base === 'mean' ? 'turnover' : (state.base ?? 'turnover'),
      place: 0,
      of,
      year,
    }),
    base: null,
  }
}
