import 'server-only'
import { z } from 'zod'
import { changeCredential, endSessions, findCredential } from '@/db/queries/accounts'
import { recordTrail } from '@/db/trail'
import { Problem } from '@/lib/domain/problems'
import { refused } from '../refuse'
import { verb } from '../verb'
import { holdAccount, said } from './hold'
import { earlierAfter, hashPassword, oneTimePassword } from './password'

const one = z.strictObject({ id: z.uuid() })

/** Gives the account a one-time password, returned once, and ends its sessions. One's own is changed, not reset. */
export const resetPassword = verb('account.write', one, async (work, { id }) => {
  const { tx, actor } = work
  if (id === actor.id) throw refused('id', 'own-account')
  const before = await holdAccount(work, id)
  const credential = await findCredential(tx, id)
  if (!credential) throw new Problem({ code: 'not-found' })
  const password = oneTimePassword()
  await changeCredential(tx, id, {
    passwordHash: await hashPassword(password),
    mustChange: true,
    earlier: earlierAfter(credential),
  })
  await endSessions(tx, id)
  await recordTrail(tx, actor, {
    action: 'password.reset',
    subjectKind: 'account',
    subject: id,
    details: said(before),
  })
  return { username: before.username, oneTimePassword: password }
})
