import 'server-only'
import { readInstitutions } from '@/db/queries/institutions'
import { Problem } from '@/lib/domain/problems'
import { unlisted } from '@/lib/domain/work-records/institutions'
import { checkRecord } from '@/lib/domain/work-records/record'
import { verb } from '../verb'
import { carryOut, decided } from './act'
import { someRecords } from './inputs'

/** Hands records in to the centre. @throws {Problem} check-failed with what is wrong with the first that is not in order */
export const submitRecords = verb('work.write', someRecords, async (work, { ids }) => {
  const all = await decided(work, ids, 'submit')
  const listed = await readInstitutions(work.tx)
  for (const { record } of all) {
    const findings = [
      ...checkRecord(record.kind, record.content, work.today),
      ...unlisted(record.kind, record.content, listed),
    ]
    if (findings.length > 0) throw new Problem({ code: 'check-failed', findings })
  }
  await carryOut(work, all, 'submit', () => ({ decidedBy: null, decidedAt: null }))
  return { records: all.length }
})
