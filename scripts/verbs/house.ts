import { resolve } from 'node:path'
import { LaunchFailure } from '@/db/embedded/failure'
import { isEmptyRegister } from '@/db/empty'
import { recordBackup } from '@/lib/services/ledger/record-backup'
import { backUp } from '../backup/back-up'
import { restore } from '../backup/restore'
import { fill } from '../launch/filling'
import { takeRegister } from '../launch/take'
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
      const { done, leave } = await takeRegister(settings, 'jishi restore', () =>
        restore(settings.DATA_DIR, resolve(from)),
      )
      await leave()
      return `已恢复 ${done.madeAt} 的备份，可启动后执行 verify-ledger restored: ${Object.keys(done.files).length} files, ${megabytes(done.files)}; start it and run verify-ledger`
    },
  },
  {
    name: 'demo',
    help: 'tell the demo story in a register without accounts 在空系统中载入演示数据',
    options: [],
    async build(settings) {
      const { register, secrets, leave } = await takeRegister(settings, 'jishi demo', async () => {})
      try {
        if (!(await isEmptyRegister(register.ownerUrl))) {
          throw new LaunchFailure(
            'There are accounts already: the demo story is told in an empty register alone. 系统已有账号，演示数据只能载入空系统。',
          )
        }
        const { demoPassword } = secrets
        await fill({ ...settings, DEMO: true }, register, demoPassword, (detail) => console.log(detail))
        return `演示数据已载入，演示账号口令 the demo story is told, password of its accounts: ${demoPassword}`
      } finally {
        await leave()
      }
    },
  },
]
