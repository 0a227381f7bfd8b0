import 'server-only'
import type { Tx } from '@/db/client'
import { eachBatch, readCounted } from '@/db/ledger-check'
import type { ReportKey } from '@/db/queries/editions'
import type { Book } from '@/lib/domain/statistics/book'
import { type Facts, factsOf } from '@/lib/domain/statistics/facts'
import { ledgerOf } from '@/lib/domain/statistics/ledger-of'
import { readAreas } from '../ledger/recount'

const BATCH = 2000

/**
 * The sums of a report's year and of the one before, counted from the contents of the contracts themselves: neither
 * postings nor totals are asked. A few seconds per hundred thousand contracts.
 */
export async function recountedBook(tx: Tx, { year, unit }: ReportKey): Promise<Book> {
  const areaOn = await readAreas(tx)
  const facts: Facts[] = []
  await eachBatch(
    (after) => readCounted(tx, after, BATCH, [year, year - 1]),
    (rows) => {
      for (const { unit: of, registeredOn: date, content } of rows) {
        if (unit === null || of === unit)
          facts.push(factsOf(content, { unit: of, area: areaOn(of, date), date }))
      }
    },
  )
  const of = (which: number) => ledgerOf(facts.filter((one) => one.year === which))
  return { this: of(year), last: of(year - 1) }
}
