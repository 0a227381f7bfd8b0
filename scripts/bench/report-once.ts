import { openDatabase, setDatabase } from '@/db/client'
import type { Actor } from '@/lib/domain/access/actor'
import { renderReport } from '@/lib/services/report/forms/render'
import type { ReportForm } from '@/lib/services/report/forms/types'
import { readReport } from '@/lib/services/report/read-report'

/** Milliseconds of each reading and making, in their order. */
export interface ReportTimes {
  read: number[]
  made: number[]
}

const ROUNDS = 6
const leader: Actor = {
  id: '00000000-0000-7000-8000-000000000009',
  username: 'bench',
  name: 'Bench',
  role: 'leader',
  unit: null,
}

/** Makes one form of a year's report several times and tells how long each took: `report-once.ts URL FORM YEAR`. */
const [appUrl = '', form = 'docx', year = ''] = process.argv.slice(2)
setDatabase(openDatabase(appUrl))
const times: ReportTimes = { read: [], made: [] }
for (let round = 0; round < ROUNDS; round += 1) {
  const begun = performance.now()
  const read = await readReport(leader, { year: Number(year) })
  const known = performance.now()
  await renderReport(read, form as ReportForm, 'zh-CN')
  times.read.push(known - begun)
  times.made.push(performance.now() - known)
}
process.send?.(times, () => process.exit(0))
