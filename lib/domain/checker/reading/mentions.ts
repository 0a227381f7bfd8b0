import { ofKey } from '../subject'
import { claim, type Reader } from './reader'
import { meet, type State } from './state'
import type { Token } from './tokens'

/** 1996—2000年: what is said next may be of each of these years, or of all together. */
export function ranged(state: State, { from, to }: { from: number; to: number }): State {
  const years = Array.from({ length: Math.min(20, to - from + 1) }, (_, index) => from + index)
  return { ...state, span: { from, to }, summed: false, years, year: to }
}

/** （上年同期为 342.16 亿元）: the year said within brackets ends with them. */
export const bracketed = (state: State, opens: boolean): State =>
  opens
    ? {
        ...state,
        outside: {
          year: state.year,
          years: state.years,
          group: state.group,
          groupUsed: state.groupUsed,
          inside: state.inside,
          fresh: state.fresh,
          mentioned: state.mentioned,
        },
      }
    : state.outside
      ? { ...state, ...state.outside, outside: null }
      : state

/** A year, or the year that something is compared with. */
export function dated(
  state: State,
  token: Extract<Token, { kind: 'year' }>,
  looksBack: boolean,
  before: string,
  after: string,
): State {
  const compared = /(?:较|比|与|同|相比|相较于?|相当于|为|是|对比)\s*$/.test(before) && !/^成交/.test(after)
  const year = token.recent && looksBack && !compared ? state.reportYear : token.year
  if (compared && /^\s*\(\s*\d/.test(after))
    return { ...state, year, yearFresh: false, since: year, sinceKept: false }
  if (compared || /^\s*相比/.test(after)) return { ...state, since: year, sinceKept: /^\s*相比/.test(after) }
  return { ...state, year, yearFresh: true, years: [...state.years.slice(-5), year], since: null }
}

const comparedBefore = /(?:[高低多少]于|超过|[比较])$/
const multipleBefore = /(?:是|为|相当于|达到?)$/

/** A member: a new one to speak of, or one that is compared with, or what the text before awaits. */
export function named(reader: Reader, state: State, token: Extract<Token, { kind: 'subject' }>): State {
  const { text } = reader
  if (state.awaitsWhole) return { ...state, within: [token.subject] }
  const before = text.slice(Math.max(0, token.start - 8), token.start)
  const after = text.slice(token.end, token.end + 8)
  // 技术合同 1 项，为技术许可合同: said of the contract, not a new subject.
  if (
    /[项份笔]\s*,?\s*(?:均|全部|都)?(?:为|属于?|系)\s*$/.test(before) &&
    /^类?(?:技术)?(?:合同)?\s*[,，。;；]/.test(after)
  )
    return state
  if (
    comparedBefore.test(before) ||
    (multipleBefore.test(before) &&
      /^\s*(?:成交额|合同额)?的\s*(?:约|近)?\s*[\d.]{1,12}\s*(?:多|余)?倍/.test(
        text.slice(token.end, token.end + 24),
      ))
  )
    return { ...state, against: [[token.subject]] }
  const met = meet(state, token.subject, token.start, token.end, text)
  const { awaitsPlace: awaited, order } = met
  if (!awaited) return met
  if (order && token.start - awaited.end < 20)
    claim(
      reader,
      awaited,
      { value: awaited.place, half: 0 },
      {
        kind: 'rank',
        by: order.by,
        base: order.base,
        place: awaited.place,
        of: [met.group.at(-1) ?? []],
        year: state.year,
      },
      'exact',
    )
  return { ...met, awaitsPlace: null }
}

/** The last so many members named; where fewer were named, nobody knows of what the next number is. */
export function together(state: State, count: number, end: number): State {
  const unlike = [...new Map(state.mentioned.map((of) => [ofKey(of), of])).values()].slice(-count)
  const lost = unlike.length < count
  return { ...state, group: lost ? [] : unlike, lost, groupEnd: end, groupUsed: true }
}
