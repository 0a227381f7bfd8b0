import {
  and,
  desc,
  eq,
  getTableColumns,
  gt,
  ilike,
  inArray,
  isNotNull,
  isNull,
  max,
  or,
  sql,
} from 'drizzle-orm'
import type { Actor, Principal } from '@/lib/domain/access/actor'
import type { Role } from '@/lib/domain/access/roles'
import type { TokenScope } from '@/lib/domain/access/token-scopes'
import type { Tx } from '../client'
import { account, apiToken, credential, session } from '../schema'

type AccountRow = typeof account.$inferSelect
export type Account = Omit<AccountRow, 'role'> & { role: Role }
export type Credential = typeof credential.$inferSelect

/** Whom an account stands in for today, null for nobody; selected beside it. */
export const standsFor = sql<Principal[] | null>`jishi_principals(${account.id})`

export const asActor = (
  { id, username, name, role, unit }: Omit<AccountRow, 'createdAt'>,
  principals: Principal[] | null,
): Actor => ({
  id,
  username,
  name,
  role: role as Role,
  unit,
  ...(principals && { standsFor: principals }),
})

/** Account and credential of a user name, whether enabled or not. Readable at the gate. */
export async function findSignIn(
  tx: Tx,
  username: string,
): Promise<{ account: Account; credential: Credential } | null> {
  const [row] = await tx
    .select({ account, credential })
    .from(account)
    .innerJoin(credential, eq(credential.account, account.id))
    .where(eq(account.username, username))
  return row ? { ...row, account: row.account as Account } : null
}

/** An enabled account by its user name or its id. */
export async function findEnabled(tx: Tx, by: { username: string } | { id: string }): Promise<Actor | null> {
  const [row] = await tx
    .select({ account, standsFor })
    .from(account)
    .where(
      and('id' in by ? eq(account.id, by.id) : eq(account.username, by.username), isNull(account.disabledAt)),
    )
  return row ? asActor(row.account, row.standsFor) : null
}

export async function findAccount(
  tx: Tx,
  id: string,
  options: { lock?: boolean } = {},
): Promise<Account | null> {
  const query = tx.select().from(account).where(eq(account.id, id))
  const [row] = await (options.lock ? query.for('update') : query)
  return row ? (row as Account) : null
}

export async function hasAccounts(tx: Tx): Promise<boolean> {
  const [row] = await tx.select({ id: account.id }).from(account).limit(1)
  return row !== undefined
}

/** Adds account and credential; false when the user name is taken. */
export async function insertAccount(
  tx: Tx,
  values: typeof account.$inferInsert,
  secret: Pick<Credential, 'passwordHash' | 'mustChange'>,
): Promise<boolean> {
  const made = await tx
    .insert(account)
    .values(values)
    .onConflictDoNothing({ target: account.username })
    .returning({ id: account.id })
  if (made.length === 0) return false
  await tx.insert(credential).values({ account: values.id, ...secret })
  return true
}

export async function changeAccount(
  tx: Tx,
  id: string,
  change: Partial<Pick<AccountRow, 'name' | 'role' | 'unit'>> & { disabled?: boolean },
): Promise<void> {
  const { disabled, ...rest } = change
  const disabledAt = disabled === undefined ? {} : { disabledAt: disabled ? sql`jishi_now()` : null }
  await tx
    .update(account)
    .set({ ...rest, ...disabledAt })
    .where(eq(account.id, id))
}

export async function findCredential(tx: Tx, accountId: string): Promise<Credential | null> {
  const [row] = await tx.select().from(credential).where(eq(credential.account, accountId))
  return row ?? null
}

export async function changeCredential(
  tx: Tx,
  accountId: string,
  change: Pick<Credential, 'passwordHash' | 'mustChange' | 'earlier'>,
): Promise<void> {
  await tx
    .update(credential)
    .set({ ...change, changedAt: sql`jishi_now()` })
    .where(eq(credential.account, accountId))
}

/** Enabled administrators, locked, so that two of them can't step down in the same moment. */
export async function lockAdministrators(tx: Tx): Promise<string[]> {
  const rows = await tx
    .select({ id: account.id })
    .from(account)
    .where(and(eq(account.role, 'admin'), isNull(account.disabledAt)))
    .orderBy(account.id)
    .for('update')
  return rows.map(({ id }) => id)
}

export async function insertToken(tx: Tx, values: typeof apiToken.$inferInsert): Promise<void> {
  await tx.insert(apiToken).values(values)
}

/** Marks a token withdrawn; null where there is none that still could be, or none of the account's. */
export async function withdrawToken(
  tx: Tx,
  id: string,
  of?: string,
): Promise<{ account: string; label: string } | null> {
  const [gone] = await tx
    .update(apiToken)
    .set({ withdrawnAt: sql`jishi_now()` })
    .from(account)
    .where(
      and(
        eq(apiToken.id, id),
        isNull(apiToken.withdrawnAt),
        eq(account.id, apiToken.account),
        of ? eq(apiToken.account, of) : undefined,
      ),
    )
    .returning({ account: account.username, label: apiToken.label })
  return gone ?? null
}

export interface AccountFilters {
  /** Part of the name or the user name. */
  words?: string
  role?: Role
  unit?: string
  state?: 'enabled' | 'disabled'
}

export interface ListedAccount extends Account {
  mustChange: boolean
  lastSeen: Date | null
}

const likeText = (words: string) => `%${words.replace(/[\\%_]/g, '\\$&')}%`

/** Accounts by user name, from the one after `after` on. */
export async function listAccounts(
  tx: Tx,
  { words, role, unit, state }: AccountFilters,
  page: { after?: string; most: number },
): Promise<ListedAccount[]> {
  const rows = await tx
    .select({ account, mustChange: credential.mustChange, lastSeen: max(session.seenAt) })
    .from(account)
    .innerJoin(credential, eq(credential.account, account.id))
    .leftJoin(session, eq(session.account, account.id))
    .where(
      and(
        words
          ? or(ilike(account.username, likeText(words)), ilike(account.name, likeText(words)))
          : undefined,
        role && eq(account.role, role),
        unit ? eq(account.unit, unit) : undefined,
        state && (state === 'enabled' ? isNull(account.disabledAt) : isNotNull(account.disabledAt)),
        page.after ? gt(account.username, page.after) : undefined,
      ),
    )
    .groupBy(account.id, credential.mustChange)
    .orderBy(account.username)
    .limit(page.most)
  return rows.map((row) => ({
    ...(row.account as Account),
    mustChange: row.mustChange,
    lastSeen: row.lastSeen,
  }))
}

export type Token = Omit<typeof apiToken.$inferSelect, 'hash' | 'scope'> & { scope: TokenScope }

/** The account's tokens, newest first, without what they are. */
export async function listTokens(tx: Tx, accountId: string): Promise<Token[]> {
  const { hash: _hash, ...columns } = getTableColumns(apiToken)
  const rows = await tx
    .select(columns)
    .from(apiToken)
    .where(eq(apiToken.account, accountId))
    .orderBy(desc(apiToken.createdAt))
  return rows as Token[]
}

export async function countSessions(tx: Tx, accountId: string): Promise<number> {
  return tx.$count(session, eq(session.account, accountId))
}

/** A token that speaks: whose it is and what it may do. */
export interface SpeakingToken {
  actor: Actor
  token: { id: string; label: string; scope: TokenScope; expiresAt: Date }
}

/** Whose token this is, if it is valid now and the account may use it; must-change accounts may not. Notes the minute. */
export async function findTokenActor(tx: Tx, hash: string): Promise<SpeakingToken | null> {
  const [row] = await tx
    .select({
      account,
      standsFor,
      token: apiToken,
      stale: sql<boolean>`${apiToken.usedAt} is null or ${apiToken.usedAt} < jishi_now() - interval '1 minute'`,
    })
    .from(apiToken)
    .innerJoin(account, eq(account.id, apiToken.account))
    .innerJoin(credential, eq(credential.account, account.id))
    .where(
      and(
        eq(apiToken.hash, hash),
        isNull(apiToken.withdrawnAt),
        isNull(account.disabledAt),
        eq(credential.mustChange, false),
        sql`${apiToken.expiresAt} > jishi_now()`,
      ),
    )
  if (!row) return null
  const { id, label, scope, expiresAt } = row.token
  if (row.stale) await tx.update(apiToken).set({ usedAt: sql`jishi_now()` }).where(eq(apiToken.id, id))
  return {
    actor: asActor(row.account, row.standsFor),
    token: { id, label, scope: scope as TokenScope, expiresAt },
  }
}

/** Signs the account out everywhere, at once. `but` is the session that may stay. */
export async function endSessions(tx: Tx, accountId: string, but?: string): Promise<number> {
  const ended = await tx
    .delete(session)
    .where(and(eq(session.account, accountId), but ? sql`${session.id} <> ${but}` : undefined))
    .returning({ id: session.id })
  return ended.length
}

/** What people are called, by account. */
export async function readAccountNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({ id: account.id, name: account.name })
    .from(account)
    .where(inArray(account.id, [...new Set(ids)]))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
