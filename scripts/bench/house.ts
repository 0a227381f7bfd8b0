import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCluster } from '@/db/embedded/cluster'
import { provision } from '@/db/embedded/provision'
import { migrate } from '@/db/migrate'
import { appUrlOf } from '../launch/urls'

/** A migrated database: its owner's address and the application's. */
export interface Register {
  ownerUrl: string
  appUrl: string
}

/** A durable PostgreSQL of the bench's own. */
export interface House {
  dataDir: string
  /** A migrated database; `anew` where one of that name is to be dropped first. */
  register(database: string, options?: { anew?: boolean }): Promise<Register>
  closers: (() => Promise<void>)[]
  /** Stops what was started, last first, and ends this process. */
  end(code: number): Promise<never>
}

/**
 * Starts the bench's cluster; it goes with all it holds when the process ends, also when interrupted or when something
 * fails far away. `keep`: a folder to leave it in, and to find it in again.
 */
export async function openHouse(keep?: string): Promise<House> {
  const dataDir = keep ?? mkdtempSync(join(tmpdir(), 'jishi-bench-'))
  mkdirSync(dataDir, { recursive: true })
  // As root the database runs as another account, which has to pass through, or its data would lie elsewhere and stay.
  chmodSync(dataDir, 0o711)
  process.env.DATA_DIR = dataDir
  const closers: (() => Promise<void>)[] = []
  let ending: Promise<never> | undefined
  const end = (code: number): Promise<never> => {
    ending ??= (async () => {
      for (const close of closers.toReversed()) await close().catch(console.error)
      if (!keep) rmSync(dataDir, { recursive: true, force: true })
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
  const { superuser, owner, app } = passwordsIn(dataDir)
  const cluster = await startCluster({ dataDir, superuserPassword: superuser, durable: true })
  closers.push(cluster.stop)
  const register: House['register'] = async (database, { anew = false } = {}) => {
    const ownerUrl = await provision(cluster, owner, { database, anew })
    await migrate(ownerUrl, app)
    return { ownerUrl, appUrl: appUrlOf(ownerUrl, app) }
  }
  return { dataDir, register, closers, end }
}

/** The passwords the cluster was made with: a kept one asks for them again. */
function passwordsIn(dataDir: string): Record<'superuser' | 'owner' | 'app', string> {
  const file = join(dataDir, 'bench-passwords.json')
  if (!existsSync(file)) {
    const password = () => randomBytes(16).toString('hex')
    const made = { superuser: password(), owner: password(), app: password() }
    writeFileSync(file, JSON.stringify(made), { mode: 0o600 })
  }
  return JSON.parse(readFileSync(file, 'utf8'))
}
