import 'server-only'
import { z } from 'zod'
import { findResolvable, resolveComment } from '@/db/queries/report-comments'
import { recordTrail } from '@/db/trail'
import { Problem } from '@/lib/domain/problems'
import { verb } from '../verb'

/**
 * Closes a comment on a report: the staff any, a leader their own.
 * @throws {Problem} not-found; conflict with who resolved it before, and when
 */
export const resolveReportComment = verb(
  'report.comment',
  z.strictObject({ id: z.uuid() }),
  async ({ tx, actor, at }, { id }) => {
    const comment = await findResolvable(tx, actor, id)
    if (!comment) throw new Problem({ code: 'not-found' })
    if (!(await resolveComment(tx, actor, id, at))) {
      const { resolvedBy: by, resolvedAt } = comment
      throw new Problem({ code: 'conflict', by, at: resolvedAt?.toISOString() ?? null })
    }
    await recordTrail(tx, actor, {
      action: 'report.resolve',
      subjectKind: 'report',
      subject: String(comment.year),
      details: { unit: comment.unit, block: comment.block },
    })
  },
)
