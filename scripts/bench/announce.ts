import postgres from 'postgres'
import { type Database, openDatabase, setDatabase } from '@/db/client'
import { account } from '@/db/schema'
import { inTransaction } from '@/db/transaction'
import { approve } from '@/lib/services/contracts/approve'
import { submit } from '@/lib/services/contracts/submit'
import { people, person } from '@/lib/services/demo/people'
import { enterDrafts } from './acts'
import { perSecond, table } from './measure'

interface Register {
  ownerUrl: string
  appUrl: string
}

const rounds = 8
const actsEach = 64

/**
 * What announcing costs an approval: PostgreSQL lets transactions that notify commit one after another. The same approvals
 * in two registers, one of which has lost the triggers, in turns within one run.
 */
export async function benchAnnouncing(announced: Register, silent: Register): Promise<void> {
  const owner = postgres(silent.ownerUrl, { max: 1, onnotice: () => {} })
  await owner`drop trigger posting_announce on posting`
  await owner`drop trigger contract_announce on contract`
  await owner.end()
  const ways = await Promise.all([announced, silent].map(({ appUrl }) => moveIn(appUrl)))
  const rows: string[][] = []
  for (const clients of [1, 16]) {
    const seconds = [0, 0]
    for (let round = 0; round < rounds; round += 1) {
      // Each goes first as often as the other.
      for (const way of round % 2 === 0 ? [0, 1] : [1, 0]) {
        seconds[way] = (seconds[way] ?? 0) + (await approvals(ways[way] as Database, clients))
      }
    }
    const [withNotice = 0, without = 0] = seconds.map((time) => (rounds * actsEach) / time)
    rows.push([String(clients), withNotice.toFixed(0), without.toFixed(0), (withNotice / without).toFixed(2)])
  }
  table(['clients', 'approve/s announced', 'not announced', 'ratio'], rows)
  await Promise.all(ways.map((way) => way.close()))
}

async function moveIn(appUrl: string): Promise<Database> {
  const app = openDatabase(appUrl, { max: 16 })
  setDatabase(app)
  await inTransaction(person('admin'), (tx) => tx.insert(account).values([...people]))
  return app
}

/** Seconds that so many approvals take; what they need is prepared before. */
async function approvals(app: Database, clients: number): Promise<number> {
  setDatabase(app)
  const drafts = await enterDrafts(actsEach)
  for (const { id, registrar } of drafts) await submit(registrar, { id })
  const rate = await perSecond(actsEach, clients, (index) =>
    approve(person('approver'), { id: drafts[index]?.id }),
  )
  return actsEach / rate
}
