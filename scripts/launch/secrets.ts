import { randomBytes, randomInt } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { LaunchFailure } from '@/db/embedded/failure'

const schema = z.object({
  sessionKey: z.string().min(32),
  superuserPassword: z.string().min(16),
  ownerPassword: z.string().min(16),
  appPassword: z.string().min(16),
  demoPassword: z.string().min(8),
})

export type Secrets = z.infer<typeof schema>

/**
 * The secrets of DATA_DIR, made on first start and readable by their owner alone.
 * @throws LaunchFailure when the file is there but cannot be read; it is never overwritten then.
 */
export function secretsIn(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json')
  if (existsSync(file)) {
    try {
      return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
    } catch (error) {
      const why =
        (error as NodeJS.ErrnoException).code === 'EACCES' ? 'belongs to another user' : 'is damaged'
      throw new LaunchFailure(
        `${file} ${why}: it holds the keys to this register; start as its owner or restore it from a backup. 密钥文件无法读取，请以其所有者身份启动或从备份恢复。`,
      )
    }
  }
  const made: Secrets = {
    sessionKey: randomBytes(32).toString('hex'),
    superuserPassword: randomBytes(24).toString('hex'),
    ownerPassword: randomBytes(24).toString('hex'),
    appPassword: randomBytes(24).toString('hex'),
    demoPassword: pronounceable(),
  }
  try {
    writeFileSync(`${file}.new`, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 })
    renameSync(`${file}.new`, file)
  } catch (error) {
    throw new LaunchFailure(
      `${file} cannot be written (${(error as Error).message}). 无法写入密钥文件，请检查目录权限和磁盘空间。`,
    )
  }
  return made
}

/** A password a person can copy from the terminal by eye: four kinds of character, none that look alike. */
function pronounceable(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz'
  const draw = (from: string, count: number) =>
    Array.from({ length: count }, () => from[randomInt(from.length)]).join('')
  return `Jishi-${draw(letters, 4)}-${draw('23456789', 4)}`
}
