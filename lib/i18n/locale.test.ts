import { expect, it } from 'vitest'
import { chooseLocale } from './locale'

it.each([
  [undefined, null, 'zh-CN'],
  [undefined, 'en-US,en;q=0.9,zh-CN;q=0.8', 'en'],
  [undefined, 'en;q=0.3, zh-TW;q=0.9', 'zh-CN'],
  [undefined, 'fr, de;q=0.5', 'zh-CN'],
  [undefined, 'en;q=0, zh', 'zh-CN'],
  ['zh-CN', 'en', 'zh-CN'],
  ['en', 'zh-CN', 'en'],
  ['../../etc', 'en', 'en'],
])('cookie %s and browser %s read %s', (cookie, header, locale) => {
  expect(chooseLocale(cookie, header)).toBe(locale)
})
