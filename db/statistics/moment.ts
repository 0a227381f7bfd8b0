import { inArray, type SQL, sql } from 'drizzle-orm'
import { database, type Tx } from '../client'
import { hold } from '../locks'
import { posting, total } from '../schema'

/** A posting's transaction ends well within this time of being dated. */
const SETTLED_AFTER = 3_600_000

/**
 * Waits until the postings known by a moment are all committed, and says whether the moment has come at all.
 * A posting is dated while its transaction holds the lock `dating` in shared mode (`jishi_date_posting`); whoever gets the
 * lock alone knows that nothing dated earlier is still on its way, and whatever comes after is dated later.
 */
export async function settle(moment: Date): Promise<'settled' | 'future'> {
  return database().orm.transaction(async (tx) => {
    const [clock] = await tx.execute<{ now: Date | string }>(sql`select clock_timestamp() as now`)
    const age = new Date(clock?.now ?? Number.NaN).getTime() - moment.getTime()
    if (!(age >= 0)) return 'future'
    if (age < SETTLED_AFTER) {
      await tx.execute(sql`set local lock_timeout = '5s'`)
      await hold(tx, 'dating')
    }
    return 'settled'
  })
}

/** A moment as a parameter. */
export const instant = (moment: Date): SQL => sql`${moment.toISOString()}::timestamptz`

/**
 * How the sums of a moment are made with the fewer lines: of the postings known by then, or as those of now without the
 * postings known later. Both are exact.
 */
export interface Way {
  /** Which lines are read of `posting`. */
  lines: SQL
  /** What each of them counts. */
  sign: SQL
  /** The running totals of now are to be added. */
  fromNow: boolean
}

export async function wayTo(tx: Tx, years: readonly number[], asOf: Date): Promise<Way> {
  const [row] = await tx.execute<{ fewer: boolean }>(sql`
    with half as (
      select coalesce(sum(contracts), 0)::bigint / 2 as lines from total
      where dimension = 'all' and ${inArray(total.year, [...years])}
    )
    select (
      select count(*) from (
        select from posting where ${inArray(posting.year, [...years])} and known_at > ${instant(asOf)}
        limit (select lines + 1 from half)
      ) later
    ) <= (select lines from half) as fewer`)
  return row?.fewer
    ? { lines: sql`${posting.knownAt} > ${instant(asOf)}`, sign: sql`(-${posting.sign})`, fromNow: true }
    : { lines: sql`${posting.knownAt} <= ${instant(asOf)}`, sign: sql`${posting.sign}`, fromNow: false }
}
