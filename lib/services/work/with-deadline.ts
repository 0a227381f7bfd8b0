import 'server-only'
import { deadline } from '@/lib/domain/approval/order'
import type { Calendar } from '@/lib/domain/time/working-days'
import type { ShownWaiting, WaitingContract } from '@/lib/domain/work/office-work'

/** A waiting contract with its working-day clock in words. */
export const withDeadline = (one: WaitingContract, today: string, calendar: Calendar): ShownWaiting => ({
  ...one,
  deadline: one.dueOn === null ? null : deadline(one.dueOn, today, calendar),
})
