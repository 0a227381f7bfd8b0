import 'server-only'
import { holdOpen, moveEdition } from '@/db/queries/editions'
import { recordTrail } from '@/db/trail'
import { Problem } from '@/lib/domain/problems'
import { reportKey } from '../report/report-key'
import { verb } from '../verb'

/** Takes a report out of review; what was signed counts for nothing when it is sent again. @throws {Problem} edition-status */
export const takeBackReport = verb('report.review', reportKey, async ({ tx, actor }, key) => {
  const open = await holdOpen(tx, key)
  if (open?.status !== 'review') throw new Problem({ code: 'edition-status', edition: open?.status ?? null })
  if (!(await moveEdition(tx, open, { status: 'draft' }))) {
    throw new Problem({ code: 'conflict', by: null, at: null })
  }
  await recordTrail(tx, actor, {
    action: 'report.take-back',
    subjectKind: 'report',
    subject: String(key.year),
    details: { ...key, edition: open.number },
  })
  return { number: open.number }
})
