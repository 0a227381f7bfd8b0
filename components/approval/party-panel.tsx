import { useLocale, useTranslations } from 'next-intl'
import { Money } from '@/components/format/money'
import { DateText } from '@/components/format/text'
import { TextLink } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import type { PartyRecord } from '@/lib/domain/approval/decision'
import { typeWords } from '@/lib/domain/approval/desk'
import { statuses } from '@/lib/domain/contract/lifecycle'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'

/** What the register holds of one party: how much, and its last contracts. */
export function PartyPanel({ record }: { record: PartyRecord }) {
  const t = useTranslations('approvals')
  const locale = useLocale()
  return (
    <Panel
      flush
      id={`party-${record.side}`}
      note={
        record.contracts === 0
          ? t('partyNone')
          : t('partySums', { contracts: record.contracts, registered: record.registered })
      }
      title={t(`party.${record.side}`, { name: record.name })}
    >
      {record.contracts > 0 && (
        <>
          <p className="flex flex-wrap gap-x-6 px-5 py-3 text-soft">
            <span>
              {t('turnoverSum')} <Money fen={record.turnover} showUnit unit="wan" />
            </span>
            <span>
              {t('technologySum')} <Money fen={record.technology} showUnit unit="wan" />
            </span>
          </p>
          <Table caption={t(`party.${record.side}`, { name: record.name })}>
            <thead>
              <tr>
                <Th>{t('contract')}</Th>
                <Th>{t('type')}</Th>
                <Th numeric>{t('turnoverWan')}</Th>
                <Th>{t('signed')}</Th>
                <Th>{t('status')}</Th>
              </tr>
            </thead>
            <tbody>
              {record.latest.map((one) => (
                <Tr key={one.id}>
                  <RowHead>
                    <TextLink href={routes.contract(one.id)}>{one.name || one.localNumber}</TextLink>
                    <p className="text-sm font-normal text-faint">
                      {one.sellerName} → {one.buyerName}
                    </p>
                  </RowHead>
                  <Td label={t('type')}>{say(typeWords(one.subtype), locale)}</Td>
                  <Td label={t('turnoverWan')} numeric>
                    <Money fen={one.turnover} unit="wan" />
                  </Td>
                  <Td label={t('signed')}>
                    <DateText value={one.signDate} />
                  </Td>
                  <Td className="whitespace-nowrap" label={t('status')}>
                    {say(statuses[one.status], locale)}
                  </Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        </>
      )}
    </Panel>
  )
}
