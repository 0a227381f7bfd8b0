import 'server-only'
import { z } from 'zod'
import { postLine, takeRegistrationIds } from '@/db/ledger'
import { readUnits, type UnitVersion } from '@/db/queries/reference'
import { checkedSchema, ticked } from '@/lib/domain/approval/checklist'
import type { Content } from '@/lib/domain/contract/content'
import { moneySchema, toWire } from '@/lib/domain/contract/kinds'
import { Problem } from '@/lib/domain/problems'
import { factsOf } from '@/lib/domain/statistics/facts'
import { type Verb, verb, type Work } from '../verb'
import { type Held, hold, record } from './act'

const input = z.strictObject({
  id: z.uuid(),
  revision: z.int().optional(),
  /** Technology turnover as approved, in yuan; lower than claimed, with a reason (domain V09). */
  technology: moneySchema.optional(),
  reason: z.string().trim().max(1000).optional(),
  checked: checkedSchema,
})

type Input = z.output<typeof input>
type Outcome = { status: 'registered' | 'endorsed'; number: string | null; revision: number }

/**
 * Submitted → registered, or → endorsed where a large contract waits for its second approver. Registration takes
 * the number, posts the line and moves the totals in the same transaction.
 */
export const approve: Verb<Input, Outcome> = verb('contract.approve', input, async (work, given) => {
  const [held, units] = await Promise.all([
    hold(work, given.id, 'approve', given.revision),
    readUnits(work.tx, work.today),
  ])
  const content = approvedContent(held.contract.content, given)
  return held.to === 'endorsed'
    ? endorse(work, held, content, given)
    : register(work, held, content, given, units)
})

function approvedContent(content: Content, { technology, reason }: Input): Content {
  if (technology === undefined || technology === content.technology) return content
  if (technology <= 0n || technology > (content.technology ?? 0n)) {
    throw new Problem({ code: 'invalid-input', issues: [{ path: 'technology', message: 'only-lower' }] })
  }
  if (!reason) throw new Problem({ code: 'invalid-input', issues: [{ path: 'reason', message: 'required' }] })
  return { ...content, technology }
}

const said = (held: Held, content: Content, { reason, checked }: Input) => ({
  ...(content.technology !== held.contract.content.technology && {
    claimed: toWire(held.contract.content.technology),
    approved: toWire(content.technology),
  }),
  ...(reason && { text: reason }),
  ...ticked(checked),
})

async function endorse(work: Work, held: Held, content: Content, given: Input): Promise<Outcome> {
  const details = said(held, content, given)
  const revision = await record(work, held, {
    action: 'approve',
    change: {
      content: toWire(content),
      firstApprover: work.actor.id,
      verdict: { ...details, kind: 'endorsed' },
    },
    details,
  })
  return { status: 'endorsed', number: null, revision }
}

async function register(
  work: Work,
  held: Held,
  content: Content,
  given: Input,
  units: Map<string, UnitVersion>,
): Promise<Outcome> {
  const { tx, actor, at, today } = work
  const { id, unit } = held.contract
  const year = Number(today.slice(0, 4))
  const area = units.get(unit)?.area
  if (area !== 'south' && area !== 'north') throw new Error(`Unit ${unit} has no area`)
  const facts = factsOf(content, { unit, area, date: today })
  const ids = await takeRegistrationIds(tx, year, unit)
  const details = { ...said(held, content, given), number: ids.number }
  const [revision] = await Promise.all([
    record(work, held, {
      action: 'approve',
      event: ids.event,
      change: {
        content: toWire(content),
        decidedBy: actor.id,
        decidedAt: at,
        number: ids.number,
        year,
        registeredOn: today,
        posting: ids.posting,
        verdict: null,
      },
      details,
    }),
    postLine(tx, { id: ids.posting, event: ids.event, contract: id, registeredOn: today, facts }),
  ])
  return { status: 'registered', number: ids.number, revision }
}
