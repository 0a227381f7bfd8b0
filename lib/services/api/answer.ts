import 'server-only'
import { createHash } from 'node:crypto'
import { problemWords } from '@/lib/domain/problem-words'
import { type ProblemDetail, problemStatus } from '@/lib/domain/problems'
import type { Unknown } from '@/lib/domain/result'
import { say } from '@/lib/domain/words'
import { chooseLocale } from '@/lib/i18n/locale'
import { routes } from '@/lib/routes'

/** What a handler says: a JSON value, with 200 unless another status is given; nothing at all with 204. */
export interface Answer {
  value: unknown
  status?: 200 | 201 | 204
  location?: string
  /** The revision of what is told, by which `If-Match` knows it again. */
  revision?: number
}

/** A file to be kept under its name, which may hold any character. */
export interface FileAnswer {
  bytes: Uint8Array<ArrayBuffer>
  type: string
  name: string
}

/** An answer as it travels. What the sender has already, by its tag, is not sent again (RFC 9110 §13). */
export function jsonResponse(
  request: Request,
  { value, status = 200, location, revision }: Answer,
  headers: Record<string, string> = {},
): Response {
  const sent: Record<string, string> = { 'Cache-Control': 'no-store', ...headers }
  if (location) sent.Location = location
  if (status === 204 || value === undefined) return new Response(null, { status: 204, headers: sent })
  const body = JSON.stringify(value)
  if (request.method === 'GET' || request.method === 'HEAD') {
    sent.ETag = tagOf(value, body, revision)
    // A sender may keep what it was told, and has to ask each time whether it still holds.
    sent['Cache-Control'] = 'private, no-cache'
    if (isKnown(request.headers.get('if-none-match'), sent.ETag)) {
      return new Response(null, { status: 304, headers: sent })
    }
  }
  return new Response(body, { status, headers: { ...sent, 'Content-Type': 'application/json' } })
}

/**
 * The tag of what is told: a fingerprint, with the revision in front where it has one. What says when it was read is weakly
 * the same as long as all else is.
 */
export function tagOf(value: unknown, body: string, revision?: number): string {
  const dated = typeof value === 'object' && value !== null && 'readAt' in value
  const kept = dated ? JSON.stringify({ ...value, readAt: undefined }) : body
  const hash = createHash('sha256').update(kept).digest('base64url').slice(0, 22)
  return `${dated ? 'W/' : ''}"${revision === undefined ? '' : `${revision}-`}${hash}"`
}

const bare = (tag: string) => tag.trim().replace(/^W\//, '')

/** Whether a list of tags names this one, weakly compared. */
const isKnown = (header: string | null, tag: string): boolean =>
  header?.split(',').some((one) => one.trim() === '*' || bare(one) === bare(tag)) ?? false

/** What is said of a file as it travels; older readers see an ASCII name with its ending. */
export function attachmentHeaders({ type, name }: Pick<FileAnswer, 'type' | 'name'>): Record<string, string> {
  const ending = name.slice(name.lastIndexOf('.'))
  return {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="jishi${ending}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    'Cache-Control': 'no-store',
  }
}

export const fileResponse = (
  { bytes, type, name }: FileAnswer,
  headers: Record<string, string> = {},
): Response => new Response(bytes, { headers: { ...attachmentHeaders({ type, name }), ...headers } })

/** A problem after RFC 9457. */
export function problemResponse(
  request: Request,
  problem: ProblemDetail | Unknown,
  headers: Record<string, string> = {},
): Response {
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
      ...headers,
      ...('retryAfter' in problem && { 'Retry-After': String(problem.retryAfter) }),
      ...('allow' in problem && { Allow: problem.allow.join(', ') }),
      ...(status === 401 && { 'WWW-Authenticate': 'Bearer' }),
    },
  })
}
