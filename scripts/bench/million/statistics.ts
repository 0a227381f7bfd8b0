import type { Sql } from 'postgres'
import { person } from '@/lib/services/demo/people'
import { readYear } from '@/lib/services/statistics/read-year'
import { type Measured, p95 } from '../bars'
import { times } from '../measure'

/** The year's tables, live and as of the middle of it; `small` is the live time in a small register, where there is one. */
export async function figuresOf(owner: Sql, year: number, size: string, small?: number): Promise<Measured[]> {
  const leader = person('leader')
  const asOf = new Date(`${year}-08-15T00:00:00Z`)
  const bare = await times(
    40,
    () => owner`
    select year, dimension, member, sum(contracts), sum(turnover), sum(technology) from total
    where year in (${year}, ${year - 1}) group by year, dimension, member`,
  )
  const live = await times(60, () => readYear(leader, year))
  const barePast = await times(
    5,
    () => owner`
    select year, unit, sum(sign), sum(sign * turnover) from posting
    where year in (${year}, ${year - 1}) and known_at <= ${asOf} group by year, unit`,
  )
  const past = await times(10, () => readYear(leader, year, { asOf }))
  const now = p95(`whole year, ${size}`, live, 20, bare)
  return [
    now,
    ...(small === undefined
      ? []
      : [
          {
            what: `against 1 000 contracts, ${size}`,
            value: now.value / small,
            unit: '×',
            bar: { most: 1.5 },
          },
        ]),
    p95(`as of a past moment, ${size}`, past, 500, barePast),
  ]
}
