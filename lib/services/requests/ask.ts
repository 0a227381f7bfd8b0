import 'server-only'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { takeCount } from '@/db/ledger'
import { findContract } from '@/db/queries/contracts'
import {
  fileEvidence,
  insertRequest,
  listEvidence,
  lockRequestsOf,
  openRequestOn,
} from '@/db/queries/requests'
import { recordTrail } from '@/db/trail'
import { codeOf } from '@/lib/domain/contract/code-lists'
import { patchSchema } from '@/lib/domain/contract/content'
import { toWire } from '@/lib/domain/contract/kinds'
import { Problem } from '@/lib/domain/problems'
import { amends, kindOf, requestKindNames } from '@/lib/domain/request/kinds'
import { refused } from '../refuse'
import { verb, type Work } from '../verb'
import { propose } from './proposal'

export const asked = z.strictObject({
  /** The contract. */
  id: z.uuid(),
  kind: z.enum(requestKindNames),
  /** Fields to set anew, or null to clear them; of a correction or change alone. */
  patch: patchSchema.default({}),
  reason: z.string().max(8),
  /** What was found or agreed, as the centre will read it. */
  text: z.string().trim().min(4).max(2000),
  revision: z.int().optional(),
})

/**
 * Asks for something to be done to a registered contract; nothing of the contract changes until it is granted.
 * Papers sent before for this contract by the same person are filed with it.
 * @throws {Problem} not-registered, request-open, conflict, no-difference, check-failed, evidence-missing, invalid-input
 */
export const ask = verb('request.ask', asked, (work, given) => askWithin(work, given))

/** The same within the transaction of a caller who may ask. */
export async function askWithin(work: Work, given: z.output<typeof asked>) {
  const { tx, actor, today } = work
  const sender = { contract: given.id, addedBy: actor.id }
  // One round trip: the database reads the rest once it has the lock.
  const [, contract, papers] = await Promise.all([
    lockRequestsOf(tx, given.id),
    askable(work, given.id, given.revision),
    listEvidence(tx, sender),
  ])
  const spec = kindOf(given.kind)
  if (!codeOf(spec.reasons, given.reason)) throw refused('reason', 'unknown')
  const { content, differences, blocking } = await propose(work, contract, given.kind, given.patch)
  if (amends(given.kind) && differences.length === 0) throw new Problem({ code: 'no-difference' })
  if (blocking.length > 0) throw new Problem({ code: 'check-failed', findings: blocking })
  if (spec.evidence && papers.length === 0) throw new Problem({ code: 'evidence-missing' })
  const id = newId()
  const year = Number(today.slice(0, 4))
  const number = `${spec.words.zh}〔${year}〕${await takeCount(tx, `request:${given.kind}`, year)}号`
  await Promise.all([
    insertRequest(tx, {
      id,
      number,
      contract: contract.id,
      unit: contract.unit,
      kind: given.kind,
      base: contract.revision,
      content: content && toWire(content),
      reason: given.reason,
      text: given.text,
      askedBy: actor.id,
    }),
    fileEvidence(tx, { request: id, ...sender }),
    recordTrail(tx, actor, {
      action: 'request.ask',
      subjectKind: 'request',
      subject: id,
      details: { number, contract: contract.id, unit: contract.unit, reason: given.reason },
    }),
  ])
  return { id, number }
}

/**
 * A contract that something can be asked for.
 * @throws {Problem} not-found, not-registered, request-open, conflict
 */
export async function askable({ tx, actor }: Work, id: string, seen?: number) {
  const [contract, open] = await Promise.all([findContract(tx, actor, id), openRequestOn(tx, id)])
  if (!contract) throw new Problem({ code: 'not-found' })
  if (contract.status !== 'registered') {
    throw new Problem({ code: 'not-registered', status: contract.status })
  }
  if (open) throw new Problem({ code: 'request-open', id: open.id })
  if (seen !== undefined && seen !== contract.revision) {
    throw new Problem({ code: 'conflict', by: null, at: null })
  }
  return contract
}
