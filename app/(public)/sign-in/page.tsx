import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { TextLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { readTheme, themeCookie } from '@/lib/i18n/theme'
import { routes } from '@/lib/routes'
import { currentActor, ownPath, providerConfigured } from '@/lib/services/actor'
import { StreetFrame } from '../frame'
import { SignInForm } from './form'
import { ProviderButton } from './provider-button'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn')
  return { title: t('title') }
}

type Props = {
  searchParams: Promise<{ from?: string | string[]; error?: string | string[]; callbackUrl?: string }>
}

export default async function SignInPage({ searchParams }: Props) {
  const { from, error } = await searchParams
  const target = ownPath(typeof from === 'string' ? from : null)
  if (await currentActor()) redirect(target)
  const [t, certificates, jar] = await Promise.all([
    getTranslations('signIn'),
    getTranslations('certificates.verify'),
    cookies(),
  ])
  return (
    <StreetFrame theme={readTheme(jar.get(themeCookie)?.value)}>
      <h1 className="text-2xl">{t('title')}</h1>
      {error !== undefined && (
        <Notice kind="danger" live>
          {t(error === 'CredentialsSignin' ? 'failed' : 'providerFailed')}
        </Notice>
      )}
      <SignInForm from={target} />
      {providerConfigured() && (
        <>
          <p className="flex items-center gap-3 text-sm text-faint before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
            {t('or')}
          </p>
          <ProviderButton to={target} />
        </>
      )}
      <div className="grid gap-1 text-sm text-faint">
        <p>{t('help')}</p>
        <p>{t('noSecrets')}</p>
        <p>
          <TextLink href={routes.verify()}>{certificates('title')}</TextLink>
        </p>
      </div>
    </StreetFrame>
  )
}
