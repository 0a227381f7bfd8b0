import type { SplitTable } from '../../statistics/catalogue'
import type { Row, Table } from '../../statistics/compute'
import type { Cell } from '../../statistics/figure'
import { type MeasureName, measures } from '../../statistics/measures'
import { lengthOf, type Mark, marksOf, type Picture } from '../../statistics/picture'
import { shownFigure, shownShare } from '../../statistics/shown'
import { say } from '../../words'
import { pictureOf, volumePairs } from '../drawn'
import { headingOf, unitWords } from './grid'

/** A bar: its length as a share of the longest it is held against, and its figure as it is written. */
export interface ChartBar {
  length: number
  text: string
}

export interface ChartRow {
  label: string
  now: ChartBar
  /** The year before. */
  before?: ChartBar
}

/** What a figure draws: bars one below the other, or one bar of the whole in its parts. */
export interface Chart {
  kind: 'bars' | 'parts'
  /** 单位：万元; empty where rows have units of their own. */
  measured: string
  /** The years that bars are of; null where there is only the one. */
  years: { now: string; before: string } | null
  rows: readonly ChartRow[]
}

/** The figure `id` of the report from its table, in one language. */
export function chartOf(id: string, spec: SplitTable, table: Table, year: number, locale: string): Chart {
  const picture = pictureOf(id, spec)
  const yearWords = (of: number) => say({ zh: `${of} 年`, en: String(of) }, locale)
  const years = { now: yearWords(year), before: yearWords(year - 1) }
  if (!picture) return { kind: 'bars', measured: '', years, rows: pairs(table.rows[0], locale) }
  const { measure, against } = picture
  const unit = say(unitWords[measures[measure].unit], locale)
  const what = say(headingOf(measure, [], year), locale)
  const marks = marksOf(picture, table)
  const kind = picture.kind === 'parts' ? 'parts' : 'bars'
  return {
    kind,
    measured: say({ zh: `${what}（${unit}）`, en: `${what} (${unit})` }, locale),
    years: against ? years : null,
    rows: kind === 'parts' ? parts(picture, marks, locale) : bars(picture, marks, locale),
  }
}

const written = (cell: Cell | undefined, name: MeasureName): string =>
  (cell && shownFigure(cell, measures[name].unit)) ?? '—'

const size = (cell: Cell | undefined, name: MeasureName): number =>
  Math.max(lengthOf(cell, measures[name].unit), 0)

const part = (length: number, of: number): number => (of > 0 ? length / of : 0)

const withShare = (mark: Mark, measure: MeasureName): string => {
  const share = shownShare(mark.share)
  return share ? `${written(mark.value, measure)}  ${share}` : written(mark.value, measure)
}

function bars({ measure, against }: Picture, marks: readonly Mark[], locale: string): ChartRow[] {
  const most = Math.max(
    0,
    ...marks.flatMap((mark) => [size(mark.value, measure), size(mark.against, against ?? measure)]),
  )
  return marks.map((mark) => ({
    label: say(mark.words, locale),
    now: { length: part(size(mark.value, measure), most), text: withShare(mark, measure) },
    ...(against && {
      before: { length: part(size(mark.against, against), most), text: written(mark.against, against) },
    }),
  }))
}

function parts({ measure }: Picture, marks: readonly Mark[], locale: string): ChartRow[] {
  const whole = marks.reduce((sum, mark) => sum + size(mark.value, measure), 0)
  return marks.map((mark) => ({
    label: say(mark.words, locale),
    now: { length: part(size(mark.value, measure), whole), text: withShare(mark, measure) },
  }))
}

function pairs(row: Row | undefined, locale: string): ChartRow[] {
  if (!row) return []
  return volumePairs.map(([now, before]) => {
    const { unit, words } = measures[now]
    const lengths = [size(row.cells[now], now), size(row.cells[before], before)] as const
    const most = Math.max(...lengths)
    const called = say(unitWords[unit], locale)
    const label = say(words, locale)
    return {
      label: called ? say({ zh: `${label}（${called}）`, en: `${label} (${called})` }, locale) : label,
      now: { length: part(lengths[0], most), text: written(row.cells[now], now) },
      before: { length: part(lengths[1], most), text: written(row.cells[before], before) },
    }
  })
}
