import postgres from 'postgres'
import { openDatabase, setDatabase } from '@/db/client'
import { plantCourse } from '@/db/testing/plant-course'
import type { Actor } from '@/lib/domain/access/actor'
import { readCentreWork } from '@/lib/services/work/read-centre-work'
import { readOfficeWork } from '@/lib/services/work/read-office-work'
import { quantile, times } from './measure'

const YEAR = 2024
const centre: Actor = {
  id: '00000000-0000-7000-8000-000000000009',
  username: 'bench',
  name: 'Bench',
  role: 'approver',
  unit: null,
}
const office: Actor = { ...centre, role: 'registrar', unit: 'D08' }

/** Times what the dashboards say of work, over contracts that `benchYear` planted: each is given its course first. */
export async function benchWork(at: {
  ownerUrl: string
  appUrl: string
}): Promise<{ returns: number; centreP95: number; officeP95: number }> {
  const owner = postgres(at.ownerUrl, { max: 1, onnotice: () => {} })
  await plantCourse(owner)
  await owner`vacuum analyze`
  await owner.end()
  const database = openDatabase(at.appUrl)
  setDatabase(database)
  const { returns } = await readCentreWork(centre, YEAR)
  const centreTimes = await times(20, () => readCentreWork(centre, YEAR))
  const officeTimes = await times(20, () => readOfficeWork(office, YEAR))
  await database.close()
  return {
    returns: returns.total.returns,
    centreP95: quantile(centreTimes, 0.95),
    officeP95: quantile(officeTimes, 0.95),
  }
}
