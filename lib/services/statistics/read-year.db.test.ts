import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownerUrl } from '@/db/testing/database'
import { chance, type Planted, plant, randomContract } from '@/db/testing/plant'
import type { Actor } from '@/lib/domain/access/actor'
import { type Book, noSums, type SplitName, type Sums } from '@/lib/domain/statistics/book'
import { compute } from '@/lib/domain/statistics/compute'
import { dimensionNames } from '@/lib/domain/statistics/dimensions'
import { type CellFilter, drill } from '@/lib/domain/statistics/drill'
import { whole } from '@/lib/domain/statistics/figure'
import { measures } from '@/lib/domain/statistics/measures'
import { type CellContracts, readCell } from './read-cell'
import { readYear } from './read-year'

const leader: Actor = {
  id: '00000000-0000-7000-8000-000000000009',
  username: 'leader',
  name: 'Leader',
  role: 'leader',
  unit: null,
}
const office: Actor = { ...leader, role: 'registrar', unit: 'D08' }
const owner = postgres(ownerUrl(), { max: 3, onnotice: () => {} })
const next = chance(42)
const early = Array.from({ length: 260 }, () => randomContract(next, [2023, 2024]))
const late = Array.from({ length: 80 }, () => randomContract(next, [2023, 2024]))
const all = [...early, ...late]
const firstMoment = new Date('2025-01-10T00:00:00Z')

/** The same sums made without the database. */
function bookOf(contracts: readonly Planted[], year: number): Book {
  const ledger = (of: number) => {
    const splits = new Map<SplitName, Map<string, Sums>>()
    const add = (split: SplitName, member: string, { facts }: Planted) => {
      const members = splits.get(split) ?? new Map<string, Sums>()
      const sums = members.get(member) ?? noSums
      members.set(member, {
        contracts: sums.contracts + 1n,
        turnover: sums.turnover + facts.turnover,
        technology: sums.technology + facts.technology,
      })
      splits.set(split, members)
    }
    for (const one of contracts.filter(({ facts }) => facts.year === of)) {
      add('all', '', one)
      add('direction', 'out', one)
      if (one.facts.flow === '1') add('direction', 'within', one)
      add('unit', one.facts.unit, one)
      for (const name of dimensionNames) add(name, one.facts[name], one)
    }
    return splits
  }
  return { this: ledger(year), last: ledger(year - 1) }
}

async function expectTables(
  actor: Actor,
  contracts: readonly Planted[],
  choice: { unit?: string; asOf?: Date } = {},
) {
  const read = await readYear(actor, 2024, choice)
  const book = bookOf(contracts, 2024)
  for (const one of read.tables) {
    if ('table' in one) expect(one.table, one.spec.id).toEqual(compute(one.spec, book, read.units))
  }
  return read
}

beforeAll(async () => {
  await plant(owner, early, { known: firstMoment })
  await plant(owner, late, { known: new Date('2025-02-10T00:00:00Z') })
})

afterAll(() => owner.end())

describe('the figures of a year', () => {
  test('equal a recount of the contracts in every cell of every table', async () => {
    const read = await expectTables(leader, all)
    const largest = read.tables.find(({ spec }) => spec.id === 'largest')
    const expected = all
      .filter(({ facts }) => facts.year === 2024)
      .sort((a, b) => Number(b.facts.turnover - a.facts.turnover))
      .slice(0, 10)
    expect(largest && 'contracts' in largest && largest.contracts.map(({ id }) => id)).toEqual(
      expected.map(({ id }) => id),
    )
  })

  test('of one unit count that unit alone', async () => {
    await expectTables(
      leader,
      all.filter(({ facts }) => facts.unit === 'D08'),
      { unit: 'D08' },
    )
  })

  test('of an office are its own, with no ranking; another unit does not exist for it', async () => {
    const read = await expectTables(
      office,
      all.filter(({ facts }) => facts.unit === 'D08'),
    )
    expect(read.tables.map(({ spec }) => spec.id)).not.toContain('units')
    await expect(readYear(office, 2024, { unit: 'D12' })).rejects.toMatchObject({
      detail: { code: 'not-found' },
    })
  })

  test('are refused to roles that see no figures', async () => {
    await expect(readYear({ ...leader, role: 'admin' }, 2024)).rejects.toMatchObject({
      detail: { code: 'forbidden' },
    })
  })

  test('as of a moment count what was known then', async () => {
    await expectTables(leader, early, { asOf: new Date('2025-01-20T00:00:00Z') })
    await expectTables(leader, [], { asOf: new Date('2025-01-09T00:00:00Z') })
    await expectTables(leader, all, { asOf: new Date() })
  })

  test('of a moment to come are those of now', async () => {
    const read = await expectTables(leader, all, { asOf: new Date(Date.now() + 60_000) })
    expect(read.asOf).toBeNull()
  })

  test('as of a recent moment wait for postings dated before it and not committed yet', async () => {
    const one = randomContract(next, [2024])
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    let dated = () => {}
    const posted = new Promise<void>((resolve) => {
      dated = resolve
    })
    const slow = owner.begin(async (tx) => {
      const line = {
        ...one.facts,
        id: 10_000_000,
        contract: one.id,
        event: 0,
        sign: 1,
        registered_on: one.registeredOn,
      }
      await tx`insert into posting ${tx(line as never)}`
      dated()
      await held
    })
    await posted
    const moment = await nextMillisecond()
    const reading = readYear(leader, 2024, { asOf: moment })
    expect(await Promise.race([reading.then(() => 'read'), waitingForLock().then(() => 'waits')])).toBe(
      'waits',
    )
    release()
    await slow
    const counted = ({ book }: Awaited<typeof reading>) => book.this.get('all')?.get('')?.contracts
    const first = counted(await reading)
    expect(first).toBe(BigInt(all.filter(({ facts }) => facts.year === 2024).length + 1))
    expect(counted(await readYear(leader, 2024, { asOf: moment }))).toBe(first)
  })

  /** A moment surely later than what was dated before, whose clock is finer. */
  async function nextMillisecond(): Promise<Date> {
    const before = Date.now()
    while (Date.now() <= before + 1) await owner`select 1`
    return new Date()
  }

  /** Resolves once some backend waits for the lock that readers of a moment take. */
  async function waitingForLock(): Promise<void> {
    for (;;) {
      const [row] =
        await owner`select count(*) as n from pg_locks where locktype = 'advisory' and not granted`
      if (Number(row?.n) > 0) return
    }
  }
})

describe('behind every number', () => {
  test.each([
    ['leader', leader],
    ['office', office],
  ])('of every entry stand exactly the contracts it counts, for the %s', async (_, actor) => {
    const moment = new Date('2025-03-01T00:00:00Z')
    const read = await readYear(actor, 2024, { asOf: moment })
    const behind = new Map<string, Promise<CellContracts>>()
    const open = (cell: CellFilter) => {
      const key = JSON.stringify(cell)
      const opened = behind.get(key) ?? readCell(actor, cell, { asOf: moment, most: 1000 })
      behind.set(key, opened)
      return opened
    }
    for (const one of read.tables) {
      if (!('table' in one)) continue
      const { rows, groups, total } = one.table
      const places = [...rows, ...groups].map((row) => [row, row] as const)
      for (const [row, place] of [...places, ...(total ? [[total, 'total'] as const] : [])]) {
        for (const measure of one.spec.measures) {
          const cell = drill(one.spec, 2024, place, measure, read.sameDay)
          if (!cell) continue
          const { contracts, sums } = await open(cell)
          const listed = {
            contracts: BigInt(contracts.length),
            turnover: contracts.reduce((sum, { turnover }) => sum + turnover, 0n),
            technology: contracts.reduce((sum, { technology }) => sum + technology, 0n),
          }
          expect(listed, `${one.spec.id} ${row.member}`).toEqual(sums)
          const { rule } = measures[measure]
          const summed = rule.kind === 'running' ? measures[rule.of].rule : rule
          if (summed.kind !== 'sum') throw new Error(`${measure} leads to contracts and is no sum`)
          expect(row.cells[measure], `${one.spec.id} ${row.member} ${measure}`).toEqual(
            whole(listed[summed.amount]),
          )
        }
      }
    }
    expect(behind.size).toBeGreaterThan(100)
  })
})
