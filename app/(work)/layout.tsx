import { cookies } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { AppShell } from '@/components/shell/app-shell'
import { roles } from '@/lib/domain/access/roles'
import { units } from '@/lib/domain/units'
import { say } from '@/lib/domain/words'
import { readTheme, themeCookie } from '@/lib/i18n/theme'
import { requireActor } from '@/lib/services/actor'
import { countInbox } from '@/lib/services/notices/inbox'
import { placesOf } from './places'

/** Every page of work stands in the shell of the person signed in; pages still check their own permission. */
export default async function WorkLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor()
  const unit = units.find(({ code }) => code === actor.unit)
  const [locale, t, jar, waiting] = await Promise.all([
    getLocale(),
    getTranslations('shell'),
    cookies(),
    countInbox(actor),
  ])
  return (
    <AppShell
      items={placesOf(actor.role).map(({ id, word, href, icon, letter }) => ({
        id,
        label: t(word),
        href,
        icon,
        letter,
      }))}
      person={{
        name: actor.name,
        role: say(roles[actor.role], locale),
        unit: unit ? say(unit.words, locale) : t('centre'),
      }}
      waiting={waiting}
      theme={readTheme(jar.get(themeCookie)?.value)}
    >
      {children}
    </AppShell>
  )
}
