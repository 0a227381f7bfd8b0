import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Mark } from '@/components/shell/mark'
import { LanguageChoice } from '../language-choice'

/** Addresses of this place hold check codes: they go to nobody else, and into no index. */
export const metadata: Metadata = { referrer: 'no-referrer', robots: { index: false, follow: false } }

/** Anybody may come here, on a phone first: whose register it is, the check, the language. */
export default async function VerifyLayout({ children }: { children: ReactNode }) {
  const common = await getTranslations('common')
  return (
    <div className="report mx-auto grid min-h-dvh max-w-3xl grid-rows-[auto_1fr_auto] gap-8 px-4 py-6 sm:px-8 sm:py-10 print:min-h-0 print:p-0">
      <header className="flex items-center gap-3">
        <Mark className="size-8" />
        <span className="font-semibold">{common('productLong')}</span>
      </header>
      <main className="min-w-0">{children}</main>
      <footer className="print:hidden">
        <div className="max-w-48">
          <LanguageChoice />
        </div>
      </footer>
    </div>
  )
}
