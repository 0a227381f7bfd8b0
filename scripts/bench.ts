import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCluster } from '@/db/embedded/cluster'
import { provision } from '@/db/embedded/provision'
import { migrate } from '@/db/migrate'
import { benchActs } from './bench/acts'
import { benchAnnouncing } from './bench/announce'
import { benchLive } from './bench/live'
import { benchYear } from './bench/statistics'
import { benchWork } from './bench/work'
import { appUrlOf } from './launch/urls'

const parts = ['acts', 'statistics', 'live'] as const

/**
 * `npm run bench`: what must be fast, measured on a durable PostgreSQL of its own and printed as ratios of one run.
 * `npm run bench -- live` measures one part alone, `npm run bench -- 1000000` the statistics at other sizes.
 */
const asked = process.argv.slice(2)
const sizes = asked.map(Number).filter(Number.isInteger)
const chosen = parts.filter((part) => asked.includes(part))
const unknown = asked.filter(
  (word) => !parts.some((part) => part === word) && !Number.isInteger(Number(word)),
)
if (unknown.length > 0) {
  console.error(`Unknown part ${unknown.join(', ')}: there are ${parts.join(', ')}, and sizes.`)
  process.exit(2)
}
const measured = (part: (typeof parts)[number]) => chosen.length === 0 || chosen.includes(part)

const home = mkdtempSync(join(tmpdir(), 'jishi-bench-'))
process.env.DATA_DIR = home
const closers: (() => Promise<void>)[] = []

let ending: Promise<never> | undefined

/** Stops what was started, last first, and ends this process; also when it was interrupted or something failed far away. */
function end(code: number): Promise<never> {
  ending ??= (async () => {
    for (const close of closers.toReversed()) await close().catch(console.error)
    rmSync(home, { recursive: true, force: true })
    process.exit(code)
  })()
  return ending
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => end(1))
for (const fault of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(fault, (error) => {
    // What fails because its database is being stopped says nothing.
    if (!ending) console.error(error)
    end(1)
  })
}

const password = () => randomBytes(16).toString('hex')
const cluster = await startCluster({ dataDir: home, superuserPassword: password(), durable: true })
closers.push(cluster.stop)
const [ownerPassword, appPassword] = [password(), password()]
if (measured('acts')) {
  const { ownerUrl, appUrl } = await emptyRegister('acts')
  await benchActs(ownerUrl, appUrl)
}
if (measured('statistics')) await benchYears()
if (measured('live')) {
  await benchAnnouncing(await emptyRegister('announced'), await emptyRegister('silent'))
  await benchLive({ ...(await emptyRegister('live')), dataDir: home }, (close) => closers.push(close))
}
await end(0)

/** A migrated database of one's own. */
async function emptyRegister(database: string): Promise<{ ownerUrl: string; appUrl: string }> {
  const ownerUrl = await provision(cluster, ownerPassword, { database })
  await migrate(ownerUrl, appPassword)
  return { ownerUrl, appUrl: appUrlOf(ownerUrl, appPassword) }
}

/** The whole year's statistics at two sizes, each in a database of its own. */
async function benchYears(): Promise<void> {
  for (const contracts of sizes.length > 0 ? sizes : [777, 100_000]) {
    const at = await emptyRegister(`year_${contracts}`)
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
