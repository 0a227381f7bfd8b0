import 'server-only'
import { v7 as newId } from 'uuid'
import { findEnabled } from '@/db/queries/accounts'
import { readSettings } from '@/db/queries/reference'
import {
  deleteIdleSessions,
  deleteSession,
  findSession,
  insertSession,
  touchSession,
} from '@/db/queries/sessions'
import { recordTrail } from '@/db/trail'
import { gate, inTransaction } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { hasExpired, longestPassword } from '@/lib/domain/access/password-rules'
import type { Preferences } from '@/lib/domain/preferences'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { normalUsername, provePassword } from './prove'

/** A signed-in browser, checked against the register. */
export interface Session {
  id: string
  actor: Actor
  /** Nothing opens but the change of password until it is done. */
  mustChange: boolean
  preferences: Preferences
}

const longestName = 64

/** Signs in by name and password. Returns the session's id, or null for whatever reason: none is told. */
export async function signIn(
  typed: { username: string; password: string },
  address: string,
): Promise<string | null> {
  const username = normalUsername(typed.username).slice(0, longestName)
  const actor = await provePassword(username, typed.password.slice(0, longestPassword + 1), address)
  return actor && openSession(actor, 'password', address)
}

/** Signs in whom the organisation's identity provider vouches for, if that user name has an enabled account here. */
export async function signInByProvider(username: string, address: string): Promise<string | null> {
  const actor = await inTransaction(gate, (tx) => findEnabled(tx, { username: normalUsername(username) }))
  return actor && openSession(actor, 'oidc', address)
}

const openSession = (actor: Actor, via: 'password' | 'oidc', address: string): Promise<string> =>
  inTransaction(actor, async (tx, at) => {
    const { idleMinutes } = await readSettings(tx, shanghaiDate(at))
    await deleteIdleSessions(tx, actor.id, new Date(at.getTime() - idleMinutes * 60_000))
    const id = newId()
    await insertSession(tx, { id, account: actor.id, address: address || null, via })
    await recordTrail(
      tx,
      actor,
      { action: 'sign-in', subjectKind: 'session', subject: null, details: { via } },
      address,
    )
    return id
  })

/** Whether an enabled account of this name exists, for whoever was vouched for elsewhere. */
export const hasAccount = (username: string): Promise<boolean> =>
  inTransaction(gate, async (tx) => (await findEnabled(tx, { username: normalUsername(username) })) !== null)

/**
 * The session if its row still stands and has not idled too long. Being asked for counts as use, to the minute, unless a
 * page asks by itself with nobody at it.
 */
export const readSession = (id: string, { attended = true } = {}): Promise<Session | null> =>
  inTransaction(gate, async (tx, at) => {
    const [session, { idleMinutes, passwordDays }] = await Promise.all([
      findSession(tx, id),
      readSettings(tx, shanghaiDate(at)),
    ])
    if (!session) return null
    const idle = at.getTime() - session.seenAt.getTime()
    if (idle > idleMinutes * 60_000) {
      await deleteSession(tx, id)
      return null
    }
    if (attended && idle > 60_000) await touchSession(tx, id)
    const mustChange =
      session.via === 'password' &&
      (session.mustChange || hasExpired(session.passwordChangedAt, at, passwordDays))
    return { id, actor: session.actor, mustChange, preferences: session.preferences }
  })

/** Ends the session and says so on the trail. */
export const signOut = (session: Session, address: string): Promise<void> =>
  inTransaction(session.actor, async (tx) => {
    await deleteSession(tx, session.id)
    await recordTrail(
      tx,
      session.actor,
      { action: 'sign-out', subjectKind: 'session', subject: null },
      address,
    )
  })
