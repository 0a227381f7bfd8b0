import type { Sql } from 'postgres'
import { person } from '@/lib/services/demo/people'
import { recount } from '@/lib/services/ledger/recount'
import { verifyLedger } from '@/lib/services/ledger/verify'
import type { Measured } from '../bars'

/** How fast the ledger is verified and the register recounted; both must find everything in order. */
export async function proofsOf(owner: Sql): Promise<Measured[]> {
  const auditor = person('auditor')
  const [row] = await owner<{ events: number }[]>`select count(*)::integer as events from contract_event`
  const begun = performance.now()
  const { sound } = await verifyLedger(auditor)
  const verified = performance.now()
  const { agrees, contracts } = await recount(auditor)
  const recounted = performance.now()
  if (!sound || !agrees) throw new Error(sound ? 'The recount differs' : 'The ledger is not sound')
  const rate = (what: string, count: number, took: number): Measured => ({
    what,
    value: (count * 1000) / took,
    unit: '/s',
    beside: `${count} in ${(took / 1000).toFixed(1)} s`,
  })
  return [
    rate('verify-ledger, events', row?.events ?? 0, verified - begun),
    rate('recount, contracts', contracts, recounted - verified),
  ]
}
