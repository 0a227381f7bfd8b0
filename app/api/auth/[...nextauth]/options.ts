import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { settings } from '@/lib/env'
import { routes } from '@/lib/routes'
import { addressOf, clientAddress, sessionCookie, sessionKey, sessionSeconds } from '@/lib/services/actor'
import { hasAccount, readSession, signIn, signInByProvider, signOut } from '@/lib/services/people/sign-in'

interface Claims {
  sub: string
  preferred_username?: string
  email?: string
  email_verified?: boolean
}

/** The user name an identity provider's claims point at: its own, or what stands before the @ of a verified address. */
const usernameOf = ({ preferred_username, email, email_verified }: Claims): string =>
  preferred_username ?? (email_verified === false ? '' : (email?.split('@')[0] ?? ''))

const byPassword = () =>
  CredentialsProvider({
    credentials: { username: {}, password: {} },
    async authorize(given, request) {
      const address = addressOf(request.headers?.['x-forwarded-for'])
      const id = await signIn({ username: given?.username ?? '', password: given?.password ?? '' }, address)
      return id ? { id } : null
    },
  })

const byProvider = (issuer: string, clientId: string, clientSecret: string) => ({
  id: 'oidc',
  name: 'OpenID Connect',
  type: 'oauth' as const,
  wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
  authorization: { params: { scope: 'openid profile email' } },
  idToken: true,
  checks: ['pkce', 'state', 'nonce'] as ('pkce' | 'state' | 'nonce')[],
  clientId,
  clientSecret,
  profile: (claims: Claims) => ({ id: claims.sub, name: usernameOf(claims) }),
})

/** next-auth as this house uses it: its cookie carries the number of our session row, and our row alone decides. */
export function authOptions(): NextAuthOptions {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = settings()
  const oidc = OIDC_ISSUER && OIDC_CLIENT_ID && OIDC_CLIENT_SECRET
  return {
    secret: sessionKey(),
    providers: oidc
      ? [byPassword(), byProvider(OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET)]
      : [byPassword()],
    session: { strategy: 'jwt', maxAge: sessionSeconds },
    cookies: { sessionToken: sessionCookie() },
    pages: { signIn: routes.signIn(), error: routes.signIn() },
    callbacks: {
      // Accounts are the administrator's to make: whom nobody made here does not come in.
      signIn: ({ user, account }) => account?.provider !== 'oidc' || hasAccount(user.name ?? ''),
      async jwt({ token, user, account }) {
        if (account?.provider === 'oidc') {
          return { sid: await signInByProvider(user.name ?? '', await clientAddress()) }
        }
        return account ? { sid: user.id } : token
      },
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      async signOut({ token }) {
        const session = typeof token.sid === 'string' ? await readSession(token.sid) : null
        if (session) await signOut(session, await clientAddress())
      },
    },
  }
}
