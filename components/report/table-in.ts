import type { ShownTable } from '@/components/statistics/year-tables'
import type { TableId } from '@/lib/domain/statistics/catalogue'

type Split = Extract<ShownTable, { table: unknown }>

/** The computed table that an exhibit is drawn from. */
export const tableIn = (tables: readonly ShownTable[], id: TableId): Split | undefined =>
  tables.find((one): one is Split => 'table' in one && one.spec.id === id)
