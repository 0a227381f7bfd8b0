import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { atTime } from '@/db/clock'
import { ownerUrl } from '@/db/testing/database'
import { reach, type Statement } from '@/db/testing/past-verbs'
import { roleNames } from '@/lib/domain/access/roles'
import { LAPSES_AFTER, noticeKindNames } from '@/lib/domain/notice/kinds'
import { inboxQuerySchema } from '@/lib/domain/notice/notice'
import { colleague } from '@/lib/testing/colleagues'
import { contractIn, moveIn, person } from '@/lib/testing/house'
import { grant } from '../requests/grant'
import { countInbox, readInbox } from './inbox'
import { markNoticesRead, markNoticeUnread } from './mark'
import {
  admin,
  back,
  correction,
  leader,
  other,
  own,
  query,
  second,
  security,
  told,
  unread,
} from './testing/inbox-of'

beforeAll(moveIn)
afterAll(() => database().close())

describe('reading', () => {
  test('is each person’s own, and takes the notice off the count', async () => {
    const mate = await colleague('reader.d08')
    await contractIn('registered', own)
    const id = await contractIn('registered', own)
    const mine = (await unread(own)).find(({ subject }) => subject === id)
    const count = await countInbox(own)
    await markNoticesRead(own, { ids: [mine?.id] })
    expect(await told(own, id)).toEqual([])
    expect(await told(mate, id)).toEqual(['contract.registered'])
    expect(await countInbox(own)).toBe(count - 1)
    await markNoticeUnread(own, { id: mine?.id })
    expect(await told(own, id)).toEqual(['contract.registered'])
    await markNoticesRead(own, { all: true })
    expect((await unread(own)).length).toBe(0)
    const all = await readInbox(own, inboxQuerySchema.parse({ tab: 'all', group: 'contracts' }))
    expect(all.counts.all).toBeGreaterThan(1)
    expect(all.notices.every(({ isRead, isOver }) => isRead || isOver)).toBe(true)
  })

  test('somebody else’s notice can’t be marked', async () => {
    const id = await contractIn('registered', own)
    const mine = (await unread(own)).find(({ subject }) => subject === id)
    expect(await markNoticesRead(other, { ids: [mine?.id] })).toEqual({ read: 0 })
    expect(await told(own, id)).toEqual(['contract.registered'])
  })

  test('nothing is counted twice, and nothing waits for who has nothing to do with it', async () => {
    const before = await countInbox(own)
    await contractIn('returned', own)
    expect(await countInbox(own)).toBe(before + 1)
    expect(await countInbox(security)).toBe(0)
    expect(await countInbox(admin)).toBe(0)
    expect((await readInbox(security, query)).counts).toEqual({ unread: 0, all: 0 })
  })

  test('what is only to be read lapses; what waits does not', async () => {
    const [info, open] = [await contractIn('registered', own), await contractIn('returned', own)]
    const then = new Date(Date.now() + (LAPSES_AFTER + 1) * 86_400_000)
    const at = (id: string) => atTime(then, () => told(own, id))
    expect([await at(info), await at(open)]).toEqual([[], ['contract.returned']])
  })

  test('who is new at a desk is not told of what was before', async () => {
    await contractIn('registered', own)
    const fresh = await colleague('fresh.d08')
    expect((await readInbox(fresh, query)).counts).toEqual({ unread: 0, all: 0 })
  })
})

describe('the walls', () => {
  const owner = postgres(ownerUrl(), { max: 1 })
  afterAll(() => owner.end())

  const everybody = [...roleNames.map((role) => (role === 'registrar' ? other : person(role))), own]

  beforeAll(async () => {
    for (const office of [own, own, own, other, other]) await back(await contractIn('submitted', office))
    const { id } = await correction(own, await contractIn('registered', own))
    await grant(second, { id })
  })

  test('nobody reads what is told to another person or desk', async () => {
    const held = await owner`select id, account, role, unit from notice`
    expect(held.length).toBeGreaterThan(5)
    for (const who of everybody) {
      const expected = held.filter(
        ({ account, role, unit }) =>
          account === who.id || (role === who.role && (unit === null || unit === who.unit)),
      )
      expect(await reach(who, (tx) => tx`select from notice`), who.username).toBe(expected.length)
      expect(
        await reach(who, (tx) => tx`select from notice_read where account <> ${who.id}`),
        who.username,
      ).toBe(0)
    }
    expect(await reach({ role: '' }, (tx) => tx`select from notice`)).toBe(0)
  })

  test('nobody writes, changes or removes a notice, or reads in another’s name', async () => {
    const [some] = await owner`select id from notice where role = 'registrar' and unit = 'D08' limit 1`
    for (const who of everybody) {
      for (const statement of [
        (tx) => tx`insert into notice (kind, account, subject) values ('import.done', ${who.id}, 'x')`,
        (tx) => tx`update notice set ended_at = now()`,
        (tx) => tx`delete from notice`,
        (tx) =>
          tx`insert into notice_read (notice, account) values (${some?.id}, ${leader.id === who.id ? own.id : leader.id})`,
        (tx) => tx`select jishi_tell('import.done', ${who.id}, null, null, 'x', '{}', null)`,
      ] as Statement[]) {
        expect(await reach(who, statement), who.username).toBe('refused')
      }
    }
  })

  test('addresses and mails are one’s own, the administrator’s and the post’s', async () => {
    await owner`insert into mail_setting (account, address) values (${own.id}, 'own@example.org')`
    for (const who of [...everybody, { ...own, role: 'post', id: '', username: 'post' }]) {
      const sees = who.id === own.id || ['admin', 'post'].includes(who.role) ? 1 : 0
      expect(await reach(who, (tx) => tx`select from mail_setting`), who.username).toBe(sees)
      const queues = await reach(
        who,
        (tx) => tx`insert into outbox (id, account, address, kind, language)
          values (gen_random_uuid(), ${own.id}, 'a@b.cn', 'test', 'zh-CN')`,
      )
      expect(queues, who.username).toBe(['admin', 'post'].includes(who.role) ? 1 : 'refused')
    }
    const nothing = { ...own, role: 'post', id: '', unit: null }
    expect(await reach(nothing, (tx) => tx`select from contract`)).toBe(0)
    expect(await reach(nothing, (tx) => tx`select from trail`)).toBe(0)
  })

  test('the triggers tell just the kinds that are declared', async () => {
    const sources = await owner`select prosrc from pg_proc where proname ~ '^jishi_tell_of|^jishi_tell$'`
    const text = sources.map(({ prosrc }) => prosrc).join('\n')
    const named = new Set([...text.matchAll(/'([a-z]+\.[a-z-]+)'/g)].map(([, name]) => name))
    for (const [prefix, ...ends] of [
      ['request.', 'granted', 'declined'],
      ['import.', 'judged', 'done', 'failed'],
    ]) {
      expect(text).toContain(`'${prefix}' ||`)
      for (const end of ends) named.add(`${prefix}${end}`)
    }
    expect([...named].sort()).toEqual([...noticeKindNames].sort())
  })
})
