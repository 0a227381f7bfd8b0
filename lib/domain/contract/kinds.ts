import { z } from 'zod'
import { parseYuan, yuanText } from '../money'

/** Money on the wire is a decimal string in yuan; inside it is fen as bigint. */
export const moneySchema = z
  .string()
  .max(40)
  .transform((text, context) => {
    const fen = parseYuan(text)
    if (fen === null) {
      context.addIssue({ code: 'custom', message: 'money' })
      return z.NEVER
    }
    return fen
  })

/** Content as JSON: what `contentSchema` reads back unchanged; instants as ISO 8601. */
export function toWire(value: unknown): unknown {
  if (typeof value === 'bigint') return yuanText(value)
  if (value instanceof Date) return value.toISOString()
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
