import { useLocale, useTranslations } from 'next-intl'
import { FilterChips } from '@/components/contract/contract-filters'
import { LinkButton } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Panel } from '@/components/ui/panel'
import { EmptyState } from '@/components/ui/states'
import type { CrossTable as Computed } from '@/lib/domain/statistics/cross'
import { crossDoorParams, type Doorway } from '@/lib/domain/statistics/cross-door'
import { type CrossQuery, writeCrossQuery } from '@/lib/domain/statistics/cross-query'
import { crossTitle, sideWords } from '@/lib/domain/statistics/cross-words'
import { measures } from '@/lib/domain/statistics/measures'
import type { UnitMember } from '@/lib/domain/statistics/members'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { CrossTable } from './cross-table'
import { OtherYears } from './empty-year'

/** What a cross-table answers: what narrows it, the figures, how to read them; or why there are none. */
export function CrossSheet({
  asked,
  query,
  table,
  units,
  years,
  doorway,
}: {
  /** The question as its address asks it. */
  asked: CrossQuery
  /** The same with its years settled. */
  query: CrossQuery
  table: Computed
  units: readonly UnitMember[]
  /** Years that have figures, the latest first. */
  years: readonly number[]
  doorway: Doorway
}) {
  const t = useTranslations('cross')
  const statistics = useTranslations('statistics')
  const locale = useLocale()
  const title = say(crossTitle(query), locale)
  const across = query.columns === null ? '' : say(sideWords[query.columns], locale)
  const [single, ...more] = query.measures
  const counted = single && more.length === 0 ? measures[single] : null
  const unit = counted && statistics(`unitsOf.${counted.unit}`)
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <FilterChips
        filters={query.filters}
        href={({ filters }) => routes.cross(writeCrossQuery({ ...asked, filters }))}
        units={new Map(units.map(({ code, words }) => [code, words]))}
      />
      <Panel flush>
        {table.empty && !query.zeros ? (
          <Nothing asked={asked} query={query} years={years} />
        ) : (
          <>
            {counted && across && (
              <p className="border-b border-line px-5 py-2.5 text-sm text-soft">
                {t('across', {
                  columns: across,
                  measure: say(counted.words, locale),
                  unit: unit ? t('inUnit', { unit }) : '',
                })}
              </p>
            )}
            <CrossTable
              caption={title}
              door={(place, measure) => {
                const params = crossDoorParams(query, place, measure, doorway)
                return params && (query.asOf ? routes.counted(params) : routes.contracts(params))
              }}
              query={query}
              table={table}
            />
            <Notes query={query} />
          </>
        )}
      </Panel>
    </div>
  )
}

/** Nothing was registered: in those years at all, or of what the filters let through. */
function Nothing({
  asked,
  query,
  years,
}: {
  asked: CrossQuery
  query: CrossQuery
  years: readonly number[]
}) {
  const t = useTranslations('cross')
  const to = (change: Partial<CrossQuery>) => routes.cross(writeCrossQuery({ ...asked, ...change }))
  if (query.filters.length > 0) {
    return (
      <EmptyState
        action={<LinkButton href={to({ filters: [] })}>{t('clearFilters')}</LinkButton>}
        icon="search"
        title={t('noMatch')}
      >
        {t('noMatchHelp')}
      </EmptyState>
    )
  }
  return (
    <EmptyState icon="chart" title={t('empty', { years: query.years.join(t('comma')) })}>
      <p>{t('emptyHelp')}</p>
      <OtherYears addressOf={(year) => to({ years: [year] })} years={years} />
    </EmptyState>
  )
}

/** How the measures shown are to be read, and what a number leads to. */
function Notes({ query }: { query: CrossQuery }) {
  const t = useTranslations('cross')
  const locale = useLocale()
  const noted = query.measures.flatMap((name) => {
    const { note, words } = measures[name]
    return note ? [{ name, words, note }] : []
  })
  return (
    <div className="px-5 py-3 text-sm text-soft print:hidden">
      <Disclosure summary={t('reading')}>
        <div className="grid max-w-prose gap-2">
          <p>{t('readingDoor')}</p>
          <p>{t('readingLast')}</p>
          <p>{t('readingShare')}</p>
          {noted.map(({ name, words, note }) => (
            <p key={name}>
              <span className="font-medium">{say(words, locale)}</span> {say(note, locale)}
            </p>
          ))}
        </div>
      </Disclosure>
    </div>
  )
}
