import 'server-only'
import type { Tx } from '@/db/client'
import { type DeskClock, readThresholds } from '@/db/queries/desk'
import { readCalendar, readToday } from '@/db/queries/reference'
import { NEAR } from '@/lib/domain/approval/order'
import { addDays, addWorkingDays, type Calendar } from '@/lib/domain/time/working-days'

/** How far around today deadlines are counted by the calendar. */
const SPAN = 400

/** The desk's day by the database's clock, with the working calendar around it. */
export async function deskClock(tx: Tx): Promise<{ clock: DeskClock; calendar: Calendar }> {
  const today = await readToday(tx)
  const [calendar, thresholds] = await Promise.all([
    readCalendar(tx, addDays(today, -SPAN), addDays(today, SPAN)),
    readThresholds(tx),
  ])
  return { clock: { today, nearUntil: addWorkingDays(today, NEAR, calendar), thresholds }, calendar }
}
