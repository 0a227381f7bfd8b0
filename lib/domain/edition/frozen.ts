/**
 * A value as text, exactly: whole numbers of any size, dates and maps come back as what they were. Keys stand in their
 * order of insertion, so that equal values built alike make the same text.
 */
export const freeze = (value: unknown): string => JSON.stringify(wrap(value))

/** The value again. @throws {SyntaxError} where the text is none that `freeze` made */
export const thaw = <T>(text: string): T => unwrap(JSON.parse(text)) as T

/** Marks what JSON knows nothing of. A plain object with such a key is wrapped itself. */
const TAG = '$'

function wrap(value: unknown): unknown {
  if (typeof value === 'bigint') return { [TAG]: 'n', v: value.toString() }
  if (value instanceof Date) return { [TAG]: 'd', v: value.toISOString() }
  if (value instanceof Map) return { [TAG]: 'm', v: [...value].map((pair) => pair.map(wrap)) }
  if (Array.isArray(value)) return value.map(wrap)
  if (typeof value !== 'object' || value === null) return value
  const plain = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, wrap(part)]))
  return Object.hasOwn(value, TAG) ? { [TAG]: 'o', v: plain } : plain
}

function unwrap(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unwrap)
  if (typeof value !== 'object' || value === null) return value
  const known = value as Record<string, unknown>
  switch (known[TAG]) {
    case undefined:
      return plainly(known)
    case 'n':
      return BigInt(String(known.v))
    case 'd':
      return new Date(String(known.v))
    case 'm':
      return new Map((known.v as unknown[][]).map((pair) => pair.map(unwrap) as [unknown, unknown]))
    case 'o':
      return plainly(known.v as Record<string, unknown>)
    default:
      throw new SyntaxError('Not a frozen value')
  }
}

const plainly = (value: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(value).map(([key, part]) => [key, unwrap(part)]))
