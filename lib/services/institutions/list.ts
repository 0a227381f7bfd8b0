import 'server-only'
import { z } from 'zod'
import { insertInstitution } from '@/db/queries/institutions'
import { recordTrail } from '@/db/trail'
import { codeOf, findCode } from '@/lib/domain/contract/code-lists'
import { isDate, yearOf } from '@/lib/domain/time/dates'
import { refused } from '../refuse'
import { verb } from '../verb'

const name = z.string().trim().min(2, 'required').max(60, 'too-long')

const input = z.strictObject({
  nameZh: name,
  nameEn: name,
  kind: z.enum(['university', 'institute']),
  unit: z.string().refine((code) => codeOf('unit', code) !== undefined, 'unknown'),
  since: z.string().refine(isDate, 'date'),
})

/**
 * Puts an institution on the list from a day on, at the earliest the first of this year: rates of earlier years stay as
 * they were divided. Records call it by its Chinese name. @throws {Problem} invalid-input where the list has it already
 */
export const listInstitution = verb(
  'institution.write',
  input,
  async ({ tx, actor, at, today }, { nameZh, nameEn, kind, unit, since }) => {
    if (since < `${yearOf(today)}-01-01`) throw refused('since', 'closed-list')
    const code = nameZh
    const known = findCode('institution', nameZh) !== undefined
    const words = { zh: nameZh, en: nameEn }
    const one = { code, words, kind, unit, since, until: null }
    if (known || !(await insertInstitution(tx, one, { id: actor.id, at }))) throw refused('nameZh', 'listed')
    await recordTrail(tx, actor, {
      action: 'institution.list',
      subjectKind: 'institution',
      subject: code,
      details: { nameEn, kind, unit, since },
    })
    return { code }
  },
)
