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
  chapter: z.string().max(60),
  /** The hash of the chapter as the signer saw it. */
  hash: z.string().length(64),
})

/**
 * Signs a chapter of the report under review, as it was seen.
 * @throws {Problem} edition-status; invalid-input `chapter` where there is none; conflict where it reads otherwise by now
 */
export const signChapter = verb('report.sign', input, async ({ tx, actor }, { chapter, hash, ...key }) => {
  const open = await findOpen(tx, key)
  if (open?.status !== 'review') throw new Problem({ code: 'edition-status', edition: open?.status ?? null })
  const live = onlyPrinted(await readReport(actor, key))
  const { hash: now, ...seen } = chaptersToSign(live).find(({ id }) => id === chapter) ?? { hash: null }
  if (now === null) throw refused('chapter', 'unknown')
  if (now !== hash) throw new Problem({ code: 'conflict', by: null, at: null })
  await insertSignature(tx, {
    edition: open.id,
    round: open.round,
    chapter,
    hash,
    seen: freeze(seen),
    signedBy: actor.id,
  })
  await recordTrail(tx, actor, {
    action: 'report.sign',
    subjectKind: 'report',
    subject: String(key.year),
    details: { ...key, edition: open.number, chapter, hash },
  })
  return { chapter }
})
