import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import { appUrl } from '@/db/testing/database'
import { sql } from '@/db/testing/sql'
import type { Actor } from '@/lib/domain/access/actor'
import { currentYear } from '@/lib/domain/statistics/query'
import { addOrganisation } from '../organisations/add'
import { changePreferences } from '../people/preferences'
import { noteRecent } from './note-recent'
import { search } from './search'
import {
  admin,
  approver,
  auditor,
  buyer,
  enterThree,
  found,
  ids,
  leader,
  office,
  security,
  stranger,
} from './testing/three'

let number: string

beforeAll(async () => {
  number = await enterThree()
}, 60_000)
afterAll(() => database().close())

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
    const [row] = await sql()`select local_number from contract where id = ${ids.draft}`
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
