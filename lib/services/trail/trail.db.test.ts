import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { readTrail } from '@/db/queries/trail'
import { sql } from '@/db/testing/sql'
import { inTransaction } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { roleNames } from '@/lib/domain/access/roles'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { contractIn, registrarOf } from '@/lib/testing/house'
import { enrolWithPasswords, password } from '@/lib/testing/signed'
import { person } from '../demo/people'
import { exportList } from '../export/lists'
import { signIn } from '../people/sign-in'
import { type TrailQuery, trailFilters } from './filters'
import { type TrailRow, trailPage } from './read'

const security = person('security')
const today = shanghaiDate(new Date())

beforeAll(async () => {
  await enrolWithPasswords('registrar-d08', 'registrar-d01', 'approver', 'security', 'auditor', 'leader')
  await contractIn('registered', registrarOf('D08'), { name: '棉花膜下滴灌技术开发' })
  await contractIn('returned', registrarOf('D01'))
  for (let i = 0; i < 60; i += 1) await signIn({ username: 'approver', password }, '10.0.0.8')
})
afterAll(() => database().close())

async function all(filters: TrailQuery): Promise<TrailRow[]> {
  const rows: TrailRow[] = []
  let after: number | undefined
  do {
    const page = await trailPage(security, filters, after)
    rows.push(...page.rows)
    after = page.next ?? undefined
  } while (after !== undefined)
  return rows
}

const taken = async (actor: Actor, asked: Record<string, string>) => {
  const params = new Map(Object.entries(asked).map(([name, value]) => [name, [value]]))
  const file = await exportList(actor, 'trail', { params, format: 'csv', locale: 'zh-CN' })
  return new Response(file.body).text()
}

describe('the trail', () => {
  test('goes newest first, page by page, with nothing twice and nothing left out', async () => {
    const seen: number[] = []
    let after: number | undefined
    do {
      const { rows, next } = await trailPage(security, {}, after)
      seen.push(...rows.map(({ id }) => id))
      after = next ?? undefined
    } while (after !== undefined)
    const ids = await sql()`select id::int from trail order by at desc, id desc`
    expect(seen).toEqual(ids.map(({ id }) => id))
    expect(seen.length).toBeGreaterThan(50)
  })

  test('is filtered by each thing and by all together', async () => {
    const d08 = registrarOf('D08')
    const cases: [TrailQuery, (row: TrailRow) => boolean][] = [
      [{ person: 'REGISTRAR-D08' }, (row) => row.actor === d08.id],
      [{ person: '八师' }, (row) => row.actor === d08.id],
      [{ role: 'approver' }, (row) => row.role === 'approver'],
      [{ unit: 'D01' }, (row) => row.unit === 'D01' || (row.details as { unit?: string }).unit === 'D01'],
      [{ action: 'contract.return' }, (row) => row.action === 'contract.return'],
      [{ from: today, to: today }, () => true],
      [{ to: '2000-01-01' }, () => false],
      [
        { role: 'registrar', unit: 'D08', action: 'contract.submit' },
        (row) => row.action === 'contract.submit' && row.unit === 'D08',
      ],
    ]
    const everything = await all({})
    for (const [filters, keeps] of cases) expect(await all(filters)).toEqual(everything.filter(keeps))
  })

  test('finds a contract by its number, an account by its name', async () => {
    const [one] = await sql()`select id, local_number, number from contract where status = 'registered'`
    for (const subject of [one?.id, one?.local_number]) {
      expect((await all({ subject })).map(({ action }) => action)).toContain('contract.approve')
    }
    expect((await all({ subject: one?.number })).map(({ action }) => action)).toEqual(['contract.approve'])
    expect((await all({ subject: 'approver', action: 'account.create' })).length).toBe(1)
  })

  test('holds no content of contracts, no password and no hash', async () => {
    const [content] = await sql()`select content from contract where status = 'registered'`
    const text = JSON.stringify(await all({}))
    expect(content?.content.name).toBe('棉花膜下滴灌技术开发')
    for (const secret of [
      '滴灌',
      content?.content.turnover,
      content?.content.seller?.name,
      password,
      'argon2',
    ]) {
      expect(secret).toBeTruthy()
      expect(text).not.toContain(secret)
    }
  })

  test.each(roleNames.filter((role) => role !== 'security'))('is closed to the %s', async (role) => {
    const actor = role === 'registrar' ? registrarOf('D08') : person(role)
    await expect(trailPage(actor, {})).rejects.toMatchObject({ detail: { code: 'forbidden' } })
    await expect(taken(actor, {})).rejects.toMatchObject({ detail: { code: 'forbidden' } })
    expect(await inTransaction(actor, (tx) => readTrail(tx, actor, {}, { most: 9 }))).toEqual([])
  })

  test('says when it was taken out, and which part', async () => {
    const before = await all({ role: 'approver' })
    const text = await taken(security, { role: 'approver', unit: '', from: 'long ago' })
    expect(text.trimEnd().split('\r\n')).toHaveLength(before.length + 1)
    const [ended, begun] = await all({})
    expect(begun).toMatchObject({
      action: 'trail.export',
      actor: security.id,
      details: { list: 'trail', format: 'csv', filters: { role: 'approver' } },
    })
    expect(ended).toMatchObject({
      action: 'export.end',
      subject: begun?.subject,
      details: { rows: before.length, whole: true },
    })
  })
})

test('filters that can’t be read filter nothing', () => {
  expect(
    trailFilters.parse({ role: 'king', unit: ['D01'], from: '2025-13-01', action: 'x', person: ' ' }),
  ).toEqual({})
})
