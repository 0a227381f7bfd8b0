import { sql } from '@/db/testing/sql'
import type { Actor } from '@/lib/domain/access/actor'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { person } from '@/lib/testing/house'
import { issueToken } from '../../people/tokens'
import { changeSetting } from '../../settings/change'
import { findOperation } from '../find-operation'
import { serve } from '../serve'

const tokens = new Map<string, string>()

/** Accounts of the demo story whose password is set, so that tokens speak for them. */
export const opened = () =>
  sql()`insert into credential (account, password_hash, must_change)
    select id, 'x', false from account on conflict do nothing`

/** Of how many requests a minute a token may send. */
export const limitRequests = (value: number) =>
  changeSetting(person('admin'), { key: 'apiRequestsPerMinute', from: shanghaiDate(new Date()), value })

/** The same, and no test meets the limit on requests unless it sets one. */
export async function openedWide(): Promise<void> {
  await opened()
  await limitRequests(100_000)
}

/** A token of the account, one for each. */
export async function tokenOf(
  { username }: Pick<Actor, 'username'>,
  scope: 'all' | 'read' = 'all',
): Promise<string> {
  const name = `${username} ${scope}`
  const known = tokens.get(name)
  if (known) return known
  const { token } = await issueToken(person('admin'), { username, label: 'test', days: 1, scope })
  tokens.set(name, token)
  return token
}

interface Sent {
  body?: unknown
  headers?: Record<string, string>
  method?: string
  scope?: 'all' | 'read'
}

/**
 * Sends a request as an account, and holds what is answered against the description: its status, and a JSON answer
 * against its schema.
 */
export async function ask(
  actor: Pick<Actor, 'username'> | null,
  address: string,
  { body, headers = {}, method = body === undefined ? 'GET' : 'POST', scope = 'all' }: Sent = {},
): Promise<Response> {
  const request = () =>
    new Request(`http://jishi.test/api/v1${address}`, {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
  const sent = request()
  if (actor) sent.headers.set('authorization', `Bearer ${await tokenOf(actor, scope)}`)
  const response = await serve(sent)
  if (response.ok && method !== 'HEAD' && response.headers.get('content-type') === 'application/json') {
    const { operation } = findOperation(request())
    if (!operation?.output) throw new Error(`${operation?.id} answers what it does not describe`)
    operation.output.parse(await response.clone().json())
    if (response.status !== operation.success) throw new Error(`${operation.id} answered ${response.status}`)
  }
  return response
}

/** The JSON of an answer that must have gone well. */
export async function told<T = Record<string, unknown>>(response: Promise<Response>): Promise<T> {
  const answer = await response
  const value = (await answer.json()) as T
  if (!answer.ok) throw new Error(`${answer.status} ${JSON.stringify(value)}`)
  return value
}
