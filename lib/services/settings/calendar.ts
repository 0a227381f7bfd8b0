import 'server-only'
import { z } from 'zod'
import { deleteHoliday, type Holiday, putHoliday, readHolidays } from '@/db/queries/units'
import { recordTrail } from '@/db/trail'
import type { Actor } from '@/lib/domain/access/actor'
import { Problem } from '@/lib/domain/problems'
import { isDate } from '@/lib/domain/time/dates'
import { reading } from '../reader'
import { refused } from '../refuse'
import { verb } from '../verb'

const day = z.string().refine(isDate, 'date')

const holidaySchema = z.strictObject({
  day,
  kind: z.enum(['off', 'work']),
  nameZh: z.string().trim().min(1, 'required').max(40, 'too-long'),
  nameEn: z.string().trim().max(60, 'too-long').default(''),
})

/** Adds or changes special days from today on; days gone by have already counted for somebody's deadline. */
export const putHolidays = verb(
  'setting.write',
  z.strictObject({ days: z.array(holidaySchema).min(1, 'required').max(400, 'too-long') }),
  async ({ tx, actor, today }, { days }) => {
    const late = days.findIndex(({ day }) => day < today)
    if (late >= 0) throw refused(`days.${late}.day`, 'from-today')
    const known = new Map((await readHolidays(tx)).map((one) => [one.day, one]))
    for (const given of days) {
      const after: Holiday = { ...given, nameEn: given.nameEn || given.nameZh }
      await putHoliday(tx, after)
      await recordTrail(tx, actor, {
        action: 'calendar.change',
        subjectKind: 'calendar',
        subject: given.day,
        details: { before: known.get(given.day) ?? null, after },
      })
    }
    return { count: days.length }
  },
)

/** Makes a special day from today on a plain day of the week again. */
export const removeHoliday = verb(
  'setting.write',
  z.strictObject({ day }),
  async ({ tx, actor, today }, { day }) => {
    if (day < today) throw refused('day', 'from-today')
    const before = await deleteHoliday(tx, day)
    if (!before) throw new Problem({ code: 'not-found' })
    await recordTrail(tx, actor, {
      action: 'calendar.change',
      subjectKind: 'calendar',
      subject: day,
      details: { before, after: null },
    })
  },
)

/** All special days known, in order. */
export const holidays = (actor: Actor): Promise<Holiday[]> => reading(actor, 'setting.write', readHolidays)
