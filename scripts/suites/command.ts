import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { SETTING_NAMES } from '@/lib/env'
import { ROOT } from '../launch/house'
import type { Result } from './result'

/** Reports and artifacts of test runs; not part of the repository. */
export const REPORTS = join(ROOT, '.test')

/** Settings of the person's shell or .env must not reach a test: set to nothing they count as not set and .env stays out. */
export const CLEAN = {
  ...process.env,
  ...Object.fromEntries(SETTING_NAMES.map((name) => [name, ''])),
  // Conditions and loaders of this process are not for the tools.
  NODE_OPTIONS: '',
}

/** Runs a tool of node_modules, its output shown when `loud` or when it fails. Resolves to its exit code. */
export function tool(path: string, args: string[], { loud = false, env = {} } = {}): Promise<number> {
  const child = spawn(process.execPath, [join(ROOT, 'node_modules', path), ...args], {
    cwd: ROOT,
    env: { ...CLEAN, ...env },
    stdio: loud ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk))
  return new Promise((resolve) => {
    child.once('close', (code) => {
      if (code !== 0 && output) console.log(output)
      resolve(code ?? 1)
    })
  })
}

/** Runs a test tool and counts its report. Without a report, or with a bad exit and no failure in it, one failure is counted. */
export async function counted(
  report: string,
  count: (report: unknown) => Result,
  work: () => Promise<number>,
): Promise<Result> {
  const file = join(REPORTS, report)
  mkdirSync(REPORTS, { recursive: true })
  rmSync(file, { force: true })
  const code = await work()
  let result: Result
  try {
    result = count(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    result = { passed: 0, failed: 1, skipped: 0 }
  }
  return code !== 0 && result.failed === 0 ? { ...result, failed: 1 } : result
}
