import { z } from 'zod'
import { type RequestKind, requestKinds } from '../request/kinds'
import type { Words } from '../words'
import type { CodeListName } from './code-lists'
import type { Content } from './content'
import { moneySchema } from './kinds'
import type { Action, Status } from './lifecycle'

/** Acts on a contract that the ledger keeps; saving a draft is not one, its content is kept when it is submitted. */
export type Act = Exclude<Action, 'save' | 'attach'> | 'create' | 'import' | RequestKind

/** What an act said beside its content: whatever of it there is. */
const saidSchema = z.object({
  reasons: z.array(z.object({ code: z.string(), path: z.string(), text: z.string().default('') })).optional(),
  /** Code of the ground for a refusal. */
  reason: z.string().optional(),
  text: z.string().optional(),
  /** Number of a decision not to register. */
  decision: z.string().optional(),
  /** Registration number given. */
  number: z.string().optional(),
  /** Technology turnover before and after it was set lower, in fen. */
  claimed: moneySchema.optional(),
  approved: moneySchema.optional(),
  /** The request that a correction, change, cancellation or revocation was granted on. */
  request: z.string().optional(),
  /** Whom the person stood in for, by name. */
  standsFor: z.array(z.string()).optional(),
  explanations: z.record(z.string(), z.string()).optional(),
})

export type Said = z.output<typeof saidSchema>

/** What the ledger's details say; what can't be read says nothing, the record is shown all the same. */
export const readSaid = (details: unknown): Said => saidSchema.safeParse(details).data ?? {}

/** One event of a contract's ledger, as it is read. */
export interface HistoryEntry {
  seq: number
  act: Act
  statusAfter: Status
  /** The person's name as the account has it. */
  by: string
  /** ISO instant. */
  at: string
  said: Said
  /** The whole content after the act. */
  content: Content
}

const done: Record<Act, Words> = {
  create: { zh: '新建草稿', en: 'Draft begun' },
  import: { zh: '导入已登记合同', en: 'Imported as registered' },
  submit: { zh: '提交审核', en: 'Submitted' },
  withdraw: { zh: '撤回', en: 'Withdrawn' },
  discard: { zh: '作废', en: 'Discarded' },
  approve: { zh: '审核通过，准予登记', en: 'Approved and registered' },
  return: { zh: '退回补正', en: 'Returned for correction' },
  refuse: { zh: '不予登记', en: 'Registration refused' },
  dispute: { zh: '列为争议合同', en: 'Marked as disputed' },
  correct: { zh: '更正登记', en: 'Corrected' },
  change: { zh: '变更登记', en: 'Changed' },
  cancel: { zh: '注销登记', en: 'Registration cancelled' },
  revoke: { zh: '撤销登记', en: 'Registration revoked' },
}

/** The list an act's reason is of; returns have their own, with fields. */
export const reasonListOf = (act: Act): CodeListName =>
  act in requestKinds ? requestKinds[act as RequestKind].reasons : 'refusalReason'

/** What happened, in the past tense. */
export function actWords({ act, statusAfter }: Pick<HistoryEntry, 'act' | 'statusAfter'>): Words {
  if (act === 'approve' && statusAfter === 'endorsed') {
    return { zh: '初审通过，转第二名审核员复核', en: 'Approved; waits for the second approver' }
  }
  return done[act]
}
