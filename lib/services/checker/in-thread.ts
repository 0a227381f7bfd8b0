import 'server-only'
import { Worker } from 'node:worker_threads'
import { bounds } from '@/lib/domain/checker/bounds'
import { Problem } from '@/lib/domain/problems'
import type { Errand, Known, Outcome, Told } from './errand'
import { inTurn } from './turns'

/** In the built program the thread is a file of its own; elsewhere it is TypeScript as it stands, which asks for a loader. */
function begin(): Worker {
  const limits = { resourceLimits: { maxOldGenerationSizeMb: bounds.memoryMegabytes } }
  if (process.env.NEXT_RUNTIME) return new Worker(new URL('./thread.ts', import.meta.url), limits)
  const address = new URL('./thread.ts', import.meta.url)
  const script = `import('tsx/esm/api').then(({ register }) => { register(); return import('${address}') })`
  return new Worker(script, { ...limits, eval: true })
}

/**
 * Performs an errand in a thread of its own, within the bounds of time and memory; so many at once, the others wait.
 * @throws {Problem} unreadable-report; unavailable where too many wait
 */
export const inThread = (errand: Errand, known: (years: number[]) => Promise<Known>): Promise<Outcome> =>
  inTurn(() => run(errand, known))

async function run(errand: Errand, known: (years: number[]) => Promise<Known>): Promise<Outcome> {
  const worker = begin()
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
