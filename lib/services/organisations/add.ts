import 'server-only'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { insertOrganisation } from '@/db/queries/organisations'
import { recordTrail } from '@/db/trail'
import { partySchema } from '@/lib/domain/contract/content'
import { verb } from '../verb'
import { acceptable, demandFreeCode, taken } from './write'

const input = z.strictObject({ party: partySchema })

/**
 * Adds an organisation to the registry. Answers with the party a contract can take over at once.
 * @throws {Problem} check-failed when something is missing, wrong, or its code is in the registry already
 */
export const addOrganisation = verb('organisation.write', input, async ({ tx, actor }, { party }) => {
  const details = acceptable(party)
  await demandFreeCode(tx, details)
  const id = newId()
  // Somebody else may have added it since the look.
  if (!(await insertOrganisation(tx, id, details, actor.id))) throw taken('')
  await recordTrail(tx, actor, {
    action: 'organisation.create',
    subjectKind: 'organisation',
    subject: id,
    details: { name: details.name, code: details.code ?? null },
  })
  return { id, party: { ...details, organisation: id } }
})
