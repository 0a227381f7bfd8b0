import { sql as statement } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import { sql } from '@/db/testing/sql'
import { gate, inTransaction } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { mostRecent } from '@/lib/domain/search/recent'
import { withdraw } from '../contracts/withdraw'
import { changePreferences } from '../people/preferences'
import { readSession } from '../people/sign-in'
import { ask } from '../requests/ask'
import { noteRecent } from './note-recent'
import { readRecent } from './read-recent'
import { admin, approver, auditor, enterThree, ids, leader, office, stranger } from './testing/three'

beforeAll(enterThree, 60_000)
afterAll(() => database().close())

describe('recent things', () => {
  const titles = async (actor: Actor) => (await readRecent(actor, 'zh-CN')).map(({ id }) => id)

  it('are what was opened last, the latest first, each once', async () => {
    const { id: request } = await ask(auditor, {
      id: ids.registered,
      kind: 'revoke',
      reason: '1',
      text: '核查发现合同没有实际履行。',
    })
    await noteRecent(approver, { kind: 'contract', id: ids.submitted })
    await noteRecent(approver, { kind: 'request', id: request })
    await noteRecent(approver, { kind: 'contract', id: ids.registered })
    await noteRecent(approver, { kind: 'contract', id: ids.submitted })
    expect(await titles(approver)).toEqual([ids.submitted, ids.registered, request])
    const [first] = await readRecent(approver, 'en')
    expect(first).toMatchObject({ title: '苁蓉submitted技术', href: `/contracts/${ids.submitted}` })
    expect(first?.detail).toMatch(/^Contract · D08-/)
  })

  it('leave out what is no longer within reach', async () => {
    await withdraw(office, { id: ids.submitted, revision: await revision(ids.submitted) })
    expect(await titles(approver)).not.toContain(ids.submitted)
    expect((await titles(approver)).length).toBe(2)
  })

  it('are refused for what does not exist for the person, or for nonsense', async () => {
    for (const [actor, thing, code] of [
      [stranger, { kind: 'contract', id: ids.draft }, 'not-found'],
      [admin, { kind: 'contract', id: ids.draft }, 'forbidden'],
      [approver, { kind: 'contract', id: ids.draft }, 'not-found'],
      [office, { kind: 'account', id: ids.draft }, 'invalid-input'],
      [office, { kind: 'contract', id: 'x' }, 'invalid-input'],
      [office, null, 'invalid-input'],
    ] as const)
      await expect(noteRecent(actor, thing)).rejects.toMatchObject({ detail: { code } })
  })

  it('are bounded', async () => {
    await sql()`insert into recent (account, kind, subject, opened_at)
      select ${leader.id}, 'contract', gen_random_uuid(), now() - n * interval '1 day' from generate_series(1, 60) as n`
    await noteRecent(leader, { kind: 'contract', id: ids.registered })
    const [row] = await sql()`select count(*)::int as n from recent where account = ${leader.id}`
    expect(row?.n).toBe(mostRecent)
    expect(await titles(leader)).toEqual([ids.registered])
  })
})

const revision = async (id: string): Promise<number> =>
  (await sql()`select revision from contract where id = ${id}`)[0]?.revision

describe('preferences', () => {
  it('are laid over what was chosen before, and come with the session', async () => {
    await changePreferences(leader, { theme: 'dark', pageSize: 100 })
    expect(await changePreferences(leader, { theme: 'light', language: 'en' })).toEqual({
      theme: 'light',
      pageSize: 100,
      language: 'en',
    })
    const id = crypto.randomUUID()
    await inTransaction(leader, (tx) =>
      tx.execute(statement`insert into credential (account, password_hash) values (${leader.id}, 'x')`),
    )
    await inTransaction(leader, (tx) =>
      tx.execute(statement`insert into session (id, account) values (${id}, ${leader.id})`),
    )
    expect((await readSession(id))?.preferences).toEqual({ theme: 'light', pageSize: 100, language: 'en' })
    await sql()`update preference set choices = '{"theme": "sepia", "pageSize": 33, "density": "compact"}'
      where account = ${leader.id}`
    expect((await readSession(id))?.preferences).toEqual({ density: 'compact' })
  })

  it('refuse what can’t be chosen, and keep nothing of it', async () => {
    for (const chosen of [
      { theme: 'sepia' },
      { pageSize: 30 },
      { pageSize: '50' },
      { colour: 'red' },
      null,
      'dark',
      { shortcuts: 1 },
    ])
      await expect(changePreferences(stranger, chosen)).rejects.toMatchObject({
        detail: { code: 'invalid-input' },
      })
    const rows = await sql()`select from preference where account = ${stranger.id}`
    expect(rows.length).toBe(0)
  })
})

it('gate sees preferences alone of what people keep', async () => {
  const rows = await inTransaction(gate, (tx) => tx.execute(statement`select from recent`))
  expect(rows.length).toBe(0)
})
