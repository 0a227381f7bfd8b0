import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { TextLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { readTheme, themeCookie } from '@/lib/i18n/theme'
import { routes } from '@/lib/routes'
import { currentSession } from '@/lib/services/actor'
import { passwordRules } from '@/lib/services/people/change-password'
import { StreetFrame } from '../frame'
import { ChangePasswordForm } from './form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn')
  return { title: t('changeTitle') }
}

/** Stands outside the shell: whoever must change the password may see nothing else yet. */
export default async function ChangePasswordPage() {
  const session = await currentSession()
  if (!session) redirect(routes.signIn(routes.changePassword()))
  const { actor, mustChange, preferences } = session
  const [t, jar, { passwordLength, passwordHistory }] = await Promise.all([
    getTranslations('signIn'),
    cookies(),
    passwordRules(session),
  ])
  return (
    <StreetFrame theme={preferences.theme ?? readTheme(jar.get(themeCookie)?.value)}>
      <h1 className="text-2xl">{t('changeTitle')}</h1>
      {mustChange && <Notice kind="warning">{t('changeFirst')}</Notice>}
      <ChangePasswordForm rules={{ passwordLength, passwordHistory }} username={actor.username} />
      <p className="text-sm text-faint">
        {t('signedInAs', { name: actor.name, username: actor.username })}
        {!mustChange && (
          <>
            {' · '}
            <TextLink href={routes.home()}>{t('backToWork')}</TextLink>
          </>
        )}
      </p>
    </StreetFrame>
  )
}
