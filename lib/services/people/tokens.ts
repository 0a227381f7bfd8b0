import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import {
  findSignIn,
  findTokenActor,
  insertToken,
  listTokens,
  withdrawToken as markWithdrawn,
  type SpeakingToken,
  type Token,
} from '@/db/queries/accounts'
import { recordTrail } from '@/db/trail'
import { gate, inTransaction } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { tokenScopeNames } from '@/lib/domain/access/token-scopes'
import { Problem } from '@/lib/domain/problems'
import { reading } from '../reader'
import { refused } from '../refuse'
import { verb } from '../verb'
import { normalUsername } from './prove'

const input = z.strictObject({
  username: z.string().transform(normalUsername),
  label: z.string().trim().min(1, 'required').max(60, 'too-long'),
  days: z.number().int().min(1, 'days').max(1095, 'days'),
  scope: z.enum(tokenScopeNames).default('all'),
})

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/**
 * Issues an API token that carries the account's role and unit for so many days. Only its hash is kept.
 * Returns the token, which can't be shown again.
 */
export const issueToken = verb(
  'account.write',
  input,
  async ({ tx, actor, at }, { username, label, days, scope }) => {
    const found = await findSignIn(tx, username)
    if (!found) throw new Problem({ code: 'not-found' })
    if (found.account.disabledAt) {
      throw refused('username', 'disabled')
    }
    const token = `jishi_${randomBytes(32).toString('base64url')}`
    const id = newId()
    const expiresAt = new Date(at.getTime() + days * 86_400_000)
    await insertToken(tx, { id, account: found.account.id, label, scope, hash: hashOf(token), expiresAt })
    await recordTrail(tx, actor, {
      action: 'token.create',
      subjectKind: 'token',
      subject: id,
      details: { account: found.account.username, label, scope, expiresAt: expiresAt.toISOString() },
    })
    return { id, token, expiresAt: expiresAt.toISOString() }
  },
)

/** Ends a token at once. */
export const withdrawToken = verb(
  'account.write',
  z.strictObject({ id: z.uuid() }),
  async ({ tx, actor }, { id }) => {
    const gone = await markWithdrawn(tx, id)
    if (!gone) throw new Problem({ code: 'not-found' })
    await recordTrail(tx, actor, {
      action: 'token.withdraw',
      subjectKind: 'token',
      subject: id,
      details: gone,
    })
  },
)

const TRY_MINUTES = 15

/**
 * A token of one's own for a quarter of an hour, with which the page of the API asks as whoever is signed in. Nothing is
 * kept of it in the browser.
 */
export const issueTryToken = verb(
  'account.self',
  z.strictObject({ scope: z.enum(tokenScopeNames) }),
  async ({ tx, actor, at }, { scope }) => {
    const token = `jishi_${randomBytes(32).toString('base64url')}`
    const id = newId()
    const expiresAt = new Date(at.getTime() + TRY_MINUTES * 60_000)
    const label = '接口试用 Try'
    await insertToken(tx, { id, account: actor.id, label, scope, hash: hashOf(token), expiresAt })
    await recordTrail(tx, actor, {
      action: 'token.create',
      subjectKind: 'token',
      subject: id,
      details: { account: actor.username, label, scope, expiresAt: expiresAt.toISOString() },
    })
    return { id, token, expiresAt: expiresAt.toISOString() }
  },
)

/** One's own tokens that still speak, newest first. */
export const ownTokens = (actor: Actor): Promise<Token[]> =>
  reading(actor, 'account.self', async (tx, at) =>
    (await listTokens(tx, actor.id)).filter(({ withdrawnAt, expiresAt }) => !withdrawnAt && expiresAt > at),
  )

/** Ends a token of one's own at once. */
export const withdrawOwnToken = verb(
  'account.self',
  z.strictObject({ id: z.uuid() }),
  async ({ tx, actor }, { id }) => {
    const gone = await markWithdrawn(tx, id, actor.id)
    if (!gone) throw new Problem({ code: 'not-found' })
    await recordTrail(tx, actor, {
      action: 'token.withdraw',
      subjectKind: 'token',
      subject: id,
      details: gone,
    })
  },
)

/** Who a bearer token speaks for, or null: unknown, withdrawn, run out, account disabled or never opened. */
export async function callerOfToken(bearer: string): Promise<SpeakingToken | null> {
  if (!/^jishi_[\w-]{43}$/.test(bearer)) return null
  return inTransaction(gate, (tx) => findTokenActor(tx, hashOf(bearer)))
}
