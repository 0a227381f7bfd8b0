import { useLocale, useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/button'
import { EmptyRow, RowHead, Table, Td, Th, TotalRow, Tr } from '@/components/ui/table'
import type { SplitTable } from '@/lib/domain/statistics/catalogue'
import type { Table as Computed, Row } from '@/lib/domain/statistics/compute'
import { figureText, isFigure } from '@/lib/domain/statistics/figure'
import { type MeasureName, measures } from '@/lib/domain/statistics/measures'
import { say } from '@/lib/domain/words'
import { MissingFigure, shownFigure } from './figure-text'
import { cellHref, type ShownView } from './view'

/** One table of the catalogue; every number that counts contracts is the way to them. */
export function StatTable({ spec, table, view }: { spec: SplitTable; table: Computed; view: ShownView }) {
  const t = useTranslations('statistics')
  const locale = useLocale()
  const row = (one: Row, place: Row | 'total', total = false) => (
    <>
      <RowHead className="sticky left-0 z-1 min-w-28 max-w-64 bg-sheet group-hover:bg-hover">
        {say(one.words, locale)}
      </RowHead>
      {spec.measures.map((name) => (
        <Td data-figure={`${spec.id}/${place === 'total' ? place : place.member}/${name}`} key={name} numeric>
          <FigureCell
            bar={!total && name === 'turnoverShare'}
            href={cellHref(view, spec, place, name)}
            name={name}
            row={one}
          />
        </Td>
      ))}
    </>
  )
  return (
    <Table caption={say(spec.title, locale)} wide>
      <thead>
        <tr>
          <Th className="sticky left-0 z-1">
            <span className="sr-only">{say(spec.title, locale)}</span>
          </Th>
          {spec.measures.map((name) => {
            const unit = t(`unitsOf.${measures[name].unit}`)
            return (
              <Th className="min-w-24" key={name} numeric>
                {say(measures[name].words, locale)}
                {unit && <span className="block font-normal text-faint">{unit}</span>}
              </Th>
            )
          })}
        </tr>
      </thead>
      <tbody>
        {table.rows.length === 0 && (
          <EmptyRow columns={spec.measures.length + 1}>
            {t(spec.above ? 'noneAbove' : 'noneOccurring')}
          </EmptyRow>
        )}
        {table.rows.map((one) => (
          <Tr key={one.member}>{row(one, one)}</Tr>
        ))}
      </tbody>
      {(table.total || table.groups.length > 0) && (
        <tfoot>
          {table.groups.map((one) => (
            <Tr className="text-soft" key={one.member}>
              {row(one, one)}
            </Tr>
          ))}
          {table.total && <TotalRow>{row(table.total, 'total', true)}</TotalRow>}
        </tfoot>
      )}
    </Table>
  )
}

function FigureCell({
  row,
  name,
  href,
  bar,
}: {
  row: Row
  name: MeasureName
  href: string | null
  bar: boolean
}) {
  const t = useTranslations('statistics')
  const locale = useLocale()
  const cell = row.cells[name]
  if (!cell || !isFigure(cell)) return cell ? <MissingFigure cell={cell} /> : null
  const { unit, words } = measures[name]
  const shown = shownFigure(cell, unit)
  if (href && cell.n !== 0n) {
    return (
      <TextLink
        aria-label={t('openCell', {
          row: say(row.words, locale),
          measure: say(words, locale),
          value: shown ?? '',
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
  if (!bar || cell.n < 0n) return shown
  return (
    <span className="grid justify-items-end">
      {shown}
      <span aria-hidden="true" className="mt-0.5 h-1 w-20 bg-sunken print:hidden">
        <span className="block h-full bg-chart-1" style={{ width: `${figureText(cell, 'percent')}%` }} />
      </span>
    </span>
  )
}
