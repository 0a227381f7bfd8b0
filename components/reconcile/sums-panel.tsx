import { useTranslations } from 'next-intl'
import { Absent, Money } from '@/components/format/money'
import { Count } from '@/components/format/text'
import { Panel } from '@/components/ui/panel'
import { RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import type { Sum } from '@/lib/domain/reconcile/compare'

/** Both sides added up, exact to the fen, and what they differ by. */
export function SumsPanel({ ours, theirs }: { ours: Sum; theirs: Sum }) {
  const t = useTranslations('reconcile')
  return (
    <Panel flush title={t('sums')}>
      <Table caption={t('sums')}>
        <thead>
          <tr>
            <Th>{t('field')}</Th>
            <Th numeric>{t('ours')}</Th>
            <Th numeric>{t('theirs')}</Th>
            <Th numeric>{t('difference')}</Th>
          </tr>
        </thead>
        <tbody>
          <Tr>
            <RowHead>{t('contracts')}</RowHead>
            <Td label={t('ours')} numeric>
              <Count value={ours.contracts} />
            </Td>
            <Td label={t('theirs')} numeric>
              <Count value={theirs.contracts} />
            </Td>
            <Td label={t('difference')} numeric>
              <Count value={ours.contracts - theirs.contracts} />
            </Td>
          </Tr>
          {(['turnover', 'technology'] as const).map((name) => {
            const [a, b] = [ours[name], theirs[name]]
            return (
              <Tr key={name}>
                <RowHead>{t(name)}</RowHead>
                <Td label={t('ours')} numeric>
                  <Money fen={a} />
                </Td>
                <Td label={t('theirs')} numeric>
                  {b === null ? <span className="text-faint">{t('notMapped')}</span> : <Money fen={b} />}
                </Td>
                <Td label={t('difference')} numeric>
                  {a === null || b === null ? <Absent /> : <Money fen={a - b} />}
                </Td>
              </Tr>
            )
          })}
        </tbody>
      </Table>
    </Panel>
  )
}
