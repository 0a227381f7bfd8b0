import 'server-only'
import { Problem } from '@/lib/domain/problems'
import { checkRecord } from '@/lib/domain/work-records/record'
import { verb } from '../verb'
import { carryOut, decided } from './act'
import { someRecords } from './inputs'

/** Hands records in to the centre. @throws {Problem} check-failed with what is wrong with the first that is not in order */
export const submitRecords = verb('work.write', someRecords, async (work, { ids }) => {
  const all = await decided(work, ids, 'submit')
  for (const { record } of all) {
    const findings = checkRecord(record.kind, record.content, work.today)
    if (findings.length > 0) throw new Problem({ code: 'check-failed', findings })
  }
  await carryOut(work, all, 'submit', () => ({ decidedBy: null, decidedAt: null }))
  return { records: all.length }
})
