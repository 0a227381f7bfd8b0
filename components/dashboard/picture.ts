import type { SplitTable } from '@/lib/domain/statistics/catalogue'
import { type MeasureName, measures } from '@/lib/domain/statistics/measures'
import { lengthOf, type Mark, type Picture } from '@/lib/domain/statistics/picture'
import { shownFigure, shownShare } from '@/lib/domain/statistics/shown'
import { say } from '@/lib/domain/words'
import type { Caption, ChartData } from '../chart/chart-data'
import type { ShownView } from '../statistics/view'

/** What every kind of picture is made from. */
export interface PictureProps {
  spec: SplitTable
  picture: Picture
  marks: readonly Mark[]
  view: ShownView
  caption: Caption
  /** The only picture of its panel: its ways to save it stand in the corner, beside the table's. */
  alone: boolean
  /** Columns after so many months say nothing of the year that runs. */
  shownMonths: number
}

/** The unit a measure is written in, as its messages name it. */
export const unitOf = (name: MeasureName) => measures[name].unit

const written = (mark: Mark, picture: Picture) => {
  const value = shownFigure(mark.value, unitOf(picture.measure)) ?? '—'
  const share = shownShare(mark.share)
  return share ? `${value}  ${share}` : value
}

/** The lengths of a picture and the words of its figures. */
export function chartData(
  picture: Picture,
  marks: readonly Mark[],
  { year, locale, known = marks.length }: { year: number; locale: string; known?: number },
): ChartData {
  const unit = unitOf(picture.measure)
  const own = {
    name: String(year),
    values: marks.map(({ value }, at) => (at < known ? lengthOf(value, unit) : 0)),
    shown: marks.map((mark, at) => (at < known ? written(mark, picture) : '—')),
  }
  const before = {
    name: String(year - 1),
    values: marks.map(({ against }) => lengthOf(against, unit)),
    shown: marks.map(({ against }) => (against && shownFigure(against, unit)) ?? '—'),
    before: true,
  }
  const series = picture.against ? (picture.kind === 'columns' ? [before, own] : [own, before]) : [own]
  return { kind: picture.kind, labels: marks.map(({ words }) => say(words, locale)), series }
}

/** A length as a share of the longest, for the simple bars. */
export function percentOf(data: ChartData): (value: number) => string {
  const most = Math.max(...data.series.flatMap(({ values }) => values), 0)
  return (value) => (most > 0 ? `${(Math.max(value, 0) / most) * 100}%` : '0%')
}

/** The whole picture in words: each member with its figure. */
export const described = (title: string, { labels, series }: ChartData): string => {
  const own = series.find(({ before }) => !before)
  return `${title}. ${labels.map((label, at) => `${label} ${own?.shown[at] ?? ''}`).join('; ')}`
}
