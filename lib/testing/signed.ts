import { openDatabase, setDatabase } from '@/db/client'
import { atTime } from '@/db/clock'
import { ownerUrl } from '@/db/testing/database'
import { inTransaction } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { people } from '@/lib/services/demo/people'
import { addAccount } from '@/lib/services/people/accounts'

/** Password of everybody in tests of sign-in. */
export const password = 'Tianshan-2025'

const light = { memoryCost: 1024, timeCost: 1, parallelism: 1 }

/**
 * Enrols the named people of the story with a password they need not change; the administrator makes all, also
 * themselves. The connection is the owner's in the application's role, so that `atTime` may tell the clock.
 */
export async function enrolWithPasswords(...usernames: string[]): Promise<void> {
  setDatabase(openDatabase(ownerUrl(), { asApp: true, max: 10 }))
  const admin = people.find(({ username }) => username === 'admin') as Actor
  for (const username of ['admin', ...usernames.filter((one) => one !== 'admin')]) {
    const { id, ...person } = people.find((one) => one.username === username) as Actor
    await inTransaction(admin, async (tx, at) => {
      await addAccount(
        { tx, actor: admin, today: shanghaiDate(at) },
        person,
        { password, mustChange: false, cost: light },
        id,
      )
    })
  }
}

/** Runs the work so many seconds from now. */
export const later = <T>(seconds: number, work: () => Promise<T>): Promise<T> =>
  atTime(new Date(Date.now() + seconds * 1000), work)
