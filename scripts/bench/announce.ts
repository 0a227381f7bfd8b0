import postgres from 'postgres'
import { openDatabase, setDatabase } from '@/db/client'
import { account } from '@/db/schema'
import { inTransaction } from '@/db/transaction'
import { approve } from '@/lib/services/contracts/approve'
import { submit } from '@/lib/services/contracts/submit'
import { people, person } from '@/lib/services/demo/people'
import { enterDrafts } from './acts'
import { perSecond, table } from './measure'

const rounds = 4
const actsEach = 150

/**
 * What announcing costs an approval: PostgreSQL lets transactions that notify commit one after another. The same approvals
 * with the triggers and without, in turns within one run.
 */
export async function benchAnnouncing(ownerUrl: string, appUrl: string): Promise<void> {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  const app = openDatabase(appUrl, { max: 16 })
  setDatabase(app)
  await inTransaction(person('admin'), (tx) => tx.insert(account).values([...people]))
  const announcing = async (on: boolean) => {
    const turn = on ? 'enable' : 'disable'
    await owner.unsafe(`alter table posting ${turn} trigger posting_announce`)
    await owner.unsafe(`alter table contract ${turn} trigger contract_announce`)
  }
  const rows: string[][] = []
  for (const clients of [1, 16]) {
    const rates = { with: 0, without: 0 }
    for (let round = 0; round < rounds; round += 1) {
      // Whoever comes second finds a larger table, so the two take turns at it.
      const ways = ['with', 'without'] as const
      for (const way of round % 2 === 0 ? ways : ways.toReversed()) {
        const drafts = await enterDrafts(actsEach)
        for (const { id, registrar } of drafts) await submit(registrar, { id })
        await announcing(way === 'with')
        rates[way] +=
          (await perSecond(actsEach, clients, (index) =>
            approve(person('approver'), { id: drafts[index]?.id }),
          )) / rounds
      }
    }
    await announcing(true)
    const ratio = (rates.with / rates.without).toFixed(2)
    rows.push([String(clients), rates.with.toFixed(0), rates.without.toFixed(0), ratio])
  }
  table(['clients', 'approve/s announced', 'not announced', 'ratio'], rows)
  await app.close()
  await owner.end()
}
