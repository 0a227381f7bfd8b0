import 'server-only'
import { z } from 'zod'
import { findOpen, insertSignature } from '@/db/queries/editions'
import { recordTrail } from '@/db/trail'
import { freeze } from '@/lib/domain/edition/frozen'
import { onlyPrinted } from '@/lib/domain/edition/shown'
import { Problem } from '@/lib/domain/problems'
import { refused } from '../refuse'
import { readReport } from '../report/read-report'
import { reportKey } from '../report/report-key'
import { verb } from '../verb'
import { chaptersToSign } from './hashes'

const input = reportKey.extend({
  /** Each with the hash of the chapter as the signer saw it. */
  chapters: z
    .array(z.strictObject({ id: z.string().max(60), hash: z.string().length(64) }))
    .min(1)
    .max(50),
})

/**
 * Signs chapters of the report under review, as they were seen.
 * @throws {Problem} edition-status; invalid-input `chapters` for one that there isn't; conflict where one reads otherwise by
 *   now
 */
export const signChapters = verb('report.sign', input, async ({ tx, actor }, { chapters, ...key }) => {
  const open = await findOpen(tx, key)
  if (open?.status !== 'review') throw new Problem({ code: 'edition-status', edition: open?.status ?? null })
  const now = chaptersToSign(onlyPrinted(await readReport(actor, key)))
  for (const [index, { id, hash }] of chapters.entries()) {
    const chapter = now.find((one) => one.id === id)
    if (!chapter) throw refused(`chapters.${index}`, 'unknown')
    if (chapter.hash !== hash) throw new Problem({ code: 'conflict', by: null, at: null })
    const { hash: _, ...seen } = chapter
    const { id: edition, round } = open
    await insertSignature(tx, {
      edition,
      round,
      chapter: id,
      hash,
      seen: freeze(seen),
      signedBy: actor.id,
    })
  }
  await recordTrail(tx, actor, {
    action: 'report.sign',
    subjectKind: 'report',
    subject: String(key.year),
    details: { ...key, edition: open.number, chapters },
  })
  return { signed: chapters.length }
})
