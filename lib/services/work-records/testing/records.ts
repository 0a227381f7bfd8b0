import type { Actor } from '@/lib/domain/access/actor'
import { toWire } from '@/lib/domain/contract/kinds'
import { Problem } from '@/lib/domain/problems'
import { kindOf, type WorkKindName } from '@/lib/domain/work-records/kinds'
import type { RecordStatus } from '@/lib/domain/work-records/lifecycle'
import { person, registrarOf } from '@/lib/testing/house'
import { confirmRecords } from '../confirm'
import { discardRecord } from '../discard'
import { returnRecord } from '../return'
import { saveRecord } from '../save'
import { submitRecords } from '../submit'
import { withdrawRecord } from '../withdraw'

export const [own, foreign] = [registrarOf('D08'), registrarOf('D01')]
export const [approver, auditor, leader] = [person('approver'), person('auditor'), person('leader')]
let made = 0

/** A training that nothing else is. */
export const content = (changes: Record<string, unknown> = {}) => ({
  ...(toWire(kindOf('trainings').example) as object),
  title: `示例培训第 ${++made} 期`,
  ...changes,
})

export const entered = (
  actor: Actor = own,
  changes: Record<string, unknown> = {},
  kind: WorkKindName = 'trainings',
) =>
  saveRecord(actor, {
    kind,
    content:
      kind === 'trainings' ? content(changes) : { ...(toWire(kindOf(kind).example) as object), ...changes },
  }).then(({ id }) => id)

/** A record brought into a status by the verbs. */
export async function recordIn(status: RecordStatus, actor: Actor = own): Promise<string> {
  const id = await entered(actor)
  if (status === 'draft') return id
  if (status === 'discarded') return (await discardRecord(actor, { id })).id
  await submitRecords(actor, { ids: [id] })
  if (status === 'submitted') return id
  if (status === 'returned') return (await returnRecord(approver, { id, reason: '请补充人次。' })).id
  await confirmRecords(approver, { ids: [id] })
  if (status === 'withdrawn') await withdrawRecord(approver, { id, reason: '重复录入。' })
  return id
}

export const answer = (act: () => Promise<unknown>): Promise<string> =>
  act().then(
    () => 'done',
    (error) => (error instanceof Problem ? error.detail.code : `crash: ${error}`),
  )
