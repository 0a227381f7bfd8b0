import 'server-only'
import { readCalendar } from '@/db/queries/reference'
import type { Settings } from '@/lib/domain/settings'
import { addWorkingDays } from '@/lib/domain/time/working-days'
import type { Work } from '../verb'

/** Last day to decide on a contract accepted on a day: working days by the settings and the calendar. */
export async function dueDay(
  { tx }: Pick<Work, 'tx'>,
  acceptedOn: string,
  settings: Settings,
  long: boolean,
): Promise<string> {
  const days = long ? settings.reviewDaysLarge : settings.reviewDays
  const year = Number(acceptedOn.slice(0, 4))
  return addWorkingDays(acceptedOn, days, await readCalendar(tx, acceptedOn, `${year + 2}-12-31`))
}
