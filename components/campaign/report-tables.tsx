import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Count } from '@/components/format/text'
import { Disclosure } from '@/components/ui/disclosure'
import { RowHead, Table, Td, Th, TotalRow, Tr } from '@/components/ui/table'
import type { CampaignReport } from '@/lib/domain/audit/report'
import { ruleWords } from '@/lib/domain/audit/shown-finding'
import { codeWords } from '@/lib/domain/contract/code-lists'
import { say } from '@/lib/domain/words'

const unitColumns = ['checked', 'findings', 'flagged', 'noError', 'corrected', 'revoked'] as const
const ruleColumns = ['findings', 'noError', 'confirmed'] as const

/** The report by unit and by rule. */
export function ReportTables({ report }: { report: CampaignReport }) {
  const t = useTranslations('campaigns')
  const locale = useLocale()
  return (
    <div className="mt-4 grid gap-2">
      {report.byUnit.length > 1 && (
        <Disclosure summary={t('byUnit')}>
          <Figures
            caption={t('byUnit')}
            columns={unitColumns}
            first={t('unit')}
            rows={report.byUnit.map(({ unit, ...counts }) => ({
              key: unit,
              head: say(codeWords('unit', unit), locale),
              counts,
            }))}
            total={report}
          />
        </Disclosure>
      )}
      {report.byRule.length > 0 && (
        <Disclosure summary={t('byRule')}>
          <Figures
            caption={t('byRule')}
            columns={ruleColumns}
            first={t('rule')}
            rows={report.byRule.map(({ rule, ...counts }) => ({
              key: rule,
              head: say(ruleWords(rule), locale),
              counts,
            }))}
          />
        </Disclosure>
      )}
    </div>
  )
}

type Column = (typeof unitColumns)[number] | (typeof ruleColumns)[number]

function Figures<Name extends Column>({
  caption,
  first,
  columns,
  rows,
  total,
}: {
  caption: string
  first: string
  columns: readonly Name[]
  rows: readonly { key: string; head: ReactNode; counts: Record<Name, number> }[]
  total?: Record<Name, number>
}) {
  const t = useTranslations('campaigns')
  const head = (name: Column) => t(`columns.${name}`)
  const cells = (counts: Record<Name, number>) =>
    columns.map((name) => (
      <Td key={name} label={head(name)} numeric>
        <Count value={counts[name]} />
      </Td>
    ))
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Th>{first}</Th>
          {columns.map((name) => (
            <Th key={name} numeric>
              {head(name)}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, head, counts }) => (
          <Tr key={key}>
            <RowHead>{head}</RowHead>
            {cells(counts)}
          </Tr>
        ))}
      </tbody>
      {total && (
        <tfoot>
          <TotalRow>
            <RowHead>{t('total')}</RowHead>
            {cells(total)}
          </TotalRow>
        </tfoot>
      )}
    </Table>
  )
}
