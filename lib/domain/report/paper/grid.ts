import type { SplitName } from '../../statistics/book'
import type { SplitTable, TableId } from '../../statistics/catalogue'
import type { Row, Table } from '../../statistics/compute'
import { dimensionWords } from '../../statistics/dimension-words'
import { type Cell, type FigureUnit, figureText, figureWan, isFigure } from '../../statistics/figure'
import { type MeasureName, measures } from '../../statistics/measures'
import { shownFigure } from '../../statistics/shown'
import { say, type Words } from '../../words'

export interface GridCell {
  /** As it is printed. */
  text: string
  /** The printed number in plain digits; null for words and for what isn't there. */
  digits: string | null
  /** Rows it covers; those below hold nothing of their own in its column. */
  span?: number
}

export interface GridColumn {
  heading: string
  /** 万元, %; empty where the heading says all. */
  unit: string
  /** What its numbers are; null for the column that names the rows. */
  figures: FigureUnit | null
}

export interface GridRow {
  kind: 'member' | 'group' | 'total'
  /** A null stands under a cell that spans it. */
  cells: readonly (GridCell | null)[]
}

/** A table, whatever form it is drawn in. */
export interface Grid {
  columns: readonly GridColumn[]
  rows: readonly GridRow[]
}

export const unitWords: Record<FigureUnit, Words> = {
  count: { zh: '项', en: '' },
  money: { zh: '万元', en: '10,000 yuan' },
  percent: { zh: '%', en: '%' },
  times: { zh: '倍', en: 'times' },
  rank: { zh: '', en: '' },
}

const splitWords: Record<SplitName, Words> = {
  ...dimensionWords,
  all: { zh: '范围', en: 'Of' },
  unit: { zh: '单位', en: 'Unit' },
  direction: { zh: '流入流出', en: 'Direction' },
}

/** As the printed report shows them: the small bands share one share. */
const shared: Partial<Record<TableId, { group: string; measure: MeasureName }>> = {
  bands: { group: 'below-10', measure: 'turnoverShare' },
}

/** What a sum of the table is called on paper: of two years, each by its own. */
export function headingOf(name: MeasureName, among: readonly MeasureName[], year: number): Words {
  const { rule, words } = measures[name]
  if (rule.kind !== 'sum' || rule.year === 'sameDay') return words
  const { amount } = rule
  const both = among.includes(amount) && among.includes(`${amount}Last`)
  if (!both) return words
  const of = rule.year === 'this' ? year : year - 1
  const { zh, en } = measures[amount].words
  return { zh: `${of} 年${zh}`, en: `${en} ${of}` }
}

/** A table of the catalogue in one language, every measure a column. */
export function gridOf(spec: SplitTable, table: Table, year: number, locale: string): Grid {
  const merged = mergeOf(spec, table)
  const line = (kind: GridRow['kind'], row: Row, at: number): GridRow => ({
    kind,
    cells: [
      { text: say(row.words, locale), digits: null },
      ...spec.measures.map((name) => {
        if (kind !== 'member' || name !== merged?.measure) return cellOf(row.cells[name], measures[name].unit)
        if (at < merged.from || at >= merged.from + merged.size) {
          return cellOf(row.cells[name], measures[name].unit)
        }
        return at > merged.from
          ? null
          : { ...cellOf(merged.row.cells[name], measures[name].unit), span: merged.size }
      }),
    ],
  })
  const groups = table.groups.filter((row) => row !== merged?.row)
  return {
    columns: [
      { heading: say(splitWords[spec.split], locale), unit: '', figures: null },
      ...spec.measures.map((name) => ({
        heading: say(headingOf(name, spec.measures, year), locale),
        unit: say(unitWords[measures[name].unit], locale),
        figures: measures[name].unit,
      })),
    ],
    rows: [
      ...table.rows.map((row, at) => line('member', row, at)),
      ...groups.map((row) => line('group', row, -1)),
      ...(table.total ? [line('total', table.total, -1)] : []),
    ],
  }
}

const cellOf = (cell: Cell | undefined, unit: FigureUnit): GridCell => {
  if (!cell || !isFigure(cell)) return { text: cell ? '—' : '', digits: null }
  return {
    text: shownFigure(cell, unit) ?? '',
    digits: unit === 'money' ? figureWan(cell) : figureText(cell, unit),
  }
}

interface Merge {
  measure: MeasureName
  row: Row
  from: number
  size: number
}

/**
 * The neighbouring rows that share a cell, if any. Only where their printed figures add up to that of the group: a note
 * on rounding speaks of the parts one by one.
 */
function mergeOf(spec: SplitTable, { rows, groups }: Table): Merge | null {
  const rule = shared[spec.id as TableId]
  const row = groups.find(({ member }) => member === rule?.group)
  const { members } = row ?? {}
  if (!rule || !row || !members) return null
  const from = rows.findIndex(({ member }) => member === members[0])
  const parts = rows.slice(from, from + members.length)
  if (from < 0 || parts.some(({ member }, at) => member !== members[at])) return null
  const hundredths = (one: Row): number | null => {
    const { digits } = cellOf(one.cells[rule.measure], measures[rule.measure].unit)
    return digits === null ? null : Math.round(Number(digits) * 100)
  }
  const sum = parts.reduce<number | null>((all, part) => {
    const one = hundredths(part)
    return all === null || one === null ? null : all + one
  }, 0)
  if (sum === null || sum !== hundredths(row)) return null
  return { measure: rule.measure, row, from, size: parts.length }
}

/** What a dash of the table means; null where it has none. */
export function dashNote(table: Table, locale: string): string | null {
  const cells = [...table.rows, ...table.groups, ...(table.total ? [table.total] : [])].flatMap((row) =>
    Object.values(row.cells),
  )
  const reasons = new Set(cells.flatMap((cell) => (isFigure(cell) ? [] : [cell.missing])))
  const said = [
    ...(reasons.has('no-base') ? [{ zh: '除数为零，无法计算', en: 'nothing to divide by' }] : []),
    ...(reasons.has('not-ranked') ? [{ zh: '不参加排名', en: 'not ranked' }] : []),
  ]
  if (said.length === 0) return null
  return say(
    {
      zh: `注：“—”表示${said.map(({ zh }) => zh).join('，或')}。`,
      en: `Note: “—” means ${said.map(({ en }) => en).join(', or ')}.`,
    },
    locale,
  )
}
