import 'server-only'
import { createHash } from 'node:crypto'
import { fileHeaders } from '@/lib/domain/attachments/files'
import { Problem } from '@/lib/domain/problems'
import { limit } from '../access/limit'
import { attempt } from '../attempt'
import { onceFor } from '../once'
import { callerOfToken } from '../people/tokens'
import { refused } from '../refuse'
import { type Answer, type FileAnswer, fileResponse, jsonResponse, problemResponse, tagOf } from './answer'
import { parseBody, readText } from './body'
import { type Found, findOperation } from './find-operation'
import type { Call, Operation } from './operation'

type Headers = Record<string, string>
type Caller = NonNullable<Awaited<ReturnType<typeof callerOfToken>>>

/**
 * A request to the API, whatever its address: the bearer token's person acts by the operation declared there; a problem
 * becomes RFC 9457 with its stable code, in the language of Accept-Language.
 */
export async function serve(request: Request): Promise<Response> {
  const headers: Headers = {}
  const result = await attempt(() => respond(request, headers))
  const response = result.ok ? result.value : problemResponse(request, result.problem, headers)
  if (request.method !== 'HEAD') return response
  // A file that nobody takes would hold its place in the database.
  await response.body?.cancel()
  return new Response(null, response)
}

async function respond(request: Request, headers: Headers): Promise<Response> {
  const found = findOperation(request)
  if (request.method === 'OPTIONS') {
    return new Response(null, { status: 204, headers: { Allow: found.allow.join(', ') } })
  }
  demandReadable(request)
  const { operation } = found
  if (!operation) throw new Problem({ code: 'method-not-allowed', allow: found.allow })
  demandAcceptable(request, operation)
  if (operation.permission === null)
    return answered(request, operation, await openly(request, found), headers)
  const caller = await authenticate(request)
  await count(caller, headers)
  if (operation.method === 'post' && !operation.reads && caller.token.scope === 'read') {
    throw new Problem({ code: 'read-only-token' })
  }
  if (operation.method === 'get') {
    const call = await callOf(request, found, caller, async () => ({}))
    return answered(request, operation, await run(operation, call), headers)
  }
  return change(request, found, caller, headers)
}

/** A request of nobody in particular. */
const openly = (request: Request, { operation, path }: Found) =>
  run(operation, {
    actor: undefined as never,
    path,
    search: new URL(request.url).searchParams,
    request,
    body: async () => ({}),
  })

function run(operation: Operation | null, call: Call): Promise<Answer | FileAnswer | Response> {
  if (!operation?.run) throw new Problem({ code: 'no-such-address' })
  return operation.run(call)
}

/** A POST: held against what its sender has seen, and done once for its key. */
async function change(request: Request, found: Found, caller: Caller, headers: Headers): Promise<Response> {
  const operation = found.operation as Operation
  const json = !operation.upload || (operation.input !== undefined && isJson(request))
  const text = json ? await readText(request) : ''
  const given = json ? parseBody(text, request.headers.get('content-type')) : {}
  const condition = conditionOf(request, operation)
  const call = await callOf(request, found, caller, async () => ({
    ...given,
    ...(condition?.revision !== undefined && { revision: condition.revision }),
  }))
  const act = async () => {
    if (condition && condition.revision === undefined) await demandUnchanged(condition.tags, found, call)
    return run(operation, call).catch((error) => {
      // The verb itself compared the revision, holding the record.
      const overtaken = error instanceof Problem && error.detail.code === 'conflict'
      throw condition && overtaken ? new Problem({ code: 'precondition-failed' }) : error
    })
  }
  const key = keyOf(request)
  if (key === null) return answered(request, operation, await act(), headers)
  const asked = askedBy(request, text)
  const keyed = { actor: caller.actor, token: caller.token.id, bearer: bearerOf(request), key, asked }
  const { answer, again } = await onceFor(keyed, operation.act, act)
  return answered(request, operation, answer, {
    ...headers,
    ...(again && { 'Idempotency-Replayed': 'true' }),
  })
}

function answered(
  request: Request,
  { success }: Operation,
  answer: Answer | FileAnswer | Response,
  headers: Headers,
): Response {
  if (answer instanceof Response) {
    for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value)
    return answer
  }
  if ('bytes' in answer) return fileResponse(answer, headers)
  return jsonResponse(request, { status: success, ...answer }, headers)
}

const callOf = async (
  request: Request,
  { path }: Found,
  { actor }: Caller,
  body: Call['body'],
): Promise<Call> => ({ actor, path, search: new URL(request.url).searchParams, request, body })

const bearerOf = (request: Request): string =>
  /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? ''

/** @throws {Problem} unauthenticated without a token that is known, in force and of an account in use */
async function authenticate(request: Request): Promise<Caller> {
  const caller = await callerOfToken(bearerOf(request))
  if (!caller) throw new Problem({ code: 'unauthenticated' })
  return caller
}

/** Counts the request, and says what is left (draft-ietf-httpapi-ratelimit-headers). @throws {Problem} too-many-requests */
async function count({ token }: Caller, headers: Headers): Promise<void> {
  try {
    const { most, left } = await limit('apiRequestsPerMinute', token.id)
    headers['RateLimit-Policy'] = `"token";q=${most};w=60`
    headers.RateLimit = `"token";r=${left}`
  } catch (error) {
    if (error instanceof Problem && 'retryAfter' in error.detail) {
      headers.RateLimit = `"token";r=0;t=${error.detail.retryAfter}`
    }
    throw error
  }
}

/** PostgreSQL keeps no NUL, and no search holds one. @throws {Problem} invalid-input */
function demandReadable(request: Request): void {
  for (const [name, value] of new URL(request.url).searchParams) {
    if (name.includes('\0') || value.includes('\0')) throw refused(name.replaceAll('\0', ''), 'text')
  }
}

const isJson = (request: Request): boolean =>
  /^application\/json\b/i.test(request.headers.get('content-type') ?? '')

/** @throws {Problem} not-acceptable where the sender takes nothing of what is offered */
function demandAcceptable(request: Request, { files = [], output, success }: Operation): void {
  const offered = [...(output || success === 204 ? ['application/json'] : []), ...files]
  const accept = request.headers.get('accept')
  if (accept === null || offered.length === 0) return
  const ranges = accept.split(',').map((one) => {
    const [type = '', ...rest] = one.split(';').map((piece) => piece.trim().toLowerCase())
    return { type, refused: rest.some((piece) => /^q=0(\.0*)?$/.test(piece)) }
  })
  const taken = ['application/problem+json', ...offered].some((type) => {
    const fits = ranges.filter((one) => [type, `${type.split('/')[0]}/*`, '*/*'].includes(one.type))
    return fits.some((one) => !one.refused)
  })
  if (!taken) throw new Problem({ code: 'not-acceptable', offered })
}

/** The key of a request, a string of structured fields (RFC 9651) or bare. @throws {Problem} invalid-input */
function keyOf(request: Request): string | null {
  const header = request.headers.get('idempotency-key')
  if (header === null) return null
  const key = /^"(.*)"$/.exec(header)?.[1] ?? header
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) throw refused('Idempotency-Key', 'key')
  return key
}

/** What is asked, as a fingerprint: of a file what is said of it, for its bytes are only passing. */
function askedBy(request: Request, text: string): Buffer {
  const { pathname, search } = new URL(request.url)
  const said = isJson(request) ? [] : ['content-type', 'content-length', ...Object.values(fileHeaders)]
  return createHash('sha256')
    .update(
      JSON.stringify([request.method, pathname, search, text, said.map((name) => request.headers.get(name))]),
    )
    .digest()
}

interface Condition {
  tags: string[]
  /** Where the verb itself compares revisions. */
  revision?: number
}

/** What the sender has seen, by `If-Match`; null without, and where anything will do. @throws {Problem} precondition-failed */
function conditionOf(request: Request, { act }: Operation): Condition | null {
  const header = request.headers.get('if-match')?.trim()
  if (!header || header === '*') return null
  const tags = header.split(',').map((tag) => tag.trim())
  const shape = (act?.verb.input as { shape?: object } | undefined)?.shape ?? {}
  if (!('revision' in shape) || tags.length > 1) return { tags }
  const [, revision] = /^"(\d{1,9})-[\w-]+"$/.exec(tags[0] ?? '') ?? []
  if (revision === undefined) throw new Problem({ code: 'precondition-failed' })
  return { tags, revision: Number(revision) }
}

/** Reads what the address of a POST stands under, and compares. @throws {Problem} precondition-failed */
async function demandUnchanged(tags: readonly string[], { parent }: Found, call: Call): Promise<void> {
  const answer = parent?.run ? await parent.run(call) : null
  if (answer && 'value' in answer) {
    const tag = tagOf(answer.value, JSON.stringify(answer.value), answer.revision)
    if (tags.includes(tag)) return
  }
  throw new Problem({ code: 'precondition-failed' })
}
