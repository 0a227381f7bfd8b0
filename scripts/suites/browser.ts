import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '@/db/embedded/cluster'
import { ROOT } from '../launch/house'
import { CLEAN, counted, tool } from './command'
import { countPlaywright, type Result } from './result'

/**
 * The browser tests, against a register brought up as a person would: `npm start` on an empty DATA_DIR, so that the start
 * itself is tested. It stays without the demo story: each test makes what it needs by calling the verbs, which the
 * condition lets Playwright load. Arguments go on to Playwright.
 */
export async function browserTests(args: string[]): Promise<Result> {
  const dataDir = mkdtempSync(join(tmpdir(), 'jishi-e2e-'))
  // As root the database runs as another account, which has to pass through.
  chmodSync(dataDir, 0o711)
  const port = await freePort()
  const server = spawn(process.execPath, ['scripts/start.mjs', '--no-fsync'], {
    cwd: ROOT,
    env: { ...CLEAN, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir, DEMO: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const stop = () => server.kill('SIGTERM')
  process.once('exit', stop)
  try {
    const ready = new Promise<boolean>((resolve) => {
      server.stdout.on('data', (chunk: Buffer) => {
        process.stdout.write(chunk)
        if (chunk.includes('is ready')) resolve(true)
      })
      exited.then(() => resolve(false))
    })
    if (!(await ready)) return { passed: 0, failed: 1, skipped: 0 }
    return await counted('e2e.json', countPlaywright, () =>
      tool('@playwright/test/cli.js', ['test', ...args], {
        loud: true,
        env: {
          BASE_URL: `http://localhost:${port}`,
          DATA_DIR: dataDir,
          CI: '1',
          NODE_OPTIONS: '--conditions=react-server',
        },
      }),
    )
  } finally {
    stop()
    await exited
    process.off('exit', stop)
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Whether there is a browser test at all. */
export function hasBrowserTests(): boolean {
  return readdirSync(join(ROOT, 'e2e'), { recursive: true }).some((name) => String(name).endsWith('.spec.ts'))
}
