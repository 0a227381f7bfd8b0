import 'server-only'
import { z } from 'zod'
import { holdOpen, moveEdition } from '@/db/queries/editions'
import { recordTrail } from '@/db/trail'
import { Problem } from '@/lib/domain/problems'
import { verb } from '../verb'
import { reportKey, reportSubject } from './key'

const input = z.strictObject(reportKey)

/** Takes a report out of review; what was signed counts for nothing when it is sent again. @throws {Problem} edition-status */
export const takeBackReport = verb('report.review', input, async ({ tx, actor }, key) => {
  const open = await holdOpen(tx, key)
  if (open?.status !== 'review') throw new Problem({ code: 'edition-status', edition: open?.status ?? null })
  if (!(await moveEdition(tx, open, { status: 'draft' }))) {
    throw new Problem({ code: 'conflict', by: null, at: null })
  }
  await recordTrail(tx, actor, {
    action: 'report.take-back',
    subjectKind: 'report',
    subject: reportSubject(key),
    details: { ...key, edition: open.number },
  })
  return { number: open.number }
})
