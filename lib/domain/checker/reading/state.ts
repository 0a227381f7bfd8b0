import type { Base, Claim, Measured } from '../claim'
import type { Of, Subject } from '../subject'

export type Trigger = 'share' | 'grow' | 'fall' | 'increase' | 'rate' | 'completion'

/** What has been said so far in a sentence, and what of it the next number takes up. */
export interface State {
  readonly reportYear: number
  /** Of what the text speaks; empty for the whole. */
  group: Of[]
  /** 两类合计, but of which two was not said. */
  lost: boolean
  /** One number was said of several members together. */
  joint: boolean
  /** 其中 was said: what follows is within what was named before. */
  inside: boolean
  /** Where the last subject ended. */
  groupEnd: number
  /** A number was read since the last subject. */
  groupUsed: boolean
  mentioned: Of[]
  /** 吸纳技术 was said: until 输出 is, the sentence is of nothing else. */
  scope: Of
  /** How many of them in this half sentence. */
  fresh: number
  year: number
  /** The year was said in this very clause. */
  yearFresh: boolean
  years: number[]
  /** What holds again behind the bracket. */
  outside: Pick<State, 'year' | 'years' | 'group' | 'groupUsed' | 'inside' | 'fresh' | 'mentioned'> | null
  /** The year compared with. */
  since: number | null
  /** 与 2018 年相比 holds past the comma. */
  sinceKept: boolean
  /** 1996—2000年, and whether 累计 was said of it. */
  span: { from: number; to: number } | null
  summed: boolean
  /** 由 2018 年的 … 增加到: what grew since then. */
  fromYear: number | null
  /** 年均. */
  yearly: boolean
  /** Others that the next number is compared with. */
  against: Of[] | null
  base: Measured | null
  /** What was printed as amounts, in order, for 分别. */
  measures: Measured[]
  trigger: Trigger | null
  /** A noun such as 增长量 keeps its force past a comma until a number takes it. */
  triggerKept: boolean
  triggerEnd: number
  shareNoun: boolean
  within: Of | 'increase'
  withinBase: Base | null
  /** 占 was read, and neither number nor comma after it. */
  awaitsWhole: boolean
  from: boolean
  to: boolean
  each: boolean
  /** 平均每家: of what the next money is for each. */
  per: string | null
  noun: 'contracts' | 'foreign' | 'funds' | null
  ratio: { of: Of[]; to: Of[] } | null
  lastPercent: 'share' | 'growth' | 'completion' | null
  lastFall: boolean
  counts: Claim[]
  order: { by: 'amount' | 'growth' | 'increase' | 'share'; base: Measured; next: number } | null
  awaitsPlace: { place: number; start: number; end: number } | null
}

export const openState = (reportYear: number): State => ({
  reportYear,
  group: [],
  lost: false,
  joint: false,
  inside: false,
  groupEnd: -1,
  groupUsed: false,
  mentioned: [],
  scope: [],
  fresh: 0,
  year: reportYear,
  yearFresh: false,
  years: [],
  outside: null,
  since: null,
  sinceKept: false,
  span: null,
  summed: false,
  fromYear: null,
  yearly: false,
  against: null,
  base: null,
  measures: [],
  trigger: null,
  triggerKept: false,
  triggerEnd: -1,
  shareNoun: false,
  within: [],
  withinBase: null,
  awaitsWhole: false,
  from: false,
  to: false,
  each: false,
  per: null,
  noun: null,
  ratio: null,
  lastPercent: null,
  lastFall: false,
  counts: [],
  order: null,
  awaitsPlace: null,
})

/** What ends with a comma, a semicolon, a sentence. */
export function stop(state: State, depth: 1 | 2 | 3 | 4): State {
  if (depth === 1) return state
  if (depth === 4) return { ...openState(state.reportYear), mentioned: state.mentioned }
  const kept = state.triggerKept ? state.trigger : null
  return {
    ...state,
    trigger: kept,
    triggerKept: kept !== null,
    since: state.sinceKept ? state.since : null,
    yearFresh: false,
    awaitsWhole: false,
    from: false,
    to: false,
    each: false,
    against: null,
    per: null,
    yearly: false,
    ...(depth === 3
      ? { year: state.reportYear, years: [], counts: [], shareNoun: false, inside: false, fresh: 0 }
      : {}),
  }
}

/** More than this many are no group that anything is said of. */
const MOST = 40

const conjunction =
  /^(?:技术|合同|项目|领域|类别|类|单位|各师|院校|的|市|\s)*[、和与及以]*(?:\s|各|各师|院校)*$/
const touching = /^(?:的|登记的?|\s)*$/

/** Takes a subject up: beside the one before it, within it, or instead of it. @param between the text since the last subject */
export function meet(state: State, subject: Subject, start: number, end: number, text: string): State {
  const between = state.groupEnd < 0 || state.groupUsed ? null : text.slice(state.groupEnd, start)
  const last = state.group.at(-1)
  // A unit also has achievements and trainees; a type, a field or a flow has contracts alone.
  const noun = state.noun === 'contracts' || subject.split === 'unit' ? state.noun : null
  const scope = subject.split === 'direction' ? (subject.code === 'in' ? [subject] : []) : state.scope
  // What is registered is put out: 企业输出技术 is 企业.
  if (subject.split === 'direction' && subject.code === 'out' && last && !state.groupUsed)
    return { ...state, scope }
  const base = { ...state, noun, scope, groupEnd: end, groupUsed: false, lost: false, joint: false }
  const inPeriod = subject.split === 'period' && between !== null && !/[,，、;；]/.test(between)
  if (last && inPeriod && !last.some(({ split }) => split === 'period'))
    return mention({ ...base, group: state.group.map((of) => [...of, subject]) }, [...last, subject])
  if (between === null || between.length > 12 || !last)
    return mention({ ...base, group: [[subject]] }, [subject])
  const alike = last.some(({ split }) => split === subject.split)
  if (touching.test(between) && !alike) {
    const both = narrower(last, subject)
    return mention({ ...base, group: [...state.group.slice(0, -1), both] }, both)
  }
  if (!conjunction.test(between)) return mention({ ...base, group: [[subject]] }, [subject])
  if (last.some((one) => one.split === 'area') && subject.split === 'unit') return base
  return mention({ ...base, group: [...state.group.slice(-MOST), [subject]] }, [subject])
}

/** 北疆八师 is 八师. */
const narrower = (of: Of, subject: Subject): Of =>
  of.some(({ split }) => split === 'area') && subject.split === 'unit' ? [subject] : [...of, subject]

const mention = (state: State, of: Of): State => ({
  ...state,
  mentioned: [...state.mentioned.slice(-19), of],
  fresh: state.fresh + (of.every(({ split }) => split === 'direction') ? 0 : 1),
})
