import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LaunchFailure } from '@/db/embedded/failure'

/** What a production build is made from. Named one by one: a DATA_DIR inside the checkout must not be walked. */
const SOURCES = [
  ...['app', 'components', 'db', 'lib', 'public', 'proxy.ts', 'instrumentation.ts'],
  ...['next.config.js', 'postcss.config.js', 'tsconfig.json', 'package.json', 'package-lock.json'],
]
const NOT_BUILT = /(\.test\.tsx?$|\/testing\/|\/embedded\/)/
const RECORD = '.next/built-from'

/** SHA-256 over the names and contents of everything a build under `root` is made from. */
export function fingerprint(root: string): string {
  const hash = createHash('sha256')
  for (const path of SOURCES.flatMap((source) => filesUnder(root, source))) {
    if (NOT_BUILT.test(`/${path}`)) continue
    const content = readFileSync(join(root, path))
    hash.update(`${path}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

/** Whether the production build is missing or was made from other sources. */
export function isStale(root: string): boolean {
  if (!existsSync(join(root, '.next/BUILD_ID'))) return true
  const record = join(root, RECORD)
  return !existsSync(record) || readFileSync(record, 'utf8') !== fingerprint(root)
}

/**
 * Makes the production build.
 * @throws LaunchFailure with the end of the compiler's own words.
 */
export async function build(root: string, signal: AbortSignal): Promise<void> {
  const from = fingerprint(root)
  rmSync(join(root, RECORD), { force: true })
  let output = ''
  const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    cwd: root,
    // The build needs no database; an own server's address stays out of it.
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      DATABASE_URL: '',
      NODE_OPTIONS: '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const abandon = () => child.pid && process.kill(-child.pid, 'SIGKILL')
  signal.addEventListener('abort', abandon)
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  const code = await new Promise((resolve) => child.once('close', resolve))
  signal.removeEventListener('abort', abandon)
  if (code !== 0) {
    const tail = output.trim().split('\n').slice(-40).join('\n')
    throw new LaunchFailure(`${tail}\nThe production build failed, see above. 构建失败，原因见上。`)
  }
  writeFileSync(join(root, RECORD), from)
}

function filesUnder(root: string, path: string): string[] {
  const found = statSync(join(root, path), { throwIfNoEntry: false })
  if (!found) return []
  if (found.isFile()) return [path]
  return readdirSync(join(root, path))
    .toSorted()
    .flatMap((name) => filesUnder(root, `${path}/${name}`))
}
