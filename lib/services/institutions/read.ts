import 'server-only'
import { readInstitutions } from '@/db/queries/institutions'
import { inSnapshot } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { type Institution, institutionsOn } from '@/lib/domain/work-records/institutions'

/** Every institution that is, was or will be on the list; names are no secret, so every signed-in person may read them. */
export const everyInstitution = (actor: Actor): Promise<Institution[]> =>
  inSnapshot(actor, (tx) => readInstitutions(tx))

/** Those on the list on a day. */
export const listedInstitutions = async (actor: Actor, day: string): Promise<Institution[]> =>
  institutionsOn(await everyInstitution(actor), day)
