import 'server-only'
import { z } from 'zod'
import { changeContract } from '@/db/queries/contracts'
import { recordTrail } from '@/db/trail'
import { applyPatch, patchSchema } from '@/lib/domain/contract/content'
import { forbidding } from '@/lib/domain/contract/fields'
import { withoutHidden } from '@/lib/domain/contract/hidden'
import { toWire } from '@/lib/domain/contract/kinds'
import { Problem } from '@/lib/domain/problems'
import { verb } from '../verb'
import { hold } from './act'

const input = z.strictObject({
  id: z.uuid(),
  patch: patchSchema.default({}),
  /** Explanations of warnings by rule id; an empty text takes one back. */
  explanations: z.record(z.string().max(60), z.string().max(1000)).default({}),
})

/**
 * Saves changed fields of a draft or returned contract, as they are typed: other fields keep what a colleague may
 * have saved meanwhile. No event: what was saved enters the ledger when it is submitted.
 */
export const save = verb('contract.save', input, async (work, { id, patch, explanations }) => {
  const { tx, actor } = work
  if (forbidding.some((name) => patch[name] === true)) throw new Problem({ code: 'state-secret' })
  const { contract } = await hold(work, id, 'save')
  const content = withoutHidden(applyPatch(contract.content, patch))
  const saved = await changeContract(tx, contract, {
    content: toWire(content),
    explanations: { ...(contract.explanations as Record<string, string>), ...explanations },
    editedBy: actor.id,
  })
  if (!saved) throw new Problem({ code: 'conflict', by: null, at: null })
  if (contract.editedBy !== actor.id) {
    await recordTrail(tx, actor, { action: 'contract.save', subjectKind: 'contract', subject: id })
  }
  return { revision: contract.revision + 1, content: toWire(content) }
})
