import { pictureOf, volumePairs } from '../report/drawn'
import type { Block, Report } from '../report/model'
import type { Book } from '../statistics/book'
import type { ContractTable, SplitTable, TableId } from '../statistics/catalogue'
import type { Table } from '../statistics/compute'
import type { CountedContract } from '../statistics/counted'
import type { MeasureName } from '../statistics/measures'
import type { UnitMember } from '../statistics/members'

export interface ShownTable {
  spec: SplitTable
  table: Table
}

/** A report with the figures that its tables and pictures are drawn from. */
export interface Shown extends Report {
  book: Book
  units: readonly UnitMember[]
  tables: readonly (ShownTable | { spec: ContractTable; contracts: readonly CountedContract[] })[]
}

export type Exhibit = Extract<Block, { kind: 'table' | 'figure' }>

export const isExhibit = (block: Block): block is Exhibit => block.kind === 'table' || block.kind === 'figure'

export const tableOfReport = ({ tables }: Pick<Shown, 'tables'>, id: TableId): ShownTable | undefined =>
  tables.find((one): one is ShownTable => 'table' in one && one.spec.id === id)

/** The measures an exhibit prints of each row. */
export function printedMeasures({ kind, id }: Exhibit, spec: SplitTable): readonly MeasureName[] {
  if (kind === 'table') return spec.measures
  const picture = pictureOf(id, spec)
  if (!picture) return volumePairs.flat()
  return [picture.measure, picture.against, picture.share].filter((name) => name !== undefined)
}

/** The report with what it prints alone: no lists of contracts, and no table that stands nowhere in it. */
export function onlyPrinted<R extends Shown>(report: R): R {
  const printed = new Set(
    report.chapters.flatMap(({ blocks }) => blocks.filter(isExhibit).map(({ table }) => table as string)),
  )
  return {
    ...report,
    tables: report.tables.filter((one) => 'table' in one && printed.has(one.spec.id)),
  }
}
