import { type NextRequest, NextResponse } from 'next/server'
import { routes } from '@/lib/routes'

/**
 * A convenience, never the guard: without a session's cookie a page leads straight to sign-in, and every page is told
 * its own address, so that sign-in can lead back. Pages, actions and routes ask `lib/services/actor.ts` themselves.
 */
export function proxy(request: NextRequest) {
  const { pathname, search } = request.nextUrl
  const path = pathname + search
  const signedIn = request.cookies.getAll().some(({ name }) => name.endsWith('jishi.session'))
  if (!signedIn && request.method === 'GET') {
    return NextResponse.redirect(new URL(routes.signIn(path === '/' ? undefined : path), request.url))
  }
  const headers = new Headers(request.headers)
  headers.set('x-jishi-path', path)
  return NextResponse.next({ request: { headers } })
}

/**
 * Pages of work alone: not what is public, not what answers machines (a stream says 401 where a page leads to sign-in), and
 * no uploads, whose body it would hold back.
 */
export const config = {
  matcher: [
    '/((?!api/|api-docs|live$|search$|recent$|contracts/[^/]+/attachments|report/check/file|_next/|sign-in|sign-out|verify(?:/|$)|published(?:/|$)|healthz|readyz|.*\\.[a-z0-9]+$).*)',
  ],
}
