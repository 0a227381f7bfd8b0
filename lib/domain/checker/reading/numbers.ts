import type { Claim, Meaning } from '../claim'
import type { Of } from '../subject'
import { broken } from './breakdown'
import { markOf } from './marks'
import { funds, meaningOf, other, type Reading } from './meaning'
import { qualifierIn } from './narrowing'
import type { Numeral } from './numerals'
import { qualified } from './qualifier'
import { claim, type Reader, unread } from './reader'
import type { State } from './state'
import { apart, apartFrom, overYears, spreadOf, targetOf, yearOf } from './targets'
import type { NumberToken, Token } from './tokens'

/** Numbers of one kind that follow each other in a list: 165 项和 113 项. */
export function runFrom(tokens: readonly Token[], at: number, text: string): NumberToken[] {
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

/** Takes up the numbers of a run, and what they leave for the words after them. */
export function takeNumbers(reader: Reader, plain: State, run: readonly NumberToken[], at: number): State {
  const [first] = run
  if (!first) return plain
  const { text } = reader
  const average = ofAll(reader, first)
  const state = average ? { ...plain, group: [] } : qualified(reader, plain, first.start)
  const marked = run.length === 1 ? markOf(reader, state, first, at) : null
  if (marked) return marked
  const outer = wholeInBrackets(reader, state, first)
  if (outer) return { ...state, within: outer }
  const beside = comparandInBrackets(reader, plain, first)
  if (beside) return beside
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
  const { kind } = reading.make([[]], state.year)
  const overall = kind === 'amount' || (kind === 'multiple' && state.against !== null)
  const summed = state.summed && overall && spreadOf(state, run, 0).year === undefined
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
        put.push(putDown(reader, token, token.numeral, meaning, reading, put[0]?.bound))
  }
  const next = carried(
    reading.alone && first.numeral.unit !== 'piece' && !kindOfKnown(state) ? plain : state,
    reading,
    first.numeral,
    put,
    year,
    /^\s*(?:、|和|与|及)\s*[\d.,]{1,20}\s*(?:[万亿]?元|项|份|件)/.test(
      text.slice(run.at(-1)?.end ?? first.end).slice(0, 30),
    ),
  )
  return average ? { ...next, group: plain.group } : next
}

/** 高新技术企业 158 家: what follows is of these, for only a kind of those that have contracts is told of. */
const kindOfKnown = ({ group, inside }: State): boolean =>
  inside && group.some((of) => of.length > 1 && of[0]?.split !== 'named' && of.at(-1)?.split === 'named')

/** 高于全市 656.7 万元的平均水平: said of the whole in passing. */
function ofAll({ text, title }: Reader, { start, end }: NumberToken): boolean {
  const [, held = null] =
    /[高低多少]于([^,，。;；]{0,12})$/.exec(text.slice(Math.max(0, start - 16), start)) ?? []
  if (held === null || !/^\s*的(?:总体|整体)?平均/.test(text.slice(end, end + 8))) return false
  const name = qualifierIn(held)
  return name === '' || title.includes(name)
}

/** 占全国成交额（47791 亿元）的 32.5%: the amount of what the share is of. */
function wholeInBrackets(reader: Reader, state: State, token: NumberToken): Of | null {
  const { numeral } = token
  const before = reader.text.slice(Math.max(reader.lead.from, token.start - 30), token.start)
  const [, name] = /占到?([^占,，。；;()]{1,20})\(\s*$/.exec(before) ?? []
  if (!state.awaitsWhole || !name || state.within === 'increase') return null
  if (!numeral || (numeral.unit !== 'money' && numeral.unit !== 'piece')) return null
  // 全省 is the whole elsewhere, but what has its own amount here is not.
  const within: Of = state.within.length > 0 ? state.within : [{ split: 'named', code: name }]
  const base = numeral.unit === 'piece' ? 'contracts' : 'turnover'
  claim(reader, token, numeral, { kind: 'amount', base, of: [within], year: state.year }, 'exact')
  return within
}

/** 是“十一五”（5422.9 亿元）的 2.5 倍: what it is held against, and its amount. */
function comparandInBrackets(reader: Reader, state: State, token: NumberToken): State | null {
  const { text } = reader
  const [, name] =
    /(?:是|为|相当于)([^,，。；;()]{1,20})\(\s*$/.exec(
      text.slice(Math.max(0, token.start - 24), token.start),
    ) ?? []
  if (!name || state.since !== null || token.numeral?.unit !== 'money') return null
  if (!/^\s*\)\s*的\s*[\d.]{1,12}\s*(?:多|余)?倍/.test(text.slice(token.end, token.end + 24))) return null
  const of: Of[] = [[{ split: 'named', code: name }]]
  claim(reader, token, token.numeral, { kind: 'amount', base: 'turnover', of, year: state.year }, 'exact')
  return { ...state, against: of, groupUsed: true }
}

/** 奖补资金 420 万元，其中登记站 160 万元: of the funds that are broken down. */
const partOfFunds = ({ whole }: Reader, { unit }: Numeral): Reading | null =>
  unit === 'money' && whole?.open && whole.noun === funds ? other(funds) : null

function putDown(
  reader: Reader,
  token: NumberToken,
  numeral: Numeral,
  meaning: Meaning,
  reading: Reading,
  first: Claim['bound'] = 'exact',
): Claim {
  const around = {
    before: reader.text.slice(Math.max(0, token.start - 5), token.start),
    after: reader.text.slice(token.end, token.end + 5),
  }
  const value = reading.fall ? -numeral.value : numeral.value
  const said = meaning.kind === 'rank' ? { ...meaning, place: numeral.value } : meaning
  const made = claim(
    reader,
    token,
    { value, half: 'base' in said && said.base === 'target' ? 0 : numeral.half },
    said,
    boundOf(numeral, around) === 'exact' && first === 'over' ? first : boundOf(numeral, around),
  )
  broken(reader, made)
  return made
}

function carried(
  state: State,
  reading: Reading,
  numeral: Numeral,
  put: readonly Claim[],
  year: number,
  goesOn: boolean,
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
  const joint = amount && put.length === 1 && state.group.length > 1
  return {
    ...state,
    groupUsed: true,
    joint: joint || state.joint,
    base: amount ? (base === 'target' ? 'turnover' : base) : state.base,
    noun: amount ? 'contracts' : state.noun,
    measures: amount && !state.measures.includes(base) ? [...state.measures, base] : state.measures,
    // 完成目标 340 亿元的 58.8%.
    // 净增 1415 份和 86.28 亿元: both.
    trigger: base === 'target' ? 'completion' : goesOn && kind === 'increase' ? state.trigger : null,
    triggerKept: false,
    awaitsWhole: false,
    against: null,
    yearly: false,
    fromYear:
      kind === 'multiple' && !meaning.against
        ? meaning.since
        : (amount || kind === 'share') && state.from && year < state.reportYear
          ? year
          : state.fromYear,
    // 由上年的 3.88 亿元一举突破 6 亿元: what follows is of this year again.
    year: amount && state.from && year < state.reportYear ? state.reportYear : state.year,
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
  if (
    /(?:超过|突破|逾|高于|多于|大于|不低于|不少于|超出|超|[跃迈站跨登踏]上|[跨越迈]过|跨越)\s*$/.test(before)
  )
    return 'over'
  if (/^\s*(?:的?新?(?:大关|台阶|关口|门槛))/.test(after)) return 'over'
  if (numeral.more || /^\s*(?:及?以上|余|多(?!种|家|项))/.test(after)) return 'over'
  return /(?:约|约为|接近|近)\s*$/.test(before) ? 'near' : 'exact'
}
