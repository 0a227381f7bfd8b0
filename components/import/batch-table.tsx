import { useTranslations } from 'next-intl'
import { DateText } from '@/components/format/text'
import { TextLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/states'
import { RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import { routes } from '@/lib/routes'
import { BatchPill } from './batch-pill'
import type { ShownBatch } from './view'

/** Imports of an office, the latest first. */
export function BatchTable({ batches }: { batches: readonly ShownBatch[] }) {
  const t = useTranslations('imports')
  if (batches.length === 0) return <EmptyState title={t('none')}>{t('noneHelp')}</EmptyState>
  return (
    <Table caption={t('batches')}>
      <thead>
        <tr>
          <Th>{t('file')}</Th>
          <Th>{t('state')}</Th>
          <Th>{t('rowsHead')}</Th>
          <Th>{t('by')}</Th>
          <Th>{t('at')}</Th>
        </tr>
      </thead>
      <tbody>
        {batches.map((batch) => (
          <Tr key={batch.id}>
            <RowHead className="break-all">
              <TextLink href={routes.importBatch(batch.id)} plain>
                {batch.fileName}
              </TextLink>
            </RowHead>
            <Td label={t('state')}>
              <BatchPill status={batch.status} />
            </Td>
            <Td label={t('rowsHead')}>{outcome(batch)}</Td>
            <Td className="whitespace-nowrap" label={t('by')}>
              {batch.startedBy}
            </Td>
            <Td className="whitespace-nowrap" label={t('at')}>
              <DateText form="moment" value={batch.startedAt} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )

  function outcome({ counts, status }: ShownBatch): string {
    if (status === 'mapping' || status === 'cancelled' || status === 'failed') return t('sumNone')
    return status === 'judging' || status === 'judged'
      ? t('sumOpen', { fresh: counts.new, changed: counts.changed, same: counts.same, bad: counts.bad })
      : t('sum', { written: counts.written + counts.applied, same: counts.same, bad: counts.bad })
  }
}
