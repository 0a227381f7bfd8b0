import { namedAhead } from './ahead'
import { claim, type Reader } from './reader'
import type { State } from './state'
import type { Token } from './tokens'

const aboveBefore = /(?:超过|突破|逾|高于|多于|大于|不低于|不少于|超出|超|达到?|在)\s*$/
const belowBefore = /(?:不足|低于|不到|少于|小于|不超过)\s*$/

/**
 * A number that is a mark to pass, 超过 10% 的有：…, and not a figure: what passes it is named behind.
 * Null where the number is no mark.
 */
export function markOf(
  reader: Reader,
  state: State,
  token: Extract<Token, { kind: 'number' }>,
  at: number,
): State | null {
  const { text, tokens } = reader
  const { numeral } = token
  if (!numeral || !['money', 'percent', 'times'].includes(numeral.unit)) return null
  const before = text.slice(Math.max(0, token.start - 6), token.start)
  const tail = /^\s*(及?以[上下])?\s*的(?=\D)/.exec(text.slice(token.end, token.end + 8))
  const below = belowBefore.test(before) || tail?.[1]?.endsWith('下') === true
  if (!tail || !(below || aboveBefore.test(before) || tail[1])) return null
  const from = token.end + tail[0].length
  const { named, open } = namedAhead(tokens, at, text, from, 24)
  // 除甲市外: those named before the mark pass it too.
  const except = /除[^，。；,;]{1,30}外/.test(text.slice(Math.max(0, token.start - 50), token.start))
  const lead = named[0] ? text.slice(from, named[0].start) : ''
  const grown = state.trigger === 'grow' || state.trigger === 'fall'
  const by =
    numeral.unit === 'money' ? 'amount' : state.trigger === 'share' ? 'share' : grown ? 'growth' : null
  const placed = { value: state.trigger === 'fall' ? -numeral.value : numeral.value, half: 0 }
  if (!by || named.length === 0 || !/[有为是:：括]/.test(lead) || /[，。；]/.test(lead)) {
    claim(reader, token, placed, { kind: 'label' }, 'exact')
    return { ...state, trigger: null, groupUsed: true }
  }
  const base = by === 'amount' && state.base === 'contracts' ? 'turnover' : (state.base ?? 'turnover')
  const spans = named.map(({ start, end }) => ({ start, end }))
  const of = named.map((one) => one.of)
  const above = state.trigger === 'fall' ? below : !below
  claim(
    reader,
    token,
    placed,
    { kind: 'list', by, base, above, open: open || except, spans, of, year: state.year },
    'exact',
  )
  return { ...state, trigger: null, groupUsed: true }
}
