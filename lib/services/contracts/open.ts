import 'server-only'
import { z } from 'zod'
import { attachmentKinds, kindsMetAgain } from '@/db/queries/attachments'
import { findContract } from '@/db/queries/contracts'
import { attachmentHistory, lastReturn } from '@/db/queries/entry'
import { readSettings } from '@/db/queries/reference'
import { inTransaction } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import type { AskedFile, AskedReason } from '@/lib/domain/approval/asked'
import type { Circumstances, Finding } from '@/lib/domain/contract/check'
import { toWire } from '@/lib/domain/contract/kinds'
import { type Action, possibleActions, type Status } from '@/lib/domain/contract/lifecycle'
import { duplicateFindings, type NearDuplicate } from '@/lib/domain/contract/near-duplicates'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { standing } from './act'
import { findNear } from './near-duplicates'

/** What the centre asked for when it sent the contract back, and what is needed to tell asked from done. */
export interface Returned {
  reasons: AskedReason[]
  text: string
  at: Date
  /** What the contract said then, in wire form. */
  content: unknown
  files: AskedFile[]
}

/** A contract as the entry form and the check page open it; everything can be sent to the browser. */
export interface Entry {
  id: string
  localNumber: string
  unit: string
  status: Status
  revision: number
  savedAt: string
  /** Wire form. */
  content: unknown
  explanations: Record<string, string>
  circumstances: Circumstances
  /** Probable duplicates as the contract stood when it was opened, and what the rules say of them. */
  duplicates: NearDuplicate[]
  beyond: Finding[]
  actions: Action[]
  /** What the centre asked for, when the contract came back. */
  returned: Returned | null
}

/** The contract for whoever fills it in, or null where it does not exist for them. */
export async function openEntry(actor: Actor, id: string): Promise<Entry | null> {
  if (!may(actor.role, 'contract.save') || !z.uuid().safeParse(id).success) return null
  return inTransaction(actor, async (tx, at) => {
    const contract = await findContract(tx, actor, id)
    if (!contract) return null
    const today = shanghaiDate(at)
    const settings = await readSettings(tx, today)
    const attachments = await attachmentKinds(tx, id)
    const near = await findNear(tx, actor, contract, today)
    const back = contract.status === 'returned' ? await lastReturn(tx, id) : null
    return {
      id,
      localNumber: contract.localNumber,
      unit: contract.unit,
      status: contract.status,
      revision: contract.revision,
      savedAt: contract.updatedAt.toISOString(),
      content: toWire(contract.content),
      explanations: contract.explanations as Record<string, string>,
      circumstances: {
        today,
        ...(contract.submittedAt && { appliedOn: shanghaiDate(contract.submittedAt) }),
        unit: contract.unit,
        attachments,
        filesMetAgain: await kindsMetAgain(tx, actor, id),
        settings,
      },
      duplicates: near,
      beyond: duplicateFindings(near),
      actions: possibleActions(actor, standing(contract, settings)),
      returned: back && {
        ...verdictSchema.parse(contract.verdict ?? {}),
        at: back.at,
        content: toWire(back.content),
        files: await attachmentHistory(tx, id),
      },
    }
  })
}

/** The last return as the record keeps it; a record without one has nothing to ask. */
const verdictSchema = z.object({
  reasons: z.array(z.object({ code: z.string(), path: z.string(), text: z.string() })).default([]),
  text: z.string().default(''),
})
