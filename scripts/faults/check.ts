import postgres from 'postgres'
import { openDatabase, setDatabase } from '@/db/client'
import { halfDone } from '@/db/testing/half-done'
import { lostOf, namedFiles } from '@/db/testing/kept'
import { person } from '@/lib/services/demo/people'
import { installedVault } from '@/lib/services/files/installed-vault'
import { recount } from '@/lib/services/ledger/recount'
import { verifyLedger } from '@/lib/services/ledger/verify'
import type { Written } from './crew'

/** What a look at the register found wrong; empty lists where all is well. */
export interface Findings {
  acknowledged: number
  lost: unknown[]
  halfDone: unknown[]
  /** The ledger is not sound, the recount differs, or a server met an error that is no answer. */
  faults: unknown[]
}

/**
 * Looks whether everything acknowledged is there and nothing is there by half, while the servers may go on.
 * @param written read before: what is acknowledged later need not be found
 */
export async function check(
  at: { ownerUrl: string; appUrl: string },
  { acts, failures }: Written,
): Promise<Findings> {
  const owner = postgres(at.ownerUrl, { max: 1, onnotice: () => {} })
  const app = openDatabase(at.appUrl, { max: 2 })
  setDatabase(app)
  try {
    const files = await namedFiles(owner)
    const there = await Promise.all(files.map((sha256) => installedVault().has(sha256)))
    const auditor = person('auditor')
    const { sound, ...broken } = await verifyLedger(auditor)
    const { agrees, differences } = await recount(auditor)
    return {
      acknowledged: acts.length,
      lost: await lostOf(owner, acts),
      halfDone: [
        ...(await halfDone(owner)),
        ...files.filter((_, index) => !there[index]).map((subject) => ({ what: 'file', subject })),
      ],
      faults: [...(sound ? [] : [broken]), ...(agrees ? [] : differences), ...failures],
    }
  } finally {
    await owner.end()
    await app.close()
  }
}
