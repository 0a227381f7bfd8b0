import { useLocale, useTranslations } from 'next-intl'
import type { Table } from '@/lib/domain/statistics/compute'
import { shownFigure } from '@/lib/domain/statistics/shown'
import { say } from '@/lib/domain/words'
import { MissingFigure } from './missing-figure'

/** What one member is to another: north to south, in to out. */
export function Betweens({ table }: { table: Table }) {
  const t = useTranslations('statistics')
  const locale = useLocale()
  if (table.between.length === 0) return null
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-1 px-5 pt-3">
      {table.between.map(({ id, words, cell }) => {
        const ratio = shownFigure(cell, 'times')
        return (
          <div className="flex gap-2" key={id}>
            <dt className="text-soft">{say(words, locale)}</dt>
            <dd className="font-semibold" data-figure={`between/${id}`}>
              {ratio ? t('toOne', { ratio }) : <MissingFigure cell={cell} />}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
