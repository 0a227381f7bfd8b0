import { isMeasure, placeOf } from '../report/places'
import { isPrintedRight } from '../report/printed'
import { sourceOf, specOf } from '../report/source'
import { type NumberSpan, plain, type Said } from '../report/spans'
import type { Cell, Figure } from '../statistics/figure'
import { type MeasureName, measures } from '../statistics/measures'
import type { Words } from '../words'
import { both, exactly, type Failure, failure, sameCell, tablesOf } from './failure'
import { chapterTitles } from './lines'
import type { Shown } from './shown'

/** Each number of the words is the one of its table, and is printed as what it is. */
export function proseOf(report: Shown): Failure[] {
  const titles = chapterTitles(report.chapters)
  return report.chapters.flatMap(({ id, blocks }) =>
    blocks.flatMap((block) => {
      const said =
        block.kind === 'paragraph'
          ? block.sentences.map((one) => one.said)
          : 'said' in block
            ? [block.said]
            : []
      return said.flatMap((one) => misprints(one, report, titles.get(id) ?? both(id)))
    }),
  )
}

function misprints({ zh, en }: Said, report: Shown, title: Words): Failure[] {
  const sentence: Words = { zh: plain(zh), en: plain(en) }
  const where: Words = { zh: `${title.zh}：${sentence.zh}`, en: `${title.en}: ${sentence.en}` }
  return [...zh, ...en].flatMap((span): Failure[] => {
    if (span.kind !== 'number') return []
    const expected = inTable(span, report)
    if (expected && !sameCell(expected.cell, span.value)) {
      return [failure('prose', where, both(span.text), exactly(expected.cell, expected.name))]
    }
    return isPrintedRight(span) ? [] : [failure('prose', where, both(span.text), both(fraction(span.value)))]
  })
}

const fraction = ({ n, d }: Figure): string => (d === 1n ? n.toString() : `${n} ÷ ${d}`)

/** What the printed table says in the place that a number names; where it prints no such place, what the year's sums say. */
function inTable({ of, measure, year }: NumberSpan, report: Shown): { cell: Cell; name: MeasureName } | null {
  if (!of || !isMeasure(measure)) return null
  const spec = specOf(of.table)
  const place = placeOf(spec, of.members)
  const shown = tablesOf(report).find((one) => one.spec.id === spec.id)?.table
  const row =
    place === 'total'
      ? shown?.total
      : [...(shown?.rows ?? []), ...(shown?.groups ?? [])].find((one) => one.member === place?.member)
  // A sum of last year is told under that year's own measure where the table has it so.
  const cell = row?.cells[measure]
  if (cell) return { cell, name: measure }
  if (measures[measure].rule.kind === 'rank' || measures[measure].rule.kind === 'running') return null
  return year === report.year || year === report.year - 1
    ? { cell: sourceOfReport(report).cite(of.table, of.members, measure).value, name: measure }
    : null
}

const sourceOfReport = ({ year, unit, book, units }: Shown) =>
  sourceOf(
    {
      year,
      unit,
      book,
      units,
      today: '',
      history: null,
      audits: null,
      largest: [],
      imports: [],
      work: [],
      institutions: [],
    },
    () => ({ zh: [], en: [] }),
  )
