import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { seenOf } from '@/app/(work)/dashboard/seen'
import { askedView, orNotFound, type Search } from '@/app/(work)/statistics/view'
import { LiveRefresh } from '@/components/live/live-refresh'
import { slidesOf } from '@/components/wall/slides'
import { WallCycle } from '@/components/wall/wall-cycle'
import { yearSchema } from '@/lib/domain/statistics/query'
import { routes } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'
import { livePosition } from '@/lib/services/live/position'
import { readDashboard } from '@/lib/services/statistics/read-dashboard'

type Props = { params: Promise<{ year: string }>; searchParams: Promise<Search> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('wall')
  return { title: t('title', { year: (await params).year }) }
}

/** The year for a screen on the wall: large, without the frame of the house, one page after the other. */
export default async function WallYearPage({ params, searchParams }: Props) {
  const actor = await requireActor('statistics.read')
  const year = yearSchema.safeParse((await params).year)
  if (!year.success) notFound()
  const position = livePosition(actor)
  const read = await orNotFound(readDashboard(actor, year.data, { unit: askedView(await searchParams).unit }))
  const [t, seen] = await Promise.all([getTranslations('wall'), seenOf(read, actor.unit === null)])
  const { view, telling, source, whose } = seen
  const { tables, book, units } = read
  return (
    <WallCycle
      back={routes.dashboard(view.year, { unit: view.unit })}
      slides={slidesOf({ tables, book, glance: read, units, view, telling, source })}
      status={
        <LiveRefresh
          key={`${view.year} ${read.unit}`}
          position={position}
          readAt={read.readAt}
          unattended
          units={read.unit ?? 'all'}
          work={false}
          year={view.year}
        />
      }
      title={t('title', { year: String(view.year) })}
      whose={whose}
    />
  )
}
