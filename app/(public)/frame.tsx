import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { setTheme } from '@/app/preferences'
import { Mark } from '@/components/shell/mark'
import { Segmented } from '@/components/shell/segmented'
import { type Theme, themes } from '@/lib/i18n/theme'
import { LanguageChoice } from './language-choice'

const themeLabels = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' } as const

/** The house seen from the street: its name and its promise on one side, the door on the other. */
export function StreetFrame({ theme, children }: { theme: Theme; children: ReactNode }) {
  const t = useTranslations('signIn')
  const common = useTranslations('common')
  const shell = useTranslations('shell')
  return (
    <div className="grid min-h-dvh lg:grid-cols-[1fr_minmax(28rem,36rem)]">
      <header className="relative flex flex-col justify-between gap-10 overflow-hidden px-6 py-6 sm:px-12 sm:py-10 lg:px-16 lg:py-14">
        <Ledger />
        <p className="relative flex items-center gap-3">
          <Mark className="size-9" />
          <span className="font-semibold">{common('productLong')}</span>
        </p>
        <div className="relative hidden max-w-xl gap-4 lg:grid">
          <p className="text-3xl font-semibold">{t('tagline')}</p>
          <p className="text-md text-soft">{t('taglineDetail')}</p>
        </div>
        <p className="relative hidden text-sm text-faint lg:block">{shell('footer')}</p>
      </header>
      <div className="flex flex-col border-line bg-sheet px-6 pt-8 pb-8 sm:px-12 max-lg:border-t lg:border-l lg:px-16">
        <main className="mx-auto grid w-full max-w-md flex-1 content-start gap-6 lg:content-center">
          {children}
        </main>
        <footer className="mx-auto mt-10 flex w-full max-w-md flex-wrap gap-x-6 gap-y-3">
          <LanguageChoice />
          <Segmented
            action={setTheme}
            choices={themes.map((value) => ({ value, label: shell(themeLabels[value]) }))}
            current={theme}
            label={shell('theme')}
            name="theme"
          />
        </footer>
      </div>
    </div>
  )
}

/** An open account book, ruled and empty: twelve months across, the year's double rule below. */
function Ledger() {
  return (
    <svg
      aria-hidden="true"
      className="pointer-events-none absolute inset-0 size-full stroke-line max-lg:hidden"
      preserveAspectRatio="xMaxYMid slice"
      viewBox="0 0 1200 900"
    >
      {Array.from({ length: 13 }, (_, month) => 300 + month * 70).map((x) => (
        <path d={`M${x} 0V900`} key={x} strokeDasharray={x === 300 ? undefined : '2 6'} />
      ))}
      {Array.from({ length: 17 }, (_, row) => 60 + row * 42).map((y) => (
        <path d={`M0 ${y}H1200`} key={y} />
      ))}
      <path className="stroke-jade" d="M300 774H1200M300 780H1200" strokeWidth="1.5" />
    </svg>
  )
}
