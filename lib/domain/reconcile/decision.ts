import { z } from 'zod'
import type { Words } from '../words'
import type { Outcome } from './compare'

/** What a person says of a difference. */
export const decisions = {
  ours: { zh: '本库正确', en: 'Ours is right' },
  theirs: { zh: '全国系统正确', en: 'Theirs is right' },
  explained: { zh: '差异已说明', en: 'Explained' },
} as const satisfies Record<string, Words>

export type Decision = keyof typeof decisions
export const decisionNames = Object.keys(decisions) as Decision[]

/** A row that could not be read says nothing that could be right. */
export const mayDecide = (outcome: Outcome, decision: Decision): boolean =>
  outcome !== 'same' && (outcome !== 'unread' || decision === 'explained')

export const MOST_TEXT = 500

export const decisionSchema = z.strictObject({
  id: z.uuid(),
  /** Places of the findings in the reconciliation. */
  findings: z.array(z.int().min(1)).min(1).max(200),
  decision: z.enum(decisionNames),
  text: z.string().trim().min(2).max(MOST_TEXT),
})
