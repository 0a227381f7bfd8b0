import { useLocale, useTranslations } from 'next-intl'
import { cx } from '@/components/ui/classes'
import type { CrossTable as Computed, CrossHead } from '@/lib/domain/statistics/cross'
import type { CrossPlace } from '@/lib/domain/statistics/cross-door'
import type { CrossQuery } from '@/lib/domain/statistics/cross-query'
import { sideWords } from '@/lib/domain/statistics/cross-words'
import { type Cell, isFigure } from '@/lib/domain/statistics/figure'
import { type MeasureName, measures } from '@/lib/domain/statistics/measures'
import { shownFigure } from '@/lib/domain/statistics/shown'
import { say } from '@/lib/domain/words'
import { MissingFigure } from './missing-figure'

/** Leads from a number to the contracts behind it; null where there is nothing to open. */
type DoorOf = (place: CrossPlace, measure: MeasureName) => string | null

/** A column as it stands: of the question, or the total (null). */
type Place = CrossHead | null

interface Shown {
  query: CrossQuery
  table: Computed
}

/** A cross-table with its totals; every number that counts contracts is the way to them. */
export function CrossTable({ caption, door, ...shown }: Shown & { caption: string; door: DoorOf }) {
  const t = useTranslations('cross')
  const common = useTranslations('common')
  const locale = useLocale()
  const { query, table } = shown
  const places: Place[] = [...table.columns, null]
  const line = (head: Place, { cells, total }: Computed['total']) => (
    <>
      <th className="sm:min-w-44" scope="row">
        {head ? say(head.words, locale) : t('total')}
      </th>
      {places.map((place, index) =>
        query.measures.map((name, at) => (
          <td className={edge(query, place, index, at)} key={`${place?.member} ${name}`}>
            <Figure
              cell={(place ? cells[index] : total)?.[name]}
              href={door({ row: head?.member ?? null, column: place?.member ?? null }, name)}
              name={name}
              where={[head, place].flatMap((one) => (one ? say(one.words, locale) : []))}
            />
          </td>
        )),
      )}
    </>
  )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (SC 2.1.1).
    <section aria-label={common('tableScroll')} className="scroll-hint relative overflow-x-auto" tabIndex={0}>
      <table className="figures">
        <caption className="sr-only">{caption}</caption>
        <Heads places={places} {...shown} />
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.member}>{line(row, row)}</tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="sum">{line(null, table.total)}</tr>
        </tfoot>
      </table>
    </section>
  )
}

/** A rule parts the total from the columns, and columns of several measures from each other. */
function edge(query: CrossQuery, place: Place, index: number, measure = 0): string | undefined {
  if (measure > 0 || index === 0) return undefined
  if (place === null) return 'border-l border-l-edge/60'
  return query.measures.length > 1 ? 'border-l border-l-line' : undefined
}

function Heads({ places, query, table }: Shown & { places: readonly Place[] }) {
  const t = useTranslations('cross')
  const locale = useLocale()
  const named = (place: Place) => (place ? say(place.words, locale) : t('total'))
  const rows = say(sideWords[query.rows], locale)
  const measured = places.flatMap((place, index) =>
    query.measures.map((name, at) => (
      <th className={edge(query, place, index, at)} key={`${place?.member} ${name}`} scope="col">
        <Measured name={name} />
      </th>
    )),
  )
  if (query.columns === null || table.columns.length === 0) {
    return (
      <thead>
        <tr>
          <th scope="col">{rows}</th>
          {measured}
        </tr>
      </thead>
    )
  }
  const several = query.measures.length > 1
  const columns = places.map((place, index) => (
    <th
      className={cx(several && 'border-b-line! text-center!', edge(query, place, index))}
      colSpan={several ? query.measures.length : undefined}
      key={place?.member ?? ''}
      scope={several ? 'colgroup' : 'col'}
    >
      {named(place)}
    </th>
  ))
  return (
    <thead>
      <tr>
        {several ? (
          <td className="border-b-line! text-sm text-faint">{say(sideWords[query.columns], locale)}</td>
        ) : (
          <th scope="col">{rows}</th>
        )}
        {columns}
      </tr>
      {several && (
        <tr>
          <th scope="col">{rows}</th>
          {measured}
        </tr>
      )}
    </thead>
  )
}

/** A measure and, under it, its unit. */
function Measured({ name }: { name: MeasureName }) {
  const t = useTranslations('statistics')
  const locale = useLocale()
  const unit = t(`unitsOf.${measures[name].unit}`)
  return (
    <>
      {say(measures[name].words, locale)}
      {unit && <small>{unit}</small>}
    </>
  )
}

function Figure({
  cell,
  name,
  href,
  where,
}: {
  cell: Cell | undefined
  name: MeasureName
  href: string | null
  where: readonly string[]
}) {
  const t = useTranslations('cross')
  const locale = useLocale()
  if (!cell || !isFigure(cell)) return cell ? <MissingFigure cell={cell} /> : null
  const { unit, words } = measures[name]
  const shown = shownFigure(cell, unit) ?? ''
  if (!href || cell.n === 0n) return shown
  const label = { where: [...where, say(words, locale)].join(t('comma')), value: shown }
  // A plain link: a table holds a thousand of them.
  return (
    <a aria-label={t('openCell', label)} href={href}>
      {shown}
    </a>
  )
}
