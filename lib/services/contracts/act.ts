import 'server-only'
import { lastAct, type NewEvent, recordEvent } from '@/db/ledger'
import { type ContractChange, type ContractRow, changeContract, findContract } from '@/db/queries/contracts'
import { recordTrail } from '@/db/trail'
import { toWire } from '@/lib/domain/contract/kinds'
import { type Action, decide, type Standing, type Status } from '@/lib/domain/contract/lifecycle'
import { Problem } from '@/lib/domain/problems'
import type { Settings } from '@/lib/domain/settings'
import type { TrailEntry } from '@/lib/domain/trail'
import type { Work } from '../verb'

/** A contract fetched within reach and held, with what the decision made of it. */
export interface Held {
  contract: ContractRow
  /** Status after the act. */
  to: Status
  settings: Settings
}

/**
 * Fetches the contract for writing and decides.
 * @param seen the revision the person looked at; when another act came between, they are told whose and when
 * @throws {Problem} not-found, conflict, or the lifecycle's refusal
 */
export async function hold(work: Work, id: string, action: Action, seen?: number): Promise<Held> {
  const { tx, actor, today, settingsOn } = work
  // A contract whose status lets the actor change nothing can be seen but not locked.
  const contract = (await findContract(tx, actor, id, { lock: true })) ?? (await findContract(tx, actor, id))
  if (!contract) throw new Problem({ code: 'not-found' })
  if (seen !== undefined && seen !== contract.revision) throw await overtaken(work, id)
  const settings = settingsOn(contract.acceptedOn ?? today)
  const decision = decide(actor, action, standing(contract, settings))
  if (!decision.ok) throw new Problem(decision.refusal)
  return { contract, to: decision.to, settings }
}

/** What the lifecycle needs to know, from the record and the threshold in force for it. */
export const standing = (contract: ContractRow, settings: Settings): Standing => ({
  status: contract.status,
  unit: contract.unit,
  enteredBy: contract.enteredBy,
  editedBy: contract.editedBy,
  firstApprover: contract.firstApprover,
  disputed: contract.disputed,
  large: (contract.technology ?? 0n) >= BigInt(settings.largeThreshold) * 100n,
})

/** Writes the act: the change if nobody was faster, its event, its trail. Returns the new revision. */
export async function record(
  work: Work,
  held: Held,
  act: {
    action: NewEvent['action']
    change: ContractChange
    details?: Record<string, unknown>
    event?: number
  },
): Promise<number> {
  const { tx, actor } = work
  const { contract, to } = held
  const content = act.change.content ?? toWire(contract.content)
  const [changed] = await Promise.all([
    changeContract(tx, contract, { ...act.change, status: to }),
    recordEvent(tx, {
      ...(act.event !== undefined && { id: act.event }),
      contract: contract.id,
      action: act.action,
      statusAfter: to,
      actor: actor.id,
      details: act.details ?? {},
      content,
    }),
    recordTrail(tx, actor, trailOf(act.action, contract, act.details)),
  ])
  if (!changed) throw await overtaken(work, contract.id)
  return contract.revision + 1
}

const trailOf = (
  action: NewEvent['action'],
  contract: ContractRow,
  details: Record<string, unknown> = {},
): TrailEntry => ({
  action: `contract.${action}`,
  subjectKind: 'contract',
  subject: contract.id,
  details: { localNumber: contract.localNumber, unit: contract.unit, ...coded(details) },
})

/** The trail is read by people who see no contract: codes and numbers go in, free text and amounts stay out. */
const coded = ({ number, reasons, reason, decision }: Record<string, unknown>) => ({
  ...(number !== undefined && { number }),
  ...(decision !== undefined && { decision }),
  ...(Array.isArray(reasons) && { reasons: reasons.map(({ code }) => code) }),
  ...(typeof reason === 'string' && /^[A-Z]\d\d$/.test(reason) && { reason }),
})

async function overtaken({ tx }: Work, id: string): Promise<Problem> {
  const act = await lastAct(tx, id)
  return new Problem({ code: 'conflict', by: act?.by ?? null, at: act?.at.toISOString() ?? null })
}
