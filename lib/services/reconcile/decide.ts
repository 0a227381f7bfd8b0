import 'server-only'
import { v7 as newId } from 'uuid'
import { findFindings, findReconciliation, insertDecisions } from '@/db/queries/reconciliation'
import { recordTrail } from '@/db/trail'
import { Problem } from '@/lib/domain/problems'
import { decisionSchema, mayDecide } from '@/lib/domain/reconcile/decision'
import { refused } from '../refuse'
import { verb } from '../verb'

/**
 * Says of some differences which side is right, or what explains them. It holds for every file of the period that says the same.
 * @throws {Problem} not-found; invalid-input where the decision makes no sense of one of them
 */
export const decide = verb(
  'reconcile.write',
  decisionSchema,
  async ({ tx, actor }, { id, findings: places, decision, text }) => {
    const row = await findReconciliation(tx, actor, id, { lock: true })
    if (!row || row.unit !== actor.unit) throw new Problem({ code: 'not-found' })
    const found = await findFindings(tx, id, places)
    if (found.length !== new Set(places).size) throw new Problem({ code: 'conflict', by: null, at: null })
    if (!found.every(({ outcome }) => mayDecide(outcome, decision))) throw refused('decision', decision)
    await insertDecisions(
      tx,
      found.map(({ fingerprint }) => ({
        id: newId(),
        unit: row.unit,
        period: row.period,
        fingerprint,
        decision,
        text,
        by: actor.id,
      })),
    )
    await recordTrail(tx, actor, {
      action: 'reconcile.decide',
      subjectKind: 'reconciliation',
      subject: id,
      details: { period: row.period, unit: row.unit, decision, findings: found.length },
    })
    return { count: found.length }
  },
)
