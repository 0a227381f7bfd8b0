import 'server-only'
import { z } from 'zod'
import { findContract } from '@/db/queries/contracts'
import { readSettings } from '@/db/queries/reference'
import { inSnapshot } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import { contentSchema } from '@/lib/domain/contract/content'
import { toWire } from '@/lib/domain/contract/kinds'
import { actionNames, possibleActions, statusNames } from '@/lib/domain/contract/lifecycle'
import { masked, seesSensitive } from '@/lib/domain/contract/sensitive'
import { Problem } from '@/lib/domain/problems'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { standing } from '../contracts/act'

/** The answer of `GET /api/v1/contracts/{id}`. */
export const contractAnswer = z.object({
  id: z.uuid(),
  localNumber: z.string(),
  number: z.string().nullable(),
  unit: z.string(),
  status: z.enum(statusNames),
  revision: z.int().describe('Send it with a verb to be told when somebody else was faster'),
  submittedAt: z.iso.datetime().nullable(),
  acceptedOn: z.iso.date().nullable(),
  dueOn: z.iso.date().nullable(),
  registeredOn: z.iso.date().nullable(),
  verdict: z.unknown().describe('What the last return, refusal or lowered amount said'),
  possible: z.array(z.enum(actionNames)).describe('The acts that would be accepted from you now'),
  content: contentSchema,
})

/** @throws {Problem} not-found also where the contract is outside the actor's reach, and where the id is no id */
export async function readContract(actor: Actor, id: string) {
  if (!may(actor.role, 'contract.read')) throw new Problem({ code: 'forbidden' })
  if (!z.uuid().safeParse(id).success) throw new Problem({ code: 'not-found' })
  return inSnapshot(actor, async (tx) => {
    const contract = await findContract(tx, actor, id)
    if (!contract) throw new Problem({ code: 'not-found' })
    const settings = await readSettings(tx, contract.acceptedOn ?? shanghaiDate(new Date()))
    const { localNumber, number, unit, status, revision, acceptedOn, dueOn, registeredOn, verdict } = contract
    return {
      id,
      localNumber,
      number,
      unit,
      status,
      revision,
      submittedAt: contract.submittedAt?.toISOString() ?? null,
      acceptedOn,
      dueOn,
      registeredOn,
      verdict: verdict ?? null,
      possible: possibleActions(actor, standing(contract, settings)),
      content: toWire(seesSensitive(actor.role) ? contract.content : masked(contract.content)),
    }
  })
}
