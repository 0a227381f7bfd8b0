import 'server-only'
import type { Actor } from '@/lib/domain/access/actor'
import { problemWords } from '@/lib/domain/problem-words'
import { Problem, type ProblemDetail, problemStatus } from '@/lib/domain/problems'
import type { Unknown } from '@/lib/domain/result'
import { say } from '@/lib/domain/words'
import { chooseLocale } from '@/lib/i18n/locale'
import { routes } from '@/lib/routes'
import { attempt } from '../attempt'
import { actorOfToken } from '../people/tokens'

/** What a handler says: a JSON value, with 200 unless another status is given. */
export interface Answer {
  value: unknown
  status?: 200 | 201
  location?: string
}

/** A file to be kept under its name, which may hold any character. */
export interface FileAnswer {
  bytes: Uint8Array<ArrayBuffer>
  type: string
  name: string
}

/**
 * A route of the API: the bearer token's person acts; a problem becomes RFC 9457 with its stable code, in the language
 * of Accept-Language. Figures are of the moment, so nothing is kept by anyone.
 */
export async function answer(
  request: Request,
  handle: (actor: Actor) => Promise<Answer | FileAnswer>,
): Promise<Response> {
  const result = await attempt(async () => handle(await authenticate(request)))
  if (!result.ok) return problemResponse(request, result.problem)
  if ('bytes' in result.value) return fileResponse(result.value)
  const { value, status = 200, location } = result.value
  return Response.json(value, {
    status,
    headers: { 'Cache-Control': 'no-store', ...(location && { Location: location }) },
  })
}

/** A file as it travels; older readers see an ASCII name with its ending. */
export function fileResponse({ bytes, type, name }: FileAnswer): Response {
  const ending = name.slice(name.lastIndexOf('.'))
  return new Response(bytes, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="jishi${ending}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'Cache-Control': 'no-store',
    },
  })
}

/** @throws {Problem} unauthenticated without a token that is known, in force and of an account in use */
async function authenticate(request: Request): Promise<Actor> {
  const [, token] = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '') ?? []
  const actor = token ? await actorOfToken(token) : null
  if (!actor) throw new Problem({ code: 'unauthenticated' })
  return actor
}

/** A problem after RFC 9457. */
export function problemResponse(request: Request, problem: ProblemDetail | Unknown): Response {
  const status = problem.code === 'unknown' ? 500 : problemStatus[problem.code]
  const locale = chooseLocale(undefined, request.headers.get('accept-language'))
  const body = {
    ...problem,
    // RFC 9457 owns the name `status`; a refusal by the lifecycle also speaks of the contract's.
    ...('status' in problem && { contractStatus: problem.status }),
    type: `${routes.apiDocs()}#${problem.code}`,
    title: say(problemWords(problem), locale),
    status,
    instance: new URL(request.url).pathname,
  }
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'Content-Type': 'application/problem+json',
      'Content-Language': locale,
      'Cache-Control': 'no-store',
      ...(status === 401 && { 'WWW-Authenticate': 'Bearer' }),
      ...('retryAfter' in problem && { 'Retry-After': String(problem.retryAfter) }),
    },
  })
}
