import 'server-only'
import { Worker } from 'node:worker_threads'
import { bounds } from '@/lib/domain/checker/bounds'
import { Problem } from '@/lib/domain/problems'
import type { Errand, Known, Outcome, Told } from './errand'
import { inTurn } from './turns'

/** Outside the built program the thread is TypeScript as it stands. */
const loader = process.env.NEXT_RUNTIME ? [] : ['--import', 'tsx']

/**
 * Performs an errand in a thread of its own, within the bounds of time and memory; so many at once, the others wait.
 * @throws {Problem} unreadable-report; unavailable where too many wait
 */
export const inThread = (errand: Errand, known: (years: number[]) => Promise<Known>): Promise<Outcome> =>
  inTurn(() => run(errand, known))

async function run(errand: Errand, known: (years: number[]) => Promise<Known>): Promise<Outcome> {
  const worker = new Worker(new URL('./thread.ts', import.meta.url), {
    execArgv: loader,
    resourceLimits: { maxOldGenerationSizeMb: bounds.memoryMegabytes },
  })
  const tooSlow = new Problem({ code: 'unreadable-report', reason: 'too-slow' })
  let timer: NodeJS.Timeout | undefined
  try {
    return await new Promise<Outcome>((resolve, reject) => {
      timer = setTimeout(() => reject(tooSlow), bounds.seconds * 1000)
      worker.on('message', (told: Told) => {
        if (told.kind === 'done') resolve(told.outcome)
        else if (told.kind === 'unreadable')
          reject(new Problem({ code: 'unreadable-report', reason: told.reason }))
        else known(told.years).then((answer) => worker.postMessage(answer), reject)
      })
      worker.on('error', (error: NodeJS.ErrnoException) =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooSlow : error),
      )
      worker.on('exit', () => reject(new Error('The thread of the checker ended without an answer')))
      worker.postMessage(errand)
    })
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
