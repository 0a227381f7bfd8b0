import { resolve } from 'node:path'
import { z } from 'zod'

/** Every setting that is wrong, a sentence each. */
export class SettingsError extends Error {
  override name = 'SettingsError'
  constructor(readonly sentences: string[]) {
    super(sentences.join('\n'))
  }
}

function text() {
  return z.string().optional()
}

function flag(otherwise: boolean, sentence: string) {
  return z
    .enum(['0', '1'], { error: sentence })
    .transform((value) => value === '1')
    .default(otherwise)
}

/** The value is not repeated in the sentence: addresses of databases hold passwords. */
function address(protocols: string[], sentence: string) {
  return z
    .string()
    .refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
      error: sentence,
    })
    .optional()
}

function database(name: string) {
  return address(
    ['postgres:', 'postgresql:'],
    `${name} must look like postgres://user:password@host:5432/database. ${name} 应写成 postgres://用户:口令@主机:5432/数据库。`,
  )
}

function web(name: string) {
  return address(
    ['http:', 'https:'],
    `${name} must be an address that begins with http:// or https://. ${name} 应以 http:// 或 https:// 开头。`,
  )
}

const PORT_SENTENCE = 'PORT must be a whole number from 1 to 65535. PORT 应为 1 至 65535 的整数。'

/** Each setting once; `.env.example` explains them, and a test keeps the two together. */
const schema = z.object({
  PORT: z.coerce
    .number({ error: PORT_SENTENCE })
    .int({ error: PORT_SENTENCE })
    .min(1, { error: PORT_SENTENCE })
    .max(65535, { error: PORT_SENTENCE })
    .default(3000),
  HOST: z.string().default('0.0.0.0'),
  PUBLIC_URL: web('PUBLIC_URL'),
  TRUST_PROXY: flag(false, 'TRUST_PROXY must be 0 or 1. TRUST_PROXY 应为 0 或 1。'),
  DATA_DIR: z
    .string()
    .default('.data')
    .transform((path) => resolve(path)),
  DEMO: flag(true, 'DEMO must be 0 or 1. DEMO 应为 0 或 1。'),
  DATABASE_URL: database('DATABASE_URL'),
  APP_DATABASE_URL: database('APP_DATABASE_URL'),
  READ_DATABASE_URL: database('READ_DATABASE_URL'),
  SESSION_KEY: z
    .string()
    .min(32, { error: 'SESSION_KEY must have at least 32 characters. SESSION_KEY 至少 32 个字符。' })
    .optional(),
  OIDC_ISSUER: web('OIDC_ISSUER'),
  OIDC_CLIENT_ID: text(),
  OIDC_CLIENT_SECRET: text(),
  S3_ENDPOINT: web('S3_ENDPOINT'),
  S3_BUCKET: text(),
  S3_REGION: text(),
  S3_ACCESS_KEY: text(),
  S3_SECRET_KEY: text(),
  SMTP_URL: address(
    ['smtp:', 'smtps:'],
    'SMTP_URL must look like smtp://user:password@host:587. SMTP_URL 应写成 smtp://用户:口令@主机:587。',
  ),
  MAIL_FROM: z
    .string()
    .regex(/^([^<>@]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/, {
      error: 'MAIL_FROM must be an address: Jishi <jishi@example.gov.cn>. MAIL_FROM 应为邮箱地址。',
    })
    .optional(),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error'], {
      error: 'LOG_LEVEL must be debug, info, warn or error. LOG_LEVEL 应为 debug、info、warn 或 error。',
    })
    .default('info'),
})

export type Settings = z.infer<typeof schema>
export type SettingName = keyof Settings

export const SETTING_NAMES = Object.keys(schema.shape) as SettingName[]

/** Settings that mean nothing one by one. */
const TOGETHER: SettingName[][] = [
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
  ['SMTP_URL', 'MAIL_FROM'],
  ['S3_ENDPOINT', 'S3_BUCKET', 'S3_REGION', 'S3_ACCESS_KEY', 'S3_SECRET_KEY'],
]

/**
 * Reads the settings out of an environment. An empty value counts as not set.
 * @throws SettingsError naming everything that is wrong at once.
 */
export function readSettings(source: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(
    SETTING_NAMES.map((name) => [name, source[name]?.trim() || undefined] as const),
  )
  const parsed = schema.safeParse(given)
  const sentences = parsed.success ? [] : parsed.error.issues.map((issue) => issue.message)
  for (const group of TOGETHER) {
    const missing = group.filter((name) => given[name] === undefined)
    if (missing.length > 0 && missing.length < group.length) {
      sentences.push(
        `${missing.join(', ')} must be set too: ${group.join(', ')} belong together. 还应设置 ${missing.join('、')}，这几项须一并设置。`,
      )
    }
  }
  if (given.APP_DATABASE_URL && !given.DATABASE_URL && !isServer(source)) {
    sentences.push(
      'APP_DATABASE_URL needs DATABASE_URL beside it: the owner migrates, the application only works. 设置 APP_DATABASE_URL 时还须设置 DATABASE_URL。',
    )
  }
  if (!parsed.success || sentences.length > 0) throw new SettingsError([...new Set(sentences)])
  return parsed.data
}

/** The web process is started without the owner's address on purpose; the launcher marks it. */
function isServer(source: Record<string, string | undefined>): boolean {
  return source.JISHI_PROCESS === 'web'
}

let memo: Settings | undefined

/** This process's settings, read at first use. */
export function settings(): Settings {
  memo ??= readSettings(process.env)
  return memo
}
