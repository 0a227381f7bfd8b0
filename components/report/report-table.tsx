import { StatTable } from '@/components/statistics/stat-table'
import type { Block } from '@/lib/domain/report/model'
import { ExhibitCaption } from './exhibit-caption'
import type { ReportProps } from './report-document'
import { tableIn } from './table-in'

/** A table of the year under its number in the report. */
export function ReportTable({
  block,
  view,
  units,
  tables,
}: ReportProps & { block: Extract<Block, { kind: 'table' }> }) {
  const one = tableIn(tables, block.table)
  if (!one) return null
  return (
    <figure className="my-6" id={block.id}>
      <ExhibitCaption block={block} units={units} view={view} />
      <div className="-mx-5 border-y border-line sm:-mx-10 print:mx-0 print:border-0">
        <StatTable spec={one.spec} table={one.table} view={view} />
      </div>
    </figure>
  )
}
