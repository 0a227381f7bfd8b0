import type { Span } from '../claim'
import type { Of, Subject } from '../subject'
import { type Cue, cueNames, cues } from './cue-words'
import {
  bandOf,
  digitsPattern,
  type Numeral,
  numeralPattern,
  overSubject,
  rangePattern,
  readNumeral,
} from './numerals'
import { periodOf, periodPattern, quarters, within } from './periods'
import { shortTypePattern, type Vocabulary } from './subject-words'

export type Token = Span &
  (
    | { kind: 'subject'; subject: Subject }
    | { kind: 'number'; numeral: Numeral | null }
    /** `recent`: 去年, which is the report's own year where it was written in the next. */
    | { kind: 'year'; year: number; printed: boolean; recent?: boolean }
    /** 1996—2000年. */
    | { kind: 'range'; from: number; to: number }
    /** 两类合同合计: the last so many named, as one. */
    | { kind: 'together'; count: number }
    /** 前三: the first so many places. */
    | { kind: 'front'; count: number | null }
    | { kind: 'cue'; cue: Cue }
    /** A date, a document number, the number of a figure: it names, it measures nothing. */
    | { kind: 'label' }
    | { kind: 'bracket'; opens: boolean }
    /** 四个季度: each by itself. */
    | { kind: 'each'; of: Of[] }
    /** 1 within a list, 2 between clauses, 3 half a sentence, 4 the end of one. */
    | { kind: 'stop'; depth: 1 | 2 | 3 | 4 }
  )

export type NumberToken = Extract<Token, { kind: 'number' }>

const year = '(?:19|20)\\d{2}'
const gap = '\\s{0,2}'
const labels = [
  `[〔\\[(【]${gap}${year}${gap}[〕\\])】]${gap}第?${gap}\\d{1,5}${gap}号`,
  `第?${gap}\\d{1,6}${gap}号`,
  `[图表](?:${gap}\\d{1,3}(?:[-.]\\d{1,3})?|[一二三四五六七八九十]{1,3}(?![\\u4e00-\\u9fa5]))`,
  `第${gap}[\\d一二三四五六七八九十]{1,4}${gap}[章节条届期批]`,
  `${year}${gap}年${gap}\\d{1,2}${gap}月(?:${gap}\\d{1,2}${gap}日)?`,
  `\\d{1,2}${gap}月${gap}\\d{1,2}${gap}日`,
  `${year}[-/.]\\d{1,2}[-/.]\\d{1,2}`,
  '[A-Za-z]{1,12}[-/.]?\\d{1,12}',
  '^[#\\s]{0,8}(?:\\d{1,2}(?:\\.\\d{1,2}){0,3}[.、](?!\\d)|[(]?[一二三四五六七八九十]{1,3}[)]?[、.]|[(]\\d{1,2}[)])',
  '^(?:#{1,6}\\s{1,3})?\\d{1,2}(?:\\.\\d{1,2}){0,3}\\s{1,4}(?=[一-龥])(?![项份个家名万亿元种类次场年月人])',
  '[(][一二三四五六七八九十\\d]{1,2}[)]',
].join('|')

/** One pattern for everything, made once for a report. */
export const tokenPattern = ({ pattern }: Vocabulary): RegExp =>
  new RegExp(
    [
      `(?<range>${year}${gap}年?${gap}[-—~至到]{1,2}${gap}${year}${gap}年度?)`,
      `(?<label>${labels})`,
      `(?<year>${year}${gap}年度?|(?:去年|上年|上一年|前一年)(?:同期|度)?|(?:今年|本年度?|当年)|(?<![\\d.,])${year}(?=\\s{0,2}[一-龥])(?!\\s{0,2}[万亿元项份件个家人名倍千百]))`,
      '(?<quarters>(?:[两三四]个|各|[一1]至[四4]个?)季度)',
      `(?<period>${periodPattern})`,
      `(?<month>\\d{1,2}${gap}月份?)`,
      `(?<front>前\\s{0,2}(?:\\d{1,2}|[一二三四五六七八九十]{1,2})(?:位|名|个|大)?)`,
      `(?<band>${rangePattern}|(?:超过|大于|高于|不低于|达到?)${digitsPattern}\\s{0,2}(?:亿|万)元(?=的(?:大额|重大|单项)?(?:技术)?合同)|(?<![\\d.\\s])(?:亿|千万|百万)元(?:及|含)?以[上下](?=的?(?:大额|重大|单项)?(?:技术)?合同)|${digitsPattern}\\s{0,2}(?:亿|万)元(?:及|\\(不?含\\)|含)?以[上下](?=的?(?:大额|重大|单项)?(?:技术)?合同|区间|规模|的?共?\\s{0,2}\\d{1,6}\\s{0,2}项)|(?<=[次大多高][为是]\\s{0,2})${digitsPattern}\\s{0,2}(?:亿|万)元(?:及|含)?以[上下])`,
      `(?<subject>${pattern})`,
      `(?<shortType>${shortTypePattern})`,
      `(?<together>(?:上述|以上|这)?(?:(?:[两二三四五六]|[2-6]\\s?)(?:类|者|个领域|大[一-龥]{2}|个单位|家单位|种|项|种方式|个[一-龥]{2,4}|[区市县州省地院校站师家])(?:技术)?(?:合同|领域)?(?:成交额|成交金额|合同金额|合同额|金额)?|二者|两者)[,，]?(?:合计|共计|之和|共(?!同)|占比合计|总和))`,
      `(?<number>${numeralPattern})`,
      ...cueNames.map((name) => `(?<${name}>${cues[name]})`),
      '(?<bracket>[()])',
      '(?<stop>[。！!?；;，,、：:\\n])',
    ].join('|'),
    'gm',
  )

const depths: Record<string, 1 | 2 | 3 | 4> = { '、': 1, ',': 2, '，': 2, ':': 2, '：': 2, ';': 3, '；': 3 }

/** What a report is read by. `year`: what 今年 is; `title`: what it calls itself; `looksBack`: it was
 * written in the year after, and its 去年 is its own year; `period`: the part of the year it is of. */
export interface Language {
  pattern: RegExp
  words: Vocabulary['words']
  year: number
  title: string
  looksBack: boolean
  period: string | null
}

/** The words and numbers of a narrowed text that mean something here, in their order. */
export function tokensOf(text: string, language: Language): Token[] {
  const tokens: Token[] = []
  for (const found of text.matchAll(language.pattern)) {
    const span = { start: found.index, end: found.index + found[0].length }
    const token = tokenOf(found, language)
    if (token) tokens.push({ ...span, ...token } as Token)
  }
  return tokens
}

type Bare<T> = T extends unknown ? Omit<T, keyof Span> : never

function tokenOf(found: RegExpExecArray, { words, year: reportYear, period }: Language): Bare<Token> | null {
  const [text] = found
  const groups = found.groups ?? {}
  if (groups.label !== undefined) return /[\d一二三四五六七八九十]/.test(text) ? { kind: 'label' } : null
  if (groups.range !== undefined) {
    const [from = 0, to = 0] = (text.match(/\d{4}/g) ?? []).map(Number)
    return from < to ? { kind: 'range', from, to } : { kind: 'label' }
  }
  if (groups.month !== undefined) return { kind: 'label' }
  if (groups.period !== undefined) return partOfYear(text, period)
  if (groups.year !== undefined) return yearOf(text, reportYear)
  if (groups.front !== undefined)
    return { kind: 'front', count: readNumeral(`第${text.slice(1).replace(/[个大]$/, '')}`)?.value ?? null }
  if (groups.together !== undefined) return { kind: 'together', count: countOf(text) }
  if (groups.band !== undefined) {
    const subject = bandOf(text, false) ?? openBand(text)
    return subject ? { kind: 'subject', subject } : { kind: 'number', numeral: null }
  }
  if (groups.number !== undefined) return numberOf(text)
  if (groups.subject !== undefined) {
    const subject = words.get(text)
    return subject ? { kind: 'subject', subject } : null
  }
  if (groups.shortType !== undefined) {
    const subject = words.get(`技术${text}`)
    return subject ? { kind: 'subject', subject } : null
  }
  if (groups.bracket !== undefined) return { kind: 'bracket', opens: text === '(' }
  if (groups.quarters !== undefined)
    return {
      kind: 'each',
      of: quarters
        .slice(0, '一两三四'.indexOf(text[0] ?? '') + 1 || 4)
        .map((code) => [{ split: 'period', code: within(code, period) }]),
    }
  if (groups.stop !== undefined) return { kind: 'stop', depth: depths[text] ?? 4 }
  const cue = cueNames.find((name) => groups[name] !== undefined)
  return cue ? { kind: 'cue', cue } : null
}

/** What the whole report is of narrows nothing; half a year falls into two quarters that are no quarters of a year's report. */
function partOfYear(text: string, whole: string | null): Bare<Token> | null {
  const code = periodOf(text)
  if (code === null) return { kind: 'label' }
  if (code === whole) return /\d/.test(text) ? { kind: 'label' } : null
  return { kind: 'subject', subject: { split: 'period', code: within(code, whole) } }
}

function countOf(text: string): number {
  const first = /[两二三四五六2-6]/.exec(text)?.[0] ?? ''
  return Number(first) || '  二三四五六'.indexOf(first.replace('两', '二'))
}

function openBand(text: string): Subject | null {
  const [, word] = /^(亿|千万|百万)元/.exec(text) ?? []
  if (word) return overSubject(word === '亿' ? 10000 : word === '千万' ? 1000 : 100, text.endsWith('上'))
  const found = /^(?:[^\d]{1,3})?([\d.,]+)\s*(亿|万)/.exec(text)
  if (!found) return null
  const bound = Number((found[1] ?? '').replaceAll(',', '')) * (found[2] === '亿' ? 1e4 : 1)
  return overSubject(bound, !text.endsWith('下'))
}

function yearOf(text: string, reportYear: number): Bare<Token> {
  const digits = /\d{4}/.exec(text)?.[0]
  if (digits) return { kind: 'year', year: Number(digits), printed: true }
  return {
    kind: 'year',
    year: /^[今本当]/.test(text) ? reportYear : reportYear - 1,
    printed: false,
    recent: text === '去年',
  }
}

/** 一批, 一次: a Chinese one counts nothing. */
function numberOf(text: string): Bare<Token> | null {
  const numeral = readNumeral(text)
  return numeral?.unit === 'thing' && /^[一两几零〇十百千]/.test(text) && numeral.value <= 1
    ? null
    : { kind: 'number', numeral }
}
