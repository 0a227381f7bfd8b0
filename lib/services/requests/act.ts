import 'server-only'
import { type ContractRow, findContract } from '@/db/queries/contracts'
import { changeRequest, findRequest, lockRequestsOf, type RequestRow } from '@/db/queries/requests'
import { recordTrail } from '@/db/trail'
import { Problem } from '@/lib/domain/problems'
import type { RequestAction, RequestStatus } from '@/lib/domain/request/kinds'
import { decideRequest, type RequestStanding } from '@/lib/domain/request/lifecycle'
import type { TrailAction } from '@/lib/domain/trail'
import type { Work } from '../verb'
import { isLarge } from './proposal'

/** A request fetched within reach and held, its contract, and what the decision made of it. */
export interface HeldRequest {
  request: RequestRow
  contract: ContractRow
  to: RequestStatus
}

/**
 * Fetches the request for a step and decides.
 * @throws {Problem} not-found or the lifecycle's refusal
 */
export async function holdRequest(work: Work, id: string, action: RequestAction): Promise<HeldRequest> {
  const { tx, actor, today, settingsOn } = work
  const seen = await findRequest(tx, actor, id)
  if (!seen) throw new Problem({ code: 'not-found' })
  // One round trip: the database reads both once it has the lock.
  const [, request, contract] = await Promise.all([
    lockRequestsOf(tx, seen.contract),
    findRequest(tx, actor, id),
    findContract(tx, actor, seen.contract),
  ])
  if (!request || !contract) throw new Problem({ code: 'not-found' })
  const decision = decideRequest(
    actor,
    action,
    standingOf(request, contract, isLarge(settingsOn, contract, request.content)),
    today,
  )
  if (!decision.ok) throw new Problem(decision.refusal)
  return { request, contract, to: decision.to }
}

export const standingOf = (request: RequestRow, contract: ContractRow, large: boolean): RequestStanding => ({
  kind: request.kind,
  status: request.status,
  askedBy: request.askedBy,
  endorsedBy: request.endorsedBy,
  large,
  servedOn: request.servedOn,
  hearingUntil: request.hearingUntil,
  stated: request.statedOn !== null,
  contract: { status: contract.status, unit: contract.unit },
})

/** Writes a step of a request and its trail. */
export async function step(
  { tx, actor }: Work,
  { request, contract, to }: HeldRequest,
  action: TrailAction,
  change: Parameters<typeof changeRequest>[2] = {},
): Promise<void> {
  if (!(await changeRequest(tx, request, { ...change, status: to }))) {
    throw new Problem({ code: 'conflict', by: null, at: null })
  }
  await recordTrail(tx, actor, {
    action,
    subjectKind: 'request',
    subject: request.id,
    details: { number: request.number, contract: contract.id, unit: contract.unit },
  })
}
