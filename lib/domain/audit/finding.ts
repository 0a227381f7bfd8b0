import type { Actor } from '../access/actor'
import { may, type Permission } from '../access/permissions'
import type { RequestKind, RequestStatus } from '../request/kinds'
import type { Words } from '../words'

export const findingStatuses = {
  open: { zh: '待答复', en: 'To answer' },
  answered: { zh: '待核定', en: 'To judge' },
  returned: { zh: '退回重答', en: 'Sent back' },
  settled: { zh: '已核定', en: 'Settled' },
} as const satisfies Record<string, Words>

export type FindingStatus = keyof typeof findingStatuses
export const findingStatusNames = Object.keys(findingStatuses) as FindingStatus[]

/** The office's answer, and what a finding comes to. `requests`: what must have been granted before it counts as done. */
export const answers = {
  'no-error': { words: { zh: '无误', en: 'No error' }, requests: [] },
  correct: { words: { zh: '更正', en: 'Correction' }, requests: ['correct', 'change'] },
  revoke: { words: { zh: '撤销', en: 'Revocation' }, requests: ['revoke', 'cancel'] },
} as const satisfies Record<string, { words: Words; requests: readonly RequestKind[] }>

export type Answer = keyof typeof answers
export const answerNames = Object.keys(answers) as [Answer, ...Answer[]]

export const findingActs = {
  answer: { words: { zh: '答复', en: 'Answered' }, permission: 'audit.answer' },
  accept: { words: { zh: '采纳', en: 'Accepted' }, permission: 'audit.run' },
  'send-back': { words: { zh: '退回', en: 'Sent back' }, permission: 'audit.run' },
  decide: { words: { zh: '核定', en: 'Decided' }, permission: 'audit.run' },
} as const satisfies Record<string, { words: Words; permission: Permission }>

export type FindingAct = keyof typeof findingActs

export interface FindingStanding {
  status: FindingStatus
  unit: string
  answer: Answer | null
  /** Said of a unit, not of a contract: there is nothing to correct or revoke. */
  ofUnit: boolean
  campaignClosed: boolean
  /** The last request on the contract since the campaign was opened that fits the outcome, where there is one. */
  request: { id: string; status: RequestStatus } | null
}

export type FindingRefusal =
  | { code: 'not-found' }
  | { code: 'forbidden' }
  | { code: 'campaign-closed' }
  | { code: 'finding-settled' }
  | { code: 'not-answered' }
  | { code: 'nothing-to-mend' }
  | { code: 'request-missing'; outcome: Answer }
  | { code: 'request-pending'; outcome: Answer }

type Decision =
  | { ok: true; to: FindingStatus; outcome: Answer | null }
  | { ok: false; refusal: FindingRefusal }

const refuse = (refusal: FindingRefusal): Decision => ({ ok: false, refusal })

/**
 * What a finding becomes. Nothing closes by itself: the office answers, the auditor accepts, sends back or decides; an
 * error counts as mended only once its request is granted.
 * @param result the answer given, or the outcome decided
 */
export function decideFinding(
  actor: Actor,
  act: FindingAct,
  finding: FindingStanding,
  result: Answer | null,
): Decision {
  if (actor.role === 'registrar' && finding.unit !== actor.unit) return refuse({ code: 'not-found' })
  if (!may(actor.role, findingActs[act].permission)) return refuse({ code: 'forbidden' })
  if (finding.campaignClosed) return refuse({ code: 'campaign-closed' })
  if (finding.status === 'settled') return refuse({ code: 'finding-settled' })
  switch (act) {
    case 'answer':
      return finding.ofUnit && result !== 'no-error'
        ? refuse({ code: 'nothing-to-mend' })
        : { ok: true, to: 'answered', outcome: null }
    case 'send-back':
      return finding.status === 'answered'
        ? { ok: true, to: 'returned', outcome: null }
        : refuse({ code: 'not-answered' })
    case 'accept':
      return finding.status === 'answered' && finding.answer !== null
        ? settle(finding, finding.answer)
        : refuse({ code: 'not-answered' })
    case 'decide':
      return settle(finding, result ?? 'no-error')
  }
}

function settle({ ofUnit, request }: FindingStanding, outcome: Answer): Decision {
  if (outcome !== 'no-error') {
    if (ofUnit) return refuse({ code: 'nothing-to-mend' })
    if (request === null || ['declined', 'withdrawn'].includes(request.status)) {
      return refuse({ code: 'request-missing', outcome })
    }
    if (request.status !== 'granted') return refuse({ code: 'request-pending', outcome })
  }
  return { ok: true, to: 'settled', outcome }
}
