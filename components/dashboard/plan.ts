import type { ShownTable } from '@/components/statistics/year-tables'
import type { TableId } from '@/lib/domain/statistics/catalogue'

/** The pictures in the order of the report, side by side where there is room for two. */
export const plan: readonly (readonly (readonly TableId[])[])[] = [
  [['months']],
  [['units'], ['growing-units', 'areas']],
  [['types'], ['plans']],
  [['flows']],
  [['provinces'], ['inflow', 'sellers']],
  [['fields'], ['technology', 'buyers']],
  [['bands']],
  [['largest', 'imports']],
]

/** The plan filled with what the view has; what an office has nothing to compare by leaves no hole. */
export const planned = (tables: readonly ShownTable[]): ShownTable[][][] =>
  plan
    .map((columns) =>
      columns
        .map((ids) => ids.flatMap((id) => tables.find(({ spec }) => spec.id === id) ?? []))
        .filter(({ length }) => length > 0),
    )
    .filter(({ length }) => length > 0)
