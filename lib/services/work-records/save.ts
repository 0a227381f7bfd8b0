import 'server-only'
import { v7 as uuid } from 'uuid'
import { z } from 'zod'
import { changeRecord, insertRecords } from '@/db/queries/work-records-write'
import { recordTrail } from '@/db/trail'
import { Problem } from '@/lib/domain/problems'
import { recordSchema } from '@/lib/domain/work-records/record'
import { parseInput, verb } from '../verb'
import { decided } from './act'
import { kindInput } from './inputs'
import { mirrored, refuseOthersRegister, refuseSecond, refuseSecret } from './write'

const input = z.strictObject({
  kind: kindInput,
  /** Left out, a new record is begun. */
  id: z.uuid().optional(),
  /** The record as it was seen; left out, whatever it is. */
  revision: z.int32().optional(),
  content: z.record(z.string().max(40), z.unknown()),
})

/**
 * Writes what is filled in into a new draft, or into one that is still to be handed in. An office writes its own unit's
 * records, the auditor the centre's. @throws {Problem} record-exists; record-status; conflict; state-secret
 */
export const saveRecord = verb('work.write', input, async (work, { kind, id, revision, content: wire }) => {
  const { tx, actor, at } = work
  const content = parseInput(recordSchema(kind), wire)
  refuseSecret(kind, content)
  if (id === undefined) {
    refuseOthersRegister(work, kind)
    await refuseSecond(work, kind, actor.unit, content, null)
    const made = uuid()
    await insertRecords(tx, [
      {
        id: made,
        kind,
        unit: actor.unit,
        ...mirrored(kind, content),
        enteredBy: actor.id,
        enteredAt: at,
        editedBy: actor.id,
        editedAt: at,
      },
    ])
    await recordTrail(tx, actor, {
      action: 'work.create',
      subjectKind: 'work-record',
      subject: made,
      details: { kind },
    })
    return { id: made, revision: 1 }
  }
  const [one] = await decided(work, [id], 'save')
  if (!one || one.record.kind !== kind) throw new Problem({ code: 'not-found' })
  const { record, to } = one
  await refuseSecond(work, kind, record.unit, content, id)
  const seen = { ...record, revision: revision ?? record.revision }
  const change = { ...mirrored(kind, content), status: to, editedBy: actor.id, editedAt: at }
  if (!(await changeRecord(tx, seen, change))) throw new Problem({ code: 'conflict', by: null, at: null })
  return { id, revision: seen.revision + 1 }
})
