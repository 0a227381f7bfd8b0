import 'server-only'
import { z } from 'zod'
import { holdEdition, insertPublished, unitCodes } from '@/db/queries/published'
import { recordTrail } from '@/db/trail'
import { moneySchema } from '@/lib/domain/contract/kinds'
import { refused } from '../refuse'
import { verb } from '../verb'

const row = z.strictObject({
  unit: z.string().max(10),
  /** Turnover in yuan, as printed. */
  turnover: moneySchema,
  /** Place among the divisions; null for a unit that isn't ranked. */
  rank: z.int().min(1).max(99).nullable(),
})

const input = z.strictObject({
  year: z.int().min(2000).max(2100),
  edition: z.int().min(1).max(99),
  /** The moment whose figures it prints; left out, now. */
  publishedAt: z.iso.datetime({ offset: true }).optional(),
  rows: z.array(row).min(1).max(99),
})

/**
 * Records what an edition of a year's report says of each unit, once and for good: published figures never change, a
 * revised report is another edition.
 * @throws {Problem} invalid-input where a unit is unknown or named twice, or the edition is recorded already
 */
export const recordPublished = verb('report.record', input, async ({ tx, actor, at }, given) => {
  const { year, edition, rows } = given
  const publishedAt = given.publishedAt ? new Date(given.publishedAt) : at
  if (publishedAt > at) throw refused('publishedAt', 'future')
  if (await holdEdition(tx, year, edition)) throw refused('edition', 'recorded')
  const known = await unitCodes(tx)
  for (const [index, { unit }] of rows.entries()) {
    if (!known.has(unit)) throw refused(`rows.${index}.unit`, 'unknown')
    if (rows.findIndex((one) => one.unit === unit) < index) throw refused(`rows.${index}.unit`, 'repeated')
  }
  await insertPublished(
    tx,
    { year, edition, publishedAt },
    rows.map((one) => ({ year, edition, ...one })),
  )
  await recordTrail(tx, actor, {
    action: 'report.record',
    subjectKind: 'report',
    subject: String(year),
    details: { year, edition, units: rows.length },
  })
  return { units: rows.length }
})
