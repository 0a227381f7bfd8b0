import { useFormatter, useTranslations } from 'next-intl'
import { Count } from '@/components/format/text'
import { TextLink } from '@/components/ui/button'
import { ExportLinks } from '@/components/ui/export-links'
import { Panel } from '@/components/ui/panel'
import { RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import { routes } from '@/lib/routes'

interface Yield {
  campaign: string
  number: string
  year: number
  settled: number
  confirmed: number
}

/** How often a rule was right: errors among its settled findings, self-audit by self-audit. */
export function RuleYields({ rule, yields }: { rule: string; yields: readonly Yield[] }) {
  const t = useTranslations('campaigns')
  const format = useFormatter()
  const percent = ({ confirmed, settled }: Pick<Yield, 'confirmed' | 'settled'>) =>
    format.number(confirmed / settled, { style: 'percent', maximumFractionDigits: 1 })
  if (yields.length === 0) {
    return (
      <Panel title={t('yields')}>
        <p className="text-soft">{t('noYields')}</p>
      </Panel>
    )
  }
  const sum = (name: 'confirmed' | 'settled') => yields.reduce((all, one) => all + one[name], 0)
  const whole = { confirmed: sum('confirmed'), settled: sum('settled') }
  return (
    <Panel
      actions={<ExportLinks filters={{ rule }} list="yields" of={t('yields')} />}
      className="min-w-0"
      flush
      note={t('yieldsNote')}
      title={t('yieldsTitle', { ...whole, percent: percent(whole) })}
    >
      <Table caption={t('yields')}>
        <thead>
          <tr>
            <Th>{t('title')}</Th>
            <Th>{t('year')}</Th>
            <Th numeric>{t('settledHead')}</Th>
            <Th numeric>{t('confirmedHead')}</Th>
            <Th numeric>{t('share')}</Th>
          </tr>
        </thead>
        <tbody>
          {yields.map((one) => (
            <Tr key={one.campaign}>
              <RowHead>
                <TextLink href={routes.audit.campaign(one.campaign)} lang="zh-CN" plain>
                  {one.number}
                </TextLink>
              </RowHead>
              <Td label={t('year')}>{one.year}</Td>
              <Td label={t('settledHead')} numeric>
                <Count value={one.settled} />
              </Td>
              <Td label={t('confirmedHead')} numeric>
                <Count value={one.confirmed} />
              </Td>
              <Td label={t('share')} numeric>
                {percent(one)}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  )
}
