import { type Numeral, numeralPattern, readNumeral } from '../checker/reading/numerals'

/** A number in running text, as somebody typed it. */
export interface Typed {
  /** As it stands, with its unit: 777 项. */
  text: string
  start: number
  end: number
  /** What it says; null where it can't be read, which never equals anything. */
  numeral: Numeral | null
  /** How many digits carry its value; a rounded amount is recognised from three on. */
  significant: number
}

const DAY = '\\d{4}\\s?年\\s?\\d{1,2}\\s?月\\s?\\d{1,2}\\s?日'
const ANY = new RegExp(`(?<day>${DAY})|${numeralPattern}|\\p{Nd}+|[¼-¾⅐-⅞]`, 'gu')

/** Words that hold a numeral and count nothing: 一个, 第八师, 翻番, 过半. */
const IDIOM =
  /^(?:一(?!项|份|件|笔|宗|人|元|成|倍|分之).*|第[^\d名位]+|翻.?番|一半|半数|过半|[千百]?[万亿]元)$/u

/**
 * Every number in a text, in its order: each digit of any script, full-width ones too, and Chinese numerals before a
 * unit (十二项, 百分之三, 三成). A name such as 第八师 and the 一 of 一个 are none.
 */
export function typedDigits(text: string): Typed[] {
  return [...narrow(text).matchAll(ANY)].flatMap(({ 0: found, index, groups }) => {
    if (IDIOM.test(found)) return []
    const [start, end] = [index, index + found.trimEnd().length]
    const said = text.slice(start, end)
    const numeral = groups?.day ? dayOf(found) : withNoun(readNumeral(found.trimEnd()), text.slice(end))
    return [{ text: said, start, end, numeral, significant: found.replace(/\D|^0+/g, '').length }]
  })
}

/** Full-width forms as ordinary ones, each in its place. */
const narrow = (text: string): string =>
  text.replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replaceAll('　', ' ')

const dayOf = (found: string): Numeral => ({
  unit: 'thing',
  value: Number(found.replace(/\s/g, '').replace(/\D/g, (mark) => (mark === '日' ? '' : '0'))),
  half: 0,
  more: false,
  noun: 'day',
})

/** In English the word behind a number says what is counted. */
function withNoun(numeral: Numeral | null, after: string): Numeral | null {
  if (numeral?.unit !== 'bare') return numeral
  return { ...numeral, noun: /^\s?([a-z]+)/i.exec(after)?.[1]?.toLowerCase() ?? '' }
}
