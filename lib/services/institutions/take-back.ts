import 'server-only'
import { z } from 'zod'
import { deleteInstitution, endInstitution, holdInstitution } from '@/db/queries/institutions'
import { recordTrail } from '@/db/trail'
import { Problem } from '@/lib/domain/problems'
import { refused } from '../refuse'
import { verb } from '../verb'

/**
 * Takes back the last change of an institution that does not hold yet: its end, or its joining.
 * @throws {Problem} not-found; invalid-input where nothing is ahead
 */
export const takeBackInstitution = verb(
  'institution.write',
  z.strictObject({ code: z.string().max(60) }),
  async ({ tx, actor, at, today }, { code }) => {
    const one = await holdInstitution(tx, code)
    if (!one) throw new Problem({ code: 'not-found' })
    const ends = one.until !== null && one.until > today
    if (!ends && one.since <= today) throw refused('code', 'in-force')
    if (ends) await endInstitution(tx, code, null, { id: actor.id, at })
    else await deleteInstitution(tx, code, one.since)
    await recordTrail(tx, actor, {
      action: 'institution.take-back',
      subjectKind: 'institution',
      subject: code,
      details: ends ? { until: one.until } : { since: one.since },
    })
  },
)
