import 'server-only'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { insertSignature } from '@/db/queries/statements'
import { recordTrail } from '@/db/trail'
import { Problem } from '@/lib/domain/problems'
import { monthSchema } from '@/lib/domain/reconcile/period'
import { refused } from '../refuse'
import { verb } from '../verb'
import { statementsIn } from './read'

const input = z.strictObject({
  month: monthSchema,
  /** Of the statement that was read. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
})

/**
 * Signs the statement of the actor's office over what was seen of it.
 * @throws {Problem} figures-moved where it says something else by now; invalid-input for a month that is not over
 */
export const signStatement = verb('statement.sign', input, async ({ tx, actor, today }, { month, hash }) => {
  const unit = actor.unit ?? ''
  if (month >= today.slice(0, 7)) throw refused('month', 'not-over')
  const found = (await statementsIn(tx, actor, Number(month.slice(0, 4)), unit)).get(unit)?.get(month)
  if (!found) throw new Problem({ code: 'not-found' })
  if (found.hash !== hash) throw new Problem({ code: 'figures-moved' })
  if (found.state === 'signed') throw refused('month', 'signed')
  const id = newId()
  await insertSignature(tx, { id, unit, month, content: found.content, hash, signedBy: actor.id })
  await recordTrail(tx, actor, {
    action: 'statement.sign',
    subjectKind: 'statement',
    subject: id,
    details: { unit, month, hash },
  })
  return { id }
})
