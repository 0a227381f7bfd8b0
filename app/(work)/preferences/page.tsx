import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { usualPageSize } from '@/lib/domain/preferences'
import { readTheme, themeCookie } from '@/lib/i18n/theme'
import { currentPreferences, requireActor } from '@/lib/services/actor'
import { savePreferences } from './actions'
import { PreferenceForm } from './form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('preferences'))('title') }
}

/** How a person likes the house. What they never chose stands as this browser has it. */
export default async function PreferencesPage() {
  await requireActor('account.self')
  const [t, language, jar, chosen] = await Promise.all([
    getTranslations('preferences'),
    getLocale(),
    cookies(),
    currentPreferences(),
  ])
  const now = {
    language,
    theme: readTheme(jar.get(themeCookie)?.value),
    density: 'comfortable' as const,
    pageSize: usualPageSize as 50,
    shortcuts: true,
    ...chosen,
  }
  return (
    <>
      <PageHeader title={t('title')}>{t('intro')}</PageHeader>
      <Panel className="max-w-2xl">
        <PreferenceForm now={now} save={savePreferences} />
      </Panel>
    </>
  )
}
