import { keyOf, type Meaning } from '../claim'
import type { Of } from '../subject'
import type { Numeral } from './numerals'
import type { Reader } from './reader'
import type { State } from './state'
import type { NumberToken } from './tokens'

/** Of what the number at this place of a run is; null where a run fits no group. */
export function targetOf(state: State, run: readonly NumberToken[], index: number): readonly Of[] | null {
  const scoped = (of: Of) => (of.some(({ split }) => split === 'direction') ? of : [...of, ...state.scope])
  return membersOf(state, run, index)?.map(scoped) ?? null
}

function membersOf(state: State, run: readonly NumberToken[], index: number): readonly Of[] | null {
  const { length } = run
  if (state.lost || (state.each && state.group.length === 0)) return null
  if (length === 1) return state.group.length > 0 ? state.group : [[]]
  const spread = Object.keys(spreadOf(state, run, index)).length > 0
  if (state.group.length === length && !spread) return [state.group[index] ?? []]
  if (spread) return state.group.length > 0 ? state.group : [[]]
  const last = state.mentioned.slice(-length)
  return last.length === length ? [last[index] ?? []] : null
}

/** Of several years together. */
export const overYears = (group: readonly Of[], { from, to }: NonNullable<State['span']>): Of[] =>
  group.map((of) => [...of, { split: 'years', code: `${from}-${to}` }])

/** A run may also go over the years or over the measures named before it. */
export function spreadOf(
  state: State,
  run: readonly NumberToken[],
  index: number,
): { year?: number; base?: State['measures'][number] } {
  const { length } = run
  const compares = run[0]?.numeral?.unit === 'percent' || run[0]?.numeral?.unit === 'times'
  const joint = state.joint && state.measures.length === length
  if (length === 1 || (state.group.length === length && !joint)) return {}
  if (state.years.length === length) return { year: state.years[index] ?? state.year }
  if (compares && state.measures.length === length && (joint || state.fresh < length))
    return { base: state.measures[index] ?? 'turnover' }
  return {}
}

/** The year of a number: that of its clause, unless the words right beside it say another. */
export function yearOf(state: State, before: string, after: string, numeral: Numeral): number {
  const dated = /(?:年度?|同期)的?\s*(?:约|为)?\s*$/.test(before)
  if (state.since !== null && dated && numeral.unit !== 'times') return state.since
  if (state.from && /^[^，。；,;]{0,20}?(?:至|到|为)/.test(after))
    return state.since ?? (dated ? state.year : (state.fromYear ?? state.year - 1))
  return state.to && state.from === false && state.year < state.reportYear && !dated
    ? state.reportYear
    : state.year
}

/** 受理合同 1122 份，其中认定登记 1057 份: what differs from what was just said of the same is a part of it. */
export function apartFrom(
  { read, sentence }: Reader,
  meaning: Meaning,
  { value }: Numeral,
): readonly Of[] | null {
  if (!('of' in meaning)) return [[]]
  const key = meaning.kind === 'amount' ? keyOf({ meaning }) : null
  const clash =
    key !== null &&
    read.claims
      .slice(Math.max(sentence, read.claims.length - 40))
      .some((one) => one.value !== value && keyOf(one) === key)
  return clash
    ? meaning.of.map((of) => [...of, { split: 'named', code: `其中·${read.claims.length}` }])
    : meaning.of
}

/** 均: said of each by itself. */
export const apart = (meaning: Meaning, state: State): Meaning[] =>
  'of' in meaning &&
  meaning.of.length > 1 &&
  (state.each || (meaning.kind === 'share' && meaning.wholeBase === 'target'))
    ? meaning.of.map((of) =>
        meaning.kind === 'share' && meaning.wholeBase === 'target'
          ? { ...meaning, of: [of], within: of }
          : { ...meaning, of: [of] },
      )
    : [meaning]
