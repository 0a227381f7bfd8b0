import { useTranslations } from 'next-intl'

/** The figures behind a picture as files. */
export function DataLinks({ addressOf }: { addressOf: (format: 'xlsx' | 'csv') => string }) {
  const t = useTranslations('dashboard.save')
  return (
    <p className="mt-3 mb-8 flex gap-4 sm:mb-0">
      {(['xlsx', 'csv'] as const).map((format) => (
        <a
          className="py-1 text-jade underline decoration-jade/40 underline-offset-3"
          href={addressOf(format)}
          key={format}
        >
          {t(format)}
        </a>
      ))}
    </p>
  )
}
