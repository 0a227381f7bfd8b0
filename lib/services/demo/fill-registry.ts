import 'server-only'
import { v7 as newId } from 'uuid'
import { atTime } from '@/db/clock'
import { insertOrganisation } from '@/db/queries/organisations'
import { inTransaction } from '@/db/transaction'
import type { Party } from '@/lib/domain/contract/content'
import { acceptable } from '../organisations/write'
import { person } from './people'

/**
 * Puts the parties of the story into the registry of organisations, one for each code, as they were taken over when
 * the register began; single entries would leave a thousand equal lines on the trail.
 */
export async function fillRegistry(parties: readonly Party[], at: Date): Promise<void> {
  const known = new Map(parties.flatMap((party) => (party.code ? [[party.code, party] as const] : [])))
  const approver = person('approver')
  await atTime(at, () =>
    inTransaction(approver, async (tx) => {
      for (const party of known.values()) {
        await insertOrganisation(tx, newId(), acceptable(party), approver.id)
      }
    }),
  )
}
