import { StatTable } from '@/components/statistics/stat-table'
import type { Block } from '@/lib/domain/report/model'
import { ExhibitCaption } from './exhibit-caption'
import type { ReportProps } from './report-document'
import { tableIn } from './table-in'

/** A table of the year under its number in the report. */
export function ReportTable({ block, ...props }: ReportProps & { block: Extract<Block, { kind: 'table' }> }) {
  const { tables, units, view } = props
  if (!tableIn(tables, block.table)) return null
  return (
    <figure className="my-6" id={block.id}>
      <ExhibitCaption block={block} units={units} view={view} />
      <TableBody block={block} {...props} />
    </figure>
  )
}

/** The table alone. */
export function TableBody({
  block,
  view,
  tables,
}: ReportProps & { block: Extract<Block, { kind: 'table' }> }) {
  const one = tableIn(tables, block.table)
  if (!one) return null
  return (
    <div className="-mx-5 border-y border-line sm:-mx-10 print:mx-0 print:border-0">
      <StatTable spec={one.spec} table={one.table} view={view} />
    </div>
  )
}
