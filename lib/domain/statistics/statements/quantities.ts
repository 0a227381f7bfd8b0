import { FEN_PER_WAN, FEN_PER_YI, formatYi, grouped, percent, ratio } from '../../money'
import type { Words } from '../../words'

/** Below this, in fen, 万元 with two decimals would print an amount as 0.00. */
const SMALLEST = 5_000n

const both = (text: string): Words => ({ zh: text, en: text })

/**
 * Money in fen: 亿元 with two decimals from 1 亿元 on, below it 万元. English says the same digits in million yuan and
 * in yuan.
 */
export function money(fen: bigint): Words {
  if (fen >= FEN_PER_YI) {
    const zh = formatYi(fen)
    return { zh: `${zh} 亿元`, en: `${moved(zh, 2)} million yuan` }
  }
  return wan(fen)
}

/** n ÷ d fen as 万元 however much it is. */
export function wan(n: bigint, d = 1n): Words {
  if (n > 0n && n < SMALLEST * d) return { zh: '不足 0.01 万元', en: 'less than 100 yuan' }
  const zh = grouped(ratio(n, d * FEN_PER_WAN, 2) ?? '')
  return { zh: `${zh} 万元`, en: `${moved(zh, 4)} yuan` }
}

/** A number of contracts. */
export function contracts(n: bigint): Words {
  const text = grouped(n.toString())
  return { zh: `${text} 项`, en: n === 1n ? '1 contract' : `${text} contracts` }
}

/** A number of two decimals with its point moved right by so many places. */
const moved = (text: string, places: number): string =>
  grouped(BigInt(text.replace(/[.,]/g, '').concat('0'.repeat(places - 2))).toString())

/**
 * part ÷ whole in per cent with one decimal, halves up, never rounded into a falsehood: 100% and 0% are exact, a part
 * that is not all is 近 100%, one that is something 不足 0.1%. The whole is above zero.
 */
export function share(part: bigint, whole: bigint): Words {
  if (part === 0n) return both('0%')
  if (part === whole) return both('100%')
  const text = percent(part, whole, 1) ?? ''
  if (text === '0.0') return { zh: '不足 0.1%', en: 'less than 0.1%' }
  if (text === '100.0' && part < whole) return { zh: '近 100%', en: 'nearly 100%' }
  return both(`${text}%`)
}

/** n ÷ d as a multiple with one decimal, halves up; d is above zero. */
export const times = (n: bigint, d: bigint): string => grouped(ratio(n, d, 1) ?? '')

/** Whether n is more than d by so little that the multiple would print as 1.0. */
export const barelyMore = (n: bigint, d: bigint): boolean => n > d && 20n * n < 21n * d

/** A Chinese verb before a quantity: a space stands before digits alone. */
export const before = (verb: string, quantity: string): string =>
  `${verb}${/^\d/.test(quantity) ? ' ' : ''}${quantity}`

/**
 * How an amount stands to an earlier one above zero. From twice on it is a multiple, since 增长 5 倍 and 为 5 倍 are
 * easily taken for each other; below it growth or fall in per cent.
 */
export function against(now: bigint, earlier: bigint, base: Words): Words {
  if (now === earlier) return { zh: `与${base.zh}持平`, en: `equal to ${base.en}` }
  if (now >= 2n * earlier) {
    const multiple = times(now, earlier)
    return { zh: `为${base.zh}的 ${multiple} 倍`, en: `${multiple} times ${base.en}` }
  }
  const [zh, en] = now > earlier ? ['增长', 'up'] : ['下降', 'down']
  const size = share(now > earlier ? now - earlier : earlier - now, earlier)
  return { zh: `比${base.zh}${before(zh, size.zh)}`, en: `${en} ${size.en} on ${base.en}` }
}
