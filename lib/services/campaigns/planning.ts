import 'server-only'
import { randomInt } from 'node:crypto'
import { readStates } from '@/db/audit/switches'
import type { Actor } from '@/lib/domain/access/actor'
import { auditRules } from '@/lib/domain/audit/catalogue'
import { usualRules } from '@/lib/domain/audit/plan'
import type { PlanChoices } from '@/lib/domain/audit/plan-draft'
import { addWorkingDays } from '@/lib/domain/time/working-days'
import { deskClock } from '../approvals/desk-clock'
import { reading } from '../reader'

/** Offices usually have so many working days to answer. */
const TIME_TO_ANSWER = 10

/** What a new self-audit can be made of, and how it usually begins; the seed is drawn anew each time. @throws {Problem} forbidden */
export const readPlanning = (actor: Actor): Promise<PlanChoices> =>
  reading(actor, 'audit.run', async (tx) => {
    const states = await readStates(tx)
    const { clock, calendar } = await deskClock(tx)
    const isOn = (rule: string) => states.get(rule) === true
    return {
      rules: auditRules.map(({ id, title, severity }) => ({ id, title, severity, on: isOn(id) })),
      usual: usualRules(isOn),
      seed: randomInt(1, 999_999_999),
      today: clock.today,
      dueOn: addWorkingDays(clock.today, TIME_TO_ANSWER, calendar),
    }
  })
