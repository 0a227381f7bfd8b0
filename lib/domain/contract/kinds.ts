import { z } from 'zod'
import { parseYuan, yuanText } from '../money'

/** The largest amount a contract may carry: 1 万亿 yuan, in fen; keeps every sum far inside bigint columns. */
export const mostFen = 100_000_000_000_000n

/** Money on the wire: a decimal string in yuan with up to two decimals; inside, fen as bigint. */
export const moneySchema = z.union([z.string().max(40), z.bigint()]).transform((value, context) => {
  const fen = typeof value === 'bigint' ? value : parseYuan(value)
  if (fen === null || fen < 0n || fen > mostFen) {
    context.addIssue({ code: 'custom', message: 'money' })
    return z.NEVER
  }
  return fen
})

/** Content as JSON: what `contentSchema` reads back unchanged. */
export function toWire(value: unknown): unknown {
  if (typeof value === 'bigint') return yuanText(value)
  if (Array.isArray(value)) return value.map(toWire)
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, inner]) => inner !== undefined)
        .map(([key, inner]) => [key, toWire(inner)]),
    )
  }
  return value
}
