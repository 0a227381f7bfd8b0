import { useTranslations } from 'next-intl'
import { type Query, routes } from '@/lib/routes'
import { FileLink } from './file-link'

/** The list shown, as a file: every page of it, under the same filters. */
export function ExportLinks({ list, filters = {} }: { list: string; filters?: Query }) {
  const t = useTranslations('common.exportAs')
  return (
    <span className="flex gap-2">
      {(['xlsx', 'csv'] as const).map((format) => (
        <FileLink
          command={`list.${format}`}
          href={routes.list(list, { ...filters, page: null, format })}
          key={format}
        >
          {t(format)}
        </FileLink>
      ))}
    </span>
  )
}
