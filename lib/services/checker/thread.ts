import { parentPort } from 'node:worker_threads'
import { Unreadable } from '@/lib/domain/checker/refusals'
import type { Errand, Known, Told } from './errand'
import { perform } from './perform'

/** Where a report is read and checked: apart from the server, so that it may take long, or fail, alone. */
const port = parentPort
if (!port) throw new Error('Runs as a thread alone')
const tell = (told: Told) => port.postMessage(told)
const next = <T>() => new Promise<T>((resolve) => port.once('message', resolve))

try {
  const outcome = await perform(await next<Errand>(), (years) => {
    tell({ kind: 'years', years })
    return next<Known>()
  })
  tell({ kind: 'done', outcome })
} catch (error) {
  if (!(error instanceof Unreadable)) throw error
  tell({ kind: 'unreadable', reason: error.reason })
}
