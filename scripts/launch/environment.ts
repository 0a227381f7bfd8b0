import { existsSync } from 'node:fs'
import { inspect } from 'node:util'
import { LaunchFailure } from '@/db/embedded/failure'
import { readSettings, type Settings, SettingsError } from '@/lib/env'
import { ROOT } from './house'

/** The settings of the environment and of `.env`, where the environment wins. */
export function terminalSettings(): Settings {
  if (existsSync(`${ROOT}.env`)) {
    try {
      process.loadEnvFile(`${ROOT}.env`)
    } catch (error) {
      throw new LaunchFailure(`.env cannot be read (${(error as Error).message}). 无法读取 .env 文件。`)
    }
  }
  return readSettings(process.env)
}

/** Prints a fault: one sentence where it is the operator's to mend, everything we know where it is ours. */
export function report(error: unknown): void {
  if (error instanceof LaunchFailure || error instanceof SettingsError) console.error(error.message)
  else console.error(inspect(error, { depth: 6 }))
}
