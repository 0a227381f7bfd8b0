import 'server-only'
import { seal } from '@/db/ledger-check'
import { type Head, readHead } from '@/db/ledger-export'
import { inSnapshot } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import { Problem } from '@/lib/domain/problems'

/**
 * Seals what can be sealed and gives the head of the chain, to be noted by somebody else: whoever holds it can tell later
 * that nothing up to it was changed. Null while the ledger is empty.
 * @throws {Problem} forbidden
 */
export async function ledgerHead(actor: Actor): Promise<Head | null> {
  if (!may(actor.role, 'ledger.check')) throw new Problem({ code: 'forbidden' })
  await seal()
  return inSnapshot(actor, readHead)
}
