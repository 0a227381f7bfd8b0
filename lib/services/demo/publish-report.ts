import 'server-only'
import { atTime } from '@/db/clock'
import { addDays } from '@/lib/domain/time/dates'
import { makePublic } from '../editions/make-public'
import { openReview } from '../editions/open-review'
import { publishEdition } from '../editions/publish'
import { readReview } from '../editions/read-review'
import { signChapters } from '../editions/sign'
import { readReport } from '../report/read-report'
import { officeHours } from './bring'
import { minutesLater } from './enter'
import { person } from './people'

const [approver, second, auditor] = [person('approver'), person('approver2'), person('auditor')]

/** The report of a year as it came about in the January after it: reviewed, signed, published, and public the next day. */
export async function publishReport(year: number): Promise<void> {
  const key = { year, unit: null }
  const opened = officeHours(`${year + 1}-01-13`)
  const published = `${year + 1}-01-20`
  await atTime(opened, () => openReview(approver, key))
  const review = await atTime(opened, async () => readReview(second, key, await readReport(second, key)))
  const chapters = (review?.chapters ?? []).map(({ id, hash }) => ({ id, hash }))
  await atTime(minutesLater(opened, 120), () => signChapters(second, { ...key, chapters }))
  const { number } = await atTime(officeHours(published), () => publishEdition(auditor, key))
  await atTime(officeHours(addDays(published, 1)), () =>
    makePublic(auditor, { ...key, number, isPublic: true }),
  )
}
