import { cellHref, type ShownView } from '@/components/statistics/view'
import { isMeasure, placeOf } from '@/lib/domain/report/places'
import { specOf } from '@/lib/domain/report/source'
import type { NumberSpan } from '@/lib/domain/report/spans'
import type { UnitMember } from '@/lib/domain/statistics/members'
import { writeRecordQuery } from '@/lib/domain/work-records/list-query'
import { workMeasures } from '@/lib/domain/work-records/roll-up'
import { routes } from '@/lib/routes'
import { useCitation } from './use-citation'

/**
 * A number of the report: says what it is and its exact value, and leads to its contracts where they add up to it; where
 * no list does, it opens what its sentence rests on.
 */
export function ReportNumber({
  span,
  figure,
  view,
  units,
  opens,
}: {
  span: NumberSpan
  figure: string
  /** The sheet of its sentence, where the page has one. */
  opens?: string | undefined
  view: ShownView
  units: readonly UnitMember[]
}) {
  const cited = useCitation(units)(span)
  const href = addressOf(span, view)
  if (href) {
    return (
      <a className="door" data-figure={figure} href={href} title={cited}>
        {span.text}
      </a>
    )
  }
  if (opens && span.measure !== 'year') {
    return (
      <button className="door" data-figure={figure} popoverTarget={opens} title={cited} type="button">
        {span.text}
      </button>
    )
  }
  return (
    <span data-figure={figure} title={cited}>
      {span.text}
    </span>
  )
}

/** The contracts or records of work behind a number; null where there are none to open. */
export function addressOf(
  { door, of, measure, value, records, year }: NumberSpan,
  view: ShownView,
): string | null {
  if (records) {
    return value.n === 0n
      ? null
      : routes.work.records(
          workMeasures[records.measure].kind,
          writeRecordQuery({
            counted: { ...records, year, unit: view.unit ?? null, asOf: view.asOf ?? null },
          }),
        )
  }
  if (!door || !of || !isMeasure(measure) || value.n === 0n) return null
  const spec = specOf(of.table)
  const place = placeOf(spec, of.members)
  return place && cellHref(view, spec, place, measure)
}
