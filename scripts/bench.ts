import { parseArgs } from 'node:util'
import { benchActs } from './bench/acts'
import { benchAnnouncing } from './bench/announce'
import { openHouse } from './bench/house'
import { benchImport } from './bench/import'
import { benchLive } from './bench/live'
import { benchMillion, millionParts } from './bench/million'
import { benchReport } from './bench/report'
import { benchYear } from './bench/statistics'
import { benchWork } from './bench/work'

const parts = ['acts', 'statistics', 'report', 'live', 'import', 'million'] as const
type Part = (typeof parts)[number]

/**
 * `npm run bench`: what must be fast, measured on a durable PostgreSQL of its own and printed as ratios of one run.
 * `npm run bench -- live` measures one part alone, `npm run bench -- 1000000` the statistics at other sizes.
 * `npm run bench -- million` holds a register of a million contracts against the bars; it is measured only when asked for.
 */
const { values, positionals: asked } = parseArgs({
  allowPositionals: true,
  options: {
    /** Of `million`: another number of contracts, parts of it alone, the lines of ten million, a folder to keep all in. */
    count: { type: 'string', default: '1000000' },
    only: { type: 'string' },
    postings: { type: 'boolean', default: false },
    keep: { type: 'string' },
  },
})
const sizes = asked.map(Number).filter(Number.isInteger)
const chosen = parts.filter((part) => asked.includes(part))
const unknown = [
  ...asked.filter((word) => !parts.some((part) => part === word) && !Number.isInteger(Number(word))),
  ...(values.only?.split(',') ?? []).filter((word) => !millionParts.some((part) => part === word)),
  ...(Number(values.count) >= 1 ? [] : [`--count=${values.count}`]),
]
if (unknown.length > 0) {
  console.error(
    `Unknown ${unknown.join(', ')}: there are ${parts.join(', ')}, sizes, and of million --only=${millionParts.join(',')}.`,
  )
  process.exit(2)
}
const measured = (part: Part) => (chosen.length === 0 ? part !== 'million' : chosen.includes(part))

const house = await openHouse(values.keep)
if (measured('acts')) {
  const { ownerUrl, appUrl } = await house.register('acts')
  await benchActs(ownerUrl, appUrl)
}
if (measured('statistics')) await benchYears()
if (measured('report')) {
  for (const contracts of sizes.length > 0 ? sizes : [777, 100_000]) {
    await benchReport(await house.register(`report_${contracts}`), contracts)
  }
}
if (measured('live')) {
  await benchAnnouncing(await house.register('announced'), await house.register('silent'))
  await benchLive({ ...(await house.register('live')), dataDir: house.dataDir }, (close) =>
    house.closers.push(close),
  )
}
if (measured('import')) await benchImport(await house.register('import'), sizes[0] ?? 50_000)
if (measured('million')) {
  const only = values.only?.split(',') ?? millionParts
  await benchMillion(house, {
    contracts: Math.round(Number(values.count)),
    parts: millionParts.filter((part) => only.includes(part)),
    postings: values.postings,
  })
}
await house.end(0)

/** The whole year's statistics at two sizes, each in a database of its own. */
async function benchYears(): Promise<void> {
  for (const contracts of sizes.length > 0 ? sizes : [777, 100_000]) {
    const at = await house.register(`year_${contracts}`)
    const { median, p95, asOfP95, dashboardMedian, dashboardP95 } = await benchYear(at, contracts)
    const ms = (time: number) => `${time.toFixed(1)} ms`
    console.log(
      `whole year, ${contracts} contracts: median ${ms(median)}, p95 ${ms(p95)}; as of a past moment p95 ${ms(asOfP95)}`,
    )
    console.log(`dashboard, ${contracts} contracts: median ${ms(dashboardMedian)}, p95 ${ms(dashboardP95)}`)
    const work = await benchWork(at)
    console.log(
      `work, ${contracts} contracts, ${work.returns} returns: centre p95 ${ms(work.centreP95)}, office p95 ${ms(work.officeP95)}`,
    )
  }
}
