import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCluster } from '@/db/embedded/cluster'
import { provision } from '@/db/embedded/provision'
import { migrate } from '@/db/migrate'
import { benchActs } from './bench/acts'
import { benchYear } from './bench/statistics'
import { benchWork } from './bench/work'
import { appUrlOf } from './launch/urls'

/** `npm run bench`: what must be fast, measured on a durable PostgreSQL of its own and printed as ratios of one run. */
const home = mkdtempSync(join(tmpdir(), 'jishi-bench-'))
process.env.DATA_DIR = home
const password = () => randomBytes(16).toString('hex')
const cluster = await startCluster({ dataDir: home, superuserPassword: password(), durable: true })
const [ownerPassword, appPassword] = [password(), password()]
try {
  const ownerUrl = await provision(cluster, ownerPassword)
  await migrate(ownerUrl, appPassword)
  await benchActs(ownerUrl, appUrlOf(ownerUrl, appPassword))
  await benchYears()
} finally {
  await cluster.stop()
  rmSync(home, { recursive: true, force: true })
}
process.exit()

/** The whole year's statistics at two sizes, each in a database of its own; `npm run bench -- 1000000` takes other sizes. */
async function benchYears(): Promise<void> {
  const sizes = process.argv.slice(2).map(Number).filter(Number.isInteger)
  for (const contracts of sizes.length > 0 ? sizes : [1_000, 100_000]) {
    const ownerUrl = await provision(cluster, ownerPassword, { database: `year_${contracts}` })
    await migrate(ownerUrl, appPassword)
    const at = { ownerUrl, appUrl: appUrlOf(ownerUrl, appPassword) }
    const { median, p95, asOfP95 } = await benchYear(at, contracts)
    const ms = (time: number) => `${time.toFixed(1)} ms`
    console.log(
      `whole year, ${contracts} contracts: median ${ms(median)}, p95 ${ms(p95)}; as of a past moment p95 ${ms(asOfP95)}`,
    )
    const work = await benchWork(at)
    console.log(
      `work, ${contracts} contracts, ${work.returns} returns: centre p95 ${ms(work.centreP95)}, office p95 ${ms(work.officeP95)}`,
    )
  }
}
