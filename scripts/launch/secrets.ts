import { randomBytes, randomInt } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { LaunchFailure } from '@/db/embedded/failure'
import type { Settings } from '@/lib/env'

const schema = z.object({
  sessionKey: z.string().min(32),
  certificateKey: z.string().min(32),
  superuserPassword: z.string().min(16),
  ownerPassword: z.string().min(16),
  appPassword: z.string().min(16),
  demoPassword: z.string().min(8),
})

/** A register begun before there were certificates has no key for them yet. */
const kept = schema.partial({ certificateKey: true })

export type Secrets = z.infer<typeof schema>

/** What the web process signs with: the keys of the environment, else those of DATA_DIR. */
export type Keys = Pick<Secrets, 'sessionKey' | 'certificateKey'>
export const keysOf = (settings: Settings, secrets: Keys): Keys => ({
  sessionKey: settings.SESSION_KEY ?? secrets.sessionKey,
  certificateKey: settings.CERTIFICATE_KEY ?? secrets.certificateKey,
})

/**
 * The secrets of DATA_DIR, made on first start and readable by their owner alone.
 * @throws LaunchFailure when the file is there but cannot be read; it is never overwritten then.
 */
export function secretsIn(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json')
  if (existsSync(file)) {
    let found: z.infer<typeof kept>
    try {
      found = kept.parse(JSON.parse(readFileSync(file, 'utf8')))
    } catch (error) {
      const why =
        (error as NodeJS.ErrnoException).code === 'EACCES' ? 'belongs to another user' : 'is damaged'
      throw new LaunchFailure(
        `${file} ${why}: it holds the keys to this register; start as its owner or restore it from a backup. 密钥文件无法读取，请以其所有者身份启动或从备份恢复。`,
      )
    }
    const { certificateKey } = found
    return certificateKey ? { ...found, certificateKey } : write(file, { ...found, certificateKey: newKey() })
  }
  return write(file, {
    sessionKey: newKey(),
    certificateKey: newKey(),
    superuserPassword: randomBytes(24).toString('hex'),
    ownerPassword: randomBytes(24).toString('hex'),
    appPassword: randomBytes(24).toString('hex'),
    demoPassword: pronounceable(),
  })
}

const newKey = (): string => randomBytes(32).toString('hex')

function write(file: string, secrets: Secrets): Secrets {
  try {
    writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
    renameSync(`${file}.new`, file)
  } catch (error) {
    throw new LaunchFailure(
      `${file} cannot be written (${(error as Error).message}). 无法写入密钥文件，请检查目录权限和磁盘空间。`,
    )
  }
  return secrets
}

/** A password a person can copy from the terminal by eye: four kinds of character, none that look alike. */
function pronounceable(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz'
  const draw = (from: string, count: number) =>
    Array.from({ length: count }, () => from[randomInt(from.length)]).join('')
  return `Jishi-${draw(letters, 4)}-${draw('23456789', 4)}`
}
