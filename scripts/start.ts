import { constants } from 'node:os'
import { parseArgs } from 'node:util'
import { openDataDir } from '@/db/embedded/directory'
import { birthOf } from '@/db/embedded/process'
import { migrate } from '@/db/migrate'
import { build, isStale } from './launch/build'
import { report, terminalSettings } from './launch/environment'
import { type Filled, fill, wasInterrupted } from './launch/filling'
import { ROOT } from './launch/house'
import { takeLock } from './launch/lock'
import { Progress, seconds } from './launch/progress'
import { openRegister, type Register } from './launch/register'
import { keysOf, secretsIn } from './launch/secrets'
import { requireFreePort, startWeb, untilReady, webEnvironment } from './launch/web'

/**
 * `npm start`: everything from a bare checkout to a running register. Ends with 0 when stopped by Ctrl-C or SIGTERM while
 * serving, with 128 + signal when stopped before, and with 1 and one sentence when something is wrong.
 */
const { values: options } = parseArgs({
  options: {
    dev: { type: 'boolean', default: false },
    /** For tests alone: commits are not made safe against a loss of power. */
    'no-fsync': { type: 'boolean', default: false },
  },
})

const began = Date.now()
const aborting = new AbortController()
const closers: (() => void | Promise<void>)[] = []
let serving = false
let ending: Promise<void> | undefined

/** Stops what was started, last first, and ends this process. */
function end(code: number): Promise<void> {
  ending ??= (async () => {
    aborting.abort()
    for (const close of closers.toReversed()) {
      try {
        await close()
      } catch (error) {
        report(error)
      }
    }
    process.exit(code)
  })()
  return ending
}

function stopOn(signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP'): void {
  if (!ending) console.log('\n正在停止 Stopping …')
  end(serving ? 0 : 128 + constants.signals[signal])
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopOn(signal))
// Work that is cut off by stopping its database may fail anywhere, in the driver's own callbacks too; the closers must still run.
for (const fault of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(fault, (error) => {
    if (!ending) report(error)
    end(1)
  })
}
// The process above us was killed outright: nobody is left to send a signal.
process.on('disconnect', () => end(1))

async function main(): Promise<void> {
  const settings = terminalSettings()
  openDataDir(settings.DATA_DIR)
  // The lock first: it clears away a server of a killed launcher, which may still hold the port.
  const lock = await takeLock(settings.DATA_DIR, options.dev ? 'npm run dev' : 'npm start')
  closers.push(lock.release)
  await requireFreePort(settings.HOST, settings.PORT)
  const secrets = secretsIn(settings.DATA_DIR)

  const progress = new Progress(options.dev ? 4 : 5)
  const register = await progress.step('数据库 Database', async (): Promise<Register> => {
    const opening = openRegister(settings, secrets, {
      durable: !options['no-fsync'],
      anew: wasInterrupted(settings.DATA_DIR),
      lost: (error) => {
        report(error)
        end(1)
      },
    })
    closers.push(async () => (await opening.catch(() => null))?.stop())
    return opening
  })
  lock.note({ databasePort: register.port })

  await progress.step('建表与升级 Migrations', () => migrate(register.ownerUrl, register.appPassword))
  const environment = webEnvironment(settings, register.appUrl, keysOf(settings, secrets))
  // The story calls the same services as the server and must see the same settings, as the application's role.
  Object.assign(process.env, environment)

  const filled = await progress.step('演示数据 Demo story', (say) =>
    fill(settings, register, secrets.demoPassword, say),
  )
  if (!options.dev) {
    await progress.step('生产构建 Production build', async (say) => {
      if (isStale(ROOT)) await build(ROOT, aborting.signal)
      else say('已是最新 up to date')
    })
  }
  await progress.step('服务 Server', async () => {
    const web = startWeb(ROOT, settings, environment, options.dev)
    closers.push(web.stop)
    lock.note({ web: { pid: web.pid, birth: birthOf(web.pid) } })
    web.exited.then((code) => {
      if (ending || !serving) return
      console.error(`The server ended unexpectedly (code ${code}). 服务意外退出。`)
      end(1)
    })
    await untilReady(web, settings.PORT, settings.HOST)
  })
  serving = true
  greet(environment.PUBLIC_URL ?? '', filled, secrets.demoPassword)
}

function greet(address: string, { demo, oneTimePassword }: Filled, demoPassword: string): void {
  const lines = ['', `技市 Jishi 已启动 is ready: ${address}  (${seconds(began)})`]
  if (demo) {
    lines.push(
      '演示账号 Demo accounts: registrar-d08（各单位代码一个 one for each unit）, approver, approver2, auditor, leader, admin, security',
      `口令 Password: ${demoPassword}`,
    )
  }
  if (oneTimePassword) {
    lines.push(
      `管理员 Administrator: admin，一次性口令 one-time password: ${oneTimePassword}`,
      '首次登录须修改口令，此口令不再显示。It must be changed at first sign-in and is not shown again.',
    )
  }
  console.log([...lines, '按 Ctrl-C 停止 Press Ctrl-C to stop', ''].join('\n'))
}

main().catch((error) => {
  if (!ending) report(error)
  end(1)
})
