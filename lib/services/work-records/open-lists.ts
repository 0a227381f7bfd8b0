import 'server-only'
import type { Actor } from '@/lib/domain/access/actor'
import type { OpenLists } from '@/lib/domain/contract/open-lists'
import type { WorkKindName } from '@/lib/domain/work-records/kinds'
import { everyInstitution } from '../institutions/read'

/** What the register has of the lists that a register of work chooses from and that it may add to. */
export async function openLists(actor: Actor, kind: WorkKindName): Promise<OpenLists> {
  if (kind !== 'measures') return {}
  const list = await everyInstitution(actor)
  return { institution: list.map(({ code, words }) => ({ code, words })) }
}
