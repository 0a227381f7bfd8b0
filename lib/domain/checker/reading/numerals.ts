import { bandBounds, type Subject } from '../subject'
import { chineseDecimals, chineseNumber } from './chinese-numerals'

export type NumeralUnit =
  | 'money'
  | 'percent'
  | 'points'
  | 'times'
  | 'ratio'
  | 'place'
  | 'piece'
  | 'thing'
  | 'bare'

/** A number as it stands. Money is in 万元, per cent in per cent, shares of ten in per cent. */
export interface Numeral {
  unit: NumeralUnit
  value: number
  half: number
  /** 余, 多 behind the number. */
  more: boolean
  /** What is counted, for a thing. */
  noun: string
}

const scales: Record<string, number> = {
  十: 10,
  百: 100,
  千: 1e3,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  万亿: 1e12,
}
const scale = '万亿|千万|百万|十万|亿|万|千|百'
const pieces = '项次|项|份|件|个(?!百分)|宗|笔'
const things =
  '人次|人|名(?!称|录|单|为|义)|位(?!居|列|于|置)|家|所|场次|场|期|次|批|类|种|天|工作日|亩|公里|平方米|部|篇|门|学时|册|台|套|条|处|座|吨|公斤|户|支|款|美元|只|周年|周|年|个月|岁|届|师市|小时|分钟'

/** Digits, in threes or not; the threes may stand apart, 57 820. */
export const digitsPattern =
  '(?:\\d{1,3}(?:,\\d{3}){1,6}(?!\\d)|(?<![\\d.])\\d{1,3}(?: \\d{3}){1,4}(?=\\s?(?:\\.\\d|[万亿元项份件人家名个%]|$))|\\d{1,20})(?:\\.\\d{1,12})?'
const cn = '[零〇一二两三四五六七八九十百千]'
const gap = '\\s{0,3}'

/** A number with its unit. */
export const numeralPattern = [
  `(?:(?:${digitsPattern})${gap}(?::|比)${gap}1(?![\\d.:])|1${gap}:${gap}${digitsPattern})`,
  `百分之${cn}{1,8}(?:点${cn}{1,6})?`,
  `第${gap}(?:\\d{1,3}|${cn}{1,4})(?:${gap}(?:名|位))?(?![一-龥]?[章节条届期批]|医院|附属|人民|产业|研究)`,
  `[-]?${digitsPattern}${gap}(?:余|多)?${gap}(?:${scale})?(?:余|多)?${gap}(?:元|个百分点|百分点|%|‰|倍|成(?!果|交|立|效|为|绩|员)|${pieces}|${things})?`,
  `${cn}{1,6}(?:余|多)?(?:万|亿)?(?:元|个百分点|倍|成(?!果|交|立|效|为|绩|员|熟|本)|${pieces}|${things}|分之${cn}{1,3})`,
  '(?:一半|半数|过半)',
  '翻(?:一|了一)?番',
  '(?<=[超过破上达逾于]|突破)(?:千万|百万|亿)元',
].join('|')

/** Reads what {@link numeralPattern} found; null where it is no number after all. */
export function readNumeral(text: string): Numeral | null {
  const plain = text.replace(/\s/g, '')
  return ratio(plain) ?? words(plain) ?? place(plain) ?? measured(plain)
}

const numeral = (unit: NumeralUnit, value: number, half: number, more = false, noun = ''): Numeral => ({
  unit,
  value,
  half,
  more,
  noun,
})

const decimalsOf = (text: string) => text.split('.')[1]?.length ?? 0
const toNumber = (text: string) => Number(text.replaceAll(',', ''))

function ratio(text: string): Numeral | null {
  const found = /^([\d.,]+)[:比]([\d.,]+)$/.exec(text)
  if (!found) return null
  const [, left = '', right = ''] = found
  const [main, turned] = right === '1' ? [left, false] : [right, true]
  const half = 0.5 * 10 ** -decimalsOf(main)
  const value = toNumber(main)
  return turned && value > 0 ? numeral('ratio', 1 / value, half / value ** 2) : numeral('ratio', value, half)
}

function words(text: string): Numeral | null {
  if (/^(一半|半数|过半)$/.test(text)) return numeral('percent', 50, 0, true)
  if (/番$/.test(text)) return numeral('times', 2, 0.05)
  if (/^(千万|百万|亿)元$/.test(text)) return numeral('money', (scales[text.slice(0, -1)] ?? 0) / 1e4, 0)
  const percent = /^百分之(.+)$/.exec(text)?.[1]
  if (percent) {
    const value = chineseNumber(percent)
    return value === null ? null : numeral('percent', value, 0.5 * 10 ** -chineseDecimals(percent))
  }
  const parts = /^(.+)分之(.+)$/.exec(text)
  const [of, part] = [chineseNumber(parts?.[1] ?? ''), chineseNumber(parts?.[2] ?? '')]
  return of && part ? numeral('percent', (100 * part) / of, 2.5) : null
}

function place(text: string): Numeral | null {
  const found = /^第(.+?)[名位]?$/.exec(text)?.[1]
  if (!found) return null
  const value = /^\d+$/.test(found) ? Number(found) : chineseNumber(found)
  return value ? numeral('place', value, 0) : null
}

const measuredForm = new RegExp(`^(-?[\\d.,]+|${cn}+)(余|多)?(${scale})?(余|多)?(.*)$`)

function measured(text: string): Numeral | null {
  const found = measuredForm.exec(text)
  if (!found) return null
  const [, number = '', more1, power = '', more2, unit = ''] = found
  const digital = /^-?\d/.test(number)
  const value = digital ? toNumber(number) : chineseNumber(number)
  if (value === null || !Number.isFinite(value)) return null
  const factor = scales[power] ?? 1
  const half = 0.5 * 10 ** -decimalsOf(number) * factor
  const more = more1 !== undefined || more2 !== undefined
  if (unit === '元' || (unit === '' && (power === '万' || power === '亿')))
    return numeral('money', (value * factor) / 1e4, half / 1e4, more)
  if (unit === '%') return numeral('percent', value, half, more)
  if (unit === '‰') return numeral('percent', value / 10, half / 10, more)
  if (unit.endsWith('百分点')) return numeral('points', value, half, more)
  if (unit === '倍') return numeral('times', value * factor, half, more)
  if (unit === '成') return numeral('percent', value * 10, 5, more)
  if (unit === '') return numeral('bare', value * factor, half, more)
  const exact = digital && factor === 1 ? 0 : factor === 1 ? 0 : half
  return new RegExp(`^(?:${pieces})$`).test(unit)
    ? numeral('piece', value * factor, exact, more, unit)
    : numeral('thing', value * factor, exact, more, unit)
}

const rangeForm = new RegExp(
  `^(${digitsPattern})\\s*(亿|万)?元?\\s*(?:[-~—–至到]+)\\s*(${digitsPattern})\\s*(亿|万)?元?$`,
)

/** Two bounds of a size, `500万元~1000万元`; only with a unit in running text, in a table also without. */
export const rangePattern = `${digitsPattern}${gap}(?:亿|万)?元?${gap}[-~—–至到]{1,2}${gap}${digitsPattern}${gap}(?:亿|万)元`

/** The size band of a range or of `1亿元及以上`, `1万元以下`. @param inWan read plain numbers as 万元 */
export function bandOf(text: string, inWan: boolean): Subject | null {
  const plain = text.replace(/[\s()]|万元$/g, (found) => (found === '万元' ? found : ''))
  const range = rangeForm.exec(plain)
  if (range) {
    const [, low = '', lowUnit, high = '', highUnit] = range
    if (!inWan && !lowUnit && !highUnit) return null
    const to = toNumber(high) * (highUnit === '亿' ? 1e4 : 1)
    const from = toNumber(low) * ((lowUnit ?? highUnit) === '亿' ? 1e4 : 1)
    return from < to ? rangeSubject(from, to) : null
  }
  const open = new RegExp(`^(${digitsPattern})(亿|万)?元?(?:\\(含\\)|含)?(及?以[上下])(?:的.*)?$`).exec(plain)
  if (!open || (!inWan && !open[2])) return null
  const bound = toNumber(open[1] ?? '') * (open[2] === '亿' ? 1e4 : 1)
  return overSubject(bound, (open[3] ?? '').endsWith('上'))
}

const bandCode = (index: number) => String(index + 1).padStart(2, '0')

function rangeSubject(from: number, to: number): Subject {
  const at = bandBounds.indexOf(from as 0)
  const isBand = at >= 0 && bandBounds[at + 1] === to
  return isBand ? { split: 'band', code: bandCode(at) } : { split: 'between', code: `${from}-${to}` }
}

/** Contracts of at least, or below, so many 万元. */
export function overSubject(bound: number, above: boolean): Subject {
  if (above && bound === 10000) return { split: 'band', code: '13' }
  if (!above && bound === 1) return { split: 'band', code: '01' }
  return { split: above ? 'over' : 'below', code: String(bound) }
}
