import 'server-only'
import { verb } from '../verb'
import { carryOut, decided } from './act'
import { someRecords } from './inputs'

/**
 * The centre confirms records: what they say counts from now on, in place of what was confirmed before.
 * @throws {Problem} own-record for whoever entered or last edited one (four eyes); record-status
 */
export const confirmRecords = verb('work.confirm', someRecords, async (work, { ids }) => {
  const { actor, at } = work
  const all = await decided(work, ids, 'confirm')
  await carryOut(work, all, 'confirm', ({ record }) => ({
    counted: record.content,
    countedYear: record.year,
    decidedBy: actor.id,
    decidedAt: at,
  }))
  return { records: all.length }
})
