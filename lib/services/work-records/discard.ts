import 'server-only'
import { yearOfRecord } from '@/lib/domain/work-records/record'
import { verb } from '../verb'
import { carryOut, decided } from './act'
import { oneRecord } from './inputs'
import { mirrored } from './write'

/** Gives up a draft; of a correction, what was confirmed stands as it was. */
export const discardRecord = verb('work.write', oneRecord, async (work, { id }) => {
  const all = await decided(work, [id], 'discard')
  await carryOut(work, all, 'discard', ({ record: { kind, counted } }) =>
    counted === null ? {} : { ...mirrored(kind, counted), year: yearOfRecord(kind, counted) },
  )
  return { id }
})
