import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startCluster } from '../embedded/cluster'
import { stopOrphan } from '../embedded/postmaster'
import { birthOf, isAlive } from '../embedded/process'
import { provision } from '../embedded/provision'
import { migrate } from '../migrate'

/** Name of the migrated database that each test file gets a copy of. */
export const TEMPLATE = 'jishi_template'

/** What the test files are told about the cluster they share. */
export type TestCluster = { superuserUrl: string; ownerUrl: string; appPassword: string }

declare module 'vitest' {
  interface ProvidedContext {
    cluster: TestCluster
  }
}

/** Starts the throwaway cluster of the db tests and migrates its template once. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweep()
  const home = join(tmpdir(), `jishi-test-${process.pid}-${birthOf(process.pid)}`)
  mkdirSync(home)
  // As root the database runs as another account, which has to pass through.
  chmodSync(home, 0o711)
  const superuserPassword = randomBytes(16).toString('hex')
  const cluster = await startCluster({ dataDir: home, superuserPassword, durable: false })
  const ownerUrl = await provision(cluster, randomBytes(16).toString('hex'), { database: TEMPLATE })
  const appPassword = randomBytes(16).toString('hex')
  await migrate(ownerUrl, appPassword)
  project.provide('cluster', { superuserUrl: cluster.url('postgres'), ownerUrl, appPassword })
  return async () => {
    await cluster.stop()
    rmSync(home, { recursive: true, force: true })
  }
}

/** Removes clusters of test runs that were killed. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const [, pid, birth] = /^jishi-test-(\d+)-(\d*)$/.exec(name) ?? []
    if (!pid || (isAlive(Number(pid)) && birthOf(Number(pid)) === birth)) continue
    await stopOrphan(join(tmpdir(), name, 'postgres'))
    rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
}
