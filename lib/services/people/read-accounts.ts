import 'server-only'
import {
  type AccountFilters,
  countSessions,
  findAccount,
  findCredential,
  type ListedAccount,
  listAccounts,
  listTokens,
  type Token,
} from '@/db/queries/accounts'
import type { Actor } from '@/lib/domain/access/actor'
import { usualPageSize } from '@/lib/domain/preferences'
import { Problem } from '@/lib/domain/problems'
import { reading } from '../reader'

export type { AccountFilters } from '@/db/queries/accounts'

/** One page of accounts and the user name the next one begins after, null at the end. */
export const accountsPage = (
  actor: Actor,
  filters: AccountFilters,
  after?: string,
  size: number = usualPageSize,
): Promise<{ accounts: ListedAccount[]; next: string | null }> =>
  reading(actor, 'account.read', async (tx) => {
    const found = await listAccounts(tx, filters, { after, most: size + 1 })
    const accounts = found.slice(0, size)
    return { accounts, next: found.length > size ? (accounts.at(-1)?.username ?? null) : null }
  })

export interface AccountSheet {
  account: { id: string; username: string; name: string; role: Actor['role']; unit: string | null }
  disabledAt: Date | null
  createdAt: Date
  mustChange: boolean
  passwordChangedAt: Date
  sessions: number
  tokens: Token[]
}

/** All there is to know about one account but its secrets. @throws {Problem} not-found */
export const accountSheet = (actor: Actor, id: string): Promise<AccountSheet> =>
  reading(actor, 'account.read', async (tx) => {
    const found = await findAccount(tx, id)
    const credential = await findCredential(tx, id)
    if (!found || !credential) throw new Problem({ code: 'not-found' })
    const { disabledAt, createdAt, ...account } = found
    return {
      account,
      disabledAt,
      createdAt,
      mustChange: credential.mustChange,
      passwordChangedAt: credential.changedAt,
      sessions: await countSessions(tx, id),
      tokens: await listTokens(tx, id),
    }
  })
