import 'server-only'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { type ContractRow, findContract } from '@/db/queries/contracts'
import { nameOf } from '@/db/queries/decision'
import { readEverySetting, readUnits } from '@/db/queries/reference'
import { contentBefore, findRequest, listEvidence, type RequestRow } from '@/db/queries/requests'
import { inSnapshot } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import { differences } from '@/lib/domain/contract/diff'
import { masked, seesSensitive } from '@/lib/domain/contract/sensitive'
import { Problem } from '@/lib/domain/problems'
import { amends, openStatuses } from '@/lib/domain/request/kinds'
import { hindrance, possibleRequestActions } from '@/lib/domain/request/lifecycle'
import type { RequestedContract, RequestView } from '@/lib/domain/request/view'
import { factsOf } from '@/lib/domain/statistics/facts'
import { type Line, touched } from '@/lib/domain/statistics/moves'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { movesOf } from '../statistics/moves'
import { standingOf } from './act'
import { isLarge, linesOf } from './proposal'

/**
 * A request with its difference and what it moves, from one snapshot; null where it does not exist for the actor.
 * @throws {Problem} forbidden
 */
export async function viewRequest(actor: Actor, id: string): Promise<RequestView | null> {
  if (!may(actor.role, 'request.read')) throw new Problem({ code: 'forbidden' })
  if (!z.uuid().safeParse(id).success) return null
  return inSnapshot(actor, async (tx, at) => {
    const request = await findRequest(tx, actor, id)
    const contract = request && (await findContract(tx, actor, request.contract))
    if (!request || !contract) return null
    const today = shanghaiDate(at)
    const large = isLarge(await readEverySetting(tx), contract, request.content)
    const standing = standingOf(request, contract, large)
    const isOpen = openStatuses.includes(request.status)
    const before = isOpen ? contract.content : ((await contentBefore(tx, request)) ?? contract.content)
    const show = seesSensitive(actor.role) ? (content: typeof before) => content : masked
    const { number, kind, status, reason, text, askedAt } = request
    return {
      id,
      number,
      kind,
      status,
      reason,
      text,
      askedAt,
      askedBy: await nameOf(tx, request.askedBy),
      contract: await contractOf(tx, contract, today),
      differences: request.content ? differences(show(before), show(request.content)) : [],
      evidence: await listEvidence(tx, { request: id }),
      ...(await stepsOf(tx, request)),
      large,
      ahead: isOpen ? await movesOf(tx, actor, (await linesOf(tx, contract, request.content)).lines) : null,
      moved: status === 'granted' ? touched(await linesThen(tx, request, contract, before)) : null,
      may: possibleRequestActions(actor, standing, today),
      hindrance: hindrance(actor, standing, today),
    }
  })
}

async function contractOf(tx: Tx, contract: ContractRow, today: string): Promise<RequestedContract> {
  const unit = (await readUnits(tx, today)).get(contract.unit)
  return {
    id: contract.id,
    number: contract.number ?? contract.localNumber,
    name: contract.content.name ?? '',
    unit: contract.unit,
    unitName: { zh: unit?.nameZh ?? contract.unit, en: unit?.nameEn ?? contract.unit },
    status: contract.status,
    revision: contract.revision,
    registeredOn: contract.registeredOn ?? '',
    year: contract.year ?? 0,
    turnover: contract.content.turnover ?? 0n,
    technology: contract.content.technology ?? 0n,
  }
}

/** Notice, statement, endorsement and decision, as far as they were made. */
async function stepsOf(tx: Tx, request: RequestRow) {
  const { servedOn, served, hearingUntil, statedOn, statement, endorsedBy, endorsedAt } = request
  const { decidedBy, decidedAt, decision } = request
  return {
    served: servedOn ? { on: servedOn, text: served ?? '', hearingUntil: hearingUntil ?? '' } : null,
    stated: statedOn ? { on: statedOn, text: statement ?? '' } : null,
    endorsed: endorsedBy && endorsedAt ? { by: await nameOf(tx, endorsedBy), at: endorsedAt } : null,
    decided:
      decidedBy && decidedAt
        ? { by: await nameOf(tx, decidedBy), at: decidedAt, text: decision ?? '' }
        : null,
  }
}

/** The lines a granted request took out and put in, from the contents before and after it. */
async function linesThen(
  tx: Tx,
  request: RequestRow,
  contract: ContractRow,
  before: ContractRow['content'],
): Promise<Line[]> {
  const date = contract.registeredOn ?? ''
  const area = (await readUnits(tx, date)).get(contract.unit)?.area === 'south' ? 'south' : 'north'
  const facts = (content: ContractRow['content']) => factsOf(content, { unit: contract.unit, area, date })
  const out: Line = { sign: -1, facts: facts(before) }
  return amends(request.kind) && request.content ? [out, { sign: 1, facts: facts(request.content) }] : [out]
}
