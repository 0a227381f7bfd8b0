import 'server-only'
import { findRecords, type RecordRow } from '@/db/queries/work-records'
import { appendVersions, changeRecord } from '@/db/queries/work-records-write'
import { recordTrail } from '@/db/trail'
import { Problem } from '@/lib/domain/problems'
import type { TrailAction } from '@/lib/domain/trail'
import {
  decideRecord,
  type RecordAction,
  type RecordStanding,
  type RecordStatus,
} from '@/lib/domain/work-records/lifecycle'
import type { Work } from '../verb'

/** A record fetched within reach, and what it becomes. */
export interface Decided {
  record: RecordRow
  to: RecordStatus
}

export const standingOf = (record: RecordRow): RecordStanding => ({
  status: record.status,
  unit: record.unit,
  enteredBy: record.enteredBy,
  editedBy: record.editedBy,
  counts: record.counted !== null,
})

/**
 * Fetches records for an act and decides on each; all of them or none.
 * @throws {Problem} not-found or the lifecycle's refusal
 */
export async function decided(
  { tx, actor }: Work,
  ids: readonly string[],
  action: RecordAction,
): Promise<Decided[]> {
  const records = await findRecords(tx, actor, ids)
  if (records.length !== new Set(ids).size) throw new Problem({ code: 'not-found' })
  return records.map((record) => {
    const decision = decideRecord(actor, action, standingOf(record))
    if (!decision.ok) throw new Problem(decision.refusal)
    return { record, to: decision.to }
  })
}

type Change = Parameters<typeof changeRecord>[2]

/** Writes an act on records, appends their versions and leaves the trail. @throws {Problem} conflict */
export async function carryOut(
  { tx, actor }: Work,
  all: readonly Decided[],
  action: Exclude<RecordAction, 'save'>,
  change: (one: Decided) => Change,
  reason = '',
): Promise<void> {
  for (const one of all) {
    if (!(await changeRecord(tx, one.record, { ...change(one), status: one.to, reason }))) {
      throw new Problem({ code: 'conflict', by: null, at: null })
    }
  }
  const ids = all.map(({ record }) => record.id)
  await appendVersions(tx, actor, ids, action, reason)
  for (const [kind, of] of byKind(all)) {
    await recordTrail(tx, actor, {
      action: `work.${action}` satisfies TrailAction,
      subjectKind: 'work-record',
      subject: of.length === 1 ? (of[0] ?? null) : null,
      details: { kind, ...(of.length > 1 && { records: of }) },
    })
  }
}

function byKind(all: readonly Decided[]): Map<string, string[]> {
  const kinds = new Map<string, string[]>()
  for (const { record } of all) kinds.set(record.kind, [...(kinds.get(record.kind) ?? []), record.id])
  return kinds
}
