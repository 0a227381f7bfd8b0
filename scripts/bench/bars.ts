import { quantile, table } from './measure'

/** A number beside what it must not pass; without a bar it is told for its own sake. */
export interface Measured {
  what: string
  value: number
  unit: string
  bar?: { most: number } | { least: number }
  /** The bare query or insert on the same server that it is told beside. */
  beside?: string
}

const shown = (value: number, unit: string) =>
  `${value.toFixed(unit === '×' ? 2 : value < 100 ? 1 : 0)} ${unit}`

/** By how much a bar is met or missed, in parts of the bar. */
function verdict({ value, bar }: Measured): string {
  if (!bar) return ''
  const [limit, met] = 'most' in bar ? [bar.most, value <= bar.most] : [bar.least, value >= bar.least]
  return `${met ? 'met' : 'MISSED'} by ${Math.abs((100 * (value - limit)) / limit).toFixed(0)} %`
}

/** Prints measurements under their bars. */
export function printBars(rows: readonly Measured[]): void {
  table(
    ['what', 'measured', 'bar', '', 'beside'],
    rows.map((row) => [
      row.what,
      shown(row.value, row.unit),
      !row.bar ? '' : 'most' in row.bar ? `≤ ${row.bar.most}` : `≥ ${row.bar.least}`,
      verdict(row),
      row.beside ?? '',
    ]),
  )
}

/** The 95th percentile of sorted times as it is measured against a bar, in milliseconds. */
export const p95 = (
  what: string,
  times: readonly number[],
  most?: number,
  beside?: readonly number[],
): Measured => ({
  what,
  value: quantile(times, 0.95),
  unit: 'ms',
  ...(most !== undefined && { bar: { most } }),
  ...(beside && { beside: `bare query ${quantile(beside, 0.95).toFixed(1)} ms` }),
})
