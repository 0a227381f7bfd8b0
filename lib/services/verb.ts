import 'server-only'
import type { z } from 'zod'
import type { Tx } from '@/db/client'
import { readEverySetting } from '@/db/queries/reference'
import { inTransactionWith } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { may, type Permission } from '@/lib/domain/access/permissions'
import { Problem } from '@/lib/domain/problems'
import type { Settings } from '@/lib/domain/settings'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { once } from './once'

/** What a verb works with: one transaction in the actor's reach, dated by the database's clock. */
export interface Work {
  tx: Tx
  actor: Actor
  at: Date
  /** The day in Asia/Shanghai. */
  today: string
  /** The settings in force on a day. */
  settingsOn: (day: string) => Settings
}

export interface Verb<Input, Output> {
  permission: Permission
  input: z.ZodType<Input>
  (actor: Actor, input: unknown): Promise<Output>
}

/**
 * A verb in its fixed order: permission, input, transaction; the body then fetches within reach, decides, writes
 * conditionally, appends event and posting, and leaves its trail.
 * @throws {Problem} forbidden, invalid-input, and whatever the body refuses; nothing is written then
 */
export function verb<Input, Output>(
  permission: Permission,
  input: z.ZodType<Input>,
  body: (work: Work, input: Input) => Promise<Output>,
): Verb<Input, Output> {
  const run = async (actor: Actor, raw: unknown): Promise<Output> => {
    if (!may(actor.role, permission)) throw new Problem({ code: 'forbidden' })
    const parsed = parseInput(input, raw)
    const within = once(made)
    return inTransactionWith(actor, readEverySetting, (tx, at, settingsOn) =>
      within(tx, () => body({ tx, actor, at, today: shanghaiDate(at), settingsOn }, parsed)),
    )
  }
  const made = Object.assign(run, { permission, input })
  return made
}

/** @throws {Problem} invalid-input with a path and message for each issue */
export function parseInput<T>(schema: z.ZodType<T>, raw: unknown): T {
  const broken = unstorable(raw)
  if (broken) throw new Problem({ code: 'invalid-input', issues: [{ path: broken.path, message: 'text' }] })
  const parsed = schema.safeParse(raw)
  if (parsed.success) return parsed.data
  throw new Problem({
    code: 'invalid-input',
    issues: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
  })
}

/** Where a text stands that PostgreSQL can't keep: it knows no NUL, and half a surrogate pair is no character. */
function unstorable(value: unknown, path: readonly string[] = []): { path: string } | null {
  if (typeof value === 'string') return /[\0\p{Surrogate}]/u.test(value) ? { path: path.join('.') } : null
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return null
  for (const [name, part] of Object.entries(value)) {
    const found = unstorable(name, path) ?? unstorable(part, [...path, name])
    if (found) return found
  }
  return null
}
