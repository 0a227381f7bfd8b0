import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** What a script of this folder sends back, run in a process of its own: its time and memory are its own too. */
export const apart = <Answer>(script: string, args: readonly string[]): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL(`./${script}`, import.meta.url)), args)
    child.on('message', (answer) => resolve(answer as Answer))
    child.on('error', reject)
    child.on('exit', (code) => reject(new Error(`${script} ended with ${code}`)))
  })
