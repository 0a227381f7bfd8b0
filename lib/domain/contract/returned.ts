import { z } from 'zod'
import type { Content } from './content'
import { toWire } from './kinds'

const verdictSchema = z.object({
  reasons: z.array(z.object({ code: z.string(), path: z.string(), text: z.string() })).default([]),
  text: z.string().default(''),
})

export type ReturnedReason = z.output<typeof verdictSchema>['reasons'][number]

/** What the centre asked for when it sent a contract back. */
export interface Returned {
  reasons: ReturnedReason[]
  text: string
  at: string
  /** What the contract said then, in wire form. */
  content: unknown
  /** Kinds of files put on or taken off since. */
  attachmentsTouched: string[]
}

/** The words of a return as the record keeps them. */
export const readReturn = (verdict: unknown): Pick<Returned, 'reasons' | 'text'> =>
  verdictSchema.catch({ reasons: [], text: '' }).parse(verdict ?? {})

/**
 * Whether something changed where a reason points: asked against done. It tells that the office worked on it, not
 * that the work is right.
 */
export function isTouched(returned: Returned, reason: ReturnedReason, content: Content): boolean {
  if (/^ATT\d\d$/.test(reason.path)) return returned.attachmentsTouched.includes(reason.path)
  const [before, after] = [at(returned.content, reason.path), at(toWire(content), reason.path)]
  return stable(before) !== stable(after)
}

/** The value at a dotted path of a content in wire form. */
export const at = (content: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        value !== null && typeof value === 'object' ? (value as Record<string, unknown>)[key] : undefined,
      content,
    )

/** JSON with its keys in order: what the database gives back may order them otherwise. */
export function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stable).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${stable(inner)}`).join(',')}}`
  }
  return JSON.stringify(value) ?? 'null'
}
