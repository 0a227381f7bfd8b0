import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { holdReport, insertRevision, readRevisions } from '@/db/queries/report-manuscripts'
import { recordTrail } from '@/db/trail'
import { Problem } from '@/lib/domain/problems'
import { manuscriptSchema } from '@/lib/domain/report/manuscript/model'
import { goesOn } from '@/lib/domain/report/manuscript/sitting'
import { verb } from '../verb'
import { demandUnit, reportKey } from './report-key'

const input = z.strictObject({
  report: reportKey,
  /** The revision that was worked on; 0 where there was none. */
  base: z.int().min(0),
  content: manuscriptSchema,
})

/**
 * Appends a revision of what staff laid over a report; the same content again changes nothing. The trail tells of a sitting
 * by the revision it began with: the editor saves while one types.
 * @throws {Problem} not-found for an unknown unit; conflict with who saved since the base, and when
 */
export const saveManuscript = verb(
  'report.edit',
  input,
  async ({ tx, actor, today }, { report, base, content }) => {
    await demandUnit(tx, report.unit, today)
    await holdReport(tx, report)
    const [latest] = await readRevisions(tx, actor, report, { most: 1 })
    if (latest && isDeepStrictEqual(latest.content, content)) return { revision: latest.revision }
    const revision = base + 1
    const faster = new Problem({
      code: 'conflict',
      by: latest?.by ?? null,
      at: latest?.at.toISOString() ?? null,
    })
    if ((latest?.revision ?? 0) !== base) throw faster
    const at = await insertRevision(tx, report, { id: newId(), revision, content, by: actor.id })
    if (!at) throw faster
    if (goesOn(latest, { account: actor.id, at })) return { revision }
    await recordTrail(tx, actor, {
      action: 'report.edit',
      subjectKind: 'report',
      subject: String(report.year),
      details: { unit: report.unit, revision },
    })
    return { revision }
  },
)
