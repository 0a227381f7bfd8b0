import { openDataDir } from '@/db/embedded/directory'
import { migrate } from '@/db/migrate'
import type { Settings } from '@/lib/env'
import { takeLock } from './lock'
import { openRegister, type Register } from './register'
import { keysOf, type Secrets, secretsIn } from './secrets'
import { webEnvironment } from './web'

/** A register in the hands of one command, until it leaves. */
export interface Taken<T> {
  ownerUrl: string
  register: Register
  secrets: Secrets
  /** What was done before there was a database. */
  done: T
  leave(): Promise<void>
}

/**
 * Has DATA_DIR to itself, does what comes `before` the database, opens it and brings it up to date.
 * @throws LaunchFailure when somebody else has it
 */
export async function takeRegister<T>(
  settings: Settings,
  what: string,
  before: () => Promise<T>,
): Promise<Taken<T>> {
  openDataDir(settings.DATA_DIR)
  const lock = settings.DATABASE_URL ? null : await takeLock(settings.DATA_DIR, what)
  let register: Register | undefined
  const leave = async () => {
    await register?.stop()
    lock?.release()
  }
  try {
    const done = await before()
    const secrets = secretsIn(settings.DATA_DIR)
    register = await openRegister(settings, secrets, {
      durable: true,
      anew: false,
      lost: () => process.exit(1),
    })
    const { ownerUrl, appUrl, appPassword } = register
    await migrate(ownerUrl, appPassword)
    enterEnvironment(settings, secrets, appUrl)
    return { ownerUrl, register, secrets, done, leave }
  } catch (error) {
    await leave()
    throw error
  }
}

/** What the application reads of its environment is that of this register. */
export function enterEnvironment(settings: Settings, secrets: Secrets, appUrl: string): void {
  Object.assign(process.env, webEnvironment(settings, appUrl, keysOf(settings, secrets)))
}
