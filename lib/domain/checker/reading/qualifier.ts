import { type Of, ofKey, type Subject } from '../subject'
import type { Cue } from './cue-words'
import { qualifierIn } from './narrowing'
import type { Reader } from './reader'
import type { State } from './state'
import type { Token } from './tokens'

/**
 * Takes up what a clause says of its number in words that nobody declared, 流向本市的技术合同 or 其余: the number is then of
 * something that only the report knows, and not of the whole.
 * @param end where the number begins
 */
export function qualified(reader: Reader, state: State, end: number): State {
  const { tokens, lead } = reader
  const inside = tokens
    .slice(lead.token, lead.token + 60)
    .filter((one) => one.end <= end && one.start >= lead.from)
  const compared = comparand(reader, state, inside, end)
  if (compared) return compared
  const of = inside.findLast((one) => one.kind === 'cue' && one.cue === 'of')
  const part = named(reader, inside, lead.from, of?.start ?? end)
  // 平均每天成交, 平均每家: no mean of contracts.
  if (part.subject?.code.startsWith('每')) return { ...state, noun: 'funds', per: part.subject.code.slice(1) }
  const count = '两三四五六七八九'.indexOf(part.subject?.code[0] ?? ' ') + 2
  const last = count >= 2 && part.subject?.code.length === 2 ? lastNamed(state, count) : null
  if (last) return { ...state, group: last, groupEnd: end, groupUsed: true, lost: false }
  const narrows = part.own || state.inside
  const group =
    part.subject === null
      ? state.group
      : narrows && state.group.length > 0
        ? state.group.map((one) => [...one, part.subject as Subject])
        : [[part.subject]]
  const changed =
    part.subject === null
      ? state
      : {
          ...state,
          group,
          groupEnd: end,
          groupUsed: true,
          lost: false,
          mentioned: [...state.mentioned.slice(-19), ...group.slice(-1)],
          fresh: state.fresh + (narrows ? 0 : 1),
        }
  const whole = of && state.within !== 'increase' ? named(reader, inside, of.end, end) : null
  if (!whole?.subject) return changed
  return {
    ...changed,
    within: whole.own && state.within !== 'increase' ? [...state.within, whole.subject] : [whole.subject],
  }
}

const measures: ReadonlySet<Cue> = new Set(['turnover', 'technology', 'contracts', 'contractNoun', 'mean'])

/** 两市分别成交: those named last, if so many were. */
function lastNamed({ mentioned }: State, count: number): Of[] | null {
  const unlike = [...new Map(mentioned.map((of) => [ofKey(of), of])).values()].slice(-count)
  return unlike.length === count ? unlike : null
}

const timesOf = /(?:是|为|相当于)([^是为,，。；;()]{2,20})的\s*(?:约|近)?\s*$/

/** 是流向本市的 3.1 倍: what is said after 是 is what it is held against. */
function comparand(reader: Reader, state: State, tokens: readonly Token[], end: number): State | null {
  const { text, lead } = reader
  if (state.against || !/^\s*[\d.]{1,12}\s*(?:多|余)?倍/.test(text.slice(end, end + 20))) return null
  const found = timesOf.exec(text.slice(Math.max(lead.from, end - 30), end))
  if (!found) return null
  const split = end - found[0].length
  if (tokens.some((one) => one.start >= split && (one.kind === 'year' || one.kind === 'subject'))) return null
  const other = named(reader, tokens, split, end).subject
  if (!other) return null
  const own = named(reader, tokens, lead.from, split).subject
  return { ...state, ...(own ? { group: [[own]] } : {}), against: [[other]], groupUsed: true }
}

/** 检测服务 95 项: a noun and its count, and nothing between them. */
function countedIn(clause: string, after: string): string {
  const [, noun = ''] = /^\s*(?:其中)?([一-龥]{2,8})\s{0,2}$/.exec(clause) ?? []
  if (!/^\s*\d[\d, ]{0,9}\s*[项份件](?!次)/.test(after) || verbal.test(noun)) return ''
  return noun
}

const verbal =
  /[全共总约近超逾达至到破过为有了增减加少多计于签订记成现办理得的比占数量份项均是已仅只升降高低]$|^(?:全|共|总|[一二三四五六七八九十]|新|累|合|同|登记|认定|签|完成|实现|技术合同)/

const markOf = (token: Token): string =>
  token.kind === 'subject' ? '§' : token.kind === 'cue' && measures.has(token.cue) ? '¤' : '|'

/** What the words between two places name beside the subjects that are known. */
function named(
  { text, title }: Reader,
  tokens: readonly Token[],
  from: number,
  end: number,
): { subject: Subject | null; own: boolean } {
  let words = ''
  let at = from
  let own = false
  for (const token of tokens) {
    if (token.start < at || token.end > end) continue
    words += text.slice(at, token.start) + markOf(token)
    own ||= token.kind === 'subject'
    at = token.end
  }
  words += text.slice(at, end)
  const code = qualifierIn(words) || countedIn(words, text.slice(end, end + 16))
  return { subject: code === '' || title.includes(code) ? null : { split: 'named', code }, own }
}
