import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { AsOfForm, PastBanner } from '@/components/statistics/as-of'
import { CountedContracts } from '@/components/statistics/counted-contracts'
import { LinkButton } from '@/components/ui/button'
import { ExportLinks } from '@/components/ui/export-links'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { formatWan } from '@/lib/domain/money'
import { tableOf } from '@/lib/domain/statistics/catalogue'
import { cellNamed } from '@/lib/domain/statistics/drill'
import { memberWords } from '@/lib/domain/statistics/members'
import { daysSchema, yearSchema } from '@/lib/domain/statistics/query'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'
import { readCell } from '@/lib/services/statistics/read-cell'
import { askedView, leadToInstant, orNotFound, type Search } from '../../view'

/** The contracts behind one number of the statistics, and the number they add up to. */
export default async function StatisticsCellPage({
  params,
  searchParams,
}: {
  params: Promise<{ year: string; table: string }>
  searchParams: Promise<Search>
}) {
  const actor = await requireActor('statistics.read')
  const [{ year: yearText, table: tableId }, search] = await Promise.all([params, searchParams])
  const [year, table] = [yearSchema.safeParse(yearText), tableOf(tableId)]
  const member = typeof search.member === 'string' ? search.member : null
  const cell =
    year.success && table && table.kind !== 'contracts'
      ? cellNamed(table, year.data, member, daysSchema.parse(search))
      : null
  if (!cell || !table || table.kind === 'contracts') notFound()
  const before =
    typeof search.before === 'string' && /^\d{1,15}$/.test(search.before) ? Number(search.before) : undefined
  leadToInstant(routes.statisticsCell(cell.year, table.id), search)
  const { refused, ...asked } = askedView(search)
  const found = await orNotFound(readCell(actor, cell, { ...asked, before }))
  const { unit } = asked
  const asOf = found.asOf?.toISOString() ?? null
  const [t, locale] = await Promise.all([getTranslations('statistics'), getLocale()])
  const group = table.groups?.find(({ id }) => id === member)
  const name =
    member === null
      ? t('cell.whole')
      : say(group?.words ?? memberWords(table.split, member, found.units), locale)
  const unitWords = found.unit && say(memberWords('unit', found.unit, found.units), locale)
  const kept = { unit, asOf }
  const back = yearSchema.safeParse(search.back)
  const whole = { ...kept, from: cell.from, until: cell.until, back: back.success ? back.data : null }
  const now = routes.statisticsCell(cell.year, table.id, { ...whole, asOf: null, member })
  const { sums, contracts, next } = found
  return (
    <>
      <PageHeader
        actions={
          <ExportLinks
            filters={{ ...whole, back: null, year: cell.year, table: table.id, member }}
            list="cell"
          />
        }
        breadcrumb={
          back.success
            ? [
                {
                  label: t('backToDashboard', { year: String(back.data) }),
                  href: `${routes.dashboard(back.data, kept)}#${table.id}`,
                },
              ]
            : [
                { label: t('title', { year: String(cell.year) }), href: routes.statistics(cell.year, kept) },
                {
                  label: say(table.title, locale),
                  href: `${routes.statistics(cell.year, kept)}#${table.id}`,
                },
              ]
        }
        title={t('cell.title', { table: say(table.title, locale), member: name })}
      >
        <p>
          {unitWords ? t('ofUnit', { unit: unitWords }) : t('ofCorps')}
          {t('cell.sums', {
            year: String(cell.year),
            contracts: sums.contracts.toString(),
            turnover: formatWan(sums.turnover),
            technology: formatWan(sums.technology),
          })}
        </p>
        {(cell.from || cell.until) && (
          <p>
            {t('cell.days', {
              from: cell.from ?? `${cell.year}-01-01`,
              until: cell.until ?? `${cell.year}-12-31`,
            })}
          </p>
        )}
      </PageHeader>
      <AsOfForm
        action={routes.statisticsCell(cell.year, table.id)}
        asOf={asOf}
        kept={{ ...whole, asOf: null, member }}
        now={now}
        refused={refused}
      />
      <PastBanner asOf={asOf} bridge={routes.bridge(cell.year, { unit, from: asOf })} now={now} />
      <Panel flush>
        <CountedContracts caption={t('cell.caption')} contracts={contracts} units={found.units} />
        <div className="flex justify-end gap-2 px-5 py-3 print:hidden">
          {before !== undefined && (
            <LinkButton href={routes.statisticsCell(cell.year, table.id, { ...whole, member })} size="small">
              {t('cell.first')}
            </LinkButton>
          )}
          {next !== null && (
            <LinkButton
              href={routes.statisticsCell(cell.year, table.id, { ...whole, member, before: next })}
              size="small"
            >
              {t('cell.more')}
            </LinkButton>
          )}
        </div>
      </Panel>
    </>
  )
}
