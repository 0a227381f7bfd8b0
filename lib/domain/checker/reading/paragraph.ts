import { heard } from './cue'
import { bracketed, dated, named, ranged, together } from './mentions'
import { narrow } from './narrow'
import { runFrom, takeNumbers } from './numbers'
import { qualified } from './qualifier'
import { claim, type Read, type Reader } from './reader'
import { openState, type State, stop } from './state'
import { superlative } from './superlatives'
import { type Language, type Token, tokensOf } from './tokens'

/** Reads the numbers of running text. @param block the place of the text in the report */
export function readParagraph(original: string, block: number, language: Language): Read {
  const text = narrow(original)
  const tokens = tokensOf(text, language)
  const read: Read = { claims: [], unread: [] }
  const reader: Reader = {
    text,
    original,
    block,
    tokens,
    read,
    title: language.title,
    looksBack: language.looksBack,
    lead: { from: 0, token: 0 },
    sentence: 0,
    whole: null,
  }
  let state = openState(language.year)
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (!token) break
    if (token.kind === 'number') {
      const run = runFrom(tokens, at, text)
      state = takeNumbers(reader, state, run, at)
      at = tokens.indexOf(run.at(-1) ?? token, at)
      reader.lead = { from: run.at(-1)?.end ?? token.end, token: at + 1 }
    } else {
      state = take(reader, state, token, at)
      if (token.kind === 'stop' && token.depth >= 2) reader.lead = { from: token.end, token: at + 1 }
    }
  }
  return read
}

function take(reader: Reader, state: State, token: Token, at: number): State {
  const { text } = reader
  switch (token.kind) {
    case 'stop':
      if (token.depth >= 3) reader.whole = null
      return token.depth === 4 ? ended(reader, state, token.end) : stop(state, token.depth)
    case 'label':
      claim(reader, token, { value: Number.NaN, half: 0 }, { kind: 'label' }, 'exact')
      return state
    case 'range':
      claim(reader, token, { value: Number.NaN, half: 0 }, { kind: 'label' }, 'exact')
      return ranged(state, token)
    case 'year':
      if (token.printed) claim(reader, token, { value: token.year, half: 0 }, { kind: 'label' }, 'exact')
      return dated(
        state,
        token,
        reader.looksBack,
        text.slice(Math.max(0, token.start - 5), token.start),
        text.slice(token.end, token.end + 3),
      )
    case 'bracket':
      return bracketed(state, token.opens)
    case 'each':
      return { ...state, group: token.of, groupEnd: token.end, groupUsed: false, lost: false }
    case 'subject':
      if (token.subject.split === 'period' && /\d/.test(text.slice(token.start, token.end)))
        claim(reader, token, { value: Number.NaN, half: 0 }, { kind: 'label' }, 'exact')
      return named(reader, state, token)
    case 'front':
    case 'cue':
      return token.kind === 'front' ||
        token.cue === 'top' ||
        token.cue === 'bottom' ||
        token.cue.startsWith('next')
        ? superlative(
            reader,
            token.kind === 'front' ? state : qualified(reader, state, token.start),
            token,
            at,
          )
        : cued(reader, state, token)
    case 'together':
      return together(state, token.count, token.end)
    case 'number':
      return state
  }
}

/** 甲市依旧领跑。全年成交 12 亿元: a sentence without numbers that names one place tells what the next is of. */
function ended(reader: Reader, state: State, end: number): State {
  const told = reader.read.claims.length > reader.sentence || state.group.length !== 1
  const [only, ...more] = state.group[0] ?? []
  reader.sentence = reader.read.claims.length
  const next = stop(state, 4)
  if (told || only?.split !== 'named' || more.length > 0 || !/[市县区州旗]$/.test(only.code)) return next
  return { ...next, group: state.group, groupEnd: end, groupUsed: true, noun: 'contracts' }
}

function cued(reader: Reader, state: State, token: Extract<Token, { kind: 'cue' }>): State {
  if (token.cue === 'ofWhich' && reader.whole) reader.whole.open = true
  return heard(state, token.cue, reader.text.slice(token.start, token.end), token)
}
