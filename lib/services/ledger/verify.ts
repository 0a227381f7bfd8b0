import 'server-only'
import type { Tx } from '@/db/client'
import {
  type Fault,
  readContractFaults,
  readCoverFaults,
  readEventFaults,
  readLineFaults,
  readNumberFaults,
  readSealFaults,
  readSizes,
  readTotalFaults,
} from '@/db/ledger-check'
import { imprintedTables } from '@/db/ledger-cover'
import { findSeal } from '@/db/ledger-export'
import { inSnapshot } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import { Problem } from '@/lib/domain/problems'
import { comparePostings } from './compare-postings'
import { type Difference, mayRecount, recountContracts } from './recount'

/** What was compared, how much of it and in what time, and what does not fit. */
export interface Check {
  name: CheckName
  checked: number
  milliseconds: number
  faults: readonly Fault[]
}

export type CheckName =
  | 'head'
  | 'events'
  | 'contracts'
  | 'postings'
  | 'trail'
  | 'imprints'
  | 'tables'
  | 'numbers'
  | 'seals'
  | 'lines'
  | 'totals'
  | 'recount'

export interface Verification {
  sound: boolean
  checks: readonly Check[]
  faults: readonly Fault[]
  /** The earliest event that was altered, or before which one is missing. */
  firstBroken: (Fault & { contract: string; seq: number }) | null
}

/** A head of the chain noted earlier: number of a seal and its root in hex. */
export interface NotedHead {
  number: number
  root: string
}

/** Faults named of each kind; past the first few the rest tells nothing new. */
const MOST = 100

/**
 * The whole proof, from one snapshot: every hash and seal is recomputed, every covered row compared with its last imprint,
 * contracts with their events; and for whoever reads contracts, postings with the contents of events, totals with postings
 * and contracts with totals. Nothing is changed. Takes some minutes per million contracts.
 * @param head must be found in the chain
 * @throws {Problem} forbidden
 */
export async function verifyLedger(actor: Actor, { head }: { head?: NotedHead } = {}): Promise<Verification> {
  if (!may(actor.role, 'ledger.check')) throw new Problem({ code: 'forbidden' })
  return inSnapshot(actor, async (tx) => {
    const checks: Check[] = []
    let firstBroken: Verification['firstBroken'] = null
    const sizes = await readSizes(tx)
    const rows = (...tables: string[]) => tables.reduce((sum, table) => sum + (sizes.get(table) ?? 0), 0)
    const check = async (
      name: CheckName,
      checked: number,
      find: () => Promise<Fault[] | { checked: number; faults: Fault[] }>,
    ) => {
      const began = performance.now()
      const found = await find()
      checks.push({
        name,
        ...(Array.isArray(found) ? { checked, faults: found } : found),
        milliseconds: performance.now() - began,
      })
    }
    if (head) await check('head', 1, () => notInChain(tx, head))
    await check('events', rows('contract_event'), async () => {
      const faults = await readEventFaults(tx, MOST)
      firstBroken = faults[0] ?? null
      return faults
    })
    await check('contracts', rows('contract'), () => readContractFaults(tx, MOST))
    await check('postings', rows('posting'), () => readLineFaults(tx, 'posting', MOST))
    await check('trail', rows('trail'), () => readLineFaults(tx, 'trail', MOST))
    await check('imprints', rows('imprint'), () => readLineFaults(tx, 'imprint', MOST))
    await check('tables', rows(...imprintedTables), async () => {
      const found: Fault[] = []
      for (const table of imprintedTables) found.push(...(await readCoverFaults(tx, table, MOST)))
      return found
    })
    await check('numbers', rows('registration_counter'), () => readNumberFaults(tx, MOST))
    await check('seals', rows('seal'), () => readSealFaults(tx, MOST))
    if (mayRecount(actor)) {
      await check('lines', 0, () => comparePostings(tx))
      await check('totals', rows('total', 'day_total'), async () =>
        (await readTotalFaults(tx, MOST)).map((fault) => placed({ kind: 'total', ...fault })),
      )
      await check('recount', 0, async () => {
        const { contracts, differences } = await recountContracts(tx)
        return { checked: contracts, faults: differences.slice(0, MOST).map(placed) }
      })
    }
    const faults = checks.flatMap((one) => one.faults)
    return { sound: faults.length === 0, checks, faults, firstBroken }
  })
}

async function notInChain(tx: Tx, { number, root }: NotedHead): Promise<Fault[]> {
  const found = await findSeal(tx, number)
  return found?.root === root.toLowerCase()
    ? []
    : [{ table: 'seal', key: String(number), what: found ? 'other-root' : 'missing' }]
}

/** A difference of the recount as a fault with its place. */
function placed(difference: Difference): Fault {
  switch (difference.kind) {
    case 'fact':
      return {
        table: 'contract',
        key: difference.contract,
        what: `${difference.fact}: ${difference.counted} counted, ${difference.posted} posted`,
      }
    case 'unposted':
      return { table: 'contract', key: difference.contract, what: 'no line in force' }
    case 'stray':
      return { table: 'posting', key: difference.contract, what: `${difference.lines} lines in force` }
    case 'total': {
      const { year, unit, split, member, kept, posted } = difference
      const [table, key] =
        split === 'day' ? ['day_total', [year, unit, member]] : ['total', [year, unit, split, member]]
      return { table, key: key.join('/'), what: `${kept.join(' ')} kept, ${posted.join(' ')} posted` }
    }
  }
}
