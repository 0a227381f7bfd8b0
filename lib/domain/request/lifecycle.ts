import { type Actor, principalAmong } from '../access/actor'
import { may } from '../access/permissions'
import { type Standing, sees } from '../contract/lifecycle'
import {
  openStatuses,
  type RequestAction,
  type RequestKind,
  type RequestStatus,
  requestActionNames,
  requestActions,
  requestKinds,
} from './kinds'

/** What a decision needs to know of a request and its contract. */
export interface RequestStanding {
  kind: RequestKind
  status: RequestStatus
  askedBy: string
  endorsedBy: string | null
  /** Technology turnover before or after reaches the threshold in force for the contract: two have to agree. */
  large: boolean
  /** Day the party was told of a revocation, and the last day of its time to speak. */
  servedOn: string | null
  hearingUntil: string | null
  /** What the party said, or that it said it has nothing to say, is on record. */
  stated: boolean
  contract: Pick<Standing, 'status' | 'unit'>
}

export type RequestRefusal =
  | { code: 'not-found' }
  | { code: 'forbidden' }
  | { code: 'request-closed'; requestStatus: RequestStatus }
  | { code: 'own-request' }
  | { code: 'others-request' }
  | { code: 'same-approver' }
  | { code: 'stands-for'; name: string }
  | { code: 'no-hearing' }
  | { code: 'notice-first' }
  | { code: 'notice-served' }
  | { code: 'statement-first'; until: string }
  | { code: 'already-stated' }

type Decision = { ok: true; to: RequestStatus } | { ok: false; refusal: RequestRefusal }

const refuse = (refusal: RequestRefusal): Decision => ({ ok: false, refusal })

/**
 * What a request becomes when the actor acts on it, or why it can't.
 * Sources: design §2 (who asks can't grant; large contracts need a second, different approver); 行政许可法 第七条
 * (the party is heard before a registration is withdrawn).
 * @param today Asia/Shanghai
 */
export function decideRequest(
  actor: Actor,
  action: RequestAction,
  request: RequestStanding,
  today: string,
): Decision {
  if (!may(actor.role, 'request.read') || !sees(actor, request.contract)) return refuse({ code: 'not-found' })
  if (!may(actor.role, requestActions[action].permission)) return refuse({ code: 'forbidden' })
  if (!openStatuses.includes(request.status)) {
    return refuse({ code: 'request-closed', requestStatus: request.status })
  }
  switch (action) {
    case 'take-back':
      // A deputy takes back what the one they stand in for asked.
      return request.askedBy === actor.id || principalAmong(actor, [request.askedBy])
        ? { ok: true, to: 'withdrawn' }
        : refuse({ code: 'others-request' })
    case 'serve':
      return serve(request)
    case 'state':
      return state(request)
    case 'decline': {
      if (request.askedBy === actor.id) return refuse({ code: 'own-request' })
      const principal = principalAmong(actor, [request.askedBy])
      return principal ? refuse({ code: 'stands-for', name: principal.name }) : { ok: true, to: 'declined' }
    }
    case 'grant':
      return grant(actor, request, today)
  }
}

function serve({ kind, servedOn, status }: RequestStanding): Decision {
  if (!requestKinds[kind].hearing) return refuse({ code: 'no-hearing' })
  return servedOn === null ? { ok: true, to: status } : refuse({ code: 'notice-served' })
}

function state({ kind, servedOn, stated, status }: RequestStanding): Decision {
  if (!requestKinds[kind].hearing) return refuse({ code: 'no-hearing' })
  if (servedOn === null) return refuse({ code: 'notice-first' })
  return stated ? refuse({ code: 'already-stated' }) : { ok: true, to: status }
}

function grant(actor: Actor, request: RequestStanding, today: string): Decision {
  if (request.askedBy === actor.id) return refuse({ code: 'own-request' })
  if (request.endorsedBy === actor.id) return refuse({ code: 'same-approver' })
  const principal = principalAmong(actor, [request.askedBy, request.endorsedBy])
  if (principal) return refuse({ code: 'stands-for', name: principal.name })
  if (requestKinds[request.kind].hearing) {
    if (request.servedOn === null || request.hearingUntil === null) return refuse({ code: 'notice-first' })
    if (!request.stated && today <= request.hearingUntil) {
      return refuse({ code: 'statement-first', until: request.hearingUntil })
    }
  }
  return { ok: true, to: request.large && request.status === 'asked' ? 'endorsed' : 'granted' }
}

/** The acts that would be accepted now; a page draws its buttons from this. */
export const possibleRequestActions = (
  actor: Actor,
  request: RequestStanding,
  today: string,
): RequestAction[] => requestActionNames.filter((action) => decideRequest(actor, action, request, today).ok)

/** What stands in the way of granting for this very person or for now; null where nothing does or it isn't theirs. */
export function hindrance(actor: Actor, request: RequestStanding, today: string): RequestRefusal | null {
  const decision = decideRequest(actor, 'grant', request, today)
  if (decision.ok || ['forbidden', 'not-found', 'request-closed'].includes(decision.refusal.code)) return null
  return decision.refusal
}
