import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DateText } from '@/components/format/text'
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
import { remove, share, unshare } from '../../actions'
import { orNotFound } from '../../or-not-found'
import { whose } from '../../whose'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cross'))('title') }
}

/** A kept cross-table: its question, answered within the reach of whoever opens it. */
export default async function SavedViewPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor('statistics.read')
  const { view, query: asked } = await orNotFound(openView(actor, (await params).id))
  const { query, table, running, units, years, readAt } = await orNotFound(readCross(actor, asked))
  const [t, locale] = await Promise.all([getTranslations('cross'), getLocale()])
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
      <StatisticsTabs current="cross" year={query.years.at(-1)} />
      <CrossSheet
        asked={asked}
        doorway={{
          running,
          from: routes.savedView(view.id),
        }}
        query={query}
        table={table}
        units={units}
        years={years}
      />
    </>
  )
}
