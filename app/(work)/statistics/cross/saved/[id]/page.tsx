import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DateText } from '@/components/format/text'
import { AsOfForm, PastBanner } from '@/components/statistics/as-of'
import { CrossLinks } from '@/components/statistics/cross-links'
import { CrossSheet } from '@/components/statistics/cross-sheet'
import { StatisticsTabs } from '@/components/statistics/statistics-tabs'
import { ViewActs } from '@/components/statistics/view-acts'
import { Badge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { writeCrossQuery } from '@/lib/domain/statistics/cross-query'
import { crossTitle } from '@/lib/domain/statistics/cross-words'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'
import { readCross } from '@/lib/services/statistics/read-cross'
import { openView } from '@/lib/services/views/read'
import { askedView, leadToInstant, orNotFound, type Search } from '../../../view'
import { remove, share, unshare } from '../../actions'
import { bridgeOf } from '../../bridge-of'
import { whose } from '../../whose'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cross'))('title') }
}

/** A kept cross-table: its question, answered within the reach of whoever opens it. */
export default async function SavedViewPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>
  searchParams: Promise<Search>
}) {
  const actor = await requireActor('statistics.read')
  const [{ id }, search] = await Promise.all([params, searchParams])
  const { view, query: kept } = await orNotFound(openView(actor, id))
  leadToInstant(routes.savedView(id), search)
  const { asOf: chosen, refused } = askedView(search)
  const asked = { ...kept, asOf: chosen ?? kept.asOf }
  const { query, table, running, units, years, readAt } = await orNotFound(readCross(actor, asked))
  const [t, locale] = await Promise.all([getTranslations('cross'), getLocale()])
  const asOf = query.asOf?.toISOString() ?? null
  // A view that keeps a moment has no present of its own.
  const now = kept.asOf ? routes.cross(writeCrossQuery({ ...kept, asOf: null })) : routes.savedView(id)
  const isOwn = view.owner === actor.id
  return (
    <>
      <PageHeader
        actions={
          <>
            <LinkButton href={routes.cross(writeCrossQuery(asked))} prefetch={false}>
              {t('adjust')}
            </LinkButton>
            <CrossLinks asked={asked} />
            {isOwn && (
              <ViewActs id={view.id} remove={remove} share={share} shared={view.shared} unshare={unshare} />
            )}
          </>
        }
        breadcrumb={[{ label: t('title'), href: routes.cross() }]}
        status={view.shared && <Badge>{t('isShared')}</Badge>}
        title={view.name}
      >
        <p className="text-ink">{say(crossTitle(query), locale)}</p>
        <p>{await whose(actor, { query, units, readAt })}</p>
        <p className="text-sm text-faint">
          {isOwn ? t('keptByYou') : t('keptBy', { name: view.ownerName })}{' '}
          <DateText form="moment" value={view.changedAt} />
        </p>
        {isOwn && (
          <p className="text-sm text-faint">{t(actor.unit === null ? 'shareCentre' : 'shareOffice')}</p>
        )}
      </PageHeader>
      <StatisticsTabs asOf={asOf} current="cross" year={query.years.at(-1)} />
      <AsOfForm action={routes.savedView(id)} asOf={asOf} kept={{}} now={now} refused={refused} />
      <PastBanner asOf={asOf} bridge={bridgeOf(query, asOf)} now={now} />
      <CrossSheet
        asked={asked}
        doorway={{
          running,
          from: routes.savedView(view.id, { asOf: chosen?.toISOString() }),
        }}
        query={query}
        table={table}
        units={units}
        years={years}
      />
    </>
  )
}
