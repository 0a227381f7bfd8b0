import type { NumberSpan } from './spans'

/** What a unit stands for: of fen, of one, or of a whole. */
const SCALES: readonly (readonly [unit: RegExp, n: bigint, d: bigint])[] = [
  [/ 亿元$/, 10n ** 10n, 1n],
  [/ 万元$/, 10n ** 6n, 1n],
  [/ million yuan$/, 10n ** 8n, 1n],
  [/ yuan$/, 100n, 1n],
  [/%$/, 1n, 100n],
  [/( 项| contracts?| 倍| times|:1| to 1)?$/, 1n, 1n],
]

/** Words that stand for a number which would round to nothing or to all. */
function inWords(text: string, { n, d }: { n: bigint; d: bigint }): boolean | null {
  switch (text) {
    case '不足 0.1%':
    case 'less than 0.1%':
      return n > 0n && 2_000n * n < d
    case '近 100%':
    case 'nearly 100%':
      return n < d && 2_000n * (d - n) <= d
    case '不足 0.01 万元':
    case 'less than 100 yuan':
      return n > 0n && n < 5_000n * d
    default:
      return null
  }
}

/** Whether a number is printed as what it is, halves up, to the digits printed; a fall is printed by its size. */
export function isPrintedRight({ text, value, measure }: NumberSpan): boolean {
  const size = { n: value.n < 0n ? -value.n : value.n, d: value.d }
  const words = inWords(text, size)
  if (words !== null) return words
  const scale = SCALES.find(([unit]) => unit.test(text))
  const digits = /^[\d,]+(\.\d+)?/.exec(text)
  if (!scale || !digits || text.replace(scale[0], '') !== digits[0]) return false
  const decimals = digits[1] ? digits[1].length - 1 : 0
  const shown = BigInt(digits[0].replace(/[,.]/g, ''))
  // English amounts end in zeros of their own: 814 million is 8.14 亿, 814,233,700 yuan is 81,423.37 万.
  const zeros = / million yuan$/.test(text) ? 0 : / yuan$/.test(text) ? 2 : 0
  const [, n, d] = scale
  const per = 10n ** BigInt(decimals) * d
  const [left, right] = [2n * size.n * per, 2n * shown * n * size.d]
  const half = n * size.d * 10n ** BigInt(zeros)
  if (measure === 'bound') return left === right
  return left >= right - half && left < right + half
}
