import { readFileSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readSettings, SETTING_NAMES, SettingsError } from './env'

function sentencesOf(source: Record<string, string>): string[] {
  try {
    readSettings(source)
  } catch (error) {
    if (error instanceof SettingsError) return error.sentences
    throw error
  }
  return []
}

describe('settings', () => {
  test('nothing set is a complete set of settings', () => {
    const settings = readSettings({})
    expect(settings).toMatchObject({ PORT: 3000, HOST: '0.0.0.0', DEMO: true, TRUST_PROXY: false })
    expect(isAbsolute(settings.DATA_DIR)).toBe(true)
  })

  test('an empty value counts as not set', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: ' ', DEMO: '' })).toEqual(readSettings({}))
  })

  test.each([
    ['PORT', 'http'],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['DEMO', 'no'],
    ['TRUST_PROXY', 'yes'],
    ['DATABASE_URL', 'mysql://u:p@h/d'],
    ['DATABASE_URL', 'localhost'],
    ['READ_DATABASE_URL', 'db'],
    ['PUBLIC_URL', 'jishi.example'],
    ['SESSION_KEY', 'short'],
    ['CERTIFICATE_KEY', 'short'],
    ['LOG_LEVEL', 'loud'],
  ])('%s=%s is refused with one sentence that names it', (name, value) => {
    const sentences = sentencesOf({ [name]: value })
    expect(sentences).toHaveLength(1)
    expect(sentences[0]).toContain(name)
  })

  test('a wrong database address is not repeated, for it may hold a password', () => {
    expect(sentencesOf({ DATABASE_URL: 'mysql://root:hunter2@h/d' }).join()).not.toContain('hunter2')
  })

  test('every wrong setting is named at once', () => {
    expect(sentencesOf({ PORT: 'x', DEMO: 'x', OIDC_ISSUER: 'https://id.example' })).toHaveLength(3)
  })

  test('what belongs together is asked for together', () => {
    expect(sentencesOf({ S3_ENDPOINT: 'https://s3.example', S3_BUCKET: 'b' })[0]).toMatch(
      /S3_REGION, S3_ACCESS_KEY, S3_SECRET_KEY/,
    )
  })

  test('the application address alone is refused, except in the web process', () => {
    const app = { APP_DATABASE_URL: 'postgres://jishi_app:p@h/d' }
    expect(sentencesOf(app)).toHaveLength(1)
    expect(sentencesOf({ ...app, JISHI_PROCESS: 'web' })).toEqual([])
  })

  test('.env.example explains exactly the settings there are', () => {
    const example = readFileSync('.env.example', 'utf8')
    const explained = [...example.matchAll(/^#?([A-Z0-9_]+)=/gm)].map((match) => match[1])
    expect(explained.toSorted()).toEqual(SETTING_NAMES.toSorted())
  })
})
