import { useLocale, useTranslations } from 'next-intl'
import { Money } from '@/components/format/money'
import { Count } from '@/components/format/text'
import { TextLink } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { Stat } from '@/components/ui/stat'
import { RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import { codeList } from '@/lib/domain/contract/code-lists'
import { figureLines, reconciliationStates, type StatementContent } from '@/lib/domain/statement/statement'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'

const types = codeList('contractType').filter(({ parent }) => parent === undefined)

/** The figures of a unit's month, as they are signed and printed. */
export function StatementSheet({
  content: { figures, reconciliation },
  reconciled,
}: {
  content: StatementContent
  /** The month's reconciliation, for who may open it. */
  reconciled: string | null
}) {
  const t = useTranslations('statement')
  const locale = useLocale()
  const fen = (id: string) => BigInt(figures[id] ?? '0')
  return (
    <>
      <Panel>
        <div className="grid gap-5 sm:grid-cols-3">
          <Stat label={t('contracts')} size="small" value={<Count value={fen('contracts')} />} />
          <Stat label={t('turnover')} size="small" value={<Money fen={fen('turnover')} />} />
          <Stat label={t('technology')} size="small" value={<Money fen={fen('technology')} />} />
        </div>
      </Panel>
      <Panel className="print:break-inside-avoid" flush title={t('byType')}>
        <Table caption={t('byType')}>
          <thead>
            <tr>
              <Th>{t('type')}</Th>
              <Th numeric>{t('contracts')}</Th>
              <Th numeric>{t('turnover')}</Th>
              <Th numeric>{t('technology')}</Th>
            </tr>
          </thead>
          <tbody>
            {[
              ...types.map(({ code, words }) => ({ key: `type.${code}.`, words })),
              { key: '', words: { zh: t('total'), en: t('total') } },
            ].map(({ key, words }) => (
              <Tr key={key}>
                <RowHead>{say(words, locale)}</RowHead>
                <Td label={t('contracts')} numeric>
                  <Count value={fen(`${key}contracts`)} />
                </Td>
                <Td label={t('turnover')} numeric>
                  <Money fen={fen(`${key}turnover`)} />
                </Td>
                <Td label={t('technology')} numeric>
                  <Money fen={fen(`${key}technology`)} />
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </Panel>
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Panel className="print:break-inside-avoid" flush title={t('acts')}>
          <Table caption={t('acts')}>
            <thead>
              <tr>
                <Th>{t('line')}</Th>
                <Th numeric>{t('count')}</Th>
              </tr>
            </thead>
            <tbody>
              {figureLines
                .filter(({ id }) => id.startsWith('act.'))
                .map(({ id, words }) => (
                  <Tr key={id}>
                    <RowHead>{say(words, locale)}</RowHead>
                    <Td label={t('count')} numeric>
                      <Count value={fen(id)} />
                    </Td>
                  </Tr>
                ))}
            </tbody>
          </Table>
        </Panel>
        <Panel className="print:break-inside-avoid" title={t('reconciliation')}>
          <p className="font-medium">{say(reconciliationStates[reconciliation.state], locale)}</p>
          {reconciliation.state !== 'none' && (
            <p className="text-soft">
              {t('differing', {
                differing: reconciliation.differing,
                undecided: reconciliation.undecided,
              })}
            </p>
          )}
          {reconciled && (
            <p className="mt-2 print:hidden">
              <TextLink href={routes.reconciliation(reconciled)}>{t('toReconciliation')}</TextLink>
            </p>
          )}
        </Panel>
      </div>
    </>
  )
}
