import 'server-only'
import { z } from 'zod'
import { changeOrganisation, holdOrganisation } from '@/db/queries/organisations'
import { recordTrail } from '@/db/trail'
import { partySchema } from '@/lib/domain/contract/content'
import { Problem } from '@/lib/domain/problems'
import { verb } from '../verb'
import { acceptable, changes, demandFreeCode } from './write'

const input = z.strictObject({
  id: z.uuid(),
  party: partySchema,
  /** When the entry that the person looked at was last changed. */
  seen: z.iso.datetime().optional(),
})

/**
 * Corrects an organisation. Contracts keep the values they were submitted with; later ones take the new ones.
 * @throws {Problem} not-found, check-failed, conflict when somebody else changed it meanwhile
 */
export const correctOrganisation = verb(
  'organisation.write',
  input,
  async ({ tx, actor }, { id, party, seen }) => {
    const entry = await holdOrganisation(tx, id)
    if (!entry) throw new Problem({ code: 'not-found' })
    if (seen !== undefined && new Date(seen).getTime() !== entry.updatedAt.getTime()) {
      throw new Problem({ code: 'conflict', by: null, at: null })
    }
    const details = acceptable(party)
    await demandFreeCode(tx, details, id)
    const changed = changes(entry.details, details)
    if (Object.keys(changed).length > 0) {
      await changeOrganisation(tx, id, details)
      await recordTrail(tx, actor, {
        action: 'organisation.change',
        subjectKind: 'organisation',
        subject: id,
        details: { changed },
      })
    }
    return { id, changed: Object.keys(changed).length }
  },
)
