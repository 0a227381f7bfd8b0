import { openDatabase, setDatabase } from '@/db/client'
import { account } from '@/db/schema'
import { ownerUrl } from '@/db/testing/database'
import { inTransaction } from '@/db/transaction'
import { people, person, registrarOf } from '@/lib/services/demo/people'
import { contractIn, entered } from './contracts'

export { contractIn, entered, person, registrarOf }

/**
 * Enrols everybody of the demo story in this test file's database. The connection is the owner's in the
 * application's role: row-level security holds, and `atTime` may tell the clock.
 */
export async function moveIn(): Promise<void> {
  setDatabase(openDatabase(ownerUrl(), { asApp: true, max: 20 }))
  await inTransaction(person('admin'), (tx) => tx.insert(account).values([...people]))
}
