import 'server-only'
import { z } from 'zod'
import { recordTrail } from '@/db/trail'
import type { Actor } from '@/lib/domain/access/actor'
import { plain } from '@/lib/domain/report/spans'
import { viewSchema, yearSchema } from '@/lib/domain/statistics/query'
import { locales } from '@/lib/i18n/locale'
import type { FileAnswer } from '../api/answer'
import { parseInput, verb } from '../verb'
import { renderReport } from './forms/render'
import { reportForms, reportTypes } from './forms/types'
import { readReport } from './read-report'

const fileInput = viewSchema.extend({
  year: yearSchema,
  form: z.enum(reportForms),
  language: z.enum(locales),
})

const taken = z.strictObject({
  year: z.int(),
  unit: z.string().nullable(),
  asOf: z.iso.datetime().nullable(),
  form: z.enum(reportForms),
  language: z.enum(locales),
})

/** The trail knows of a file before it is made. */
const record = verb('statistics.read', taken, async ({ tx, actor }, { year, ...details }) => {
  await recordTrail(tx, actor, {
    action: 'report.export',
    subjectKind: 'report',
    subject: String(year),
    details,
  })
})

/**
 * The annual report as a file, within the actor's reach, live or of a past moment; what stands in it is what the page shows.
 * @param asked as it comes from an address
 * @throws {Problem} invalid-input, forbidden; not-found for a unit outside the actor's reach
 */
export async function exportReport(actor: Actor, asked: Record<string, unknown>): Promise<FileAnswer> {
  const { year, form, language, ...choice } = parseInput(fileInput, asked)
  const read = await readReport(actor, { year, ...choice })
  const { unit, asOf } = read
  await record(actor, { year, unit, asOf: asOf?.toISOString() ?? null, form, language })
  const bytes = await renderReport(read, form, language)
  const title = plain(language === 'en' ? read.title.en : read.title.zh)
  return { bytes, type: reportTypes[form], name: `${title}.${form}` }
}
