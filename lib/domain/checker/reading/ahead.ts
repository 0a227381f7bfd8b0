import type { Span } from '../claim'
import type { Of } from '../subject'
import type { Token } from './tokens'

export interface Named extends Span {
  of: Of
}

/**
 * The members named in a row after a place of the text, as in 有：二师、六师和塔里木大学.
 * @param limit how far behind the place the first may begin
 */
export function namedAhead(
  tokens: readonly Token[],
  at: number,
  text: string,
  from: number,
  limit: number,
): { named: Named[]; open: boolean } {
  const named: Named[] = []
  let end = from
  for (let index = at + 1; index < tokens.length && named.length < 40; index++) {
    const token = tokens[index]
    if (!token) break
    if (token.kind === 'subject') {
      if (named.length === 0 && token.start - from > limit) break
      if (named.length > 0 && !/^[^，,。；;]{0,8}$/.test(text.slice(end, token.start))) break
      named.push({ of: [token.subject], start: token.start, end: token.end })
      end = token.end
    } else if (
      token.kind === 'stop' &&
      (token.depth === 1 || (named.length === 0 && /[:：]/.test(text[token.start] ?? '')))
    ) {
      end = Math.max(end, token.end)
    } else if (
      !(token.kind === 'cue' && named.length === 0) &&
      !(token.kind === 'cue' && token.cue === 'compared')
    )
      break
  }
  return { named, open: /^(?:技术|合同|领域|[^，。；\s]{0,2})?等/.test(text.slice(end, end + 6)) }
}
