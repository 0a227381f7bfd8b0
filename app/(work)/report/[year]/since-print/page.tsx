import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ChangeTable } from '@/components/edition/change-table'
import { BridgeTable } from '@/components/statistics/bridge-table'
import { ExportLinks } from '@/components/ui/export-links'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { officeMoment } from '@/lib/i18n/dates'
import { routes } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'
import { askedEdition } from '@/lib/services/editions/asked'
import { readSincePrint } from '@/lib/services/editions/since-print'
import { orNotFound, type Search } from '../../../statistics/view'

type Props = { params: Promise<{ year: string }>; searchParams: Promise<Search> }

/** So many places are listed; the rest follows from the tables. */
const LISTED = 300

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('edition.since')
  return { title: t('title', await params) }
}

/** What changed since an edition was published: the year's sums by cause, and every place that would read otherwise now. */
export default async function SincePrintPage({ params, searchParams }: Props) {
  const actor = await requireActor('statistics.read')
  const search = await searchParams
  const asked = askedEdition.safeParse({ ...search, ...(await params), number: search.edition })
  if (!asked.success) notFound()
  const [{ head, bridge, places }, t, page] = await Promise.all([
    orNotFound(readSincePrint(actor, asked.data)),
    getTranslations('edition.since'),
    getTranslations('edition.page'),
  ])
  const { year, number, unit } = head
  const asUnit = actor.unit === null ? unit : null
  return (
    <>
      <PageHeader
        breadcrumb={[
          { label: page('live'), href: routes.report(year, { unit: asUnit }) },
          {
            label: page('title', { year: String(year), number }),
            href: routes.edition(year, number, { unit }),
          },
        ]}
        title={t('title', { year: String(year) })}
      >
        <p>{t('help', { number, moment: officeMoment(bridge.from) })}</p>
      </PageHeader>
      <Panel className="mb-6" flush>
        <BridgeTable
          bridge={bridge}
          from={bridge.from}
          href={(cause) =>
            `${routes.bridge(year, { unit: asUnit, from: bridge.from.toISOString(), cause })}#lines`
          }
          to={bridge.to}
        />
      </Panel>
      <Panel
        actions={
          places.length > 0 && <ExportLinks filters={{ year, edition: number, unit }} list="since-print" />
        }
        flush
        note={places.length === 0 ? t('none') : undefined}
        title={t('places')}
      >
        {places.length > 0 && (
          <ChangeTable caption={t('places')} changes={places.slice(0, LISTED)} unitOfReader={actor.unit} />
        )}
        {places.length > LISTED && (
          <p className="px-5 py-3 text-soft">{t('more', { count: places.length - LISTED })}</p>
        )}
      </Panel>
    </>
  )
}
