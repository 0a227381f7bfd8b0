import 'server-only'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { countComments, insertComment } from '@/db/queries/report-comments'
import { recordTrail } from '@/db/trail'
import { refused } from '../refuse'
import { verb } from '../verb'
import { demandUnit, reportKey } from './report-key'

/** More than anybody reads through. */
const MOST = 2000

const input = z.strictObject({
  report: reportKey,
  /** The block it is about, by its id. */
  block: z.string().regex(/^[\w.-]{1,80}$/),
  text: z.string().trim().min(1, 'required').max(1000, 'too-long'),
})

/**
 * Says something to the writers about a block of a report; it is never printed.
 * @throws {Problem} not-found for an unknown unit; invalid-input `text`: full
 */
export const commentOnReport = verb(
  'report.comment',
  input,
  async ({ tx, actor, at, today }, { report, block, text }) => {
    await demandUnit(tx, report.unit, today)
    if ((await countComments(tx, actor, report)) >= MOST) throw refused('text', 'full')
    const id = newId()
    await insertComment(tx, report, { id, block, text, by: actor.id, at })
    await recordTrail(tx, actor, {
      action: 'report.comment',
      subjectKind: 'report',
      subject: String(report.year),
      details: { unit: report.unit, block },
    })
    return { id }
  },
)
