import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { InboxBell } from '@/components/inbox/inbox-bell'
import { Toasts } from '@/components/ui/toast'
import type { Theme } from '@/lib/i18n/theme'
import { routes } from '@/lib/routes'
import { AccountPanel, type Person } from './account-panel'
import { Mark } from './mark'
import { NavLinks } from './nav-links'
import type { NavItem } from './navigation'
import { Shortcuts } from './shortcuts'

/**
 * The frame of every page behind the sign-in: one bar with everything at a desk, the same places along the lower
 * edge on a phone. It knows nobody: person and places come from the layout.
 */
export function AppShell({
  person,
  items,
  waiting,
  theme,
  children,
}: {
  person: Person
  /** Things in the inbox. */
  waiting: number
  items: readonly NavItem[]
  theme: Theme
  children: ReactNode
}) {
  const t = useTranslations('shell')
  const common = useTranslations('common')
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        className="sr-only z-50 rounded-md bg-ink px-4 py-2 text-paper focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
        href="#content"
      >
        {t('skip')}
      </a>
      <header className="sticky top-0 z-20 border-b border-line bg-paper print:hidden">
        <div className="mx-auto flex h-bar max-w-360 items-stretch gap-3 px-4 sm:px-6 lg:gap-6">
          <Link className="flex items-center gap-2 rounded-sm" href={routes.home()} prefetch={false}>
            <Mark />
            <span className="text-md font-semibold tracking-wide">{common('product')}</span>
          </Link>
          <NavLinks items={items} label={t('mainNavigation')} place="bar" />
          <InboxBell count={waiting} />
          <AccountPanel person={person} theme={theme} />
        </div>
      </header>
      <main
        className="mx-auto w-full max-w-360 flex-1 px-4 pt-6 pb-24 outline-none sm:px-6 sm:pb-12"
        id="content"
        tabIndex={-1}
      >
        {children}
      </main>
      <footer className="mx-auto hidden w-full max-w-360 justify-between px-6 pb-6 text-sm text-faint sm:flex print:hidden">
        <span>{t('footer')}</span>
        <Shortcuts
          items={[
            ...items,
            { id: 'inbox', label: t('navInbox'), href: routes.inbox(), icon: 'bell', letter: 'i' },
          ]}
        />
      </footer>
      <NavLinks items={items} label={t('mainNavigation')} place="foot" />
      <Toasts />
    </div>
  )
}
