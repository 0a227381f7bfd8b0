import { describe, expect, test } from 'vitest'
import { may } from '../access/permissions'
import { roleNames } from '../access/roles'
import { concernsInbox } from './addressee'
import { countedKinds, kindOfNotice, noticeGroupNames, noticeKindNames } from './kinds'
import { inboxQuerySchema, nameOfNotice } from './notice'
import { waitingKinds, waitingNames, waitingOf } from './waiting'

describe('the declarations', () => {
  test.each(noticeKindNames)('%s says in both languages what, why and until when', (name) => {
    const { words, cause, ends } = kindOfNotice(name)
    for (const { zh, en } of [words, cause, ends]) {
      expect(zh).toMatch(/[一-龥]/)
      expect(en).toMatch(/^[A-Z]/)
      expect(en).not.toMatch(/[一-龥]/)
    }
  })

  test('every group has a kind, and a kind is counted as itself or as what waits', () => {
    expect(new Set(noticeKindNames.map((name) => kindOfNotice(name).group))).toEqual(
      new Set(noticeGroupNames),
    )
    const waiting = noticeKindNames.flatMap((name) => kindOfNotice(name).waitsAs ?? [])
    expect(countedKinds.length + waiting.length).toBe(noticeKindNames.length)
  })

  test('what waits waits for those alone who may do it', () => {
    for (const name of waitingNames) {
      for (const role of waitingKinds[name].roles) expect(may(role, waitingKinds[name].permission)).toBe(true)
    }
    expect(roleNames.filter((role) => waitingOf(role).length === 0)).toEqual(['security'])
  })
})

describe('an announcement', () => {
  const at = (role: string, unit: string | null = null) =>
    ({ id: `id-${role}`, username: '', name: '', role, unit }) as Parameters<typeof concernsInbox>[0]
  test.each([
    ['inbox registrar/D08', at('registrar', 'D08'), true],
    ['inbox registrar/D08', at('registrar', 'D01'), false],
    ['inbox registrar', at('registrar', 'D01'), true],
    ['inbox leader', at('leader'), true],
    ['inbox leader', at('approver'), false],
    ['inbox id-admin', at('admin'), true],
    ['inbox id-admin', at('leader'), false],
    ['work D08', at('registrar', 'D08'), true],
    ['work D08', at('registrar', 'D01'), false],
    ['work D08', at('approver'), true],
    ['work D08', at('leader'), false],
    ['2026 D08', at('approver'), false],
    ['pulse x', at('approver'), false],
  ])('%s', (announced, actor, concerned) => {
    expect(concernsInbox(actor, announced)).toBe(concerned)
  })

  test('to somebody stood in for concerns the deputy', () => {
    const deputy = { ...at('approver'), standsFor: [{ id: 'absent', name: '张三' }] }
    expect(concernsInbox(deputy, 'inbox absent')).toBe(true)
    expect(concernsInbox(at('approver'), 'inbox absent')).toBe(false)
  })
})

test('an address that can’t be read shows the unread', () => {
  expect(inboxQuerySchema.parse({ tab: 'x', group: 'y', page: '-1' })).toEqual({ tab: 'unread', page: 1 })
  expect(inboxQuerySchema.parse({ tab: 'all', group: 'audits', page: '3' })).toMatchObject({ page: 3 })
})

test('a thing is named by the number people know it by', () => {
  expect(nameOfNotice({ local: 'D08-2026-1', number: '2026660008000001' })).toBe('2026660008000001')
  expect(nameOfNotice({ local: 'D08-2026-1', decision: '不予登记〔2026〕1号' })).toBe('不予登记〔2026〕1号')
  expect(nameOfNotice({ year: 2024, unit: 'D08', edition: 2 })).toBe('2024 D08 #2')
  expect(nameOfNotice({})).toBe('')
})
