import 'server-only'
import { cookies, headers } from 'next/headers'
import { forbidden, redirect } from 'next/navigation'
import { decode, encode } from 'next-auth/jwt'
import { cache } from 'react'
import type { Actor } from '@/lib/domain/access/actor'
import { awayCookie } from '@/lib/domain/access/away'
import { may, type Permission } from '@/lib/domain/access/permissions'
import { ownAddress } from '@/lib/domain/own-address'
import { type Preferences, usualPageSize } from '@/lib/domain/preferences'
import { settings } from '@/lib/env'
import { routes } from '@/lib/routes'
import { readSession, type Session } from './people/sign-in'

/** Set by proxy.ts: where this request goes, so that sign-in can lead back to it. */
export const pathHeader = 'x-jishi-path'

const day = 24 * 60 * 60

/** The session cookie, shared with next-auth. It holds nothing but the number of a session row, encrypted. */
export function sessionCookie() {
  const secure = settings().PUBLIC_URL?.startsWith('https:') ?? false
  return {
    name: secure ? '__Host-jishi.session' : 'jishi.session',
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure } as const,
  }
}

/** However busy, a person signs in once a day. */
export const sessionSeconds = day

export function sessionKey(): string {
  const key = settings().SESSION_KEY
  if (!key) throw new Error('SESSION_KEY is not set: start the program with npm start')
  return key
}

/**
 * The session of this request, checked against the register once; also one that must change its password first. A page
 * that renews itself while nobody is at it says so, and does not keep the session from ending.
 */
export const currentSession = cache(async (): Promise<Session | null> => {
  const id = await currentSessionId()
  const attended = !(await cookies()).has(awayCookie)
  return id === null ? null : readSession(id, { attended })
})

/** The number in this request's session cookie, whether or not such a session stands. */
export async function currentSessionId(): Promise<string | null> {
  const token = (await cookies()).get(sessionCookie().name)?.value
  if (!token) return null
  const content = await decode({ token, secret: sessionKey() }).catch(() => null)
  return typeof content?.sid === 'string' ? content.sid : null
}

/**
 * What the person of this request chose for themselves; nothing before anybody has signed in. Nor while the database is not
 * to be had: the page that says so has a language too.
 */
export const currentPreferences = async (): Promise<Preferences> => {
  try {
    return (await currentSession())?.preferences ?? {}
  } catch (error) {
    // Next's own signals carry a digest and must pass.
    if (error instanceof Error && 'digest' in error) throw error
    return {}
  }
}

/** Rows on a page of a list as the person of this request chose; `usual` where they chose nothing. */
export const currentPageSize = async (usual = usualPageSize): Promise<number> =>
  (await currentPreferences()).pageSize ?? usual

/** The signed-in person of this request, or null. Whoever has to change the password first is nobody yet. */
export async function currentActor(): Promise<Actor | null> {
  const session = await currentSession()
  return session && !session.mustChange ? session.actor : null
}

/**
 * The person a page is made for. Leads to sign-in when there is none, to the change of password when that comes
 * first, and shows the no-permission page (403) when the role lacks the permission.
 */
export async function requireActor(permission?: Permission): Promise<Actor> {
  const session = await currentSession()
  if (!session) redirect(routes.signIn((await headers()).get(pathHeader) ?? undefined))
  if (session.mustChange) redirect(routes.changePassword())
  if (permission && !may(session.actor.role, permission)) forbidden()
  return session.actor
}

/** Gives this browser the session's cookie, as next-auth's own route would. */
export async function giveSession(id: string): Promise<void> {
  const { name, options } = sessionCookie()
  const value = await encode({ token: { sid: id }, secret: sessionKey(), maxAge: sessionSeconds })
  ;(await cookies()).set(name, value, { ...options, maxAge: sessionSeconds })
}

/** The client's address as the proxy in front, or instrumentation.ts, put it there; '' where neither did. */
export async function clientAddress(): Promise<string> {
  return addressOf((await headers()).get('x-forwarded-for'))
}

/** The last entry is the one our own proxy wrote; those before it are the client's to invent. */
export const addressOf = (forwarded: string | null | undefined): string =>
  (forwarded?.split(',').at(-1)?.trim() ?? '').replace(/^::ffff:/, '')

/** The address inside the house that `from` names, or the start page. */
export const ownPath = (from: string | null | undefined): string => ownAddress(from) ?? routes.home()

/** Whether people may come in through the organisation's identity provider. */
export const providerConfigured = (): boolean => settings().OIDC_ISSUER !== undefined
