import 'server-only'
import { createHash } from 'node:crypto'
import { takeOne } from '@/db/queries/limits'
import { readSettings } from '@/db/queries/reference'
import { gate, inTransaction } from '@/db/transaction'
import { Problem } from '@/lib/domain/problems'
import { shanghaiDate } from '@/lib/domain/time/dates'

/** What is limited by a setting of so many a minute. */
export type Limited = 'apiRequestsPerMinute' | 'verifyPerMinute' | 'publicPerMinute'

/**
 * Counts one request of `who` (a token's id, an address) against the limit, across all processes and in a transaction of
 * its own, so that a request that fails afterwards counts too.
 * @returns the most a minute, and how many are left at once
 * @throws {Problem} too-many-requests with the seconds to wait
 */
export async function limit(kind: Limited, who: string): Promise<{ most: number; left: number }> {
  const key = createHash('sha256').update(`${kind}|${who}`).digest('hex')
  const { most, left, wait } = await inTransaction(gate, async (tx, at) => {
    const most = (await readSettings(tx, shanghaiDate(at)))[kind]
    return { most, ...(await takeOne(tx, key, most)) }
  })
  if (wait > 0) throw new Problem({ code: 'too-many-requests', retryAfter: wait })
  return { most, left }
}
