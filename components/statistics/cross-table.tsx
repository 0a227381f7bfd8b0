import { useLocale, useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/button'
import { cx } from '@/components/ui/classes'
import { RowHead, Table, Td, Th, TotalRow, Tr } from '@/components/ui/table'
import type { CrossTable as Computed, CrossHead } from '@/lib/domain/statistics/cross'
import type { CrossQuery } from '@/lib/domain/statistics/cross-query'
import { sideWords } from '@/lib/domain/statistics/cross-words'
import { type Cell, isFigure } from '@/lib/domain/statistics/figure'
import { type MeasureName, measures } from '@/lib/domain/statistics/measures'
import { say } from '@/lib/domain/words'
import { MissingFigure, shownFigure } from './figure-text'

/** Leads from a number to the contracts behind it; null where there is nothing to open. */
export type DoorOf = (
  place: { row: string | null; column: string | null },
  measure: MeasureName,
) => string | null

/** The columns as they stand: those of the question, and the total. */
type Place = CrossHead | null

/** A cross-table with its totals; every number that counts contracts is the way to them. */
export function CrossTable({
  caption,
  query,
  table,
  door,
}: {
  caption: string
  query: CrossQuery
  table: Computed
  door: DoorOf
}) {
  const t = useTranslations('cross')
  const locale = useLocale()
  const places: Place[] = [...table.columns, null]
  const line = (head: Place, { cells, total }: Computed['total']) => (
    <>
      <RowHead className="min-w-28 max-w-64 sm:min-w-44">
        {head ? say(head.words, locale) : t('total')}
      </RowHead>
      {places.map((place, index) =>
        query.measures.map((name, at) => (
          <Td className={edge(query, place, at, index === 0)} key={`${place?.member} ${name}`} numeric>
            <Figure
              cell={(place ? cells[index] : total)?.[name]}
              href={door({ row: head?.member ?? null, column: place?.member ?? null }, name)}
              name={name}
              where={[head, place].flatMap((one) => (one ? say(one.words, locale) : []))}
            />
          </Td>
        )),
      )}
    </>
  )
  return (
    <Table caption={caption} wide>
      <Heads places={places} query={query} table={table} />
      <tbody>
        {table.rows.map((row) => (
          <Tr key={row.member}>{line(row, row)}</Tr>
        ))}
      </tbody>
      <tfoot>
        <TotalRow>{line(null, table.total)}</TotalRow>
      </tfoot>
    </Table>
  )
}

/** A rule parts the total from the columns, and columns of several measures from each other. */
function edge(query: CrossQuery, place: Place, at: number, first: boolean): string | undefined {
  if (at > 0 || first) return undefined
  if (place === null) return 'border-l border-l-edge/60'
  return query.measures.length > 1 ? 'border-l border-l-line' : undefined
}

function Heads({ places, query, table }: { places: readonly Place[]; query: CrossQuery; table: Computed }) {
  const t = useTranslations('cross')
  const locale = useLocale()
  const corner = say(sideWords[query.rows], locale)
  const named = (place: Place) => (place ? say(place.words, locale) : t('total'))
  const ofMeasures = places.flatMap((place, index) =>
    query.measures.map((name, at) => (
      <Th
        className={cx('min-w-24', table.columns.length > 0 && 'static!', edge(query, place, at, index === 0))}
        key={`${place?.member} ${name}`}
        numeric
      >
        <Measured name={name} />
      </Th>
    )),
  )
  if (table.columns.length === 0) {
    return (
      <thead>
        <tr>
          <Th>{corner}</Th>
          {ofMeasures}
        </tr>
      </thead>
    )
  }
  const several = query.measures.length > 1
  return (
    <thead>
      <tr>
        <Th rowSpan={several ? 2 : 1}>{corner}</Th>
        {places.map((place, index) => (
          <Th
            className={cx(
              'min-w-24',
              several && 'border-b-line text-center!',
              edge(query, place, 0, index === 0),
            )}
            colSpan={query.measures.length}
            key={place?.member ?? ''}
            numeric
            scope={several ? 'colgroup' : 'col'}
          >
            {named(place)}
          </Th>
        ))}
      </tr>
      {several && <tr>{ofMeasures}</tr>}
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
      <span className="block font-normal text-faint">{unit}</span>
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
  return (
    <TextLink
      aria-label={t('openCell', {
        where: [...where, say(words, locale)].join(t('comma')),
        value: shown,
      })}
      className="underline decoration-line"
      href={href}
      plain
      prefetch={false}
    >
      {shown}
    </TextLink>
  )
}
