import { sql } from 'drizzle-orm'
import { database } from '../client'

/** A posting's transaction ends well within this time of being dated. */
const SETTLED_AFTER = 3_600_000

/**
 * Waits until the postings known by a moment are all committed, and says whether the moment has come at all.
 * A posting is dated while its transaction holds lock 7140 in shared mode (`jishi_date_posting`); whoever gets the
 * lock alone knows that nothing dated earlier is still on its way, and whatever comes after is dated later.
 */
export async function settle(moment: Date): Promise<'settled' | 'future'> {
  return database().orm.transaction(async (tx) => {
    const [clock] = await tx.execute<{ now: Date | string }>(sql`select clock_timestamp() as now`)
    const age = new Date(clock?.now ?? Number.NaN).getTime() - moment.getTime()
    if (!(age >= 0)) return 'future'
    if (age < SETTLED_AFTER) {
      await tx.execute(sql`set local lock_timeout = '5s'`)
      await tx.execute(sql`select pg_advisory_xact_lock(7140)`)
    }
    return 'settled'
  })
}
