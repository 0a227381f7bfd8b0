import 'server-only'
import { z } from 'zod'
import { listAttachments } from '@/db/queries/attachments'
import { findContract } from '@/db/queries/contracts'
import { nameOf, readHistory } from '@/db/queries/decision'
import { readCalendar, readSettings, readUnits } from '@/db/queries/reference'
import { listRequests } from '@/db/queries/requests'
import { inSnapshot } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import {
  actionNames,
  decide,
  possibleActions,
  type Standing,
  transitions,
} from '@/lib/domain/contract/lifecycle'
import { masked, seesSensitive } from '@/lib/domain/contract/sensitive'
import type { ContractView } from '@/lib/domain/contract/view'
import { Problem } from '@/lib/domain/problems'
import { openStatuses } from '@/lib/domain/request/kinds'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { workingDaysBetween } from '@/lib/domain/time/working-days'
import { standing } from './act'

/**
 * A contract with its history and files, from one snapshot; null where it does not exist for the actor.
 * @throws {Problem} forbidden for roles that see no contracts
 */
export async function viewContract(actor: Actor, id: string): Promise<ContractView | null> {
  if (!may(actor.role, 'contract.read')) throw new Problem({ code: 'forbidden' })
  if (!z.uuid().safeParse(id).success) return null
  return inSnapshot(actor, async (tx) => {
    const contract = await findContract(tx, actor, id)
    if (!contract) return null
    const today = shanghaiDate(new Date())
    const settings = await readSettings(tx, contract.acceptedOn ?? today)
    const history = await readHistory(tx, actor, id)
    const unit = (await readUnits(tx, today)).get(contract.unit)
    const now = standing(contract, settings)
    const waits = contract.status === 'submitted' || contract.status === 'endorsed'
    const dueOn = waits ? contract.dueOn : null
    const requests = may(actor.role, 'request.read')
      ? await listRequests(tx, actor, { contract: id }, { limit: 50, offset: 0 })
      : []
    const show = seesSensitive(actor.role) ? <T>(content: T) => content : masked
    return {
      id,
      localNumber: contract.localNumber,
      number: contract.number,
      status: contract.status,
      unit: contract.unit,
      unitName: { zh: unit?.nameZh ?? contract.unit, en: unit?.nameEn ?? contract.unit },
      revision: contract.revision,
      content: show(contract.content),
      year: contract.year,
      registeredOn: contract.registeredOn,
      acceptedOn: contract.acceptedOn,
      dueOn,
      daysLeft: dueOn
        ? workingDaysBetween(today, dueOn, await readCalendar(tx, ...span(today, dueOn)))
        : null,
      disputed: contract.disputed,
      large: now.large,
      enteredBy: await nameOf(tx, contract.enteredBy),
      editedBy: await nameOf(tx, contract.editedBy),
      updatedAt: contract.updatedAt,
      history: history.map((entry) => ({ ...entry, content: show(entry.content) })),
      files: await listAttachments(tx, actor, id),
      requests,
      mayAsk:
        contract.status === 'registered' &&
        may(actor.role, 'request.ask') &&
        !requests.some((one) => openStatuses.includes(one.status)),
      may: possibleActions(actor, now),
      barred: barredFor(actor, now),
    }
  })
}

/** Refusals that tell the person something; that a status allows no act is seen from the status itself. */
function barredFor(actor: Actor, now: Standing): ContractView['barred'] {
  return actionNames.flatMap((action) => {
    if (transitions[now.status][action] === null) return []
    const decision = decide(actor, action, now)
    if (decision.ok || decision.refusal.code === 'forbidden') return []
    return [{ action, problem: decision.refusal }]
  })
}

const span = (a: string, b: string): [string, string] => (a < b ? [a, b] : [b, a])
