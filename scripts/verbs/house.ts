import { resolve } from 'node:path'
import { openDataDir } from '@/db/embedded/directory'
import { LaunchFailure } from '@/db/embedded/failure'
import { isEmptyRegister } from '@/db/empty'
import { migrate } from '@/db/migrate'
import type { Settings } from '@/lib/env'
import { recordBackup } from '@/lib/services/ledger/record-backup'
import { backUp } from '../backup/back-up'
import { restore } from '../backup/restore'
import { fill } from '../launch/filling'
import { takeLock } from '../launch/lock'
import { openRegister, type Register } from '../launch/register'
import { keysOf, secretsIn } from '../launch/secrets'
import { webEnvironment } from '../launch/web'
import type { TerminalVerb } from './verb'

const ownServer = (what: string) =>
  new LaunchFailure(
    `${what} is for the database that Jishi brings; with DATABASE_URL use PostgreSQL's own tools (see README). 使用自备 PostgreSQL 时请用其自带工具，见 README。`,
  )

const megabytes = (files: Record<string, { size: number }>): string =>
  `${Math.ceil(Object.values(files).reduce((sum, { size }) => sum + size, 0) / 1e6)} MB`

/** Verbs over the register as a whole. */
export const house: TerminalVerb[] = [
  {
    name: 'backup',
    help: 'copy the whole register, running or not, into a new folder; --as an administrator 将整个系统备份到新目录，无须停机（以系统管理员身份）',
    options: [
      { name: 'out', value: 'DIR', required: true, help: 'new folder, kept as safe as the data 新目录' },
    ],
    async run(actor, { out = '' }, { settings, superuserUrl }) {
      if (!superuserUrl) throw ownServer('backup')
      await recordBackup(actor, {})
      const { files } = await backUp(settings.DATA_DIR, superuserUrl, resolve(out))
      return `已备份至 ${out} backed up: ${Object.keys(files).length} files, ${megabytes(files)}`
    },
  },
  {
    name: 'restore',
    help: 'put a backup into an empty DATA_DIR, each file compared with its hash 将备份恢复到空的数据目录，逐个核对文件',
    options: [],
    operand: { name: 'from', value: 'DIR', help: 'folder that backup made 备份目录' },
    async build(settings, { from = '' }) {
      if (settings.DATABASE_URL) throw ownServer('restore')
      return withRegister(
        settings,
        'jishi restore',
        () => restore(settings.DATA_DIR, resolve(from)),
        async ({ madeAt, files }) =>
          `已恢复 ${madeAt} 的备份，可启动后执行 verify-ledger restored: ${Object.keys(files).length} files, ${megabytes(files)}; start it and run verify-ledger`,
      )
    },
  },
  {
    name: 'demo',
    help: 'tell the demo story in a register without accounts 在空系统中载入演示数据',
    options: [],
    async build(settings) {
      return withRegister(
        settings,
        'jishi demo',
        async () => {},
        async (_, register) => {
          if (!(await isEmptyRegister(register.ownerUrl))) {
            throw new LaunchFailure(
              'There are accounts already: the demo story is told in an empty register alone. 系统已有账号，演示数据只能载入空系统。',
            )
          }
          const { demoPassword } = secretsIn(settings.DATA_DIR)
          await fill({ ...settings, DEMO: true }, register, demoPassword, (detail) => console.log(detail))
          return `演示数据已载入，演示账号口令 the demo story is told, password of its accounts: ${demoPassword}`
        },
      )
    },
  },
]

/** Has DATA_DIR to itself, does the first part without a database, then opens it, brought up to date, for the second. */
async function withRegister<T>(
  settings: Settings,
  what: string,
  before: () => Promise<T>,
  work: (done: T, register: Register) => Promise<string>,
): Promise<string> {
  openDataDir(settings.DATA_DIR)
  const lock = settings.DATABASE_URL ? null : await takeLock(settings.DATA_DIR, what)
  try {
    const done = await before()
    const secrets = secretsIn(settings.DATA_DIR)
    const register = await openRegister(settings, secrets, {
      durable: true,
      anew: false,
      lost: () => process.exit(1),
    })
    try {
      await migrate(register.ownerUrl, register.appPassword)
      Object.assign(process.env, webEnvironment(settings, register.appUrl, keysOf(settings, secrets)))
      return await work(done, register)
    } finally {
      await register.stop()
    }
  } finally {
    lock?.release()
  }
}
