import type { ShownTable } from '@/components/statistics/year-tables'
import { membersOf } from '@/lib/domain/statistics/members'
import { statementOfList } from '@/lib/domain/statistics/statements/lists'
import { statementOf } from '@/lib/domain/statistics/statements/statement-of'
import { ContractsPanel } from './contracts-panel'
import { Flow } from './flow'
import { PicturePanel } from './picture-panel'
import type { DashboardProps } from './year-dashboard'

/** A table of the catalogue in its panel, under what its figures say. */
export function TablePanel({
  one,
  book,
  glance,
  units,
  view,
  telling,
  source,
}: DashboardProps & { one: ShownTable }) {
  if ('contracts' in one) {
    const statement = statementOfList(one.spec, one.contracts, book.this, telling)
    return <ContractsPanel one={one} statement={statement} units={units} />
  }
  const { spec, table } = one
  return (
    <PicturePanel
      source={source}
      spec={spec}
      statement={statementOf(spec, table, telling)}
      table={table}
      telling={telling}
      view={view}
    >
      {spec.id === 'flows' && glance.flow.size > 1 && (
        <Flow
          matrix={glance.flow}
          source={source}
          spec={spec}
          targets={membersOf('flow', units)}
          units={units}
          view={view}
        />
      )}
    </PicturePanel>
  )
}
