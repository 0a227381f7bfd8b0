import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { pagePolicy } from '@/lib/page-policy'
import { routes } from '@/lib/routes'

/** Pages that anybody may read. */
const open = /^\/(?:sign-in|verify|published|api-docs)(?:\/|$)/

/**
 * A convenience, never the guard: without a session's cookie a page of work leads straight to sign-in, and every page is
 * told its own address, so that sign-in can lead back. Pages, actions and routes ask `lib/services/actor.ts` themselves.
 * Each answer says what its page may load; the scripts of Next take the nonce from the request.
 */
export function proxy(request: NextRequest) {
  const { pathname, search } = request.nextUrl
  const path = pathname + search
  const signedIn = request.cookies.getAll().some(({ name }) => name.endsWith('jishi.session'))
  if (!signedIn && request.method === 'GET' && !open.test(pathname)) {
    return NextResponse.redirect(new URL(routes.signIn(path === '/' ? undefined : path), request.url))
  }
  const policy = pagePolicy(randomBytes(16).toString('base64'), {
    development: process.env.NODE_ENV === 'development',
  })
  const headers = new Headers(request.headers)
  headers.set('x-jishi-path', path)
  headers.set('content-security-policy', policy)
  const answer = NextResponse.next({ request: { headers } })
  answer.headers.set('content-security-policy', policy)
  return answer
}

/**
 * Pages alone: not what answers machines (a stream says 401 where a page leads to sign-in), not files that are shown, which
 * bring a policy of their own, and no uploads, whose body it would hold back.
 */
export const config = {
  matcher: [
    '/((?!api/|live$|search$|recent$|contracts/[^/]+/attachments|requests/evidence/|report/check/file|_next/|sign-out|healthz|readyz|.*\\.[a-z0-9]+$).*)',
  ],
}
