import { useTranslations } from 'next-intl'

/** This year and the one before, as the bars show them. */
export function Legend({ year }: { year: number }) {
  const t = useTranslations('statistics')
  return (
    <p className="mb-2 flex gap-4 text-sm text-soft">
      <span className="flex items-center gap-1.5">
        <span className="hatched size-3" />
        {t('yearOption', { year: String(year) })}
      </span>
      <span className="flex items-center gap-1.5">
        <span className="hatched size-3" data-at="before" />
        {t('yearOption', { year: String(year - 1) })}
      </span>
    </p>
  )
}
