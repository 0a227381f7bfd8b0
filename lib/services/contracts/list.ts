import 'server-only'
import { type PlacedRow, readListRows } from '@/db/queries/contract-list'
import { readListSums, type StatusSum } from '@/db/queries/contract-sums'
import { readUnits } from '@/db/queries/reference'
import { inSnapshot, planEachTime } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import { sees, statusNames } from '@/lib/domain/contract/lifecycle'
import type { ContractPage, Sums } from '@/lib/domain/contract/list-page'
import { type Cursor, type ListQuery, type Tab, tabNames, tabs } from '@/lib/domain/contract/list-query'
import { usualPageSize } from '@/lib/domain/preferences'
import { Problem } from '@/lib/domain/problems'
import { shanghaiDate } from '@/lib/domain/time/dates'

/** One page of the contracts within reach, with counts and sums of the same snapshot. */
export async function listContracts(
  actor: Actor,
  query: ListQuery,
  size: number = usualPageSize,
): Promise<ContractPage> {
  if (!may(actor.role, 'contract.read')) throw new Problem({ code: 'forbidden' })
  return inSnapshot(actor, async (tx) => {
    await planEachTime(tx)
    const { sums, ids } = await readListSums(tx, actor, query, size + 1)
    const found = await readListRows(tx, actor, query, size + 1, { ids })
    const today = shanghaiDate(new Date())
    const versions = await readUnits(tx, today)
    const offered = tabsOf(actor).map((tab) => ({ tab, sums: sumOf(sums, tab) }))
    return {
      ...cut(found, query.cursor, size),
      tabs: offered,
      sums: sumOf(sums, query.tab),
      units: new Map([...versions].map(([code, { nameZh, nameEn }]) => [code, { zh: nameZh, en: nameEn }])),
      years: Array.from({ length: 10 }, (_, back) => String(Number(today.slice(0, 4)) - back)),
    }
  })
}

/** The tabs that can hold anything for the actor; one that can only repeat another is left out. */
export function tabsOf(actor: Actor): Tab[] {
  const within = statusNames.filter((status) => sees(actor, { status, unit: actor.unit ?? '' }))
  const filled = tabNames.filter((tab) => tabs[tab].statuses.some((status) => within.includes(status)))
  return filled.length === 2 ? ['all'] : filled
}

function sumOf(sums: readonly StatusSum[], tab: Tab): Sums {
  const among = sums.filter(({ status }) => (tabs[tab].statuses as readonly string[]).includes(status))
  return among.reduce<Sums>(
    (sum, one) => ({
      contracts: sum.contracts + one.contracts,
      turnover: sum.turnover + one.turnover,
      technology: sum.technology + one.technology,
      exact: sum.exact && one.exact,
    }),
    { contracts: 0, turnover: 0n, technology: 0n, exact: true },
  )
}

/** One row more than a page was read: it tells whether there is another page on that side. */
function cut(found: readonly PlacedRow[], cursor: Cursor | null, size: number) {
  const backwards = cursor?.direction === 'before'
  const more = found.length > size
  const page = !more ? found : backwards ? found.slice(1) : found.slice(0, size)
  const [first, last] = [page[0], page.at(-1)]
  const hasPrevious = backwards ? more : cursor !== null
  const hasNext = backwards ? true : more
  return {
    rows: page.map(({ row }) => row),
    previous: hasPrevious && first ? { direction: 'before' as const, ...first.place } : null,
    next: hasNext && last ? { direction: 'after' as const, ...last.place } : null,
  }
}
