import { type Actor, principalAmong } from '../access/actor'
import { type Permission, reachOf } from '../access/permissions'
import type { Words } from '../words'

export const statuses = {
  draft: { zh: '草稿', en: 'Draft' },
  submitted: { zh: '待审核', en: 'Submitted' },
  endorsed: { zh: '待复核', en: 'Second approval' },
  returned: { zh: '退回补正', en: 'Returned' },
  registered: { zh: '已登记', en: 'Registered' },
  refused: { zh: '不予登记', en: 'Refused' },
  discarded: { zh: '已作废', en: 'Discarded' },
  cancelled: { zh: '已注销', en: 'Cancelled' },
  revoked: { zh: '已撤销', en: 'Revoked' },
} as const satisfies Record<string, Words>

export type Status = keyof typeof statuses
export const statusNames = Object.keys(statuses) as Status[]

export const actions = {
  save: { zh: '保存', en: 'Save' },
  attach: { zh: '上传附件', en: 'Attach a file' },
  submit: { zh: '提交', en: 'Submit' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
  discard: { zh: '作废', en: 'Discard' },
  approve: { zh: '审核通过', en: 'Approve' },
  return: { zh: '退回补正', en: 'Return' },
  refuse: { zh: '不予登记', en: 'Refuse' },
  dispute: { zh: '列为争议合同', en: 'Mark as disputed' },
} as const satisfies Record<string, Words>

export type Action = keyof typeof actions
export const actionNames = Object.keys(actions) as Action[]

/** `large`: a large contract waits for a second approver instead of being registered. */
type Transition = { to: Status; large?: Status } | null

const stay = (status: Status): Transition => ({ to: status })
const closed = {
  save: null,
  attach: null,
  submit: null,
  withdraw: null,
  discard: null,
  approve: null,
  return: null,
  refuse: null,
  dispute: null,
} as const satisfies Record<Action, Transition>

/** Status × action → next status; the only place where a transition is written. */
export const transitions: Record<Status, Record<Action, Transition>> = {
  draft: {
    ...closed,
    save: stay('draft'),
    attach: stay('draft'),
    submit: { to: 'submitted' },
    discard: { to: 'discarded' },
  },
  returned: {
    ...closed,
    save: stay('returned'),
    attach: stay('returned'),
    submit: { to: 'submitted' },
    discard: { to: 'discarded' },
  },
  submitted: {
    ...closed,
    withdraw: { to: 'draft' },
    approve: { to: 'registered', large: 'endorsed' },
    return: { to: 'returned' },
    refuse: { to: 'refused' },
    dispute: stay('submitted'),
  },
  endorsed: {
    ...closed,
    approve: { to: 'registered' },
    return: { to: 'returned' },
    refuse: { to: 'refused' },
  },
  registered: closed,
  refused: closed,
  discarded: closed,
  cancelled: closed,
  revoked: closed,
}

/** What a decision needs to know of a contract. */
export interface Standing {
  status: Status
  unit: string
  enteredBy: string
  /** Who last changed the content. */
  editedBy: string
  firstApprover: string | null
  disputed: boolean
  /** Technology turnover at or above the large-contract threshold in force. */
  large: boolean
}

export type Refusal =
  | { code: 'not-found' }
  | { code: 'forbidden' }
  | { code: 'wrong-status'; status: Status; action: Action; possible: Action[] }
  | { code: 'own-contract' }
  | { code: 'same-approver' }
  | { code: 'stands-for'; name: string }
  | { code: 'already-disputed' }

export type Decision = { ok: true; to: Status } | { ok: false; refusal: Refusal }

const refuse = (refusal: Refusal): Decision => ({ ok: false, refusal })

/**
 * What a contract in this standing becomes when the actor acts on it, or why it can't.
 * Sources: design §2 (four eyes; large contracts need a second, different approver), Draft 2024 Art. 14.
 */
export function decide(actor: Actor, action: Action, contract: Standing): Decision {
  if (!sees(actor, contract)) return refuse({ code: 'not-found' })
  const permission: Permission = `contract.${action}`
  const reach = reachOf(actor.role, permission)
  if (reach === null) return refuse({ code: 'forbidden' })
  const transition = transitions[contract.status][action]
  if (transition === null) {
    return refuse({
      code: 'wrong-status',
      status: contract.status,
      action,
      possible: possibleActions(actor, contract),
    })
  }
  if (reach === 'submitted' && [contract.enteredBy, contract.editedBy].includes(actor.id)) {
    return refuse({ code: 'own-contract' })
  }
  if (action === 'approve' && contract.status === 'endorsed' && contract.firstApprover === actor.id) {
    return refuse({ code: 'same-approver' })
  }
  const principal = reach === 'submitted' && principalOf(actor, action, contract)
  if (principal) return refuse({ code: 'stands-for', name: principal.name })
  if (action === 'dispute' && contract.disputed) return refuse({ code: 'already-disputed' })
  return { ok: true, to: contract.large && transition.large ? transition.large : transition.to }
}

/** Whom the actor stands in for and who could not decide on this contract: four eyes look through a delegation (decision 24). */
const principalOf = (
  actor: Actor,
  action: Action,
  { status, enteredBy, editedBy, firstApprover }: Standing,
) =>
  principalAmong(actor, [
    enteredBy,
    editedBy,
    action === 'approve' && status === 'endorsed' ? firstApprover : null,
  ])

/** The actions that would be accepted now; a page draws its buttons from this. */
export function possibleActions(actor: Actor, contract: Standing): Action[] {
  return actionNames.filter(
    (action) => transitions[contract.status][action] !== null && decide(actor, action, contract).ok,
  )
}

/** Whether the contract is within the actor's sight at all; outside it, it does not exist for them. */
export function sees(actor: Actor, contract: Pick<Standing, 'status' | 'unit'>): boolean {
  switch (reachOf(actor.role, 'contract.read')) {
    case 'unit':
      return contract.unit === actor.unit
    case 'submitted':
      return !unseenByCentre.includes(contract.status)
    case 'registered':
      return onRegister.includes(contract.status)
    default:
      return false
  }
}

/** Registered once: also after the registration was cancelled or revoked, when the contract is no longer counted. */
export const onRegister: readonly Status[] = ['registered', 'cancelled', 'revoked']

/** An office's unfinished work is its own until it submits it. */
export const unseenByCentre: readonly Status[] = ['draft', 'discarded']
