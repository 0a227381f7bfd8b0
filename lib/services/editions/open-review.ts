import 'server-only'
import { v7 as newId } from 'uuid'
import { holdOpen, insertReview, listPublished, moveEdition, nextNumber } from '@/db/queries/editions'
import { recordTrail } from '@/db/trail'
import { changesBetween } from '@/lib/domain/edition/changes'
import { seenIn } from '@/lib/domain/edition/lines'
import { onlyPrinted } from '@/lib/domain/edition/shown'
import { Problem } from '@/lib/domain/problems'
import { readReport } from '../report/read-report'
import { reportKey } from '../report/report-key'
import { verb } from '../verb'
import { contentOf } from './content'

/**
 * Sends the live report for review: its chapters can be signed. After a published edition it is the next one that is
 * reviewed.
 * @throws {Problem} edition-status where it is under review already; no-difference where the published edition says the
 *   same; not-found for an unknown unit
 */
export const openReview = verb('report.review', reportKey, async (work, key) => {
  const { tx, actor, at } = work
  const live = onlyPrinted(await readReport(actor, key))
  const open = await holdOpen(tx, key)
  if (open?.status === 'review') throw new Problem({ code: 'edition-status', edition: 'review' })
  const [latest] = await listPublished(tx, key)
  const printed = latest && (await contentOf(tx, latest.id))
  if (printed && changesBetween(seenIn(printed.report), seenIn(live)).length === 0) {
    throw new Problem({ code: 'no-difference' })
  }
  const number = await nextNumber(tx, key)
  if (open) {
    const change = { status: 'review', round: open.round + 1, number, openedBy: actor.id, openedAt: at }
    if (!(await moveEdition(tx, open, change))) throw new Problem({ code: 'conflict', by: null, at: null })
  } else await insertReview(tx, { ...key, id: newId(), number, openedBy: actor.id })
  await recordTrail(tx, actor, {
    action: 'report.review',
    subjectKind: 'report',
    subject: String(key.year),
    details: { ...key, edition: number },
  })
  return { number }
})
