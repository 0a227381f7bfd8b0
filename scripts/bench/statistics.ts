import postgres from 'postgres'
import { openDatabase, setDatabase } from '@/db/client'
import { chance, plant, randomContract } from '@/db/testing/plant'
import type { Actor } from '@/lib/domain/access/actor'
import { readDashboard } from '@/lib/services/statistics/read-dashboard'
import { readYear } from '@/lib/services/statistics/read-year'
import { quantile, times } from './measure'

export interface YearTime {
  contracts: number
  /** Milliseconds of the whole year, live: every table and figure, on the server. */
  median: number
  p95: number
  /** The same as of a past moment, with half of the postings known. */
  asOfP95: number
  /** The whole dashboard of the year: its tables, the years before, the last days, the flows. */
  dashboardMedian: number
  dashboardP95: number
}

const leader: Actor = {
  id: '00000000-0000-7000-8000-000000000009',
  username: 'bench',
  name: 'Bench',
  role: 'leader',
  unit: null,
}

/**
 * Times the whole year's statistics over so many contracts of one year, in an empty migrated database.
 * The contracts are planted in two halves, known at different moments.
 */
export async function benchYear(
  at: { ownerUrl: string; appUrl: string },
  contracts: number,
  rounds = 60,
): Promise<YearTime> {
  const owner = postgres(at.ownerUrl, { max: 1, onnotice: () => {} })
  const next = chance(7)
  const kinds = Math.min(contracts, 5000)
  const templates = Array.from({ length: kinds }, () => randomContract(next, [2024]))
  const half = { copies: Math.max(1, Math.round(contracts / kinds)) }
  await plant(owner, templates.slice(0, kinds / 2), { ...half, known: new Date('2025-01-01T00:00:00Z') })
  await plant(owner, templates.slice(kinds / 2), { ...half, known: new Date('2025-02-01T00:00:00Z') })
  await owner`vacuum analyze`
  await owner.end()
  const database = openDatabase(at.appUrl)
  setDatabase(database)
  const live = await times(rounds, () => readYear(leader, 2024))
  const asOf = new Date('2025-01-15T00:00:00Z')
  const past = await times(Math.ceil(rounds / 6), () => readYear(leader, 2024, { asOf }))
  const glance = await times(rounds, () => readDashboard(leader, 2024))
  await database.close()
  return {
    contracts,
    median: quantile(live, 0.5),
    p95: quantile(live, 0.95),
    asOfP95: quantile(past, 0.95),
    dashboardMedian: quantile(glance, 0.5),
    dashboardP95: quantile(glance, 0.95),
  }
}
