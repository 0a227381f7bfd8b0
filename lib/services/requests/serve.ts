import 'server-only'
import { z } from 'zod'
import { readCalendar, readSettings } from '@/db/queries/reference'
import { isDate } from '@/lib/domain/time/dates'
import { addWorkingDays } from '@/lib/domain/time/working-days'
import { refused } from '../refuse'
import { verb } from '../verb'
import { holdRequest, step } from './act'

const input = z.strictObject({
  id: z.uuid(),
  /** Day the notice reached the party. */
  on: z.string().refine(isDate, { error: 'date' }),
  /** How it was served and what it said. */
  text: z.string().trim().min(4).max(2000),
})

/**
 * Records that the party was told of the intended revocation; its time to speak runs from the next day (working days
 * by the settings). Not before the request was made, not ahead of today.
 */
export const serve = verb('request.decide', input, async (work, { id, on, text }) => {
  const { tx, today } = work
  const held = await holdRequest(work, id, 'serve')
  if (on > today) throw refused('on', 'future')
  if (on < (held.contract.registeredOn ?? '')) throw refused('on', 'before-registration')
  const { statementDays } = await readSettings(tx, today)
  const hearingUntil = addWorkingDays(
    on,
    statementDays,
    await readCalendar(tx, on, `${Number(on.slice(0, 4)) + 1}-12-31`),
  )
  await step(work, held, 'request.serve', { servedOn: on, served: text, hearingUntil })
  return { hearingUntil }
})
