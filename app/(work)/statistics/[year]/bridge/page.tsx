import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { BridgeForm } from '@/components/statistics/bridge-form'
import { BridgeLines } from '@/components/statistics/bridge-lines'
import { BridgeTable } from '@/components/statistics/bridge-table'
import { LinkButton } from '@/components/ui/button'
import { ExportLinks } from '@/components/ui/export-links'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { EmptyState } from '@/components/ui/states'
import { formatWan } from '@/lib/domain/money'
import { causes } from '@/lib/domain/statistics/bridge'
import { memberWords } from '@/lib/domain/statistics/members'
import { yearSchema } from '@/lib/domain/statistics/query'
import { say } from '@/lib/domain/words'
import { officeMoment } from '@/lib/i18n/dates'
import { routes } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'
import { editionsOf } from '@/lib/services/statistics/read-bridge'
import { leadToInstant, type Search } from '../../view'
import { readAsked } from './asked'

type Props = { params: Promise<{ year: string }>; searchParams: Promise<Search> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('time.bridge')
  return { title: t('title', { year: (await params).year }) }
}

/** What moved the figures of a year between two moments, or since an edition of its report was published. */
export default async function BridgePage({ params, searchParams }: Props) {
  const actor = await requireActor('statistics.read')
  const parsed = yearSchema.safeParse((await params).year)
  if (!parsed.success) notFound()
  const year = parsed.data
  const search = await searchParams
  leadToInstant(routes.bridge(year), search, ['from', 'to'])
  const [{ asked, read, refused }, editions, t, locale] = await Promise.all([
    readAsked(actor, year, search),
    editionsOf(actor, year),
    getTranslations('time.bridge'),
    getLocale(),
  ])
  const unit = actor.unit === null ? (asked.unit ?? null) : null
  const span = {
    unit,
    from: asked.edition ? null : asked.from?.toISOString(),
    edition: asked.edition,
    to: asked.to?.toISOString(),
  }
  return (
    <>
      <PageHeader
        actions={read && <ExportLinks filters={{ ...span, year, cause: asked.cause }} list="bridge" />}
        breadcrumb={[{ label: t('back', { year: String(year) }), href: routes.statistics(year, { unit }) }]}
        title={t('title', { year: String(year) })}
      >
        {read && (
          <p>
            {read.unit
              ? t('ofUnit', { unit: say(memberWords('unit', read.unit, read.units), locale) })
              : t('ofCorps')}
            {t(read.toNow ? 'toNow' : 'span', { from: officeMoment(read.from), to: officeMoment(read.to) })}
          </p>
        )}
        {read?.edition &&
          (await editionWords(read.edition, read.opening.turnover)).map((said) => <p key={said}>{said}</p>)}
      </PageHeader>
      <BridgeForm
        editions={editions}
        from={read?.from ?? asked.from ?? null}
        key={JSON.stringify(span)}
        refused={refused}
        to={asked.to ?? null}
        unit={unit}
        units={actor.unit === null && read ? read.units : []}
        year={year}
      />
      <Panel flush>
        {read ? (
          <BridgeTable
            bridge={read}
            from={read.from}
            href={(cause) => `${routes.bridge(year, { ...span, cause })}#lines`}
            to={read.to}
          />
        ) : (
          <EmptyState icon="chart" title={t('start')} />
        )}
      </Panel>
      {read?.lines && asked.cause && (
        <Panel
          className="mt-6"
          flush
          id="lines"
          title={t('lines.title', { cause: say(causes[asked.cause], locale) })}
        >
          <BridgeLines
            caption={t('lines.caption', { cause: say(causes[asked.cause], locale) })}
            lines={read.lines}
            units={read.units}
          />
          <div className="flex justify-end gap-2 px-5 py-3 print:hidden">
            {asked.before !== undefined && (
              <LinkButton
                href={`${routes.bridge(year, { ...span, cause: asked.cause })}#lines`}
                prefetch={false}
                size="small"
              >
                {t('lines.first')}
              </LinkButton>
            )}
            {read.next !== null && (
              <LinkButton
                href={`${routes.bridge(year, { ...span, cause: asked.cause, before: read.next })}#lines`}
                prefetch={false}
                size="small"
              >
                {t('lines.more')}
              </LinkButton>
            )}
          </div>
        </Panel>
      )}
    </>
  )
}

/** The edition it starts from; where the register said something else than the print, by how much. */
async function editionWords(
  { year, edition, printed }: { year: number; edition: number; printed: bigint | null },
  turnover: bigint,
): Promise<string[]> {
  const t = await getTranslations('time.bridge')
  const said = [t('edition', { year: String(year), edition: String(edition) })]
  if (printed === null || printed === turnover) return said
  return [...said, t('printed', { printed: formatWan(printed), difference: formatWan(turnover - printed) })]
}
