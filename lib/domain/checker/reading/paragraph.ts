import { type Claim, keyOf, type Meaning } from '../claim'
import { type Of, ofKey } from '../subject'
import { heard } from './cue'
import { markOf } from './marks'
import { funds, meaningOf, other, type Reading } from './meaning'
import { narrow } from './narrow'
import type { Numeral } from './numerals'
import { qualified } from './qualifier'
import { claim, type Read, type Reader, unread } from './reader'
import { meet, openState, type State, stop } from './state'
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

type NumberToken = Extract<Token, { kind: 'number' }>

function take(reader: Reader, state: State, token: Token, at: number): State {
  const { text } = reader
  switch (token.kind) {
    case 'stop':
      if (token.depth >= 3) reader.whole = null
      if (token.depth === 4) reader.sentence = reader.read.claims.length
      return stop(state, token.depth)
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
        ? superlative(reader, state, token, at)
        : cued(reader, state, token)
    case 'together':
      return together(state, token.count, token.end)
    case 'number':
      return state
  }
}

function cued(reader: Reader, state: State, token: Extract<Token, { kind: 'cue' }>): State {
  if (token.cue === 'ofWhich' && reader.whole) reader.whole.open = true
  return heard(state, token.cue, reader.text.slice(token.start, token.end), token)
}

/** 1996—2000年: what is said next may be of each of these years, or of all together. */
function ranged(state: State, { from, to }: { from: number; to: number }): State {
  const years = Array.from({ length: Math.min(20, to - from + 1) }, (_, index) => from + index)
  return { ...state, span: { from, to }, summed: false, years, year: to }
}

function dated(
  state: State,
  token: Extract<Token, { kind: 'year' }>,
  looksBack: boolean,
  before: string,
  after: string,
): State {
  const compared = /(?:较|比|与|同|相比|相较于?|为|是|对比)\s*$/.test(before) && !/^成交/.test(after)
  const year = token.recent && looksBack && !compared ? state.reportYear : token.year
  if (compared && /^\s*\(\s*\d/.test(after))
    return { ...state, year, yearFresh: false, since: year, sinceKept: false }
  if (compared || /^\s*相比/.test(after)) return { ...state, since: year, sinceKept: /^\s*相比/.test(after) }
  return { ...state, year, yearFresh: true, years: [...state.years.slice(-5), year], since: null }
}

const comparedBefore = /(?:[高低多少]于|超过|[比较])$/
const multipleBefore = /(?:是|为|相当于|达到?)$/

function named(reader: Reader, state: State, token: Extract<Token, { kind: 'subject' }>): State {
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
function together(state: State, count: number, end: number): State {
  const unlike = [...new Map(state.mentioned.map((of) => [ofKey(of), of])).values()].slice(-count)
  const lost = unlike.length < count
  return { ...state, group: lost ? [] : unlike, lost, groupEnd: end, groupUsed: true }
}

/** Numbers of one kind that follow each other in a list: 165 项和 113 项. */
function runFrom(tokens: readonly Token[], at: number, text: string): NumberToken[] {
  const run = [tokens[at] as NumberToken]
  for (let next = at + 1; run.length < 40; next += 2) {
    const last = run.at(-1) as NumberToken
    const joint = tokens[next]
    const direct = joint?.kind === 'number' ? joint : undefined
    const after = direct ?? tokens[next + 1]
    if (after?.kind !== 'number' || after.numeral?.unit !== last.numeral?.unit) break
    if (!/^\s*(?:、|和|与|及|以及)\s*$/.test(text.slice(last.end, after.start))) break
    run.push(after)
    if (direct) next -= 1
  }
  return run
}

function takeNumbers(reader: Reader, plain: State, run: readonly NumberToken[], at: number): State {
  const [first] = run
  if (!first) return plain
  const state = qualified(reader, plain, first.start)
  const { text } = reader
  const marked = run.length === 1 ? markOf(reader, state, first, at) : null
  if (marked) return marked
  const before = text.slice(Math.max(0, first.start - 24), first.start)
  const after = text.slice(first.end, first.end + 24)
  const reading = first.numeral
    ? (partOfFunds(reader, first.numeral) ?? meaningOf(first.numeral, state, before, after))
    : null
  if (!first.numeral || !reading) {
    for (const token of run) unread(reader, token)
    return { ...state, groupUsed: true }
  }
  const compares = ['growth', 'increase', 'multiple', 'points'].includes(reading.make([[]], state.year).kind)
  const stale = compares && !state.yearFresh && state.year < state.reportYear
  const year = stale ? state.reportYear : yearOf(state, before, after, first.numeral)
  const summed = state.summed && reading.make([[]], state.year).kind === 'amount'
  const put: Claim[] = []
  for (const [index, token] of run.entries()) {
    if (!token.numeral) continue
    const target = reading.alone ? [[]] : targetOf(state, run, index)
    const all = target && summed && state.span ? overYears(target, state.span) : target
    const of =
      all && state.inside && !reading.alone ? apartFrom(reader, reading.make(all, year), token.numeral) : all
    const spread = spreadOf(state, run, index)
    const made = of === null ? null : reading.make(of, spread.year ?? year, spread.base)
    if (made === null || of === null) unread(reader, token)
    else
      for (const meaning of apart(made, state))
        put.push(putDown(reader, token, token.numeral, meaning, reading))
  }
  return carried(
    reading.alone && first.numeral.unit !== 'piece' ? plain : state,
    reading,
    first.numeral,
    put,
    year,
  )
}

/** 奖补资金 420 万元，其中登记站 160 万元: of the funds that are broken down. */
const partOfFunds = ({ whole }: Reader, { unit }: Numeral): Reading | null =>
  unit === 'money' && whole?.open && whole.noun === funds ? other(funds) : null

/** 受理合同 1122 份，其中认定登记 1057 份: what differs from what was just said of the same is a part of it. */
function apartFrom({ read, sentence }: Reader, meaning: Meaning, { value }: Numeral): readonly Of[] | null {
  if (!('of' in meaning)) return null
  const key = meaning.kind === 'amount' ? keyOf({ meaning }) : null
  const clash =
    key !== null && read.claims.slice(sentence).some((one) => one.value !== value && keyOf(one) === key)
  return clash ? meaning.of.map((of) => [...of, { split: 'named', code: '其中' }]) : meaning.of
}

/** 均: said of each by itself. */
const apart = (meaning: Meaning, state: State): Meaning[] =>
  'of' in meaning &&
  meaning.of.length > 1 &&
  (state.each || (meaning.kind === 'share' && meaning.wholeBase === 'target'))
    ? meaning.of.map((of) =>
        meaning.kind === 'share' && meaning.wholeBase === 'target'
          ? { ...meaning, of: [of], within: of }
          : { ...meaning, of: [of] },
      )
    : [meaning]

function putDown(
  reader: Reader,
  token: NumberToken,
  numeral: Numeral,
  meaning: Meaning,
  reading: Reading,
): Claim {
  const around = {
    before: reader.text.slice(Math.max(0, token.start - 5), token.start),
    after: reader.text.slice(token.end, token.end + 4),
  }
  const value = reading.fall ? -numeral.value : numeral.value
  const said = meaning.kind === 'rank' ? { ...meaning, place: numeral.value } : meaning
  const made = claim(
    reader,
    token,
    { value, half: 'base' in said && said.base === 'target' ? 0 : numeral.half },
    said,
    boundOf(numeral, around),
  )
  if (meaning.kind !== 'other') return made
  const { whole } = reader
  if (whole?.open && whole.noun === meaning.noun) {
    whole.parts.push(made)
    whole.claim.meaning = { kind: 'other', noun: whole.noun, parts: whole.parts }
  } else if (!whole?.open) reader.whole = { claim: made, noun: meaning.noun, parts: [], open: false }
  return made
}

/** Of what the number at this place of a run is; null where a run fits no group. */
function targetOf(state: State, run: readonly NumberToken[], index: number): readonly Of[] | null {
  const { length } = run
  if (state.lost || (state.each && state.group.length === 0)) return null
  if (length === 1) return state.group.length > 0 ? state.group : [[]]
  if (state.group.length === length) return [state.group[index] ?? []]
  if (Object.keys(spreadOf(state, run, index)).length > 0) return state.group.length > 0 ? state.group : [[]]
  const last = state.mentioned.slice(-length)
  return last.length === length ? [last[index] ?? []] : null
}

/** Of several years together. */
const overYears = (group: readonly Of[], { from, to }: NonNullable<State['span']>): Of[] =>
  group.map((of) => [...of, { split: 'years', code: `${from}-${to}` }])

/** A run may also go over the years or over the measures named before it. */
function spreadOf(
  state: State,
  run: readonly NumberToken[],
  index: number,
): { year?: number; base?: State['measures'][number] } {
  const { length } = run
  const compares = run[0]?.numeral?.unit === 'percent' || run[0]?.numeral?.unit === 'times'
  if (length === 1 || state.group.length === length) return {}
  if (state.years.length === length) return { year: state.years[index] ?? state.year }
  if (compares && state.measures.length === length && state.fresh < length)
    return { base: state.measures[index] ?? 'turnover' }
  return {}
}

function yearOf(state: State, before: string, after: string, numeral: Numeral): number {
  const dated = /(?:年度?|同期)的?\s*(?:约|为)?\s*$/.test(before)
  if (state.since !== null && dated && numeral.unit !== 'times') return state.since
  if (state.from && /^[^，。；,;]{0,20}?(?:至|到|为)/.test(after))
    return state.since ?? (dated ? state.year : (state.fromYear ?? state.year - 1))
  return state.to && state.from === false && state.year < state.reportYear && !dated
    ? state.reportYear
    : state.year
}

function carried(
  state: State,
  reading: Reading,
  numeral: Numeral,
  put: readonly Claim[],
  year: number,
): State {
  const meaning = reading.make([[]], year)
  const { kind } = meaning
  const { base } = reading
  const percent =
    kind === 'share'
      ? meaning.wholeBase === 'target'
        ? 'completion'
        : kind
      : kind === 'growth'
        ? kind
        : null
  const amount = kind === 'amount' && base !== null
  return {
    ...state,
    groupUsed: true,
    base: amount ? (base === 'target' ? 'turnover' : base) : state.base,
    noun: amount ? 'contracts' : state.noun,
    measures: amount && !state.measures.includes(base) ? [...state.measures, base] : state.measures,
    // 完成目标 340 亿元的 58.8%.
    trigger: base === 'target' ? 'completion' : null,
    triggerKept: false,
    awaitsWhole: false,
    against: null,
    yearly: false,
    fromYear: (amount || kind === 'share') && state.from && year < state.reportYear ? year : state.fromYear,
    from: false,
    to: false,
    lastPercent: numeral.unit === 'percent' && percent !== null ? percent : state.lastPercent,
    lastFall: kind === 'growth' ? reading.fall === true : state.lastFall,
    counts:
      kind === 'other' || (kind === 'amount' && base === 'contracts')
        ? [...state.counts.slice(-5), ...put]
        : state.counts,
  }
}

function boundOf(numeral: Numeral, { before, after }: { before: string; after: string }): Claim['bound'] {
  if (/(?:不足|低于|不到|少于|小于|不超过)\s*$/.test(before) || /^\s*以[下内]/.test(after)) return 'under'
  if (/(?:超过|突破|逾|高于|多于|大于|不低于|不少于|超出|超)\s*$/.test(before)) return 'over'
  if (numeral.more || /^\s*(?:及?以上|余|多(?!种|家|项))/.test(after)) return 'over'
  return /(?:约|约为|接近|近)\s*$/.test(before) ? 'near' : 'exact'
}
