import { cookies } from 'next/headers'
import { routes } from '@/lib/routes'
import { clientAddress, currentSession, sessionCookie } from '@/lib/services/actor'
import { signOut } from '@/lib/services/people/sign-in'

/** Plain form post, so that leaving works before or without scripts. The cookie is same-site: only our pages send it. */
export async function POST(): Promise<Response> {
  const session = await currentSession()
  if (session) await signOut(session, await clientAddress())
  const { name, options } = sessionCookie()
  ;(await cookies()).set(name, '', { ...options, maxAge: 0 })
  return new Response(null, { status: 303, headers: { Location: routes.signIn() } })
}
