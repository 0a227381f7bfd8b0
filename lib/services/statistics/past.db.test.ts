import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { ownerUrl } from '@/db/testing/database'
import { chance, type Planted, plant, randomContract } from '@/db/testing/plant'
import { plantAct } from '@/db/testing/plant-acts'
import type { Actor } from '@/lib/domain/access/actor'
import { type Filter, filterKeys, readFilters } from '@/lib/domain/contract/filters'

import { paramsOf } from '@/lib/domain/contract/list-query'
import { addSums, noSums, type Sums } from '@/lib/domain/statistics/book'
import { crossDoorParams } from '@/lib/domain/statistics/cross-door'
import type { CrossQuery } from '@/lib/domain/statistics/cross-query'
import { isFigure } from '@/lib/domain/statistics/figure'
import { moveIn, person, registrarOf } from '@/lib/testing/house'
import { readCounted } from './read-counted'
import { readCross } from './read-cross'
import { readYear } from './read-year'

const owner = postgres(ownerUrl(), { max: 2, onnotice: () => {} })
const next = chance(77)
const day = (text: string) => new Date(`${text}T00:00:00Z`)
const actors: Actor[] = [person('leader'), person('approver'), registrarOf('D08')]

/** What counted at each moment, by the acts alone. */
const then = new Map<string, readonly Planted[]>()
const moments = ['2025-01-15', '2025-02-15', '2025-03-15', '2025-04-15'] as const

beforeAll(async () => {
  await moveIn()
  const first = Array.from({ length: 200 }, () => randomContract(next, [2024]))
  await plant(owner, first, { known: day('2025-01-10') })
  then.set(moments[0], first)
  const corrected: Planted[] = []
  for (const one of first.slice(0, 30)) {
    const change = {
      name: `更正后的${one.content.name}`,
      turnover: (one.content.turnover ?? 0n) + 5_000_000_000n,
    }
    corrected.push(await plantAct(owner, one, { action: 'correct', at: day('2025-02-10'), change }))
  }
  then.set(moments[1], [...corrected, ...first.slice(30)])
  const late = Array.from({ length: 40 }, () => randomContract(next, [2024]))
  await plant(owner, late, { known: day('2025-03-10') })
  for (const one of first.slice(100, 120)) {
    await plantAct(owner, one, { action: 'revoke', at: day('2025-03-10') })
  }
  const third = [...corrected, ...first.slice(30, 100), ...first.slice(120), ...late]
  then.set(moments[2], third)
  await plantAct(owner, corrected[0] as Planted, { action: 'cancel', at: day('2025-04-10') })
  then.set(moments[3], third.slice(1))
}, 60_000)

afterAll(() => Promise.all([owner.end(), database().close()]))

const filters: { filter: Filter[]; passes: (one: Planted) => boolean }[] = [
  { filter: [], passes: () => true },
  {
    filter: [{ key: 'name', operator: 'contains', text: '更正后' }],
    passes: ({ content }) => content.name?.startsWith('更正后') === true,
  },
  {
    filter: [{ key: 'turnover', operator: 'between', unit: 'yuan', from: 1_000_000_000n, to: null }],
    passes: ({ facts }) => facts.turnover >= 1_000_000_000n,
  },
  {
    filter: [{ key: 'cell.band', operator: 'cell', dimension: 'band', members: ['1', '2', '3'] }],
    passes: ({ facts }) => ['1', '2', '3'].includes(facts.band),
  },
]

const sumOf = (some: readonly Planted[]): Sums =>
  some
    .map(({ facts: { turnover, technology } }) => ({ contracts: 1n, turnover, technology }))
    .reduce(addSums, noSums)

const within = (actor: Actor, one: Planted) => actor.unit === null || actor.unit === one.facts.unit

describe.each(moments)('as of %s', (moment) => {
  const asOf = day(moment)
  const counted = (actor: Actor) => (then.get(moment) ?? []).filter((one) => within(actor, one))

  test('the year counts what counted then', async () => {
    for (const actor of actors) {
      const { book } = await readYear(actor, 2024, { asOf })
      expect(book.this.get('all')?.get('') ?? noSums).toEqual(sumOf(counted(actor)))
    }
  })

  test.each(filters.map(({ filter, passes }) => [filter[0]?.key ?? 'nothing', filter, passes] as const))(
    'a cross-table narrowed by %s, and the list behind each number, say the same',
    async (_, filter, passes) => {
      for (const actor of actors) {
        const asked: CrossQuery = {
          rows: 'type',
          columns: 'flow',
          measures: ['contracts', 'turnover', 'technology'],
          years: [2024],
          filters: filter,
          asOf,
          bySize: false,
          zeros: false,
          ignored: [],
        }
        const { table, query } = await readCross(actor, asked)
        const passing = counted(actor).filter(passes)
        const plain = await readCross(actor, { ...asked, columns: null })
        expect(plain.table.total.total).toEqual(table.total.total)
        const places = [
          { row: null, some: passing, figures: table.total.total },
          ...table.rows.map((row) => ({
            row: row.member,
            some: passing.filter(({ facts }) => facts.type === row.member),
            figures: row.total,
          })),
        ]
        for (const { row, some, figures } of places) {
          const { contracts, turnover, technology } = sumOf(some)
          const shown = [figures.contracts, figures.turnover, figures.technology].map((cell) =>
            cell && isFigure(cell) ? cell.n : null,
          )
          expect(shown).toEqual([contracts, turnover, technology])
          const doorway = { running: null, from: '/statistics/cross' }
          const params = crossDoorParams(query, { row, column: null }, 'turnover', doorway)
          const search = new URLSearchParams()
          for (const [name, values] of Object.entries(params ?? {})) {
            for (const value of [values].flat()) search.append(name, value)
          }
          const door = readFilters(filterKeys, paramsOf(search))
          const list = await readCounted(actor, { filters: door.filters, asOf, most: 1000 })
          expect(list.sums).toEqual(sumOf(some))
          expect(list.contracts.map(({ id, name }) => `${id} ${name}`).sort()).toEqual(
            some.map(({ id, content }) => `${id} ${content.name}`).sort(),
          )
        }
      }
    },
  )
})

test('the list behind a past number is read page by page', async () => {
  const whole = await readCounted(person('leader'), { filters: [], asOf: day(moments[2]), most: 1000 })
  const first = await readCounted(person('leader'), { filters: [], asOf: day(moments[2]), most: 150 })
  const before = first.next ?? undefined
  const second = await readCounted(person('leader'), {
    filters: [],
    asOf: day(moments[2]),
    most: 150,
    before,
  })
  expect([...first.contracts, ...second.contracts]).toEqual(whole.contracts)
  expect(second.next).toBeNull()
})

test('another office’s past is not there', async () => {
  const filters: Filter[] = [{ key: 'unit', operator: 'in', codes: ['D01'] }]
  await expect(readCounted(registrarOf('D08'), { filters, asOf: day(moments[0]) })).rejects.toMatchObject({
    detail: { code: 'not-found' },
  })
  await expect(readCounted(person('admin'), { filters: [], asOf: day(moments[0]) })).rejects.toMatchObject({
    detail: { code: 'forbidden' },
  })
})

test('the words of a line are those the filters know of its contract', async () => {
  const columns = await owner<{ name: string }[]>`
    select column_name as name from information_schema.columns where table_name = 'counted_line'
      and column_name in (select column_name from information_schema.columns where table_name = 'contract')`
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  const [differing] = await owner.unsafe(`
    select set_config('app.role', 'leader', false), (select count(*) from (
      select ${names} from contract where status = 'registered'
      except select ${names} from counted_line where sign = 1) one) as n`)
  expect(Number(differing?.n)).toBe(0)
  expect(columns.length).toBeGreaterThan(25)
})
