import 'server-only'
import type { Tx } from '@/db/client'
import { listAttachments } from '@/db/queries/attachments'
import { type ContractRow, findContract } from '@/db/queries/contracts'
import { nameOf, readFiles, readHistory, readParty } from '@/db/queries/decision'
import { readNeighbours } from '@/db/queries/desk'
import { lookersAt } from '@/db/queries/presence'
import { readSettings } from '@/db/queries/reference'
import { inSnapshot } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import { type AskedFile, askedAgainstDone } from '@/lib/domain/approval/asked'
import type { DecisionView, PartyRecord } from '@/lib/domain/approval/decision'
import type { DeskFilter } from '@/lib/domain/approval/desk'
import { reasonsOf } from '@/lib/domain/approval/order'
import { kindsOfMetAgain } from '@/lib/domain/attachments/files'
import { check } from '@/lib/domain/contract/check'
import type { HistoryEntry } from '@/lib/domain/contract/history'
import { possibleActions } from '@/lib/domain/contract/lifecycle'
import { duplicateFindings } from '@/lib/domain/contract/near-duplicates'
import { Problem } from '@/lib/domain/problems'
import { isRegionLeaf } from '@/lib/domain/regions'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { standing } from '../contracts/act'
import { findNear } from '../contracts/near-duplicates'
import { hindranceOf } from './desk'
import { deskClock } from './desk-clock'

/**
 * Everything an approver needs for one decision, from one snapshot.
 * @throws {Problem} forbidden, not-found
 */
export async function readDecision(actor: Actor, id: string, filter: DeskFilter): Promise<DecisionView> {
  if (!may(actor.role, 'desk.read')) throw new Problem({ code: 'forbidden' })
  return inSnapshot(actor, async (tx) => {
    const contract = await findContract(tx, actor, id)
    if (!contract) throw new Problem({ code: 'not-found' })
    const { clock, calendar } = await deskClock(tx)
    const acceptedOn = contract.acceptedOn ?? clock.today
    const [settings, history, files, attached, parties, queue, lookers, enteredBy, duplicates] =
      await Promise.all([
        readSettings(tx, acceptedOn),
        readHistory(tx, actor, id),
        readFiles(tx, actor, id),
        listAttachments(tx, actor, id),
        partiesOf(tx, actor, contract),
        readNeighbours(tx, actor, filter, clock, id),
        lookersAt(tx, actor, [id]),
        nameOf(tx, contract.enteredBy),
        findNear(tx, actor, contract, clock.today),
      ])
    const now = standing(contract, settings)
    const hindrance = hindranceOf(actor, contract)
    const waits = contract.status === 'submitted' || contract.status === 'endorsed'
    return {
      id,
      localNumber: contract.localNumber,
      number: contract.number,
      unit: contract.unit,
      status: contract.status,
      revision: contract.revision,
      content: contract.content,
      acceptedOn: contract.acceptedOn,
      dueOn: contract.dueOn,
      submittedAt: contract.submittedAt,
      ruleSet: contract.ruleSet,
      enteredBy,
      large: now.large || contract.status === 'endorsed',
      disputed: contract.disputed,
      threshold: settings.largeThreshold,
      reasons: waits
        ? reasonsOf(waitingOf(contract, now.large, duplicates.length > 0), {
            today: clock.today,
            calendar,
            hindrance,
          })
        : [],
      possible: possibleActions(actor, now),
      hindrance: waits ? hindrance : null,
      duplicates,
      findings: [
        ...check(contract.content, {
          today: acceptedOn,
          ...appliedOn(history),
          unit: contract.unit,
          attachments: [...new Set(attached.map(({ kind }) => kind))],
          filesMetAgain: kindsOfMetAgain(attached),
          settings,
          isPlace: isRegionLeaf,
        }),
        ...(waits ? duplicateFindings(duplicates) : []),
      ],
      explanations: contract.explanations as Record<string, string>,
      history,
      files: attached,
      asked: waits ? askedOf(contract, history, files) : null,
      first: contract.status === 'endorsed' ? firstOf(history) : null,
      parties,
      lookers: lookers.get(id) ?? [],
      queue,
    }
  })
}

/** The day of the submission before the last one, where nothing was withdrawn between: as `submit` reckoned it. */
function appliedOn(history: readonly HistoryEntry[]): { appliedOn?: string } {
  const last = history.findLastIndex(({ act }) => act === 'submit')
  const before = history
    .slice(0, Math.max(last, 0))
    .findLast(({ act }) => act === 'submit' || act === 'withdraw')
  return before?.act === 'submit' ? { appliedOn: shanghaiDate(new Date(before.at)) } : {}
}

const waitingOf = (contract: ContractRow, large: boolean, maybeDuplicate: boolean) => ({
  ...contract,
  status: contract.status === 'endorsed' ? ('endorsed' as const) : ('submitted' as const),
  dueOn: contract.dueOn ?? contract.acceptedOn ?? '',
  submittedAt: contract.submittedAt ?? contract.updatedAt,
  seeksBenefits: contract.seeksBenefits === true,
  isForeign: contract.isForeign === true,
  // One that came in later is known by now.
  maybeDuplicate: contract.maybeDuplicate || maybeDuplicate,
  large: large || contract.status === 'endorsed',
})

async function partiesOf(tx: Tx, actor: Actor, { id, content }: ContractRow): Promise<PartyRecord[]> {
  const records = await Promise.all([
    readParty(tx, actor, 'seller', content.seller ?? {}, id),
    readParty(tx, actor, 'buyer', content.buyer ?? {}, id),
  ])
  return records.filter((record) => record !== null)
}

/** The last return, if the contract was handed in again since. */
function askedOf(
  contract: ContractRow,
  history: readonly HistoryEntry[],
  files: readonly AskedFile[],
): DecisionView['asked'] {
  const back = history.findLast(({ act }) => act === 'return')
  if (!back) return null
  const reasons = back.said.reasons ?? []
  return {
    ...askedAgainstDone(reasons, back.content, contract.content, files, new Date(back.at)),
    by: back.by,
    at: back.at,
    text: back.said.text ?? '',
  }
}

function firstOf(history: readonly HistoryEntry[]): DecisionView['first'] {
  const first = history.findLast(({ act, statusAfter }) => act === 'approve' && statusAfter === 'endorsed')
  if (!first) return null
  const { text = null, claimed, approved } = first.said
  return {
    by: first.by,
    at: first.at,
    text,
    ...(claimed !== undefined && { claimed }),
    ...(approved !== undefined && { approved }),
  }
}
