import { expect, test } from 'vitest'
import { noticeKindNames } from '../notice/kinds'
import { letterOf, messageIdOf } from './letter'

const link = 'https://jishi.example/inbox'
const told = (params = {}) => ({
  kind: 'contract.returned' as const,
  params,
  dueOn: '2026-12-08',
  standsFor: null,
})

test('says what waits, by its number and until when, and where to read it', () => {
  const { subject, text } = letterOf('张三', [told({ local: 'D08-2026-0012' })], 'zh-CN', link)
  expect(subject).toBe('技市：1 项新通知')
  expect(text).toContain('1. 合同被退回补正 D08-2026-0012')
  expect(text).toContain('2026-12-08 到期')
  expect(text).toContain(link)
})

test('says for whom a deputy is written to', () => {
  const notice = { ...told({ number: '更正〔2026〕1号' }), standsFor: '李四' }
  expect(letterOf('王五', [notice], 'zh-CN', link).text).toContain('代李四')
  expect(letterOf('王五', [notice], 'en', link).text).toContain('for 李四')
})

test('a long one is cut and says how much is left', () => {
  const { subject, text } = letterOf(
    'Z',
    Array.from({ length: 45 }, () => told()),
    'en',
    link,
  )
  expect(subject).toBe('Jishi: 45 new notices')
  expect(text).toContain('… and 15 more.')
  expect(text).toContain('30. ')
  expect(text).not.toContain('31. ')
})

test('nothing of a contract goes into a mail, whatever a notice carries', () => {
  const secret = '示例科技有限公司'
  for (const kind of noticeKindNames) {
    const notice = { ...told({ person: secret, register: secret, name: secret, party: secret }), kind }
    for (const language of ['zh-CN', 'en']) {
      const { subject, text } = letterOf('张三', [notice], language, link)
      expect(subject + text).not.toContain(secret)
    }
  }
})

test('a mail keeps its name', () => {
  const id = '0193d0c0-0000-7000-8000-000000000001'
  expect(messageIdOf(id, '技市 <jishi@corps.example>')).toBe(`<${id}@corps.example>`)
  expect(messageIdOf(id, 'jishi@corps.example')).toBe(`<${id}@corps.example>`)
})
