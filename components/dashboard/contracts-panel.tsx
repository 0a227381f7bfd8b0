import { useLocale } from 'next-intl'
import { CountedContracts } from '@/components/statistics/counted-contracts'
import type { ShownTable } from '@/components/statistics/year-tables'
import { Panel } from '@/components/ui/panel'
import type { UnitMember } from '@/lib/domain/statistics/members'
import { say, type Words } from '@/lib/domain/words'

/** The largest contracts of a year, or its imports, each the way to its page. */
export function ContractsPanel({
  one,
  statement,
  units,
}: {
  one: Extract<ShownTable, { contracts: unknown }>
  statement: Words
  units: readonly UnitMember[]
}) {
  const locale = useLocale()
  return (
    <Panel
      className="min-w-0"
      flush
      id={one.spec.id}
      note={say(one.spec.title, locale)}
      title={say(statement, locale)}
    >
      <CountedContracts caption={say(one.spec.title, locale)} contracts={one.contracts} units={units} />
    </Panel>
  )
}
