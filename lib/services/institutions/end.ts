import 'server-only'
import { z } from 'zod'
import { endInstitution, holdInstitution } from '@/db/queries/institutions'
import { recordTrail } from '@/db/trail'
import { Problem } from '@/lib/domain/problems'
import { isDate, yearOf } from '@/lib/domain/time/dates'
import { refused } from '../refuse'
import { verb } from '../verb'

const input = z.strictObject({ code: z.string().max(60), until: z.string().refine(isDate, 'date') })

/**
 * Takes an institution off the list from a day on, at the earliest the first of this year; earlier years keep it.
 * @throws {Problem} not-found; invalid-input where it is off the list already or not yet on it by then
 */
export const unlistInstitution = verb(
  'institution.write',
  input,
  async ({ tx, actor, at, today }, { code, until }) => {
    const one = await holdInstitution(tx, code)
    if (!one) throw new Problem({ code: 'not-found' })
    if (one.until !== null) throw refused('until', 'unlisted')
    if (until < `${yearOf(today)}-01-01`) throw refused('until', 'closed-list')
    if (until <= one.since) throw refused('until', 'before-listed')
    await endInstitution(tx, code, until, { id: actor.id, at })
    await recordTrail(tx, actor, {
      action: 'institution.unlist',
      subjectKind: 'institution',
      subject: code,
      details: { until },
    })
  },
)
