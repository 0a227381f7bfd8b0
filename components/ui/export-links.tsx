import { useTranslations } from 'next-intl'
import { type Query, routes } from '@/lib/routes'
import { FileLink } from './file-link'

/** The list shown, as a file: every page of it, under the same filters. */
export function ExportLinks({
  list,
  filters = {},
  of,
}: {
  list: string
  filters?: Query
  /** What the list is called, where it is one of several on its page: a link read alone says what it is of. */
  of?: string
}) {
  const t = useTranslations('common.exportAs')
  return (
    <span className="flex gap-2">
      {(['xlsx', 'csv'] as const).map((format) => (
        <FileLink
          command={of ? undefined : `list.${format}`}
          href={routes.list(list, { ...filters, page: null, format })}
          key={format}
          label={of && `${t(format)} ${of}`}
          small={of !== undefined}
        >
          {/* On a phone the arrow says the rest. */}
          <span>{t.rich(format, { act: (words) => <span className="max-sm:sr-only">{words}</span> })}</span>
        </FileLink>
      ))}
    </span>
  )
}
