import 'server-only'
import { z } from 'zod'
import { endSessions, changeAccount as updateAccount } from '@/db/queries/accounts'
import { recordTrail } from '@/db/trail'
import { refused } from '../refuse'
import { verb } from '../verb'
import { checkUnit, personFields } from './accounts'
import { holdAccount, said } from './hold'

const change = z.strictObject({ id: z.uuid(), ...personFields })

/** Changes name, role or unit. A changed role or unit ends the account's sessions at once. */
export const changeAccount = verb('account.write', change, async (work, { id, name, role, unit }) => {
  const { tx, actor } = work
  const before = await holdAccount(work, id)
  const moved = before.role !== role || before.unit !== unit
  if (moved && id === actor.id) throw refused('role', 'own-account')
  if (moved) await checkUnit(work, { role, unit })
  await updateAccount(tx, id, { name, role, unit })
  if (moved) await endSessions(tx, id)
  await recordTrail(tx, actor, {
    action: 'account.change',
    subjectKind: 'account',
    subject: id,
    details: { before: said(before), after: { username: before.username, name, role, unit } },
  })
})
