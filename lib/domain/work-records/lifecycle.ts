import { type Actor, principalAmong } from '../access/actor'
import { may, type Permission } from '../access/permissions'
import type { Words } from '../words'

export const recordStatuses = {
  draft: { zh: '草稿', en: 'Draft' },
  submitted: { zh: '待确认', en: 'To be confirmed' },
  returned: { zh: '已退回', en: 'Returned' },
  confirmed: { zh: '已确认', en: 'Confirmed' },
  withdrawn: { zh: '已撤销', en: 'Withdrawn' },
  discarded: { zh: '已作废', en: 'Discarded' },
} as const satisfies Record<string, Words>

export type RecordStatus = keyof typeof recordStatuses
export const recordStatusNames = Object.keys(recordStatuses) as RecordStatus[]

interface ActionSpec {
  words: Words
  permission: Permission
}

export const recordActions = {
  save: { words: { zh: '修改', en: 'Edit' }, permission: 'work.write' },
  submit: { words: { zh: '提交确认', en: 'Hand in' }, permission: 'work.write' },
  discard: { words: { zh: '作废', en: 'Discard' }, permission: 'work.write' },
  confirm: { words: { zh: '确认', en: 'Confirm' }, permission: 'work.confirm' },
  return: { words: { zh: '退回', en: 'Return' }, permission: 'work.confirm' },
  correct: { words: { zh: '更正', en: 'Correct' }, permission: 'work.write' },
  withdraw: { words: { zh: '撤销', en: 'Withdraw' }, permission: 'work.confirm' },
} as const satisfies Record<string, ActionSpec>

export type RecordAction = keyof typeof recordActions
export const recordActionNames = Object.keys(recordActions) as RecordAction[]

/**
 * What becomes of a record by each act; null where it can't be done. A confirmed record that is corrected counts as it
 * was confirmed until the correction is; a correction given up leaves it confirmed.
 */
export const recordTransitions: Record<RecordStatus, Record<RecordAction, RecordStatus | null>> = {
  draft: {
    save: 'draft',
    submit: 'submitted',
    discard: 'discarded',
    confirm: null,
    return: null,
    correct: null,
    withdraw: null,
  },
  submitted: {
    save: null,
    submit: null,
    discard: null,
    confirm: 'confirmed',
    return: 'returned',
    correct: null,
    withdraw: null,
  },
  returned: {
    save: 'returned',
    submit: 'submitted',
    discard: 'discarded',
    confirm: null,
    return: null,
    correct: null,
    withdraw: null,
  },
  confirmed: {
    save: null,
    submit: null,
    discard: null,
    confirm: null,
    return: null,
    correct: 'draft',
    withdraw: 'withdrawn',
  },
  withdrawn: {
    save: null,
    submit: null,
    discard: null,
    confirm: null,
    return: null,
    correct: null,
    withdraw: null,
  },
  discarded: {
    save: null,
    submit: null,
    discard: null,
    confirm: null,
    return: null,
    correct: null,
    withdraw: null,
  },
}

/** What a decision needs to know of a record. */
export interface RecordStanding {
  status: RecordStatus
  /** Null for the centre's own. */
  unit: string | null
  enteredBy: string
  editedBy: string
  /** It counts: confirmed once and not withdrawn. */
  counts: boolean
}

export type RecordRefusal =
  | { code: 'not-found' }
  | { code: 'forbidden' }
  | {
      code: 'record-status'
      recordStatus: RecordStatus
      recordAction: RecordAction
      instead: readonly RecordAction[]
    }
  | { code: 'own-record' }
  | { code: 'stands-for'; name: string }

export type RecordDecision = { ok: true; to: RecordStatus } | { ok: false; refusal: RecordRefusal }

/** Whether the record exists for the actor: an office's own, the auditor's of the centre, what was handed in, what counts. */
export function seesRecord(
  { role, unit }: Pick<Actor, 'role' | 'unit'>,
  record: Pick<RecordStanding, 'status' | 'unit' | 'counts'>,
): boolean {
  const handedIn = !['draft', 'discarded'].includes(record.status) || record.counts
  switch (role) {
    case 'registrar':
      return record.unit !== null && record.unit === unit
    case 'auditor':
      return record.unit === null || handedIn
    case 'approver':
      return handedIn
    case 'leader':
      return record.counts
    default:
      return false
  }
}

/** Whose record it is to write: an office's own, the auditor's where it is the centre's. */
export const ownsRecord = ({ role, unit }: Pick<Actor, 'role' | 'unit'>, of: string | null): boolean =>
  role === 'registrar' ? of !== null && of === unit : role === 'auditor' && of === null

/** What the record becomes when the actor acts on it, or why it can't. Who entered or last edited it can't confirm it. */
export function decideRecord(actor: Actor, action: RecordAction, record: RecordStanding): RecordDecision {
  if (!seesRecord(actor, record)) return { ok: false, refusal: { code: 'not-found' } }
  if (!mayAct(actor, action, record)) return { ok: false, refusal: { code: 'forbidden' } }
  const to = recordTransitions[record.status][action]
  if (to === null) {
    const instead = recordActionNames.filter(
      (other) => recordTransitions[record.status][other] !== null && mayAct(actor, other, record),
    )
    return {
      ok: false,
      refusal: { code: 'record-status', recordStatus: record.status, recordAction: action, instead },
    }
  }
  const mine = record.enteredBy === actor.id || record.editedBy === actor.id
  if (action === 'confirm' && mine) return { ok: false, refusal: { code: 'own-record' } }
  const principal = action === 'confirm' && principalAmong(actor, [record.enteredBy, record.editedBy])
  if (principal) return { ok: false, refusal: { code: 'stands-for', name: principal.name } }
  return { ok: true, to: to === 'discarded' && record.counts ? 'confirmed' : to }
}

function mayAct(actor: Actor, action: RecordAction, { unit }: RecordStanding): boolean {
  const { permission } = recordActions[action]
  return may(actor.role, permission) && (permission !== 'work.write' || ownsRecord(actor, unit))
}
