import { csvLine } from '../csv'
import type { SplitTable } from './catalogue'
import type { Row, Table } from './compute'
import { type Cell, type FigureUnit, figureText, isFigure } from './figure'
import { measures } from './measures'

/** What SDMX calls what figures are in: contracts, 元, percent, times, and a place in a ranking. */
const unitCodes: Record<FigureUnit, string> = {
  count: 'CONTRACTS',
  money: 'CNY',
  percent: 'PT',
  times: 'TIMES',
  rank: 'RANK',
}

const decimals: Record<FigureUnit, number> = { count: 0, money: 2, percent: 2, times: 2, rank: 0 }

/** The whole of the Corps, where a table is of no single unit. */
export const CORPS = 'XPCC'
/** Code lists of SDMX: the total of a dimension; what was left unsaid; where a dimension has no part. */
const [TOTAL, UNSAID, APART] = ['_T', '_X', '_Z']

/** `turnoverLast` is `TURNOVER_LAST`, as identifiers are written there. */
export const sdmxId = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll('-', '_')
    .toUpperCase()

/** Dimensions that SDMX has a concept of its own for stand in that: units in REF_AREA, months in TIME_PERIOD. */
const conceptOf = ({ split }: SplitTable): 'REF_AREA' | 'TIME_PERIOD' | 'OWN' | null =>
  split === 'unit' ? 'REF_AREA' : split === 'month' ? 'TIME_PERIOD' : split === 'all' ? null : 'OWN'

/** Version of the tables' structure: it changes with the columns, not with the figures. */
const VERSION = '1.0'

export interface SdmxView {
  year: number
  unit: string | null
  /** The figures may still move: the year runs. */
  provisional: boolean
}

/**
 * A table of the catalogue as SDMX-CSV 2.0 (SDMX 3.0, section on the CSV format): a line for each observation, its codes those
 * of the dictionary, its value exact. Money in 元; what cannot exist, as growth from nothing, has no value and status M.
 */
export function sdmxCsv(spec: SplitTable, table: Table, view: SdmxView): string {
  const concept = conceptOf(spec)
  const own = concept === 'OWN' ? [sdmxId(spec.split)] : []
  const head = [
    'STRUCTURE',
    'STRUCTURE_ID',
    'ACTION',
    'FREQ',
    'REF_AREA',
    ...own,
    'INDICATOR',
    'TIME_PERIOD',
    'OBS_VALUE',
    'UNIT_MEASURE',
    'DECIMALS',
    'OBS_STATUS',
  ]
  const area = view.unit ?? CORPS
  const observation = (member: string, indicator: string, cell: Cell, unit: FigureUnit): string => {
    const month = concept === 'TIME_PERIOD' && /^\d\d$/.test(member)
    return csvLine([
      'dataflow',
      `JISHI:${sdmxId(spec.id)}(${VERSION})`,
      'I',
      month ? 'M' : 'A',
      concept === 'REF_AREA' && member !== TOTAL ? member : area,
      ...own.map(() => member),
      indicator,
      month ? `${view.year}-${member}` : String(view.year),
      isFigure(cell) ? { number: figureText(cell, unit) } : null,
      unitCodes[unit],
      { number: String(decimals[unit]) },
      isFigure(cell) ? (view.provisional ? 'P' : 'A') : 'M',
    ])
  }
  const rowsOf = (row: Row, member: string) =>
    spec.measures.map((name) => {
      const cell = row.cells[name]
      return cell ? observation(member, sdmxId(name), cell, measures[name].unit) : ''
    })
  const { rows, groups, total, between } = table
  return [
    csvLine(head),
    ...rows.flatMap((row) => rowsOf(row, spec.split === 'all' ? TOTAL : row.member || UNSAID)),
    ...groups.flatMap((row) => rowsOf(row, sdmxId(row.member))),
    ...(total ? rowsOf(total, TOTAL) : []),
    ...between.map(({ id, cell }) => observation(APART, sdmxId(id), cell, 'times')),
  ].join('')
}
