import { type Cell, cellText } from './cell'
import { moneyUnitOf, targetNamed } from './headings'
import type { ImportKind, MappedColumn, Mapping } from './mapping'
import { isRecordTarget, type Target, targetOf } from './targets'
import { readValue } from './values'

/** The first rows of a sheet, as they were met. */
export type FirstRows = readonly { number: number; cells: readonly Cell[] }[]

/** A column as it stands in the file, with what its first cells say. */
export interface SeenColumn {
  column: number
  heading: string
  samples: string[]
}

/** What was understood of a sheet. */
export interface Understood {
  headingRow: number
  columns: SeenColumn[]
  mapping: Mapping
}

const LOOKED_AT = 30
const SAMPLES = 3

/**
 * Finds the headings among the first rows, and what each column is; null where no row looks like headings.
 * @param remembered columns as this office mapped them before, by heading; they go before the dictionary
 */
export function understand(
  rows: FirstRows,
  sheet: number,
  kind: ImportKind,
  remembered: ReadonlyMap<string, Remembered> = new Map(),
): Understood | null {
  const head = rows
    .slice(0, LOOKED_AT)
    .map((row) => ({ row, known: knownIn(row.cells, remembered) }))
    .reduce<{ row: FirstRows[number]; known: number } | null>(
      (best, one) => (one.known > (best?.known ?? 1) ? one : best),
      null,
    )?.row
  if (!head) return null
  const below = rows.filter(({ number }) => number > head.number)
  const columns = head.cells.flatMap((cell, column): SeenColumn[] => {
    const heading = cellText(cell)
    const samples = below.map(({ cells }) => cellText(cells[column] ?? null)).filter((text) => text !== '')
    return heading === '' && samples.length === 0
      ? []
      : [
          {
            column,
            heading,
            samples: [...new Set(samples)].slice(0, SAMPLES).map((text) => text.slice(0, 60)),
          },
        ]
  })
  return {
    headingRow: head.number,
    columns,
    mapping: {
      sheet,
      headingRow: head.number,
      columns: choose(columns, below, kind, remembered),
      assume: true,
      unit: null,
    },
  }
}

/** What an office once said of a heading; an empty target: that it is not imported. */
export interface Remembered {
  target: string
  money?: 'yuan' | 'wan'
}

const knownIn = (cells: readonly Cell[], remembered: ReadonlyMap<string, Remembered>): number => {
  const keys = cells.flatMap((cell) => {
    const text = cellText(cell)
    return remembered.get(text)?.target || targetNamed(text)?.key || []
  })
  return new Set(keys).size
}

/** Of several columns that may be one thing, the one whose cells can be read as it; each thing once. */
function choose(
  columns: readonly SeenColumn[],
  below: FirstRows,
  kind: ImportKind,
  remembered: ReadonlyMap<string, Remembered>,
): MappedColumn[] {
  const best = new Map<string, { column: number; score: number; money?: 'yuan' | 'wan' }>()
  for (const { column, heading } of columns) {
    const before = remembered.get(heading)
    const target = before ? targetOf(before.target) : targetNamed(heading)
    if (!target || (kind === 'draft' && isRecordTarget(target) && target.key !== 'record.number')) continue
    const money = before?.money ?? moneyUnitOf(heading) ?? undefined
    const score = readable(target, below, column)
    if (score > (best.get(target.key)?.score ?? -1)) {
      best.set(target.key, { column, score, ...(target.spec.kind === 'money' && money && { money }) })
    }
  }
  return [...best]
    .map(([target, { column, money }]) => ({ column, target, ...(money && { money }) }))
    .sort((a, b) => a.column - b.column)
}

/** Share of the cells that can be read, those empty left out. */
function readable({ spec }: Target, rows: FirstRows, column: number): number {
  const read = rows.flatMap(({ cells }) => readValue(spec, cells[column] ?? null) ?? [])
  return read.length === 0 ? 0 : read.filter((one) => 'value' in one).length / read.length
}
