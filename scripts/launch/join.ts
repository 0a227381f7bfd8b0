import { openDataDir } from '@/db/embedded/directory'
import { LaunchFailure } from '@/db/embedded/failure'
import { OWNER } from '@/db/embedded/provision'
import type { Actor } from '@/lib/domain/access/actor'
import type { Settings } from '@/lib/env'
import { holderOf } from './lock'
import { secretsIn } from './secrets'
import { enterEnvironment, takeRegister } from './take'
import { appUrlOf } from './urls'

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
  const { ownerUrl, secrets, leave } = await reach(settings, what)
  const { database } = await import('@/db/client')
  return {
    ownerUrl,
    superuserUrl: settings.DATABASE_URL ? null : superuserOf(ownerUrl, secrets.superuserPassword),
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
      await leave()
    },
  }
}

function superuserOf(ownerUrl: string, password: string): string {
  const url = new URL(ownerUrl)
  Object.assign(url, { username: 'postgres', password, pathname: '/postgres' })
  return url.href
}

/** The database of a register that runs already, or the whole register for as long as the command takes. */
async function reach(settings: Settings, what: string) {
  const holder = settings.DATABASE_URL ? null : holderOf(settings.DATA_DIR)
  if (!holder) return takeRegister(settings, what, async () => {})
  if (!holder.databasePort) {
    throw new LaunchFailure(
      `The register is just being used by "${holder.what}": try again. 数据目录正被占用，请稍后再试。`,
    )
  }
  const secrets = secretsIn(settings.DATA_DIR)
  const ownerUrl = `postgres://${OWNER}:${secrets.ownerPassword}@127.0.0.1:${holder.databasePort}/jishi`
  const appUrl = appUrlOf(ownerUrl, secrets.appPassword)
  enterEnvironment(settings, secrets, appUrl)
  return { ownerUrl, secrets, leave: async () => {} }
}
