import { expect, test } from 'vitest'
import { noticeKindNames } from '../notice/kinds'
import { letterOf, messageIdOf, type Telling } from './letter'

const link = 'https://jishi.example/inbox'
const told = (params = {}) => ({
  kind: 'contract.returned' as const,
  params,
  dueOn: '2026-12-08',
  standsFor: null,
})

const of = (name: string, notices: Telling['notices'], waiting: Telling['waiting'] = []): Telling => ({
  name,
  notices,
  waiting,
  link,
})

test('says what waits, by its number and until when, and where to read it', () => {
  const { subject, text } = letterOf(of('张三', [told({ local: 'D08-2026-0012' })]), 'zh-CN')
  expect(subject).toBe('技市：1 项新通知')
  expect(text).toContain('1. 合同被退回补正 D08-2026-0012')
  expect(text).toContain('2026-12-08 到期')
  expect(text).toContain(link)
})

test('says for whom a deputy is written to', () => {
  const notice = { ...told({ number: '更正〔2026〕1号' }), standsFor: '李四' }
  expect(letterOf(of('王五', [notice]), 'zh-CN').text).toContain('代李四')
  expect(letterOf(of('王五', [notice]), 'en').text).toContain('for 李四')
})

test('of a morning says how much waits, and until when', () => {
  const waiting = [
    { kind: 'returned' as const, count: 3, dueOn: null, overdue: 0 },
    { kind: 'findings' as const, count: 5, dueOn: '2026-12-01', overdue: 2 },
  ]
  const chinese = letterOf(of('张三', [told()], waiting), 'zh-CN').text
  expect(chinese).toContain(
    '目前待您办理：\n   合同待补正 3 项\n   自查问题待答复 5 项（最早 2026-12-01 到期，已逾期 2 项）',
  )
  const english = letterOf(of('Zhang', [told()], waiting), 'en').text
  expect(english).toContain(
    'Waiting for you now:\n   Contracts to correct: 3\n   Findings to answer: 5 (first due 2026-12-01, 2 overdue)',
  )
  expect(letterOf(of('张三', [told()]), 'zh-CN').text).not.toContain('目前待您办理')
})

test('a long one is cut and says how much is left', () => {
  const { subject, text } = letterOf(
    of(
      'Z',
      Array.from({ length: 45 }, () => told()),
    ),
    'en',
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
      const { subject, text } = letterOf(of('张三', [notice]), language)
      expect(subject + text).not.toContain(secret)
    }
  }
})

test('a mail keeps its name', () => {
  const id = '0193d0c0-0000-7000-8000-000000000001'
  expect(messageIdOf(id, '技市 <jishi@corps.example>')).toBe(`<${id}@corps.example>`)
  expect(messageIdOf(id, 'jishi@corps.example')).toBe(`<${id}@corps.example>`)
})
