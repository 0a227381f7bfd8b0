import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { readEditions, readPublished } from '@/db/queries/published'
import { publishedUnit } from '@/db/schema'
import { sql } from '@/db/testing/sql'
import { inTransaction } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import { moveIn, person, registrarOf } from '@/lib/testing/house'
import { attempt } from '../attempt'
import { recordPublished } from './record'

const auditor = person('auditor')
const everyone: Actor[] = [
  registrarOf('D08'),
  ...['approver', 'auditor', 'leader', 'admin', 'security'].map(person),
]
const rows = [
  { unit: 'D08', turnover: '115599500.00', rank: 2 },
  { unit: 'D12', turnover: '129214600.00', rank: 1 },
  { unit: 'U01', turnover: '74072800.00', rank: null },
]
const published = (actor: Actor) => inTransaction(actor, (tx) => readPublished(tx))

beforeAll(moveIn)
afterAll(() => database().close())

describe('a published report', () => {
  test('is recorded once, as printed, with a trail', async () => {
    expect(await recordPublished(auditor, { year: 2024, edition: 1, rows })).toEqual({ units: 3 })
    expect(await published(auditor)).toContainEqual({
      year: 2024,
      edition: 1,
      unit: 'D08',
      turnover: 11_559_950_000n,
      rank: 2,
    })
    const [entry] = await sql()`select actor, subject, details from trail where action = 'report.record'`
    expect(entry).toEqual({
      actor: auditor.id,
      subject: '2024',
      details: { year: 2024, edition: 1, units: 3 },
    })
    await expect(
      recordPublished(auditor, { year: 2024, edition: 1, rows: [{ unit: 'D01', turnover: '1', rank: 1 }] }),
    ).rejects.toMatchObject({
      detail: { code: 'invalid-input', issues: [{ path: 'edition', message: 'recorded' }] },
    })
    const publishedAt = '2025-01-20T10:00:00+08:00'
    expect(await recordPublished(auditor, { year: 2024, edition: 2, publishedAt, rows })).toEqual({
      units: 3,
    })
    const [second, first] = await inTransaction(auditor, (tx) => readEditions(tx, 2024))
    expect(second).toEqual({ year: 2024, edition: 2, publishedAt: new Date(publishedAt) })
    expect(Date.now() - (first?.publishedAt.getTime() ?? 0)).toBeLessThan(60_000)
  })

  test('is recorded once even by two at the same moment', async () => {
    const halves = [rows.slice(0, 1), rows.slice(1)]
    const answers = await Promise.all(
      halves.map((half) => attempt(() => recordPublished(auditor, { year: 2021, edition: 1, rows: half }))),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ problem: { issues: [{ message: 'recorded' }] } })
  })

  const bad: [string, unknown, string][] = [
    ['an unknown unit', { rows: [{ unit: 'D99', turnover: '1', rank: null }] }, 'rows.0.unit'],
    ['a unit named twice', { rows: [...rows, { unit: 'D08', turnover: '1', rank: 3 }] }, 'rows.3.unit'],
    ['an amount that is none', { rows: [{ unit: 'D08', turnover: '1.234', rank: 1 }] }, 'rows.0.turnover'],
    ['a place that is none', { rows: [{ unit: 'D08', turnover: '1', rank: 0 }] }, 'rows.0.rank'],
    ['no unit at all', { rows: [] }, 'rows'],
    ['a year that is none', { year: 24 }, 'year'],
    ['a publication to come', { publishedAt: '2999-01-01T00:00:00Z' }, 'publishedAt'],
    ['more than is asked', { note: 'x' }, ''],
  ]
  test.each(bad)('is refused with %s, and nothing is written', async (_, change, path) => {
    const given = { year: 2020, edition: 1, rows, ...(change as object) }
    await expect(recordPublished(auditor, given)).rejects.toMatchObject({
      detail: { code: 'invalid-input', issues: [{ path }] },
    })
    expect((await published(auditor)).filter(({ year }) => year === 2020)).toEqual([])
  })
})

describe.each(everyone.map((actor) => [actor.role, actor] as const))('for a %s', (_, actor) => {
  test('the verb is there or not, as the permissions say', async () => {
    const answer = await attempt(() =>
      recordPublished(actor, { year: 2019, edition: everyone.indexOf(actor) + 1, rows }),
    )
    expect(answer).toMatchObject(
      may(actor.role, 'report.record') ? { ok: true } : { ok: false, problem: { code: 'forbidden' } },
    )
  })

  test('the wall stands behind it: who reads statistics reads all of it, the auditor alone adds', async () => {
    const seen = (await published(actor)).filter(({ year }) => year === 2024)
    expect(seen.length).toBe(may(actor.role, 'statistics.read') ? 6 : 0)
    const row = { year: 2018, edition: everyone.indexOf(actor) + 1, unit: 'D08', turnover: 1n, rank: 1 }
    const added = inTransaction(actor, (tx) => tx.insert(publishedUnit).values(row))
    if (may(actor.role, 'report.record')) await expect(added).resolves.toBeTruthy()
    else await expect(added).rejects.toThrow()
  })
})
