import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button'
import { type CrossQuery, writeCrossQuery } from '@/lib/domain/statistics/cross-query'
import { routes } from '@/lib/routes'

/** Turning the table over, and taking it along as a file. */
export function CrossLinks({ asked }: { asked: CrossQuery }) {
  const t = useTranslations('cross')
  const { rows, columns } = asked
  const chosen = writeCrossQuery(asked)
  return (
    <>
      {columns !== null && (
        <LinkButton
          href={routes.cross(writeCrossQuery({ ...asked, rows: columns, columns: rows }))}
          prefetch={false}
          scroll={false}
        >
          {t('swap')}
        </LinkButton>
      )}
      {(['xlsx', 'csv'] as const).map((format) => (
        <LinkButton
          download
          href={routes.crossExport({ ...chosen, format })}
          icon="download"
          key={format}
          prefetch={false}
        >
          {t(`export.${format}`)}
        </LinkButton>
      ))}
    </>
  )
}
