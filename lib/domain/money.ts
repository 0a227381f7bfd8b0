import { z } from 'zod'

/** Money is integer fen (分) everywhere; 元, 万元 and 亿元 exist only at the edges. */
export const FEN_PER_YUAN = 100n
export const FEN_PER_WAN = 1_000_000n
export const FEN_PER_YI = 10_000_000_000n

/** The largest amount one contract may carry: 100 万亿元, far below the database's bigint. */
export const MAX_FEN = 10n ** 16n

const GROUPED = /^(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+)(?:\.\d{0,2})?$/

/**
 * Reads an amount in 元 as a person types or pastes it, into fen.
 * Accepts thousands separators (comma or space, in groups of three), full-width forms and at most two decimals.
 * Anything else (a sign, a unit, `1,00`, three decimals, more than {@link MAX_FEN}) is null: a wrong guess here
 * would be a wrong statistic.
 */
export function parseYuan(text: string): bigint | null {
  const plain = text.normalize('NFKC').replaceAll('。', '.').replaceAll('、', ',').trim()
  if (!GROUPED.test(plain)) return null
  const fen = readDecimal(plain.replace(/[, ]/g, ''))
  return fen > MAX_FEN ? null : fen
}

function readDecimal(text: string): bigint {
  const negative = text.startsWith('-')
  const [yuan = '0', cents = ''] = (negative ? text.slice(1) : text).split('.')
  const fen = BigInt(yuan) * FEN_PER_YUAN + BigInt(cents.padEnd(2, '0'))
  return negative ? -fen : fen
}

const size = (value: bigint): bigint => (value < 0n ? -value : value)

/** Rounds numerator ÷ denominator to whole units, halves away from zero (四舍五入). */
function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n
  const rounded = (2n * size(numerator) + size(denominator)) / (2n * size(denominator))
  return negative ? -rounded : rounded
}

/** Writes value × 10^-decimals as a plain decimal; never `-0`. */
function decimalText(value: bigint, decimals: number): string {
  const digits = size(value)
    .toString()
    .padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const text = decimals === 0 ? whole : `${whole}.${digits.slice(-decimals)}`
  return value < 0n ? `-${text}` : text
}

/** A plain decimal with thousands. */
export const grouped = (text: string): string =>
  text.replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','))

/** The wire form of an amount: plain decimal 元 with two decimals, `2700000.00`. */
export const yuanText = (fen: bigint): string => decimalText(fen, 2)

/** Plain decimal 万元 with two decimals, halves up, as the report prints it: `81423.37`. */
export const wanText = (fen: bigint): string => decimalText(divideHalfUp(fen, FEN_PER_WAN / 100n), 2)

/** 元 for reading: `2,700,000.00`. Chinese and English group alike. */
export const formatYuan = (fen: bigint): string => grouped(yuanText(fen))

/** 万元 for reading, two decimals, halves up, exact: `81,423.37`. */
export const formatWan = (fen: bigint): string => grouped(wanText(fen))

/** 亿元 for headlines, two decimals, halves up, exact: `8.14`. */
export const formatYi = (fen: bigint): string => grouped(decimalText(divideHalfUp(fen, FEN_PER_YI / 100n), 2))

/** numerator ÷ denominator to so many decimals, halves up, from exact integers; null where there is nothing to divide by. */
export function ratio(numerator: bigint, denominator: bigint, decimals: number): string | null {
  if (denominator === 0n) return null
  return decimalText(divideHalfUp(numerator * 10n ** BigInt(decimals), denominator), decimals)
}

/** {@link ratio} in per cent, without the sign: `percent(1n, 3n, 2)` is `33.33`. */
export const percent = (part: bigint, whole: bigint, decimals: number): string | null =>
  ratio(part * 100n, whole, decimals)

/** Wire codec: decimal string in 元 ↔ bigint fen. Negative amounts occur in postings; fields forbid them by their bounds. */
export const MoneyWire = z.codec(
  z
    .string()
    .regex(/^-?\d{1,14}(\.\d{1,2})?$/)
    .describe('Amount in yuan (元) as a decimal string with at most two decimals'),
  z.bigint(),
  { decode: readDecimal, encode: yuanText },
)

export { inCapitals } from './capitals'
