import { useTranslations } from 'next-intl'
import { DateText } from '@/components/format/text'
import { Badge } from '@/components/ui/badge'
import { TextLink } from '@/components/ui/button'
import { EmptyRow, RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import { routes } from '@/lib/routes'

/** A kept cross-table as a list shows it. */
export interface ListedView {
  id: string
  name: string
  shared: boolean
  /** Who keeps it; null for oneself. */
  keeper: string | null
  changedAt: Date
}

/** One's own cross-tables and those that others share, each a link to its figures within one's reach. */
export function KeptViews({ views }: { views: readonly ListedView[] }) {
  const t = useTranslations('cross')
  return (
    <Table caption={t('kept')}>
      <thead>
        <tr>
          <Th>{t('name')}</Th>
          <Th>{t('keeper')}</Th>
          <Th>{t('keptAt')}</Th>
        </tr>
      </thead>
      <tbody>
        {views.length === 0 && <EmptyRow columns={3}>{t('noneKept')}</EmptyRow>}
        {views.map(({ id, name, shared, keeper, changedAt }) => (
          <Tr key={id}>
            <RowHead className="break-words">
              <TextLink href={routes.savedView(id)} prefetch={false}>
                {name}
              </TextLink>
            </RowHead>
            <Td label={t('keeper')}>
              <span className="flex flex-wrap items-center gap-2">
                {keeper ?? t('oneself')}
                {keeper === null && shared && <Badge>{t('isShared')}</Badge>}
              </span>
            </Td>
            <Td label={t('keptAt')}>
              <DateText form="moment" value={changedAt} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
