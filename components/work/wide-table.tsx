import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

/** A table of many columns: scrolls sideways in its own frame, the column that names the rows stays. */
export function WideTable({ caption, children }: { caption: string; children: ReactNode }) {
  const t = useTranslations('common')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (SC 2.1.1).
    <section aria-label={t('tableScroll')} className="scroll-hint relative overflow-x-auto" tabIndex={0}>
      <table className="figures">
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </section>
  )
}
