import { namedAhead } from './ahead'
import { together } from './mentions'
import { claim, type Reader } from './reader'
import type { State } from './state'
import type { Token } from './tokens'

type Order = NonNullable<State['order']>

/** 居首位, 次之, 其次, 前三: places that are said without a number. */
export function superlative(reader: Reader, state: State, token: Token, at: number): State {
  const { text } = reader
  if (token.kind === 'front') return front(reader, state, token, at)
  if (token.kind !== 'cue') return state
  if (token.cue === 'nextBefore')
    return state.order
      ? {
          ...state,
          awaitsPlace: { place: state.order.next, start: token.start, end: token.end },
          order: { ...state.order, next: state.order.next + 1 },
        }
      : state
  if (token.cue === 'nextAfter') return after(reader, state, token)
  if (/[与和跟比]$/.test(text.slice(0, token.start))) return state
  const order = orderOf(state, text.slice(token.start, token.end), /合同$/.test(text.slice(0, token.start)))
  const place = token.cue === 'top' ? 1 : -1
  const opened = { ...state, order: { ...order, next: 2 } }
  const behind = /^的?[^,，。;；、\d]{0,8}?(?:是|为|有)/.test(text.slice(token.end, token.end + 12))
  const next = behind ? namedAhead(reader.tokens, at, text, token.end, 14).named[0] : undefined
  if (next && place === 1) return { ...opened, awaitsPlace: { place, start: token.start, end: token.end } }
  if (place === 1 || state.group.length === 1) rank(reader, state, order, token, place)
  return opened
}

function orderOf(state: State, word: string, counted = false): Omit<Order, 'next'> {
  const grown = state.trigger === 'grow' || word.endsWith('快')
  const by = grown
    ? 'growth'
    : state.trigger === 'increase'
      ? 'increase'
      : state.trigger === 'share'
        ? 'share'
        : 'amount'
  // 合同最多: of them there are most.
  const contracts = counted && word.endsWith('多')
  return { by, base: contracts ? 'contracts' : (state.base ?? 'turnover') }
}

function rank(
  reader: Reader,
  state: State,
  { by, base }: Omit<Order, 'next'>,
  token: Token,
  place: number,
): void {
  const [of] = state.group
  if (!of || state.group.length > 1 || of.length !== 1) return
  if (/全国|全疆|西部|历史/.test(reader.text.slice(Math.max(0, token.start - 12), token.start))) return
  claim(
    reader,
    token,
    { value: place, half: 0 },
    { kind: 'rank', by, base, place, of: [of], year: state.year },
    'exact',
  )
}

function after(reader: Reader, state: State, token: Token): State {
  const { order } = state
  if (!order) return state
  for (const [index, of] of state.group.entries())
    claim(
      reader,
      token,
      { value: order.next + index, half: 0 },
      { kind: 'rank', by: order.by, base: order.base, place: order.next + index, of: [of], year: state.year },
      'exact',
    )
  return { ...state, order: { ...order, next: order.next + state.group.length } }
}

/** 前三位的是 A、B、C: one place each, in their order. */
function front(reader: Reader, state: State, token: Extract<Token, { kind: 'front' }>, at: number): State {
  const { named } = namedAhead(reader.tokens, at, reader.text, token.end, 14)
  const order = orderOf(state, '')
  const summed = /^的?[^,，。;；\d]{0,8}(?:合计|共计|之和|总和)/.test(
    reader.text.slice(token.end, token.end + 14),
  )
  if (token.count !== null && named.length === token.count)
    for (const [index, { of, start, end }] of named.entries())
      claim(
        reader,
        { start, end },
        { value: index + 1, half: 0 },
        { kind: 'rank', by: order.by, base: order.base, place: index + 1, of: [of], year: state.year },
        'exact',
      )
  claim(reader, token, { value: token.count ?? 0, half: 0 }, { kind: 'label' }, 'exact')
  return summed && token.count !== null && named.length === 0
    ? together(state, token.count, token.end)
    : state
}
