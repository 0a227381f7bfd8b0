import 'server-only'
import { z } from 'zod'
import { changeCredential, endSessions, findCredential } from '@/db/queries/accounts'
import { readSettings } from '@/db/queries/reference'
import { recordTrail } from '@/db/trail'
import { inTransaction } from '@/db/transaction'
import { type PasswordRules, passwordFaultsOf } from '@/lib/domain/access/password-rules'
import { Problem } from '@/lib/domain/problems'
import type { Settings } from '@/lib/domain/settings'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { parseInput } from '../verb'
import { earlierAfter, hashPassword, verifyPassword } from './password'
import { provePassword } from './prove'
import type { Session } from './sign-in'

const input = z.strictObject({
  current: z.string().min(1, 'required').max(256, 'wrong-password'),
  next: z.string().min(1, 'required').max(256, 'too-long'),
})

/** The numbers a new password is held to today. */
export const passwordRules = (session: Session): Promise<PasswordRules> =>
  inTransaction(session.actor, (tx, at) => readSettings(tx, shanghaiDate(at)))

/**
 * Changes one's own password and ends one's other sessions.
 * @throws {Problem} invalid-input at `current` (wrong-password) or `next` (a PasswordFault)
 */
export async function changePassword(session: Session, raw: unknown, address: string): Promise<void> {
  const { actor } = session
  const { current, next } = parseInput(input, raw)
  const rules: Settings = await inTransaction(actor, (tx, at) => readSettings(tx, shanghaiDate(at)))
  refuse('next', passwordFaultsOf(next, actor.username, rules))
  if (!(await provePassword(actor.username, current, address))) refuse('current', ['wrong-password'])
  await inTransaction(actor, async (tx) => {
    const credential = await findCredential(tx, actor.id)
    if (!credential) throw new Problem({ code: 'not-found' })
    const used = [credential.passwordHash, ...credential.earlier.slice(0, rules.passwordHistory)]
    for (const hashed of used) {
      if (await verifyPassword(hashed, next)) refuse('next', ['used-before'])
    }
    await changeCredential(tx, actor.id, {
      passwordHash: await hashPassword(next),
      mustChange: false,
      earlier: earlierAfter(credential),
    })
    await endSessions(tx, actor.id, session.id)
    await recordTrail(
      tx,
      actor,
      { action: 'password.change', subjectKind: 'account', subject: actor.id },
      address,
    )
  })
}

function refuse(path: string, messages: readonly string[]): void {
  if (messages.length === 0) return
  throw new Problem({ code: 'invalid-input', issues: messages.map((message) => ({ path, message })) })
}
