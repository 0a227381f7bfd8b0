import 'server-only'
import { z } from 'zod'
import { endSessions, changeAccount as updateAccount } from '@/db/queries/accounts'
import { recordTrail } from '@/db/trail'
import { refused } from '../refuse'
import { verb } from '../verb'
import { holdAccount, said } from './hold'

const one = z.strictObject({ id: z.uuid() })

/** Closes the account to its person and its tokens, at once; sessions end. */
export const disableAccount = verb('account.write', one, async (work, { id }) => {
  if (id === work.actor.id) throw refused('id', 'own-account')
  const before = await holdAccount(work, id)
  if (before.disabledAt) throw refused('id', 'disabled')
  await updateAccount(work.tx, id, { disabled: true })
  await endSessions(work.tx, id)
  await recordTrail(work.tx, work.actor, {
    action: 'account.disable',
    subjectKind: 'account',
    subject: id,
    details: said(before),
  })
})

/** Opens a disabled account again, with the password and the tokens it had. */
export const enableAccount = verb('account.write', one, async (work, { id }) => {
  const before = await holdAccount(work, id)
  if (!before.disabledAt) throw refused('id', 'enabled')
  await updateAccount(work.tx, id, { disabled: false })
  await recordTrail(work.tx, work.actor, {
    action: 'account.enable',
    subjectKind: 'account',
    subject: id,
    details: said(before),
  })
})
