import 'server-only'
import type { Tx } from '@/db/client'
import { countWaiting, readWaiting, type WaitingRow } from '@/db/queries/desk'
import { lookersAt } from '@/db/queries/presence'
import { inSnapshot } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import {
  type DeskFilter,
  type DeskRow,
  type DeskView,
  deskViews,
  type Looker,
} from '@/lib/domain/approval/desk'
import { type Hindrance, reasonsOf } from '@/lib/domain/approval/order'
import { Problem } from '@/lib/domain/problems'
import type { Calendar } from '@/lib/domain/time/working-days'
import { deskClock } from './desk-clock'

export interface Desk {
  rows: DeskRow[]
  /** How many wait in each view, under the chosen unit and type. */
  counts: Record<DeskView, number>
  /** How many wait in each unit, under the chosen view and type. */
  byUnit: ReadonlyMap<string, number>
  /** Auditors read the desk; only who may decide is offered to choose. */
  mayDecide: boolean
}

/**
 * The waiting contracts within the actor's reach, in the order of the desk, each with why it stands there.
 * @throws {Problem} forbidden
 */
export async function readDesk(actor: Actor, filter: DeskFilter): Promise<Desk> {
  if (!may(actor.role, 'desk.read')) throw new Problem({ code: 'forbidden' })
  return inSnapshot(actor, (tx) => readDeskIn(tx, actor, filter))
}

/** The same inside a transaction that somebody else opened, whose permission was asked before. */
export async function readDeskIn(tx: Tx, actor: Actor, filter: DeskFilter): Promise<Desk> {
  const { clock, calendar } = await deskClock(tx)
  const [waiting, counted] = await Promise.all([
    readWaiting(tx, actor, filter, clock),
    countWaiting(tx, actor, filter, clock),
  ])
  const lookers = await lookersAt(
    tx,
    actor,
    waiting.map(({ id }) => id),
  )
  const mayDecide = may(actor.role, 'contract.approve')
  const rows = waiting.map((row) =>
    deskRow(row, lookers.get(row.id) ?? [], { actor, today: clock.today, calendar, mayDecide }),
  )
  const inUnit = counted.filter(({ unit }) => filter.unit === undefined || unit === filter.unit)
  const counts = Object.fromEntries(
    deskViews.map((view) => [view, inUnit.reduce((sum, one) => sum + one[view], 0)]),
  ) as Record<DeskView, number>
  const byUnit = new Map(counted.map((one) => [one.unit, one[filter.view]]))
  return { rows, counts, byUnit, mayDecide }
}

/** What keeps the viewer from deciding on a contract (four eyes; a second approver is another person). */
export const hindranceOf = (
  actor: Actor,
  one: Pick<WaitingRow, 'enteredBy' | 'editedBy' | 'firstApprover'>,
): Hindrance => {
  if (one.enteredBy === actor.id || one.editedBy === actor.id) return 'ownHand'
  return one.firstApprover === actor.id ? 'ownFirst' : null
}

function deskRow(
  row: WaitingRow,
  lookers: Looker[],
  viewer: { actor: Actor; today: string; calendar: Calendar; mayDecide: boolean },
): DeskRow {
  const { enteredBy, editedBy, firstApprover, clean, ...shown } = row
  const hindrance = hindranceOf(viewer.actor, { enteredBy, editedBy, firstApprover })
  const waiting = {
    ...shown,
    name: row.name ?? '',
    // The database holds both for every waiting contract: submission writes them.
    submittedAt: row.submittedAt ?? new Date(0),
    acceptedOn: row.acceptedOn ?? viewer.today,
    dueOn: row.dueOn ?? viewer.today,
    seeksBenefits: row.seeksBenefits === true,
    isForeign: row.isForeign === true,
  }
  return {
    ...waiting,
    lookers,
    reasons: reasonsOf(waiting, { ...viewer, hindrance }),
    clean: viewer.mayDecide && clean && hindrance === null && lookers.length === 0,
  }
}
