import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { PastBanner } from '@/components/statistics/as-of'
import { CrossForm } from '@/components/statistics/cross-form'
import { CrossLinks } from '@/components/statistics/cross-links'
import { CrossSheet } from '@/components/statistics/cross-sheet'
import { KeptViews } from '@/components/statistics/kept-views'
import { SaveView } from '@/components/statistics/save-view'
import { StatisticsTabs } from '@/components/statistics/statistics-tabs'
import { ExportLinks } from '@/components/ui/export-links'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { paramsOf } from '@/lib/domain/contract/list-query'
import { crossSearch, readCrossQuery, writeCrossQuery } from '@/lib/domain/statistics/cross-query'
import { crossTitle } from '@/lib/domain/statistics/cross-words'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'
import { readCross } from '@/lib/services/statistics/read-cross'
import { readViews } from '@/lib/services/views/read'
import { leadToInstant, orNotFound, type Search, yearsToChoose } from '../view'
import { save } from './actions'
import { bridgeOf } from './bridge-of'
import { whose } from './whose'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cross'))('title') }
}

/** A table of any two dimensions, within the reader's reach; everything chosen stands in the address. */
export default async function CrossPage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireActor('statistics.read')
  const given = await searchParams
  const params = paramsOf(given)
  const acrossUnits = actor.unit === null
  const asked = readCrossQuery(params, acrossUnits)
  // A form sends its empty boxes too; the address that is kept, sent and gone back to has none.
  const isFromForm = [...params.values()].some((values) => values.includes(''))
  if (isFromForm && asked.ignored.length === 0) redirect(routes.cross(writeCrossQuery(asked)))
  leadToInstant(routes.cross(), given)
  const { query, table, running, units, years, readAt } = await orNotFound(readCross(actor, asked))
  const [t, locale, views] = await Promise.all([getTranslations('cross'), getLocale(), readViews(actor)])
  const search = crossSearch(asked)
  const asOf = query.asOf?.toISOString() ?? null
  const offered = yearsToChoose(years, readAt, asked.years)
  return (
    <>
      <PageHeader actions={<CrossLinks asked={asked} />} title={say(crossTitle(query), locale)}>
        <p>{await whose(actor, { query, units, readAt })}</p>
      </PageHeader>
      <StatisticsTabs asOf={asOf} current="cross" year={query.years.at(-1)} />
      <CrossForm acrossUnits={acrossUnits} key={search} query={asked} years={offered} />
      {asked.ignored.length > 0 && (
        <Notice className="mb-4" kind="warning">
          {t('ignored', { names: asked.ignored.slice(0, 5).join(t('comma')) })}
        </Notice>
      )}
      <PastBanner
        asOf={asOf}
        bridge={bridgeOf(query, asOf)}
        now={routes.cross(writeCrossQuery({ ...asked, asOf: null }))}
      />
      <CrossSheet
        asked={asked}
        doorway={{
          running,
          from: routes.cross(writeCrossQuery(asked)),
        }}
        query={query}
        table={table}
        units={units}
        years={years}
      />
      <Panel
        actions={views.own.length + views.shared.length > 0 && <ExportLinks list="views" of={t('kept')} />}
        className="mt-8 print:hidden"
        flush
        id="kept"
        title={t('kept')}
      >
        <div className="border-b border-line px-5 py-4">
          <SaveView key={search} query={search} save={save} />
        </div>
        <KeptViews
          views={[
            ...views.own.map((view) => ({ ...view, keeper: null })),
            ...views.shared.map((view) => ({ ...view, keeper: view.ownerName })),
          ]}
        />
      </Panel>
    </>
  )
}
