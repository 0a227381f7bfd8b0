import fc from 'fast-check'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { ownerUrl } from '@/db/testing/database'
import { chance, type Planted, plant, randomContract } from '@/db/testing/plant'
import type { Actor } from '@/lib/domain/access/actor'
import type { Filter } from '@/lib/domain/contract/filters'
import { paramsOf, readListQuery } from '@/lib/domain/contract/list-query'
import type { Sums } from '@/lib/domain/statistics/book'
import { addSums, noSums } from '@/lib/domain/statistics/book'
import { type CrossSum, cross, reads } from '@/lib/domain/statistics/cross'
import { crossDoorParams } from '@/lib/domain/statistics/cross-door'
import { type CrossQuery, crossMeasures, type Side, sides } from '@/lib/domain/statistics/cross-query'
import { dimensionNames } from '@/lib/domain/statistics/dimensions'
import { isFigure } from '@/lib/domain/statistics/figure'
import { measures } from '@/lib/domain/statistics/measures'
import { membersOf } from '@/lib/domain/statistics/members'
import { sameDayOf, yearIsOver } from '@/lib/domain/statistics/same-day'
import { shanghaiDate, yearOf } from '@/lib/domain/time/dates'
import { units } from '@/lib/domain/units'
import { moveIn, person, registrarOf } from '@/lib/testing/house'
import { listContracts } from '../contracts/list'
import { readCross } from './read-cross'

const owner = postgres(ownerUrl(), { max: 2, onnotice: () => {} })
const next = chance(2024)
const today = shanghaiDate(new Date())
const thisYear = yearOf(today)
const [lastYear, oldYear] = [thisYear - 1, thisYear - 3]
const years = [oldYear, oldYear + 1, lastYear, thisYear]
const all: Planted[] = Array.from({ length: 600 }, () => randomContract(next, years))
const actors = [person('leader'), person('approver'), person('auditor'), registrarOf('D08')]

const question: CrossQuery = {
  rows: 'unit',
  columns: 'type',
  measures: ['contracts', 'turnover', 'technology'],
  years: [lastYear],
  filters: [],
  asOf: null,
  bySize: false,
  zeros: false,
  ignored: [],
}

/** What a correction does to the ledger: the old line back out, a new line in, the contract in its new words. */
async function correct(planted: Planted): Promise<void> {
  const { id, facts, content } = planted
  facts.turnover += 7_700n
  facts.type = facts.type === '1' ? '2' : '1'
  facts.province = facts.province === 'abroad' ? '65' : 'abroad'
  facts.property = ''
  content.turnover = facts.turnover
  await owner.begin(async (tx) => {
    const [old] = await tx`select * from posting where contract = ${id}`
    await tx`insert into posting ${tx({ ...old, id: nextId(), sign: -1 })}`
    const line = nextId()
    const { turnover, type, province, property } = facts
    await tx`insert into posting ${tx({ ...old, id: line, turnover: String(turnover), type, province, property })}`
    await tx`alter table contract disable trigger user`
    await tx`update contract set posting = ${line},
      content = content || ${tx.json({ turnover: `${turnover / 100n}.${String(turnover % 100n).padStart(2, '0')}` })}
      where id = ${id}`
    await tx`alter table contract enable trigger user`
  })
}

let lastId = 50_000_000
const nextId = () => ++lastId

beforeAll(async () => {
  await moveIn()
  await plant(owner, all)
  for (const one of all.slice(0, 25)) await correct(one)
}, 60_000)

afterAll(() => Promise.all([owner.end(), database().close()]))

/** Filters with what they mean for a contract, drawn so that some contracts pass. */
const anyFilter: fc.Arbitrary<{ filter: Filter; passes: (one: Planted) => boolean }> = fc.oneof(
  fc
    .uniqueArray(fc.constantFrom(...units.map(({ code }) => code)), { minLength: 1, maxLength: 9 })
    .map((codes) => ({
      filter: { key: 'unit' as const, operator: 'in' as const, codes },
      passes: ({ facts }: Planted) => codes.includes(facts.unit),
    })),
  fc.constantFrom(...dimensionNames).chain((dimension) =>
    fc
      .uniqueArray(fc.constantFrom(...new Set(all.map(({ facts }) => facts[dimension]))), {
        minLength: 1,
        maxLength: 6,
      })
      .map((members) => ({
        filter: { key: `cell.${dimension}` as const, operator: 'cell' as const, dimension, members },
        passes: ({ facts }: Planted) => (members as string[]).includes(facts[dimension]),
      })),
  ),
  fc.bigInt({ min: 0n, max: 10n ** 8n }).map((from) => ({
    filter: { key: 'turnover' as const, operator: 'between' as const, unit: 'yuan' as const, from, to: null },
    passes: ({ facts }: Planted) => facts.turnover >= from,
  })),
  fc.constantFrom('示例', '5').map((text) => ({
    filter: { key: 'name' as const, operator: 'contains' as const, text },
    passes: ({ content }: Planted) => (content.name ?? '').includes(text),
  })),
)

const anyQuestion = fc
  .record({
    sides: fc.uniqueArray(fc.constantFrom(...sides), { minLength: 1, maxLength: 2 }),
    measures: fc.uniqueArray(fc.constantFrom(...crossMeasures), { minLength: 1, maxLength: 3 }),
    years: fc.uniqueArray(fc.constantFrom(...years), { minLength: 1 }).map((some) => some.sort()),
    narrowed: fc.uniqueArray(anyFilter, { selector: ({ filter }) => filter.key, maxLength: 2 }),
    bySize: fc.boolean(),
    zeros: fc.boolean(),
    actor: fc.constantFrom(...actors),
  })
  .map(({ sides: [rows, columns], narrowed, actor, ...rest }) => {
    // An office can't name other units; that it may not is tried below.
    const kept = narrowed.filter(({ filter }) => actor.unit === null || filter.key !== 'unit')
    const query: CrossQuery = {
      ...rest,
      rows: rows as Side,
      columns: columns ?? null,
      filters: kept.map(({ filter }) => filter),
      asOf: null,
      ignored: [],
    }
    return { query, actor, passes: (one: Planted) => kept.every((filter) => filter.passes(one)) }
  })

const seen = (actor: Actor, { facts }: Planted) => actor.unit === null || facts.unit === actor.unit

/** The same sums made without the database. */
function recount(contracts: readonly Planted[], { rows, columns }: CrossQuery): CrossSum[] {
  const member = (side: Side | null, { facts }: Planted) =>
    side === null || side === 'year' ? '' : facts[side]
  const found = new Map<string, CrossSum>()
  for (const one of contracts) {
    const place = { row: member(rows, one), column: member(columns, one), year: one.facts.year }
    const key = Object.values(place).join(' ')
    const { turnover, technology } = one.facts
    found.set(key, {
      ...place,
      ...addSums(found.get(key) ?? noSums, { contracts: 1n, turnover, technology }),
    })
  }
  return [...found.values()]
}

describe('the cross-table', () => {
  test('equals a recount of the contracts in every cell, for any question and any reader', async () => {
    await fc.assert(
      fc.asyncProperty(anyQuestion, async ({ query, actor, passes }) => {
        const answer = await readCross(actor, query)
        const within = all.filter((one) => seen(actor, one) && passes(one))
        // A member of an open list that was met in none of the years that are read has no row of zeros.
        const before = query.measures.some((name) => reads(name, 'last') || reads(name, 'sameDay')) ? 1 : 0
        const read = within.filter(({ facts: { year } }) =>
          query.years.some((asked) => year === asked || year === asked - before),
        )
        const untilToday = within.filter(({ registeredOn }) => registeredOn <= sameDayOf(lastYear, today))
        const running = query.years.includes(thisYear) && !yearIsOver(thisYear, today)
        expect(answer.table).toEqual(
          cross(
            query,
            recount(read, query),
            answer.units,
            running ? { year: thisYear, toDay: recount(untilToday, query) } : null,
          ),
        )
      }),
      { numRuns: 120 },
    )
  }, 120_000)

  test('says the same from totals, from postings and from contracts', async () => {
    const types = membersOf('type', []).map(({ code }) => code)
    const ways: Filter[][] = [
      [],
      [{ key: 'cell.type', operator: 'cell', dimension: 'type', members: types }],
      [{ key: 'turnover', operator: 'between', unit: 'yuan', from: 0n, to: null }],
    ]
    for (const actor of actors) {
      for (const [rows, columns] of [
        ['unit', 'field'],
        ['month', 'year'],
        ['year', 'unit'],
        ['unit', null],
        ['province', null],
        ['year', null],
      ] as const) {
        const query = { ...question, rows, columns, years }
        const [totals, ...others] = await Promise.all(
          ways.map(async (filters) => (await readCross(actor, { ...query, filters })).table),
        )
        for (const other of others) expect(other, `${actor.role} ${rows} ${columns}`).toEqual(totals)
      }
    }
  })

  test('without a year shows the latest one that has figures', async () => {
    const answer = await readCross(person('leader'), { ...question, years: [] })
    expect(answer.query.years).toEqual([thisYear])
    expect(answer.years).toEqual([...years].reverse())
  })

  test('of a year without contracts is empty', async () => {
    const { table } = await readCross(person('leader'), { ...question, years: [2001] })
    expect(table).toMatchObject({ rows: [], columns: [], empty: true })
  })
})

describe('the reach of a cross-table', () => {
  test('an office has its own unit alone, in rows, columns and zeros', async () => {
    const { table, units: offered } = await readCross(registrarOf('D08'), { ...question, zeros: true })
    expect(table.rows.map(({ member }) => member)).toEqual(['D08'])
    expect(offered.map(({ code }) => code)).toEqual(['D08'])
  })

  test('a unit outside it does not exist, alone or among others', async () => {
    for (const codes of [['D01'], ['D08', 'D01']]) {
      const filters: Filter[] = [{ key: 'unit', operator: 'in', codes }]
      await expect(readCross(registrarOf('D08'), { ...question, filters })).rejects.toMatchObject({
        detail: { code: 'not-found' },
      })
      expect((await readCross(person('leader'), { ...question, filters })).table.rows.length).toBeGreaterThan(
        0,
      )
    }
  })

  test.each(['admin', 'security'] as const)('is none for the role %s', async (role) => {
    await expect(readCross(person(role), question)).rejects.toMatchObject({ detail: { code: 'forbidden' } })
  })
})

describe('behind every number', () => {
  test('stands the list of contracts that adds up to it', async () => {
    const additive = crossMeasures.filter((name) => measures[name].rule.kind === 'sum')
    const from = '/statistics/cross?rows=unit'
    let opened = 0
    await fc.assert(
      fc.asyncProperty(
        anyQuestion,
        fc.uniqueArray(fc.constantFrom(...additive), { minLength: 1, maxLength: 2 }),
        fc.infiniteStream(fc.nat()),
        async ({ query: asked, actor }, names, picks) => {
          const { query, table, running } = await readCross(actor, { ...asked, measures: names })
          const places = [...table.rows, null].flatMap((row) =>
            [...table.columns.keys(), null].map((column) => ({ row, column })),
          )
          const pick = () => places[(picks.next().value ?? 0) % places.length]
          for (const { row, column } of Array.from({ length: 5 }, pick).flatMap((place) => place ?? [])) {
            const cells = row ?? table.total
            for (const name of names) {
              const cell = (column === null ? cells.total : cells.cells[column])?.[name]
              const place = {
                row: row?.member ?? null,
                column: column === null ? null : (table.columns[column]?.member ?? null),
              }
              const params = crossDoorParams(query, place, name, { running, from })
              if (!cell || !isFigure(cell)) throw new Error(`${name} is a sum`)
              if (!params) expect(cell.n === 0n || isOfDays(name, query)).toBe(true)
              else {
                expect(await listed(actor, params, name, from), JSON.stringify(params)).toBe(cell.n)
                if (cell.n > 0n) opened += 1
              }
            }
          }
        },
      ),
      { numRuns: 50 },
    )
    expect(opened).toBeGreaterThan(100)
  }, 120_000)

  /** Last year to the same day, of this year and others together: no list can be asked for that. */
  const isOfDays = (name: string, query: CrossQuery) => name.endsWith('SameDay') && query.years.length > 1

  /** What the contract list of an address adds up to, read as the page reads it. */
  async function listed(
    actor: Actor,
    params: Record<string, string | string[]>,
    name: (typeof crossMeasures)[number],
    from: string,
  ): Promise<bigint> {
    const query = readListQuery(paramsOf(params))
    expect(query).toMatchObject({ ignored: [], from, exact: true })
    const { sums } = await listContracts(actor, query)
    const { rule } = measures[name]
    const amount: keyof Sums = rule.kind === 'sum' ? rule.amount : 'contracts'
    expect(sums.exact).toBe(true)
    return BigInt(sums[amount])
  }
})
