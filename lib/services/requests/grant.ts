import 'server-only'
import { z } from 'zod'
import { postLine, recordEvent, takeIds, takeLineOut } from '@/db/ledger'
import { changeContract } from '@/db/queries/contracts'
import { changeRequest, listEvidence } from '@/db/queries/requests'
import { recordTrail } from '@/db/trail'
import { toWire } from '@/lib/domain/contract/kinds'
import { Problem } from '@/lib/domain/problems'
import { requestKinds } from '@/lib/domain/request/kinds'
import { verb, type Work } from '../verb'
import { type HeldRequest, holdRequest, step } from './act'
import { linesOf } from './proposal'

const input = z.strictObject({
  id: z.uuid(),
  /** What the decision adds; of a revocation the facts and grounds. */
  text: z.string().trim().max(2000).default(''),
})

type Outcome = { status: 'granted' | 'endorsed' }

/**
 * Grants a request: the contract, its event, the old line out and the new line in, the totals and the trail in one
 * transaction and of one moment. A large contract waits for a second approver first.
 * @throws {Problem} the lifecycle's refusal; conflict where the contract is no longer what the request was made on
 */
export const grant = verb('request.decide', input, async (work, { id, text }): Promise<Outcome> => {
  const held = await holdRequest(work, id, 'grant')
  if (held.contract.revision !== held.request.base) throw overtaken()
  if (held.to === 'endorsed') {
    await step(work, held, 'request.endorse', { endorsedBy: work.actor.id, endorsedAt: work.at })
    return { status: 'endorsed' }
  }
  await carryOut(work, held, text)
  return { status: 'granted' }
})

const overtaken = () => new Problem({ code: 'conflict', by: null, at: null })

async function carryOut(
  { tx, actor, at }: Work,
  { request, contract }: HeldRequest,
  text: string,
): Promise<void> {
  const { year, posting, registeredOn } = contract
  if (year === null || posting === null || registeredOn === null) throw new Error('Not registered')
  const { to } = requestKinds[request.kind]
  const [{ next }, ids, evidence] = await Promise.all([
    linesOf(tx, contract, request.content),
    takeIds(tx),
    listEvidence(tx, { request: request.id }),
  ])
  const content = toWire(request.content ?? contract.content)
  // In this order: the database lets the contract change for a granted request alone.
  const [settled, changed] = await Promise.all([
    changeRequest(tx, request, {
      status: 'granted',
      decidedBy: actor.id,
      decidedAt: at,
      decision: text,
      event: ids.event,
    }),
    changeContract(tx, contract, { status: to, content, posting: next ? ids.posting : null }),
    recordEvent(tx, {
      id: ids.event,
      contract: contract.id,
      action: request.kind,
      statusAfter: to,
      actor: actor.id,
      details: {
        request: request.number,
        reason: request.reason,
        text: request.text,
        ...(text && { decided: text }),
        // What the decision rests on: the ledger covers the papers by their fingerprints.
        evidence: evidence.map(({ id, sha256 }) => ({ id, sha256 })),
        ...(request.servedOn && { servedOn: request.servedOn, statement: request.statement }),
      },
      content,
    }),
    takeLineOut(tx, { id: ids.out, line: posting, year, event: ids.event }),
    next &&
      postLine(tx, { id: ids.posting, event: ids.event, contract: contract.id, registeredOn, facts: next }),
    recordTrail(tx, actor, {
      action: `contract.${request.kind}`,
      subjectKind: 'contract',
      subject: contract.id,
      details: {
        number: contract.number,
        unit: contract.unit,
        request: request.number,
        reason: request.reason,
      },
    }),
  ])
  if (!settled || !changed) throw overtaken()
}
