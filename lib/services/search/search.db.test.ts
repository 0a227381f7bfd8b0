import { sql as statement } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import {
  contractsEndingIn,
  contractsHolding,
  contractsSpelled,
  organisationsSpelled,
} from '@/db/queries/search'
import { appUrl, ownerUrl } from '@/db/testing/database'
import { chance, plant, randomContract } from '@/db/testing/plant'
import { gate, inTransaction, planEachTime } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import type { HitKind } from '@/lib/domain/search/hit'
import { mostRecent } from '@/lib/domain/search/recent'
import { spellingsSought } from '@/lib/domain/search/spelling'
import { currentYear } from '@/lib/domain/statistics/query'
import { contractIn, moveIn, person, registrarOf } from '@/lib/testing/house'
import { withdraw } from '../contracts/withdraw'
import { addOrganisation } from '../organisations/add'
import { changePreferences } from '../people/preferences'
import { readSession } from '../people/sign-in'
import { ask } from '../requests/ask'
import { noteRecent } from './note-recent'
import { readRecent } from './read-recent'
import { search } from './search'

const [office, stranger] = [registrarOf('D08'), registrarOf('D01')]
const [approver, auditor, leader] = [person('approver'), person('auditor'), person('leader')]
const [admin, security] = [person('admin'), person('security')]
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
let number: string

beforeAll(async () => {
  await moveIn()
  owner = postgres(ownerUrl(), { max: 2, onnotice: () => {} })
  for (const status of ['draft', 'submitted', 'registered'] as const)
    ids[status] = await contractIn(status, office, { buyer, name: `苁蓉${status}技术` })
  const [row] = await owner`select number from contract where id = ${ids.registered}`
  number = row?.number
}, 60_000)
afterAll(() => Promise.all([owner.end(), database().close()]))

const found = async (actor: Actor, typed: string, kind: HitKind = 'contract', locale = 'zh-CN') =>
  (await search(actor, typed, locale)).groups.find((group) => group.kind === kind)?.hits ?? []
const foundIds = async (actor: Actor, typed: string) => (await found(actor, typed)).map(({ id }) => id).sort()
const of = (...statuses: (keyof typeof ids)[]) => statuses.map((status) => ids[status]).sort()

describe('the search box', () => {
  it.each([
    '苁蓉',
    '重峦 苁蓉',
    'cldc',
    'zldc',
    'nongxing',
    'nonghangdiguan',
    'chongluandiecuinongh',
    'diguany',
    'D08-',
  ])('finds for %s what each role reaches, and nothing of others', async (typed) => {
    expect(await foundIds(office, typed)).toEqual(of('draft', 'submitted', 'registered'))
    expect(await foundIds(approver, typed)).toEqual(of('submitted', 'registered'))
    expect(await foundIds(auditor, typed)).toEqual(of('submitted', 'registered'))
    expect(await foundIds(leader, typed)).toEqual(of('registered'))
    for (const other of [stranger, admin, security])
      expect(await search(other, typed, 'zh-CN')).toEqual({ groups: [], exact: null })
  })

  it('finds nothing for a spelling that leaves a character out', async () => {
    expect(await foundIds(office, 'ndgyx')).toEqual([])
  })

  it('leads straight to a number typed whole, within reach, and finds it by its end', async () => {
    for (const actor of [office, approver, leader]) {
      expect((await search(actor, ` ${number} `, 'en')).exact).toBe(`/contracts/${ids.registered}`)
      expect(await foundIds(actor, number.slice(-6))).toEqual(of('registered'))
    }
    for (const actor of [stranger, admin]) {
      expect(await search(actor, number, 'en')).toEqual({ groups: [], exact: null })
      expect(await foundIds(actor, number.slice(-6))).toEqual([])
    }
    const [row] = await owner`select local_number from contract where id = ${ids.draft}`
    expect((await search(office, row?.local_number.toLowerCase(), 'zh-CN')).exact).toBe(
      `/contracts/${ids.draft}`,
    )
    expect((await search(approver, row?.local_number, 'zh-CN')).exact).toBeNull()
  })

  it('narrows by unit and year named beside other words', async () => {
    const year = currentYear(new Date())
    for (const unit of ['八师', '第八师', '8师', 'd08']) {
      expect(await foundIds(approver, `${unit} 苁蓉`), unit).toEqual(of('submitted', 'registered'))
    }
    expect(await foundIds(approver, `${year} 苁蓉`)).toEqual(of('registered'))
    expect(await foundIds(approver, '一师 苁蓉')).toEqual([])
    expect(await foundIds(office, '一师 苁蓉')).toEqual([])
  })

  it('marks what answers: words, and the characters that a spelling stands for', async () => {
    const [byWord] = await found(leader, '苁蓉')
    expect(byWord?.title.marks).toEqual([[0, 2]])
    const [bySpelling] = await found(leader, 'cuinongh')
    const { text = '', marks = [] } = bySpelling?.detail ?? {}
    expect(marks.map(([from, to]) => text.slice(from, to))).toEqual(['翠）农行'])
  })

  it('finds organisations by name and spelling for whoever reads the registry', async () => {
    const { id } = await addOrganisation(office, { party: { ...buyer, name: '且末石榴合作社' } })
    for (const typed of ['石榴', 'qiemo', 'qmslhzs', 'qmsl']) {
      for (const actor of [office, stranger, approver, leader]) {
        expect(
          (await found(actor, typed, 'organisation')).map((hit) => hit.id),
          typed,
        ).toEqual([id])
      }
      for (const actor of [admin, security]) expect(await found(actor, typed, 'organisation')).toEqual([])
    }
  })

  it('finds tables, units, years and settings by each role’s permission', async () => {
    expect((await found(leader, '大额', 'setting')).length).toBe(0)
    expect((await found(admin, 'dehtbz', 'setting')).map(({ id }) => id)).toEqual(['largeThreshold'])
    expect((await found(leader, 'bashi', 'unit')).length).toBe(2)
    expect((await found(office, '八师', 'unit')).length).toBe(2)
    expect(await found(stranger, '八师', 'unit')).toEqual([])
    expect((await found(admin, '八师', 'unit')).map(({ href }) => href)).toEqual(['/admin/units/D08'])
    expect((await found(leader, '2024', 'year')).map(({ href }) => href)).toContain('/dashboard/2024')
    expect(await found(leader, '2999', 'year')).toEqual([])
    expect(await found(security, '2024', 'year')).toEqual([])
    const all = await found(leader, '类型', 'table')
    expect(all.length).toBeGreaterThan(0)
    expect(all[0]?.href).toMatch(/^\/statistics\/\d{4}#/)
    expect(await found(admin, '类型', 'table')).toEqual([])
  })

  it('answers anything typed, and says what it can’t be', async () => {
    for (const typed of [
      '%',
      "' or 1=1 --",
      '\\',
      '()',
      '技'.repeat(100),
      'shi he',
      'a'.repeat(40),
      '１２３４５６',
      '*',
      '_',
    ])
      expect((await search(approver, typed, 'zh-CN')).exact, typed).toBeNull()
    for (const typed of ['\0', '\ud800', '技'.repeat(101)])
      await expect(search(approver, typed, 'zh-CN')).rejects.toMatchObject({
        detail: { code: 'invalid-input' },
      })
  })
})

/** SQL sent straight through the application's role, past every verb. */
async function asApp(
  actor: Actor,
  query: (tx: postgres.TransactionSql) => Promise<postgres.RowList<postgres.Row[]>>,
) {
  const sql = postgres(appUrl(), { max: 1 })
  try {
    return await sql.begin(async (tx) => {
      await tx`select set_config('app.actor', ${actor.id}, true), set_config('app.role', ${actor.role}, true),
        set_config('app.unit', ${actor.unit ?? ''}, true)`
      return [...(await query(tx))]
    })
  } finally {
    await sql.end()
  }
}

describe('the second wall', () => {
  it('shows nobody the names of all parties, and by their spelling only contracts in reach', async () => {
    await expect(asApp(approver, (tx) => tx`select name from spelled_name`)).rejects.toThrow(
      /permission denied/,
    )
    await expect(asApp(approver, (tx) => tx`select jishi_names_spelled(array['cldc'], 9)`)).rejects.toThrow(
      /permission denied/,
    )
    const spelled = (actor: Actor) =>
      asApp(actor, (tx) => tx`select id from jishi_contracts_spelled(array['cldc'], 9)`)
    expect((await spelled(approver)).length).toBe(2)
    for (const other of [stranger, admin, security]) expect(await spelled(other)).toEqual([])
    expect(await asApp(admin, (tx) => tx`select jishi_organisations_spelled(array['qmsl'], 9)`)).toEqual([])
  })

  it('keeps preferences and recent things to the person alone', async () => {
    await changePreferences(office, { density: 'compact' })
    await noteRecent(office, { kind: 'contract', id: ids.registered })
    for (const table of ['preference', 'recent']) {
      const rows = (actor: Actor) => asApp(actor, (tx) => tx`select account from ${tx(table)}`)
      expect((await rows(office)).map(({ account }) => account)).toEqual([office.id])
      for (const other of [approver, admin, stranger]) expect(await rows(other)).toEqual([])
    }
    await expect(
      asApp(
        stranger,
        (tx) =>
          tx`insert into recent (account, kind, subject) values (${office.id}, 'contract', ${ids.draft})`,
      ),
    ).rejects.toThrow(/row-level security/)
    await expect(
      asApp(stranger, (tx) => tx`insert into preference (account, choices) values (${approver.id}, '{}')`),
    ).rejects.toThrow(/row-level security/)
  })
})

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

/** How often tables that grow were read from end to end. */
async function scans(tx: Parameters<Parameters<typeof inTransaction>[1]>[0]): Promise<number> {
  const [row] = await tx.execute<{ n: string }>(statement`
    select coalesce(sum(seq_scan), 0) as n from pg_stat_xact_user_tables
    where relname in ('contract', 'spelled_name', 'organisation')`)
  return Number(row?.n)
}

describe('in a large register', () => {
  beforeAll(async () => {
    const next = chance(25)
    await plant(
      owner,
      Array.from({ length: 400 }, () => randomContract(next, [2023, 2024])),
      { copies: 50 },
    )
    const syllables = '新疆天山南北绿洲石河子阿拉尔五家渠图木舒克北屯铁门关双河可克达拉昆玉胡杨白'
    await owner`alter table contract disable trigger user`
    await owner`update contract set content = jsonb_set(content, '{seller,name}', to_jsonb(
        (select string_agg(substr(${syllables}, 1 + (abs(hashtext(contract.local_number || n::text)) % 38), 1), '')
          from generate_series(1, 5) as n) || '农业科技有限公司'))
      where local_number like 'P-%'`
    await owner`alter table contract enable trigger user`
    await owner`select jishi_spell_all()`
    await owner`insert into organisation (id, name, country, is_corps, details)
      select gen_random_uuid(), name, '142', false, jsonb_build_object('name', name) from spelled_name limit 15000`
    await owner`vacuum analyze contract, spelled_name, organisation`
  }, 120_000)

  it.each([
    ['a rare spelling', (tx, actor) => contractsSpelled(tx, actor, spellingsSought('kkdlky'), 6)],
    ['a whole spelling', (tx, actor) => contractsSpelled(tx, actor, spellingsSought('cldcnh'), 6)],
    ['the end of a number', (tx, actor) => contractsEndingIn(tx, actor, '004321', 6)],
    [
      'two characters',
      (tx, actor) => contractsHolding(tx, actor, { words: ['苁蓉'], units: [], years: [] }, 6),
    ],
    ['organisations by spelling', (tx) => organisationsSpelled(tx, spellingsSought('kkdlky'), 6)],
  ] as [
    string,
    (tx: Parameters<Parameters<typeof inTransaction>[1]>[0], actor: Actor) => Promise<unknown>,
  ][])('%s is read from indexes, whoever asks', async (_, look) => {
    for (const actor of [approver, office, leader]) {
      const scanned = await inTransaction(actor, async (tx) => {
        await planEachTime(tx)
        // The counts of a connection also hold what it did before and has not handed in yet.
        const before = await scans(tx)
        await look(tx, actor)
        return (await scans(tx)) - before
      })
      expect(scanned, actor.role).toBe(0)
    }
  })

  it('a spelling of many names still finds some of those within reach', async () => {
    expect((await found(approver, 'nykj')).length).toBe(6)
    expect((await found(registrarOf('D03'), 'nykj')).length).toBe(6)
  })
})

it('gate sees preferences alone of what people keep', async () => {
  const rows = await inTransaction(gate, (tx) => tx.execute(statement`select from recent`))
  expect(rows.length).toBe(0)
})
