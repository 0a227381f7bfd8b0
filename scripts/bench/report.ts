import { loadavg } from 'node:os'
import postgres from 'postgres'
import { chance, plant, randomContract } from '@/db/testing/plant'
import type { ReportForm } from '@/lib/services/report/forms/types'
import { apart } from './apart'
import { type Measured, printBars } from './bars'
import { quantile } from './measure'
import type { ReportTimes } from './report-once'

const YEAR = 2024
/** What a report may take as a file (design, §7), in milliseconds. */
const BAR = 3000
const names: Record<ReportForm, string> = { docx: 'Word', pdf: 'PDF', xlsx: 'Excel' }

/**
 * The annual report over so many contracts of one year: read, and made as each file, the first time of a process and
 * afterwards. Each form is the first one of a process of its own, which has loaded its modules before.
 */
export async function benchReport(
  at: { ownerUrl: string; appUrl: string },
  contracts: number,
): Promise<void> {
  await fill(at.ownerUrl, contracts)
  const rows: Measured[] = []
  for (const form of ['docx', 'pdf', 'xlsx'] as const) {
    const { read, made } = await apart<ReportTimes>('report-once.ts', [at.appUrl, form, String(YEAR)])
    const told = (what: string, value: number, bar?: number): Measured => ({
      what: `${what}, ${contracts} contracts`,
      value,
      unit: 'ms',
      ...(bar !== undefined && { bar: { most: bar } }),
    })
    const [firstRead = Number.NaN, ...reads] = read
    const [first = Number.NaN, ...later] = made
    if (form === 'docx') {
      rows.push(told('read, first of a process', firstRead), told('read', median(reads)))
    }
    const bar = form === 'xlsx' ? undefined : BAR
    rows.push(told(`${names[form]}, first of a process`, firstRead + first, bar))
    rows.push(told(names[form], median(reads) + median(later), bar))
  }
  printBars(rows)
  console.log(`load ${loadavg()[0]?.toFixed(1)}; files with the reading of what stands in them`)
}

const median = (times: readonly number[]): number =>
  quantile(
    times.toSorted((a, b) => a - b),
    0.5,
  )

/** As many contracts of the year, and as many of the year before. */
async function fill(ownerUrl: string, contracts: number): Promise<void> {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  const next = chance(7)
  const kinds = Math.min(contracts, 5000)
  const templates = Array.from({ length: 2 * kinds }, () => randomContract(next, [YEAR - 1, YEAR]))
  await plant(owner, templates, { copies: Math.max(1, Math.round(contracts / kinds)) })
  await owner`vacuum analyze`
  await owner.end()
}
