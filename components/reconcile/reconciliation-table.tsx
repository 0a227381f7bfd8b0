import { useLocale, useTranslations } from 'next-intl'
import { DateText } from '@/components/format/text'
import { StatusPill } from '@/components/ui/badge'
import { TextLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/states'
import { RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import { codeWords } from '@/lib/domain/contract/code-lists'
import { type Outcome, openOutcomes } from '@/lib/domain/reconcile/compare'
import { periodWords } from '@/lib/domain/reconcile/period'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'

type Counts = Record<Outcome, { count: number; undecided: number }>

export interface ShownReconciliation {
  id: string
  unit: string | null
  period: string
  status: 'mapping' | 'compared'
  fileName: string
  uploader: string
  uploadedAt: Date
  superseded: boolean
  counts: Counts
}

export const undecidedOf = (counts: Counts): number =>
  openOutcomes.reduce((sum, outcome) => sum + counts[outcome].undecided, 0)

/** How far a reconciliation has come. */
export function ReconciliationState({
  of,
}: {
  of: Pick<ShownReconciliation, 'status' | 'superseded' | 'counts'>
}) {
  const t = useTranslations('reconcile')
  const open = undecidedOf(of.counts)
  if (of.superseded) return <StatusPill tone="quiet">{t('superseded')}</StatusPill>
  if (of.status === 'mapping') return <StatusPill tone="waiting">{t('toMatch')}</StatusPill>
  return open > 0 ? (
    <StatusPill tone="waiting">{t('open', { count: open })}</StatusPill>
  ) : (
    <StatusPill tone="good">{t('settled')}</StatusPill>
  )
}

/** Files held against the register, the latest first. */
export function ReconciliationTable({
  lines,
  centre,
}: {
  lines: readonly ShownReconciliation[]
  /** The reader uploads nothing itself. */
  centre: boolean
}) {
  const t = useTranslations('reconcile')
  const locale = useLocale()
  if (lines.length === 0)
    return <EmptyState title={t('none')}>{t(centre ? 'noneHelpCentre' : 'noneHelp')}</EmptyState>
  return (
    <Table caption={t('files')}>
      <thead>
        <tr>
          <Th>{t('period')}</Th>
          <Th>{t('scope')}</Th>
          <Th>{t('state')}</Th>
          <Th>{t('file')}</Th>
          <Th>{t('uploadedBy')}</Th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Tr key={line.id}>
            <RowHead className="whitespace-nowrap">
              <TextLink href={routes.reconciliation(line.id)} plain>
                {say(periodWords(line.period), locale)}
              </TextLink>
            </RowHead>
            <Td label={t('scope')}>
              {line.unit === null ? t('centre') : say(codeWords('unit', line.unit), locale)}
            </Td>
            <Td label={t('state')}>
              <ReconciliationState of={line} />
            </Td>
            <Td className="break-all" label={t('file')}>
              {line.fileName}
            </Td>
            <Td label={t('uploadedBy')}>
              <span className="mr-2">{line.uploader}</span>
              <DateText form="moment" value={line.uploadedAt} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
