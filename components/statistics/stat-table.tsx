import { useLocale, useTranslations } from 'next-intl'
import type { SplitTable } from '@/lib/domain/statistics/catalogue'
import type { Table as Computed, Row } from '@/lib/domain/statistics/compute'
import { figureText, isFigure } from '@/lib/domain/statistics/figure'
import { type MeasureName, measures } from '@/lib/domain/statistics/measures'
import { shownFigure } from '@/lib/domain/statistics/shown'
import { say } from '@/lib/domain/words'
import { MissingFigure } from './missing-figure'
import { cellHref, figureKey, type ShownView } from './view'

/** One table of the catalogue; every number that counts contracts is the way to them. */
export function StatTable({ spec, table, view }: { spec: SplitTable; table: Computed; view: ShownView }) {
  const t = useTranslations('statistics')
  const common = useTranslations('common')
  const locale = useLocale()
  const title = say(spec.title, locale)
  const line = (one: Row, place: Row | 'total') => (
    <>
      <th scope="row">{say(one.words, locale)}</th>
      {spec.measures.map((name) => (
        <td data-figure={figureKey(spec, place, name)} key={name}>
          <FigureCell
            bar={place !== 'total' && name === 'turnoverShare'}
            href={cellHref(view, spec, place, name)}
            name={name}
            row={one}
          />
        </td>
      ))}
    </>
  )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (SC 2.1.1).
    <section aria-label={common('tableScroll')} className="scroll-hint relative overflow-x-auto" tabIndex={0}>
      <table className="figures">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">{title}</span>
            </th>
            {spec.measures.map((name) => {
              const unit = t(`unitsOf.${measures[name].unit}`)
              return (
                <th key={name} scope="col">
                  {say(measures[name].words, locale)}
                  {unit && <small>{unit}</small>}
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {table.rows.length === 0 && (
            <tr>
              <td colSpan={spec.measures.length + 1}>{t(spec.above ? 'noneAbove' : 'noneOccurring')}</td>
            </tr>
          )}
          {table.rows.map((one) => (
            <tr key={one.member}>{line(one, one)}</tr>
          ))}
        </tbody>
        {(table.total || table.groups.length > 0) && (
          <tfoot>
            {table.groups.map((one) => (
              <tr key={one.member}>{line(one, one)}</tr>
            ))}
            {table.total && <tr className="sum">{line(table.total, 'total')}</tr>}
          </tfoot>
        )}
      </table>
    </section>
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
    const label = { row: say(row.words, locale), measure: say(words, locale), value: shown ?? '' }
    // A plain link: a page holds a thousand of them.
    return (
      <a aria-label={t('openCell', label)} href={href}>
        {shown}
      </a>
    )
  }
  if (!bar || cell.n < 0n) return shown
  return (
    <>
      {shown}
      <span aria-hidden="true" className="mt-0.5 ml-auto block h-1 w-20 bg-sunken print:hidden">
        <span className="block h-full bg-chart-1" style={{ width: `${figureText(cell, 'percent')}%` }} />
      </span>
    </>
  )
}
