import { useLocale, useTranslations } from 'next-intl'
import { Money } from '@/components/format/money'
import { DateText } from '@/components/format/text'
import { TextLink } from '@/components/ui/button'
import { EmptyRow, RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import { codeWords } from '@/lib/domain/contract/code-lists'
import type { CountedContract } from '@/lib/domain/statistics/counted'
import { memberWords, type UnitMember } from '@/lib/domain/statistics/members'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'

/** Contracts behind a number. */
export function CountedContracts({
  caption,
  contracts,
  units,
}: {
  caption: string
  contracts: readonly CountedContract[]
  units: readonly UnitMember[]
}) {
  const t = useTranslations('statistics')
  const locale = useLocale()
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Th>{t('row.name')}</Th>
          <Th>{t('row.unit')}</Th>
          <Th>{t('row.type')}</Th>
          <Th>{t('row.seller')}</Th>
          <Th>{t('row.buyer')}</Th>
          <Th>{t('row.registeredOn')}</Th>
          <Th numeric>{t('row.turnover')}</Th>
          <Th numeric>{t('row.technology')}</Th>
        </tr>
      </thead>
      <tbody>
        {contracts.length === 0 && <EmptyRow columns={8}>{t('emptyList')}</EmptyRow>}
        {contracts.map((one) => (
          <Tr key={one.posting}>
            <RowHead className="min-w-48 max-w-md">
              <TextLink href={routes.contract(one.id)} plain prefetch={false}>
                {one.name}
              </TextLink>
              <span className="block font-mono text-xs font-normal text-faint">{one.number}</span>
            </RowHead>
            <Td label={t('row.unit')}>{say(memberWords('unit', one.unit, units), locale)}</Td>
            <Td label={t('row.type')}>{say(codeWords('contractType', one.type), locale)}</Td>
            <Td label={t('row.seller')}>{one.sellerName}</Td>
            <Td label={t('row.buyer')}>{one.buyerName}</Td>
            <Td label={t('row.registeredOn')}>
              <DateText value={one.registeredOn} />
            </Td>
            <Td data-figure={`contract.${one.posting}.turnover`} label={t('row.turnover')} numeric>
              <Money fen={one.turnover} unit="wan" />
            </Td>
            <Td data-figure={`contract.${one.posting}.technology`} label={t('row.technology')} numeric>
              <Money fen={one.technology} unit="wan" />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
