import { type Cluster, startCluster } from '@/db/embedded/cluster'
import { LaunchFailure } from '@/db/embedded/failure'
import { checkOwnServer } from '@/db/embedded/own-server'
import { provision } from '@/db/embedded/provision'
import type { Settings } from '@/lib/env'
import type { Secrets } from './secrets'
import { appUrlOf, passwordOf } from './urls'

/** A reachable register: the owner's address for the terminal's work, the application's for everything else. */
export type Register = {
  ownerUrl: string
  appUrl: string
  appPassword: string
  /** Port of the embedded database; undefined on an own server. */
  port?: number
  stop(): Promise<void>
}

/** How often a database that died is started again before giving up. */
const RESTARTS = 5

type Options = { durable: boolean; anew: boolean; lost: (error: unknown) => void }

/**
 * Opens the register of these settings: the server behind DATABASE_URL, or the embedded one, which is kept running until
 * `stop`. `lost` is told when it dies and cannot be brought back. `anew` throws away the embedded register's contents.
 */
export async function openRegister(
  settings: Settings,
  secrets: Secrets,
  options: Options,
): Promise<Register> {
  if (settings.DATABASE_URL) {
    if (options.anew) {
      throw new LaunchFailure(
        'The demo story was interrupted and only half of it is in the database of DATABASE_URL: empty that database and start again. 演示数据上次载入中断，请清空该数据库后重新启动。',
      )
    }
    await checkOwnServer(settings.DATABASE_URL)
    const given = settings.APP_DATABASE_URL && passwordOf(settings.APP_DATABASE_URL)
    if (given && !/^[\w-]+$/.test(given)) {
      throw new LaunchFailure(
        'The password in APP_DATABASE_URL may hold letters, digits, - and _ only. APP_DATABASE_URL 的口令只能含字母、数字、- 和 _。',
      )
    }
    const appPassword = given || secrets.appPassword
    const appUrl = settings.APP_DATABASE_URL ?? appUrlOf(settings.DATABASE_URL, appPassword)
    return { ownerUrl: settings.DATABASE_URL, appUrl, appPassword, stop: async () => {} }
  }
  const start = (port?: number) =>
    startCluster(
      { dataDir: settings.DATA_DIR, superuserPassword: secrets.superuserPassword, durable: options.durable },
      port,
    )
  let cluster = await start()
  let stopping = false
  const keep = (running: Cluster) => {
    running.exited.then(async () => {
      if (stopping) return
      console.error('The database ended unexpectedly and is started again. 数据库意外退出，正在重新启动。')
      for (let tries = 1; !stopping; tries++) {
        try {
          // The same port: the server's pool finds it again without being told.
          cluster = await start(running.port)
          if (stopping) await cluster.stop()
          else keep(cluster)
          return
        } catch (error) {
          if (tries === RESTARTS) return options.lost(error)
        }
      }
    })
  }
  keep(cluster)
  const stop = () => {
    stopping = true
    return cluster.stop()
  }
  try {
    const ownerUrl = await provision(cluster, secrets.ownerPassword, { anew: options.anew })
    const { appPassword } = secrets
    return { ownerUrl, appUrl: appUrlOf(ownerUrl, appPassword), appPassword, port: cluster.port, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
