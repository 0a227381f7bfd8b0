import fc from 'fast-check'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { insertPublished } from '@/db/queries/published'
import { ownerUrl } from '@/db/testing/database'
import { chance, type Planted, plant, randomContract } from '@/db/testing/plant'
import { type LaterAct, plantAct } from '@/db/testing/plant-acts'
import { inTransaction } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { addSums, noSums } from '@/lib/domain/statistics/book'
import { actOf, causeNames } from '@/lib/domain/statistics/bridge'
import { units } from '@/lib/domain/units'
import { moveIn, person, registrarOf } from '@/lib/testing/house'
import { readBridge } from './read-bridge'
import { readYear } from './read-year'

const owner = postgres(ownerUrl(), { max: 2, onnotice: () => {} })
const next = chance(5)
const start = Date.parse('2025-01-01T00:00:00Z')
/** Acts happen on whole hours; moments asked for lie on and between them. */
const hour = (count: number) => new Date(start + count * 3_600_000)
const hours = 48
const acts: LaterAct[] = ['correct', 'change', 'cancel', 'revoke']

interface Act {
  id: string
  unit: string
  at: Date
  action: string
  before: bigint | null
  after: bigint | null
}
const done: Act[] = []

beforeAll(async () => {
  await moveIn()
  const pick = (most: number) => Math.floor(next() * most)
  for (let batch = 0; batch < 8; batch++) {
    const at = hour(batch * 4)
    const some = Array.from({ length: 12 }, () => randomContract(next, [2024]))
    await plant(owner, some, { known: at })
    for (const one of some) {
      const unit = one.facts.unit
      done.push({ id: one.id, unit, at, action: 'approve', before: null, after: one.facts.turnover })
      let standing: Planted = one
      for (let count = batch * 4 + 1 + pick(12); count < hours; count += 1 + pick(20)) {
        const action = acts[pick(4)] ?? 'correct'
        const change = { turnover: BigInt(pick(1e9)), techField: '1' }
        const acted = await plantAct(owner, standing, { action, at: hour(count), change })
        const stays = action === 'correct' || action === 'change'
        const before = standing.facts.turnover
        done.push({
          id: one.id,
          unit,
          at: hour(count),
          action,
          before,
          after: stays ? acted.facts.turnover : null,
        })
        standing = acted
        if (!stays) break
      }
    }
  }
}, 60_000)

afterAll(() => Promise.all([owner.end(), database().close()]))

const actors: Actor[] = [person('leader'), person('auditor'), registrarOf('D08')]
const moment = fc
  .integer({ min: -2, max: hours * 2 + 2 })
  .map((half) => new Date(hour(0).getTime() + half * 1_800_000))

describe('a bridge between two moments', () => {
  test('leads from the year’s figure of one to that of the other, exactly, with the contracts of each cause', async () => {
    const property = fc.asyncProperty(
      fc.tuple(moment, moment),
      fc.constantFrom(...actors),
      fc.constantFrom(null, 'D08', 'D01'),
      async ([one, other], actor, unit) => {
        const [from, to] = one < other ? [one, other] : [other, one]
        const asked = { year: 2024, unit: actor.unit ?? unit, from, to }
        const found = await readBridge(actor, asked)
        const figure = async (asOf: Date) =>
          (await readYear(actor, 2024, { unit: asked.unit, asOf })).book.this.get('all')?.get('') ?? noSums
        expect(found.opening).toEqual(await figure(from))
        expect(found.closing).toEqual(await figure(to))
        expect(found.parts.map(({ change }) => change).reduce(addSums, found.opening)).toEqual(found.closing)
        for (const { cause, acts: counted, change } of found.parts) {
          const expected = done.filter(
            ({ action, at, unit: of }) =>
              cause !== 'other' &&
              action === actOf[cause] &&
              at > from &&
              at <= to &&
              (asked.unit === null || of === asked.unit),
          )
          const { lines } = await readBridge(actor, { ...asked, lines: { cause, most: 1000 } })
          expect(counted).toBe(BigInt(expected.length))
          expect(lines?.map(({ id, at, before, after }) => said(id, at, before, after)).sort()).toEqual(
            expected.map(({ id, at, before, after }) => said(id, at, wrap(before), wrap(after))).sort(),
          )
          const added = (lines ?? []).map(
            ({ before, after }) => (after?.turnover ?? 0n) - (before?.turnover ?? 0n),
          )
          expect(added.reduce((sum, one) => sum + one, 0n)).toBe(change.turnover)
        }
      },
    )
    await fc.assert(property, { numRuns: 25 })
  }, 60_000)

  test('to now ends with the live figure, whatever moment to come is asked for', async () => {
    const live = (await readYear(person('leader'), 2024)).book.this.get('all')?.get('')
    for (const to of [null, new Date(Date.now() + 60_000)]) {
      const found = await readBridge(person('leader'), { year: 2024, from: hour(3), to })
      expect(found.closing).toEqual(live)
      expect(found.toNow).toBe(true)
    }
  })

  test('shows a contract registered and taken off in between under both causes, adding up to nothing', async () => {
    const gone = done.find(({ id, action, unit }) => unit !== 'D08' && action === 'revoke' && !!id)
    const first = done.find(({ id, action }) => id === gone?.id && action === 'approve')
    if (!gone || !first) throw new Error('No contract was revoked')
    const span = { year: 2024, unit: gone.unit, from: new Date(first.at.getTime() - 1), to: gone.at }
    const lines = await Promise.all(
      causeNames.map((cause) => readBridge(person('leader'), { ...span, lines: { cause, most: 1000 } })),
    )
    const own = lines.flatMap((one) => one.lines ?? []).filter(({ id }) => id === gone.id)
    expect(own.length).toBeGreaterThan(1)
    expect(
      own.reduce((sum, { before, after }) => sum + (after?.turnover ?? 0n) - (before?.turnover ?? 0n), 0n),
    ).toBe(0n)
  })

  test('is read page by page', async () => {
    const span = { year: 2024, from: hour(-1), to: null }
    const page = (before?: number) =>
      readBridge(person('leader'), { ...span, lines: { cause: 'registered', most: 40, before } })
    const met: string[] = []
    for (let before: number | undefined; ; ) {
      const { lines, next: following } = await page(before)
      met.push(...(lines ?? []).map(({ id }) => id))
      if (following === null) break
      before = following
    }
    expect(new Set(met).size).toBe(96)
    expect(met).toHaveLength(96)
  })

  test('turned round, of another office, of nobody’s figures or of no edition is refused', async () => {
    const asked = { year: 2024, from: hour(5), to: hour(4) }
    await expect(readBridge(person('leader'), asked)).rejects.toMatchObject({
      detail: { code: 'invalid-input', issues: [{ path: 'to', message: 'order' }] },
    })
    await expect(readBridge(registrarOf('D08'), { ...asked, unit: 'D01', to: null })).rejects.toMatchObject({
      detail: { code: 'not-found' },
    })
    await expect(readBridge(person('leader'), { ...asked, unit: 'D99', to: null })).rejects.toMatchObject({
      detail: { code: 'not-found' },
    })
    await expect(readBridge(person('admin'), { ...asked, to: null })).rejects.toMatchObject({
      detail: { code: 'forbidden' },
    })
    await expect(readBridge(person('leader'), { year: 2024, from: 7, to: null })).rejects.toMatchObject({
      detail: { code: 'invalid-input', issues: [{ path: 'edition', message: 'unknown' }] },
    })
  })
})

describe('a bridge from a published edition', () => {
  test('starts with its publication and tells what it printed', async () => {
    const publishedAt = hour(20)
    const rows = units.map(({ code: unit }, index) => ({
      year: 2024,
      edition: 1,
      unit,
      turnover: BigInt(index) * 100n,
      rank: null,
    }))
    await inTransaction(person('auditor'), (tx) =>
      insertPublished(tx, { year: 2024, edition: 1, publishedAt }, rows),
    )
    for (const actor of actors) {
      const found = await readBridge(actor, { year: 2024, from: 1, to: null })
      const plain = await readBridge(actor, { year: 2024, from: publishedAt, to: null })
      expect(found.opening).toEqual(plain.opening)
      expect(found.parts).toEqual(plain.parts)
      const printed = rows.filter(({ unit }) => actor.unit === null || unit === actor.unit)
      expect(found.edition).toEqual({
        year: 2024,
        edition: 1,
        publishedAt,
        printed: printed.reduce((sum, { turnover }) => sum + turnover, 0n),
      })
    }
  })
})

const wrap = (turnover: bigint | null) => (turnover === null ? null : { turnover })
const said = (
  id: string,
  at: Date,
  before: { turnover: bigint } | null,
  after: { turnover: bigint } | null,
) => `${id} ${at.toISOString()} ${before?.turnover ?? '-'} ${after?.turnover ?? '-'}`
