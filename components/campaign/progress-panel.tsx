import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Count, DateText } from '@/components/format/text'
import { TextLink } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { RowHead, Table, Td, Th, TotalRow, Tr } from '@/components/ui/table'
import { progressOf, type StatusCounts } from '@/lib/domain/audit/progress'
import { codeWords } from '@/lib/domain/contract/code-lists'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { ProgressBar } from './progress-bar'

interface UnitLine extends StatusCounts {
  unit: string
  remindedAt: Date | null
}

/** How far each unit has come; each leads to its findings. */
export function ProgressPanel({
  campaign,
  rows,
  actions,
}: {
  campaign: string
  rows: readonly UnitLine[]
  actions?: ReactNode
}) {
  const t = useTranslations('campaigns')
  const locale = useLocale()
  return (
    <Panel actions={actions} flush title={t('progressTitle')}>
      <Table caption={t('progressTitle')}>
        <thead>
          <tr>
            <Th>{t('unit')}</Th>
            <Th numeric>{t('findingsCount')}</Th>
            <Th numeric>{t('toAnswer')}</Th>
            <Th numeric>{t('toJudge')}</Th>
            <Th>{t('progressHead')}</Th>
            <Th>{t('remindedAt')}</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Tr key={row.unit}>
              <RowHead>
                <TextLink href={routes.audit.campaign(campaign, { unit: row.unit })} plain scroll={false}>
                  {say(codeWords('unit', row.unit), locale)}
                </TextLink>
              </RowHead>
              <Cells figure={`campaign.${row.unit}`} rows={[row]} />
              <Td label={t('remindedAt')}>
                <DateText form="moment" value={row.remindedAt} />
              </Td>
            </Tr>
          ))}
        </tbody>
        {rows.length > 1 && (
          <tfoot>
            <TotalRow>
              <RowHead>{t('total')}</RowHead>
              <Cells figure="campaign" rows={rows} />
              <Td />
            </TotalRow>
          </tfoot>
        )}
      </Table>
    </Panel>
  )
}

function Cells({ rows, figure }: { rows: readonly UnitLine[]; figure: string }) {
  const t = useTranslations('campaigns')
  const progress = progressOf(rows)
  const count = (name: 'findings' | 'toAnswer' | 'toJudge', label: string) => (
    <Td label={label} numeric>
      <span className="rounded-sm" data-figure={`${figure}.${name}`}>
        <Count value={progress[name]} />
      </span>
    </Td>
  )
  return (
    <>
      {count('findings', t('findingsCount'))}
      {count('toAnswer', t('toAnswer'))}
      {count('toJudge', t('toJudge'))}
      <Td className="sm:w-80" label={t('progressHead')}>
        <ProgressBar figure={`${figure}.progress`} progress={progress} />
      </Td>
    </>
  )
}
