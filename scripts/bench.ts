import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCluster } from '@/db/embedded/cluster'
import { provision } from '@/db/embedded/provision'
import { migrate } from '@/db/migrate'
import { benchActs } from './bench/acts'
import { appUrlOf } from './launch/urls'

/** `npm run bench`: what must be fast, measured on a durable PostgreSQL of its own and printed as ratios of one run. */
const home = mkdtempSync(join(tmpdir(), 'jishi-bench-'))
process.env.DATA_DIR = home
const password = () => randomBytes(16).toString('hex')
const cluster = await startCluster({ dataDir: home, superuserPassword: password(), durable: true })
try {
  const ownerUrl = await provision(cluster, password())
  const appPassword = password()
  await migrate(ownerUrl, appPassword)
  await benchActs(ownerUrl, appUrlOf(ownerUrl, appPassword))
} finally {
  await cluster.stop()
  rmSync(home, { recursive: true, force: true })
}
process.exit()
