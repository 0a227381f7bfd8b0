import 'server-only'
import { type ContractFault, type EventFault, readFaults, type SealFault } from '@/db/ledger-check'
import { inSnapshot } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import { Problem } from '@/lib/domain/problems'

export interface Verification {
  sound: boolean
  /** The earliest event that was altered, or before which one is missing. */
  firstBroken: EventFault | null
  events: readonly EventFault[]
  contracts: readonly ContractFault[]
  seals: readonly SealFault[]
}

/** Faults named of each kind; past the first few the rest tells nothing new. */
const MOST = 100

/**
 * Recomputes the hash of every event over the contract's event before it, the root of every seal, and compares each
 * contract with what its last event left. Nothing is changed.
 * @throws {Problem} forbidden
 */
export async function verifyLedger(actor: Actor): Promise<Verification> {
  if (!may(actor.role, 'ledger.check')) throw new Problem({ code: 'forbidden' })
  const { events, contracts, seals } = await inSnapshot(actor, (tx) => readFaults(tx, MOST))
  return {
    sound: events.length + contracts.length + seals.length === 0,
    firstBroken: events[0] ?? null,
    events,
    contracts,
    seals,
  }
}
