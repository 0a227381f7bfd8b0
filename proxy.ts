import { type NextRequest, NextResponse } from 'next/server'
import { Problem } from '@/lib/domain/problems'
import { chooseLocale, localeCookie } from '@/lib/i18n/locale'
import { routes } from '@/lib/routes'
import { addressOf } from '@/lib/services/access/address'
import { type Limited, limit } from '@/lib/services/access/limit'
import { pathHeader } from '@/lib/services/access/path-header'
import { tooManyPage } from '@/lib/services/access/too-many-page'

/**
 * Counts public pages against their limit, for a page itself can't answer 429. For all others a convenience, never the
 * guard: without a session's cookie a page leads straight to sign-in, and every page is told its own address, so that
 * sign-in can lead back. Pages, actions and routes ask `lib/services/actor.ts` themselves.
 */
export function proxy(request: NextRequest): NextResponse | Promise<Response> {
  const { pathname, search } = request.nextUrl
  if (pathname.startsWith('/verify/')) {
    // One address for people and programs: who asks for JSON alone is answered, and counted, by the API.
    return wantsJson(request)
      ? NextResponse.rewrite(new URL(`/api/v1${pathname}${search}`, request.url))
      : counted(request, 'verifyPerMinute')
  }
  if (pathname.startsWith('/published')) return counted(request, 'publicPerMinute')
  const path = pathname + search
  const signedIn = request.cookies.getAll().some(({ name }) => name.endsWith('jishi.session'))
  if (!signedIn && request.method === 'GET') {
    return NextResponse.redirect(new URL(routes.signIn(path === '/' ? undefined : path), request.url))
  }
  const headers = new Headers(request.headers)
  headers.set(pathHeader, path)
  return NextResponse.next({ request: { headers } })
}

/** The page, or how long to wait for it; where nothing can be counted, the page says itself what is wrong. */
async function counted(request: NextRequest, kind: Limited): Promise<Response> {
  try {
    await limit(kind, addressOf(request.headers.get('x-forwarded-for')))
  } catch (error) {
    if (error instanceof Problem && error.detail.code === 'too-many-requests') {
      const locale = chooseLocale(
        request.cookies.get(localeCookie)?.value,
        request.headers.get('accept-language'),
      )
      return tooManyPage(error.detail.retryAfter, locale)
    }
    console.error('A public page could not be counted.', error)
  }
  return NextResponse.next()
}

function wantsJson({ headers }: NextRequest): boolean {
  const accept = headers.get('accept') ?? ''
  return accept.includes('json') && !accept.includes('text/html')
}

/**
 * Pages of work and the public ones that are counted: not what answers machines (a stream says 401 where a page leads to
 * sign-in; files of published reports count themselves), and no uploads, whose body it would hold back.
 */
export const config = {
  matcher: [
    '/verify/:number',
    '/published',
    '/published/:year',
    '/((?!api/|api-docs|live$|search$|recent$|contracts/[^/]+/attachments|report/check/file|_next/|sign-in|sign-out|verify(?:/|$)|published(?:/|$)|healthz|readyz|.*\\.[a-z0-9]+$).*)',
  ],
}
