import { sql as statement } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import { ownerUrl } from '@/db/testing/database'
import { gate, inTransaction } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import type { HitKind } from '@/lib/domain/search/hit'
import { mostRecent } from '@/lib/domain/search/recent'
import { contractIn, moveIn, person, registrarOf } from '@/lib/testing/house'
import { withdraw } from '../contracts/withdraw'
import { changePreferences } from '../people/preferences'
import { readSession } from '../people/sign-in'
import { ask } from '../requests/ask'
import { noteRecent } from './note-recent'
import { readRecent } from './read-recent'
import { search } from './search'

const [office, stranger] = [registrarOf('D08'), registrarOf('D01')]
const [approver, auditor, leader] = [person('approver'), person('auditor'), person('leader')]
const [admin, _security] = [person('admin'), person('security')]

/** 重 and 行 have more than one reading. */
const buyer = {
  name: '重峦（叠翠）农行滴灌有限公司',
  country: '142',
  code: '91650203MA81K5507N',
  kind: '150',
  ownership: '2',
  region: '652301',
  isCorps: false,
}

const ids = {} as Record<'draft' | 'submitted' | 'registered', string>
let owner: postgres.Sql
let _number: string

beforeAll(async () => {
  await moveIn()
  owner = postgres(ownerUrl(), { max: 2, onnotice: () => {} })
  for (const status of ['draft', 'submitted', 'registered'] as const)
    ids[status] = await contractIn(status, office, { buyer, name: `苁蓉${status}技术` })
  const [row] = await owner`select number from contract where id = ${ids.registered}`
  _number = row?.number
}, 60_000)

afterAll(() => Promise.all([owner.end(), database().close()]))

const _found = async (actor: Actor, typed: string, kind: HitKind = 'contract', locale = 'zh-CN') =>
  (await search(actor, typed, locale)).groups.find((group) => group.kind === kind)?.hits ?? []

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
    await owner`insert into recent (account, kind, subject, opened_at)
      select ${leader.id}, 'contract', gen_random_uuid(), now() - n * interval '1 day' from generate_series(1, 60) as n`
    await noteRecent(leader, { kind: 'contract', id: ids.registered })
    const [row] = await owner`select count(*)::int as n from recent where account = ${leader.id}`
    expect(row?.n).toBe(mostRecent)
    expect(await titles(leader)).toEqual([ids.registered])
  })
})

const revision = async (id: string): Promise<number> =>
  (await owner`select revision from contract where id = ${id}`)[0]?.revision

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
    await owner`update preference set choices = '{"theme": "sepia", "pageSize": 33, "density": "compact"}'
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
    const rows = await owner`select from preference where account = ${stranger.id}`
    expect(rows.length).toBe(0)
  })
})

it('gate sees preferences alone of what people keep', async () => {
  const rows = await inTransaction(gate, (tx) => tx.execute(statement`select from recent`))
  expect(rows.length).toBe(0)
})
