import type { Base, Meaning, Measured } from '../claim'
import { type Of, whole } from '../subject'
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

/** What is paid, and for no contract. */
export const funds = '经费'

export const other = (noun: string): Reading => ({
  make: () => ({ kind: 'other', noun }),
  base: null,
  alone: true,
})

/** What grew is compared with: others, the year named for it, or the year before. */
function comparedIn(state: State, year: number): { since: number; against?: readonly Of[] } {
  if (state.against) return { since: year, against: state.against }
  const named = state.since ?? state.fromYear ?? (state.yearly ? (state.span?.from ?? null) : null)
  return { since: named !== null && named < year ? named : year - 1 }
}

/** What a number in running text says, by its unit and the words before it; null where nothing tells. */
export function meaningOf(numeral: Numeral, state: State, before: string, after: string): Reading | null {
  switch (numeral.unit) {
    case 'money':
      return money(state, before, after)
    case 'bare':
      return bare(numeral, state)
    case 'piece':
      return piece(numeral, state, before, after)
    case 'percent':
      return percent(state, after)
    case 'points':
      return points(state, before)
    case 'times':
      return multiple(state, before)
    case 'ratio':
      return ratio(state)
    case 'place':
      return place(state, before, after)
    case 'thing':
      return other(numeral.noun)
  }
}

const grows = (state: State) => (state.trigger === 'grow' || state.trigger === 'fall') && !state.to

/** 增速 and 增幅 are of per cent; an amount behind them is none of growth. */
const adds = (state: State) => state.trigger === 'increase' || (grows(state) && !state.triggerKept)

function money(state: State, before: string, after: string): Reading | null {
  const { per } = state
  if (per !== null)
    return {
      make: () => ({ kind: 'per', noun: per, counts: state.counts.slice(-6) }),
      base: null,
      alone: true,
    }
  if (state.noun === 'funds' || state.noun === 'foreign') return other(funds)
  if (/^\s*(?:的)?(?:经费|资金|补助|奖励|补贴)/.test(after)) return other(funds)
  // 全年 2500 亿元的目标任务.
  if (/^\s*的?(?:年度|全年)?(?:目标|任务)/.test(after)) return amount('target')
  if (state.base === null && state.group.length === 0 && state.noun === null && state.years.length === 0)
    return null
  const base = state.base === null || state.base === 'contracts' ? 'turnover' : state.base
  const beside = differenceTo(state, before)
  if (beside !== null)
    return { ...increase(state, base === 'target' ? 'turnover' : base), fall: beside === 'less' }
  return adds(state) ? increase(state, base) : amount(base)
}

/** 比东江省高 15.3 亿元, 吸纳高于输出 31.25 亿元. */
function differenceTo(state: State, before: string): 'more' | 'less' | null {
  if (!state.against || state.trigger === 'grow' || state.trigger === 'fall') return null
  return /[低少](?:于[^，。；,;]{0,16}|出|了)?\s*$/.test(before) ? 'less' : 'more'
}

const amount = (fixed: Measured): Reading => ({
  make: (of, year, base = fixed) => ({ kind: 'amount', base, of, year }),
  base: fixed,
})

const increase = (state: State, fixed: Measured): Reading => ({
  make: (of, year, base = fixed) => ({ kind: 'increase', base, of, year, ...comparedIn(state, year) }),
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
      /^\s*[^\s\d，。、；,.;:()]{0,4}(?:成果|需求|政策|办法|活动|专利|措施|制度|任务|指标|工作|举措)/.test(
        after,
      ))
  )
    return other(numeral.noun)
  if (!counted && (state.noun === 'foreign' || state.noun === 'funds')) return other('项')
  const registered = /(?:登记|认定|成交|签订)\D{0,4}$/.test(before)
  if (!counted && state.noun === null && state.group.length === 0 && state.base === null && !registered)
    return null
  return adds(state) ? increase(state, 'contracts') : amount('contracts')
}

function percent(plain: State, after: string): Reading | null {
  const state = countedAfter(plain, after)
  if ((state.noun === 'funds' || state.noun === 'foreign') && state.trigger !== 'rate')
    return other('其他百分比')
  if (state.to || (state.from && state.shareNoun))
    return state.shareNoun || state.trigger === 'share' ? share(state) : null
  switch (state.trigger) {
    case 'completion':
      return completion
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
      if (state.lastPercent === 'completion') return completion
      if (state.lastPercent === 'share') return share(countedAfter({ ...state, trigger: 'share' }, after))
      return state.lastPercent === 'growth' ? growth(state, state.lastFall) : null
  }
}

/** 以占全省 7.2% 的项数: the measure stands behind. */
function countedAfter(state: State, after: string): State {
  if (state.trigger !== 'share') return state
  if (/^\s*的(?:技术)?(?:合同)?(?:项数|份数|数量)/.test(after)) return { ...state, withinBase: 'contracts' }
  return /^\s*的(?:技术)?(?:合同)?(?:成交)?(?:金额|总?额)/.test(after)
    ? { ...state, withinBase: 'turnover' }
    : state
}

/** 完成目标的 58.8%: of what was asked of the very same. */
const completion: Reading = {
  make: (of, year) => ({
    kind: 'share',
    base: 'turnover',
    within: of[0] ?? whole,
    wholeBase: 'target',
    of,
    year,
  }),
  base: null,
}

function share(state: State): Reading {
  const { withinBase } = state
  const within = state.within !== 'increase' && state.within.length === 0 ? state.scope : state.within
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
    make: (of, year, base = fixed) => ({
      kind: 'growth',
      base,
      of,
      year,
      ...comparedIn(state, year),
      ...(state.yearly ? { yearly: true } : {}),
    }),
    base: fixed,
    fall,
  }
}

function points(state: State, before: string): Reading {
  const lead = leadOf(state, before)
  if (lead) return lead
  if (!state.shareNoun && state.lastPercent !== 'share') return other('个百分点')
  const fixed = amountBase(state.base)
  return {
    make: (of, year) => ({
      kind: 'points',
      base: fixed,
      within: state.within === 'increase' ? [] : state.within,
      of,
      year,
      since: comparedIn({ ...state, against: null }, year).since,
    }),
    base: null,
    fall: state.trigger === 'fall',
  }
}

const above = '(?<above>高于|高出|超出?|快于|快出?|领先于?|多于|(?<!提)高)'
const below = '(?<below>低于|慢于|慢|落后于?|少于|(?<!降)低)'
const leads = new RegExp(
  `(?:${above}|${below})(?:全[一-龥]平均|平均|全[一-龥]|总体|整体|(?<elapsed>序时进度))?[一-龥]{0,6}$`,
)

/** 高于全市平均增速 5.3 个百分点, 超序时进度 8.8 个百分点. */
function leadOf(state: State, before: string): Reading | null {
  const found = leads.exec(before.replace(/[约近\s]+$/, ''))?.groups
  if (!found) return null
  const gone = found.elapsed !== undefined
  if (!gone && state.lastPercent !== 'growth' && state.trigger !== 'grow') return other('个百分点')
  const base = amountBase(state.base)
  return {
    make: (of, year) => ({
      kind: 'lead',
      base,
      against: gone ? 'elapsed' : (state.against ?? [whole]),
      of,
      year,
    }),
    base: null,
    fall: found.below !== undefined,
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
      ...comparedIn(state, year),
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

function place(state: State, before: string, after: string): Reading | null {
  if (
    state.group.length === 0 ||
    /全国|全疆|全区|西部|西北/.test(before.slice(-16)) ||
    /^的[^,，。；;\d]{0,6}[是为]/.test(after)
  )
    return other('名')
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
