import 'server-only'
import { type Account, findAccount, lockAdministrators } from '@/db/queries/accounts'
import { Problem } from '@/lib/domain/problems'
import type { Work } from '../verb'

/** What the trail says about an account. */
export const said = ({ username, name, role, unit }: Account) => ({ username, name, role, unit })

/**
 * The account, held. All administrators are held with it: two who disable or demote each other in the same moment
 * come one after the other, and the second finds that it is no administrator any more.
 */
export async function holdAccount({ tx, actor }: Work, id: string): Promise<Account> {
  const administrators = await lockAdministrators(tx)
  if (!administrators.includes(actor.id)) throw new Problem({ code: 'forbidden' })
  const account = await findAccount(tx, id, { lock: true })
  if (!account) throw new Problem({ code: 'not-found' })
  return account
}
