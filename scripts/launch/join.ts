import { openDataDir } from '@/db/embedded/directory'
import { LaunchFailure } from '@/db/embedded/failure'
import { OWNER } from '@/db/embedded/provision'
import { migrate } from '@/db/migrate'
import type { Actor } from '@/lib/domain/access/actor'
import type { Settings } from '@/lib/env'
import { holderOf, takeLock } from './lock'
import { openRegister } from './register'
import { type Secrets, secretsIn } from './secrets'
import { appUrlOf } from './urls'
import { webEnvironment } from './web'

/** A register for the length of one command. */
export type Joined = {
  actor(username: string): Promise<Actor>
  ownerUrl: string
  /** Of the embedded database; null on an own server. */
  superuserUrl: string | null
  leave(): Promise<void>
}

/**
 * Joins the running register of these settings, or brings its database up for the length of the command.
 * @throws LaunchFailure when it is just being started, or used by another command
 */
export async function joinRegister(settings: Settings, what: string): Promise<Joined> {
  openDataDir(settings.DATA_DIR)
  const secrets = secretsIn(settings.DATA_DIR)
  const opened = await reach(settings, secrets, what)
  Object.assign(
    process.env,
    webEnvironment(settings, opened.appUrl, settings.SESSION_KEY ?? secrets.sessionKey),
  )
  const { database } = await import('@/db/client')
  return {
    ownerUrl: opened.ownerUrl,
    superuserUrl: settings.DATABASE_URL ? null : superuserOf(opened.ownerUrl, secrets.superuserPassword),
    async actor(username) {
      const { actorNamed } = await import('@/lib/services/people/actor-named')
      const actor = await actorNamed(username)
      if (actor) return actor
      throw new LaunchFailure(
        `There is no enabled account ${username}: name one with --as. 没有可用的账号 ${username}，请用 --as 指定。`,
      )
    },
    async leave() {
      await database().close()
      await opened.leave()
    },
  }
}

function superuserOf(ownerUrl: string, password: string): string {
  const url = new URL(ownerUrl)
  Object.assign(url, { username: 'postgres', password, pathname: '/postgres' })
  return url.href
}

async function reach(settings: Settings, secrets: Secrets, what: string) {
  const holder = settings.DATABASE_URL ? null : holderOf(settings.DATA_DIR)
  if (holder) {
    if (!holder.databasePort) {
      throw new LaunchFailure(
        `The register is just being used by "${holder.what}": try again. 数据目录正被占用，请稍后再试。`,
      )
    }
    const ownerUrl = `postgres://${OWNER}:${secrets.ownerPassword}@127.0.0.1:${holder.databasePort}/jishi`
    return { ownerUrl, appUrl: appUrlOf(ownerUrl, secrets.appPassword), leave: async () => {} }
  }
  const lock = settings.DATABASE_URL ? null : await takeLock(settings.DATA_DIR, what)
  try {
    const register = await openRegister(settings, secrets, {
      durable: true,
      anew: false,
      lost: () => process.exit(1),
    })
    await migrate(register.ownerUrl, register.appPassword)
    return {
      ownerUrl: register.ownerUrl,
      appUrl: register.appUrl,
      async leave() {
        await register.stop()
        lock?.release()
      },
    }
  } catch (error) {
    lock?.release()
    throw error
  }
}
