import 'server-only'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { type Account, findAccount } from '@/db/queries/accounts'
import { delegationHindrance, inHandOf, insertDelegation } from '@/db/queries/delegations'
import { recordTrail } from '@/db/trail'
import type { Actor } from '@/lib/domain/access/actor'
import { Problem } from '@/lib/domain/problems'
import { isDate } from '@/lib/domain/time/dates'
import { refused } from '../refuse'
import { verb, type Work } from '../verb'

const day = z.string().refine(isDate, { error: 'date' })

/** Roles whose work somebody can stand in for. */
export const delegable: readonly string[] = ['registrar', 'approver', 'auditor']

/**
 * Names who stands in for somebody on leave, from a day to a day: oneself for oneself, the administrator for anybody.
 * @throws {Problem} forbidden, not-found, invalid-input at the field that is wrong
 */
export const nameDeputy = verb(
  'delegation.make',
  z.strictObject({ principal: z.uuid().optional(), deputy: z.uuid('required'), from: day, until: day }),
  async (work, { principal = work.actor.id, deputy, from, until }) => {
    if (principal !== work.actor.id && work.actor.role !== 'admin') throw new Problem({ code: 'forbidden' })
    if (from < work.today) throw refused('from', 'from-today')
    if (until < from) throw refused('until', 'order')
    return make(work, { principal, deputy, kind: 'leave', fromDay: from, untilDay: until })
  },
)

/**
 * Hands the work of a registrar over to another of the same office, from today on and for good: by one of the office, or
 * by the administrator. Who entered a contract stays on record; the receiver stands in for them.
 * @throws {Problem} forbidden, not-found, invalid-input at the field that is wrong
 */
export const handOver = verb(
  'delegation.make',
  z.strictObject({ principal: z.uuid(), deputy: z.uuid('required') }),
  async (work, { principal, deputy }) => {
    const { role } = work.actor
    if (role !== 'admin' && role !== 'registrar') throw new Problem({ code: 'forbidden' })
    return make(work, { principal, deputy, kind: 'hand-over', fromDay: work.today, untilDay: null })
  },
)

interface Wanted {
  principal: string
  deputy: string
  kind: 'leave' | 'hand-over'
  fromDay: string
  untilDay: string | null
}

async function make(work: Work, wanted: Wanted): Promise<{ id: string }> {
  const { tx, actor } = work
  const [from, to] = await Promise.all([findAccount(tx, wanted.principal), findAccount(tx, wanted.deputy)])
  if (!from || !withinReach(actor, from)) throw new Problem({ code: 'not-found' })
  if (wanted.principal === wanted.deputy) throw refused('deputy', 'same-person')
  const fits =
    to &&
    to.disabledAt === null &&
    to.role === from.role &&
    to.unit === from.unit &&
    delegable.includes(from.role)
  if (!fits || (wanted.kind === 'hand-over' && from.role !== 'registrar')) {
    throw refused('deputy', 'not-of-office')
  }
  const hindrance = await delegationHindrance(tx, wanted)
  if (hindrance) throw refused('deputy', hindrance)
  const id = newId()
  await insertDelegation(tx, { id, ...wanted, madeBy: actor.id })
  await recordTrail(tx, actor, {
    action: wanted.kind === 'leave' ? 'delegation.name' : 'delegation.hand-over',
    subjectKind: 'delegation',
    subject: id,
    details: {
      principal: from.username,
      deputy: to.username,
      from: wanted.fromDay,
      ...(wanted.untilDay && { until: wanted.untilDay }),
      ...(wanted.kind === 'hand-over' && (await inHandOf(tx, from.id))),
    },
  })
  return { id }
}

/** An office's people are its own; of others only oneself, or the administrator's. */
const withinReach = (actor: Actor, of: Account): boolean =>
  actor.role === 'admin' || of.id === actor.id || (actor.role === 'registrar' && of.unit === actor.unit)
