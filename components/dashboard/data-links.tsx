import { useTranslations } from 'next-intl'

/** The figures behind a picture as files; `formats` that there are of them. */
export function DataLinks({
  addressOf,
  formats = ['xlsx', 'csv', 'sdmx'],
  of,
}: {
  addressOf: (format: 'xlsx' | 'csv' | 'sdmx') => string
  formats?: readonly ('xlsx' | 'csv' | 'sdmx')[]
  /** The table's title, where the page has several: a link read alone says what it is of. */
  of?: string
}) {
  const t = useTranslations('dashboard.save')
  return (
    <p className="flex flex-wrap gap-4">
      {formats.map((format) => (
        <a
          aria-label={of && `${t(format)} ${of}`}
          download
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
