import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Absent, Money } from '@/components/format/money'
import { DateText } from '@/components/format/text'
import { codeWords } from '@/lib/domain/contract/code-lists'
import { type Cell, type ColumnKey, type ColumnKind, columns } from '@/lib/domain/contract/columns'
import type { Status } from '@/lib/domain/contract/lifecycle'
import { say, type Words } from '@/lib/domain/words'
import { ContractStatus } from './contract-status'

export type UnitNames = ReadonlyMap<string, Words>

/** One cell of a list, by the kind of its column. Amounts are 万元, as everybody here reads them. */
export function CellValue({ column, value, units }: { column: ColumnKey; value: Cell; units: UnitNames }) {
  const locale = useLocale()
  const t = useTranslations('common')
  if (value === null || value === '') return <Absent />
  const { kind, list } = columns[column]
  const forms: Record<ColumnKind, () => ReactNode> = {
    text: () => String(value),
    number: () => String(value),
    code: () => (list ? say(codeWords(list, String(value)), locale) : String(value)),
    money: () => <Money fen={value as bigint} unit="wan" />,
    date: () => <DateText value={String(value)} />,
    moment: () => <DateText form="moment" value={String(value)} />,
    flag: () => (value ? t('yes') : t('no')),
    status: () => <ContractStatus status={value as Status} />,
    unit: () => say(units.get(String(value)) ?? { zh: String(value), en: String(value) }, locale),
    year: () => String(value),
  }
  return forms[kind]()
}
