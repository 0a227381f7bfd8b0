'use client'

import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Money } from '@/components/format/money'
import { DateText } from '@/components/format/text'
import { RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import { type DeskRow, typeWords } from '@/lib/domain/approval/desk'
import { units } from '@/lib/domain/units'
import { say } from '@/lib/domain/words'
import { type Query, routes } from '@/lib/routes'
import { Lookers } from './lookers'
import { DeadlineTag, ReasonTags } from './reason-tags'

const unitWords = new Map(units.map(({ code, words }) => [code, words]))

/** The waiting contracts in the order of the desk. `choice` is there for who may approve several at once. */
export function DeskTable({
  rows,
  query,
  choice,
}: {
  rows: readonly DeskRow[]
  /** The filter, carried along so that the queue stays the same while deciding. */
  query: Query
  choice?: {
    chosen: ReadonlySet<string>
    onToggle: (id: string) => void
    onToggleAll: () => void
  }
}) {
  const t = useTranslations('approvals')
  const locale = useLocale()
  const clean = rows.filter((row) => row.clean)
  const all = clean.length > 0 && clean.every(({ id }) => choice?.chosen.has(id))
  return (
    <Table caption={t('caption')}>
      <thead>
        <tr>
          {choice && (
            <Th className="w-10">
              <input
                aria-label={t('chooseAllClean')}
                checked={all}
                className="size-4.5 accent-jade align-middle"
                disabled={clean.length === 0}
                onChange={choice.onToggleAll}
                type="checkbox"
              />
            </Th>
          )}
          <Th>{t('contract')}</Th>
          <Th>{t('unit')}</Th>
          <Th>{t('type')}</Th>
          <Th numeric>{t('technologyWan')}</Th>
          <Th>{t('deadline')}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr chosen={choice?.chosen.has(row.id)} key={row.id}>
            {choice && (
              <Td>
                {row.clean && (
                  <input
                    aria-label={t('choose', { name: row.name })}
                    checked={choice.chosen.has(row.id)}
                    className="size-4.5 accent-jade align-middle"
                    onChange={() => choice.onToggle(row.id)}
                    type="checkbox"
                  />
                )}
              </Td>
            )}
            <RowHead className="min-w-64">
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <Link
                  className="text-ink decoration-jade/40 underline-offset-3 group-hover:text-jade group-hover:underline"
                  data-row=""
                  href={`${routes.approval(row.id)}${search(query)}`}
                >
                  {row.name}
                </Link>
                <ReasonTags reasons={row.reasons} />
              </div>
              <p className="text-sm font-normal text-faint">
                <span className="font-mono">{row.localNumber}</span>
                <span className="mx-1.5">·</span>
                {row.sellerName ?? '—'} → {row.buyerName ?? '—'}
              </p>
              <Lookers lookers={row.lookers} />
            </RowHead>
            <Td className="sm:w-32" label={t('unit')}>
              {say(unitWords.get(row.unit) ?? { zh: row.unit, en: row.unit }, locale)}
            </Td>
            <Td label={t('type')}>{say(typeWords(row.subtype), locale)}</Td>
            <Td label={t('technologyWan')} numeric>
              <Money fen={row.technology} unit="wan" />
              {row.technology !== row.turnover && (
                <p className="text-sm text-faint">
                  {t('ofTurnover')} <Money fen={row.turnover} unit="wan" />
                </p>
              )}
            </Td>
            <Td className="whitespace-nowrap" label={t('deadline')}>
              <div className="grid justify-items-start gap-0.5">
                <DeadlineTag reasons={row.reasons} />
                <p className="text-sm text-faint">
                  {t('acceptedOn')} <DateText value={row.acceptedOn} />
                </p>
              </div>
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}

const search = (query: Query) => routes.approvals(query).slice(routes.approvals().length)
