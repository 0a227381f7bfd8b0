import 'server-only'
import { findRecord, peopleOf, readVersions } from '@/db/queries/work-records'
import type { Actor } from '@/lib/domain/access/actor'
import { flatDifferences } from '@/lib/domain/contract/diff'
import { toWire } from '@/lib/domain/contract/kinds'
import { kindOf, type WorkKindName } from '@/lib/domain/work-records/kinds'
import {
  decideRecord,
  ownsRecord,
  type RecordAction,
  type RecordStatus,
  recordActionNames,
} from '@/lib/domain/work-records/lifecycle'
import type { RecordContent } from '@/lib/domain/work-records/record'
import { reading } from '../reader'
import { standingOf } from './act'

type Differences = ReturnType<typeof flatDifferences>

export interface RecordVersion {
  seq: number
  action: string
  statusAfter: RecordStatus
  by: string
  at: Date
  reason: string
  /** Against what counted before, where this says otherwise. */
  differences: Differences
}

/** A record as its page shows it. */
export interface RecordView {
  id: string
  kind: WorkKindName
  unit: string | null
  status: RecordStatus
  revision: number
  content: RecordContent
  /** In wire form, for the form. */
  wire: unknown
  /** Where a correction is under way: against what counts until it is confirmed. */
  correction: Differences | null
  counts: boolean
  reason: string
  enteredBy: string
  enteredAt: Date
  editedBy: string
  editedAt: Date
  versions: RecordVersion[]
  may: RecordAction[]
  /** The reader's role may confirm, but this reader entered or edited it. */
  ownRecord: boolean
}

/**
 * A record with its course, or null where it does not exist for the actor. What is still being written is its owner's
 * and, once handed in, the centre's to see; everybody else reads what counts. @throws {Problem} forbidden
 */
export async function viewRecord(actor: Actor, kind: WorkKindName, id: string): Promise<RecordView | null> {
  return reading(actor, 'work.read', async (tx) => {
    const record = await findRecord(tx, actor, kind, id)
    if (!record) return null
    const { fields } = kindOf(kind)
    const standing = standingOf(record)
    const decisions = recordActionNames.map(
      (action) => [action, decideRecord(actor, action, standing)] as const,
    )
    const inWork = ownsRecord(actor, record.unit) || (actor.role !== 'leader' && record.status !== 'draft')
    const content = inWork ? record.content : (record.counted ?? record.content)
    const versions = inWork ? await readVersions(tx, kind, id) : []
    return {
      id,
      kind,
      unit: record.unit,
      status: inWork || record.counted === null ? record.status : 'confirmed',
      revision: record.revision,
      content,
      wire: toWire(content),
      correction:
        inWork && record.counted !== null && record.status !== 'confirmed'
          ? flatDifferences(fields, record.counted, record.content)
          : null,
      counts: standing.counts,
      reason: inWork ? record.reason : '',
      ...(await peopleOf(tx, record)),
      enteredAt: record.enteredAt,
      editedAt: record.editedAt,
      versions: versions.map(({ seq, action, statusAfter, by, at, reason, content: said }, index) => {
        const before = versions.slice(0, index).findLast((one) => one.action === action)
        return {
          seq,
          action,
          statusAfter: statusAfter as RecordStatus,
          by,
          at,
          reason,
          differences:
            before && ['submit', 'confirm'].includes(action)
              ? flatDifferences(fields, before.content, said)
              : [],
        }
      }),
      may: decisions.flatMap(([action, { ok }]) => (ok ? [action] : [])),
      ownRecord: decisions.some(([, one]) => !one.ok && one.refusal.code === 'own-record'),
    }
  })
}
