// Plain JavaScript on purpose: it has to run, and say what is missing, on a node too old or a checkout without packages.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const LEAST = [20, 19]

/** Runs a TypeScript file of this folder in a child process and ends as it ends. */
export function run(file, args = process.argv.slice(2)) {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < LEAST[0] || (major === LEAST[0] && minor < LEAST[1])) {
    console.error(
      `Node.js ${process.versions.node} is too old: install ${LEAST.join('.')} or newer. Node.js 版本过低，请安装 ${LEAST.join('.')} 或更新版本。`,
    )
    process.exit(1)
  }
  if (!existsSync(new URL('../node_modules/tsx/package.json', import.meta.url))) {
    console.error('Packages are missing: run `npm ci` first. 尚未安装依赖，请先运行 npm ci。')
    process.exit(1)
  }
  const child = spawn(
    process.execPath,
    // The services import 'server-only', which lets itself be loaded under this condition alone.
    ['--conditions=react-server', '--import', 'tsx', fileURLToPath(new URL(file, import.meta.url)), ...args],
    // The channel is how the child learns that this process was killed, which no signal tells it.
    { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], cwd: fileURLToPath(new URL('..', import.meta.url)) },
  )
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  if (process.env.npm_lifecycle_event) endWithParent(child)
  child.on('exit', (code) => process.exit(code ?? 1))
}

/** npm hands a signal to its shell alone, which dies of it without telling us; that our parent has changed is all there is to see. */
function endWithParent(child) {
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM')
  }, 250).unref()
}
