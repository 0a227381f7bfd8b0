'use client'

import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { setLocale, setTheme } from '@/lib/i18n/actions'
import { type Theme, themes } from '@/lib/i18n/theme'
import { routes } from '@/lib/routes'
import { Segmented } from './segmented'

/** Who is at the desk, in the words of their language. */
export interface Person {
  name: string
  role: string
  unit: string
}

const languages = [
  { value: 'zh-CN', label: '中文', lang: 'zh-CN' },
  { value: 'en', label: 'English', lang: 'en' },
]

/** The browser's own popover: opens before any script has arrived, closes on Escape or a click beside it. */
export function AccountPanel({ person, theme }: { person: Person; theme: Theme }) {
  const t = useTranslations('shell')
  const locale = useLocale()
  return (
    <div className="-ml-2 flex shrink-0 items-center">
      <button
        aria-label={t('accountOf', { name: person.name })}
        className="flex items-center gap-2.5 rounded-md px-2 py-1 text-left hover:bg-sunken"
        popoverTarget="account-panel"
        type="button"
      >
        <span className="hidden text-right leading-tight md:block">
          <span className="block text-sm font-medium">{person.name}</span>
          <span className="block max-w-56 truncate text-xs text-faint">
            {person.unit} · {person.role}
          </span>
        </span>
        <span className="grid size-8 place-items-center rounded-full border border-edge text-soft">
          <Icon name="person" />
        </span>
      </button>
      <div
        className="fixed top-[calc(var(--spacing-bar)-0.25rem)] right-3 left-auto m-0 w-72 rounded-lg border border-line bg-raised p-4 text-ink shadow-raised sm:right-6"
        id="account-panel"
        popover="auto"
      >
        <p className="font-semibold">{person.name}</p>
        <p className="text-sm text-faint">
          {person.unit} · {person.role}
        </p>
        <div className="mt-4 grid gap-4">
          <Segmented
            action={setLocale}
            choices={languages}
            current={locale}
            label={t('language')}
            name="locale"
          />
          <Segmented
            action={setTheme}
            choices={themes.map((value) => ({ value, label: t(themeLabels[value]) }))}
            current={theme}
            label={t('theme')}
            name="theme"
          />
        </div>
        <div className="mt-4 flex justify-between gap-2 border-t border-line pt-3">
          <Link className={buttonClass('quiet', 'small', '-ml-2.5')} href={routes.changePassword()}>
            {t('changePassword')}
          </Link>
          <form action={routes.signOut()} method="post">
            <button className={buttonClass('secondary', 'small')} type="submit">
              {t('signOut')}
            </button>
          </form>
        </div>
      </div>
    </div>
  )
}

const themeLabels = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' } as const
