import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isEmptyRegister } from '@/db/empty'
import type { Settings } from '@/lib/env'
import type { Register } from './register'

/** What the person at the terminal has to be told about accounts. */
export type Filled = { demo: boolean; oneTimePassword: string | null }

/** Stands in DATA_DIR while the demo story is told: a register with half of it must not be taken for a real one. */
const unfinished = (dataDir: string) => join(dataDir, 'demo-unfinished')
/** Stands there once it was told, so that later starts can name its accounts. */
const told = (dataDir: string) => join(dataDir, 'demo-told')

/** Whether the last attempt to tell the story was cut short. */
export const wasInterrupted = (dataDir: string) => existsSync(unfinished(dataDir))

/** Gives an empty register its first content: the demo story, or with DEMO=0 an administrator. A register in use is left alone. */
export async function fill(
  settings: Settings,
  register: Register,
  demoPassword: string,
  say: (detail: string) => void,
): Promise<Filled> {
  // Loaded late: the services read the environment that the launcher has set up by now.
  if (!settings.DEMO) {
    const { firstAdministrator } = await import('@/lib/services/people/first-administrator')
    const oneTimePassword = await firstAdministrator(register.ownerUrl)
    return { demo: existsSync(told(settings.DATA_DIR)), oneTimePassword }
  }
  const story = await import('@/lib/services/demo/tell-story')
  if (await isEmptyRegister(register.ownerUrl)) {
    writeFileSync(unfinished(settings.DATA_DIR), '')
    let shown = -1
    await story.tellStory(register.ownerUrl, demoPassword, (done, total, what) => {
      const percent = Math.floor((done * 100) / Math.max(total, 1))
      // Every percent on a terminal, every tenth in a log.
      if (percent === shown || (!process.stdout.isTTY && percent % 10 !== 0)) return
      shown = percent
      say(`${percent} % ${what}`)
    })
    writeFileSync(told(settings.DATA_DIR), '')
    rmSync(unfinished(settings.DATA_DIR))
  }
  return { demo: existsSync(told(settings.DATA_DIR)), oneTimePassword: null }
}
