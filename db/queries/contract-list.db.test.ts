import { sql as drizzleSql } from 'drizzle-orm'
import fc from 'fast-check'
import postgres from 'postgres'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ownerUrl } from '@/db/testing/database'
import { chance, plant, randomContract } from '@/db/testing/plant'
import { inTransaction } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { topCode, withDescendants } from '@/lib/domain/contract/code-lists'
import type { ListRow } from '@/lib/domain/contract/columns'
import { type Filter, filterables } from '@/lib/domain/contract/filters'
import { toWire } from '@/lib/domain/contract/kinds'
import { onRegister, type Status, sees, statusNames } from '@/lib/domain/contract/lifecycle'
import { type ListQuery, paramsOf, readListQuery, sortKeys, tabs } from '@/lib/domain/contract/list-query'
import { usualPageSize as pageSize } from '@/lib/domain/preferences'
import type { factsOf } from '@/lib/domain/statistics/facts'
import { listContracts } from '@/lib/services/contracts/list'
import { people } from '@/lib/services/demo/people'
import { anyContent } from '@/lib/testing/contents'
import { moveIn, person, registrarOf } from '@/lib/testing/house'
import { anyListParams } from '@/lib/testing/list-params'
import { readListRows } from './contract-list'

let owner: postgres.Sql
let stored: ListRow[]
const actors = [
  registrarOf('D08'),
  registrarOf('D01'),
  person('approver'),
  person('auditor'),
  person('leader'),
]

/** Contracts of any content and status, put in place by the owner: lists must cope with whatever was ever stored. */
async function putAny(count: number): Promise<void> {
  const contents = fc.sample(anyContent, { numRuns: count, seed: 7 })
  const rows = contents.map((content, index) => {
    const open = statusNames.filter((status) => !['registered', 'cancelled', 'revoked'].includes(status))
    const unit = ['D08', 'D01', 'U01'][index % 3] as string
    const status = open[index % open.length] as Status
    const ended = onRegister.includes(status)
    return {
      id: newId(),
      local_number: `${unit}-2025-${String(index).padStart(5, '0')}`,
      unit,
      status,
      number: ended ? `2025660099${String(index).padStart(6, '0')}` : null,
      year: ended ? 2025 : null,
      registered_on: ended ? '2025-06-15' : null,
      content: toWire(content) as never,
      entered_by: registrarOf(unit).id,
      edited_by: registrarOf(unit).id,
      due_on: index % 4 === 0 ? `2025-0${1 + (index % 9)}-15` : null,
      updated_at: new Date(1_733_700_000_000 + (index % 40) * 1000),
    }
  })
  await owner`alter table contract disable trigger user`
  await owner`insert into contract ${owner(rows)}`
  await owner`alter table contract enable trigger user`
}

beforeAll(async () => {
  await moveIn()
  owner = postgres(ownerUrl(), { max: 2, onnotice: () => {} })
  await putAny(150)
  const next = chance(11)
  await plant(
    owner,
    Array.from({ length: 150 }, () => randomContract(next, [2023, 2024])),
  )
  await owner`alter table contract disable trigger user`
  await owner`update contract set updated_at = '2024-12-09T00:00:00.123456Z'::timestamptz + random() * interval '9 days'
    where status = 'registered'`
  await owner`alter table contract enable trigger user`
  stored = (
    await Promise.all(
      [person('approver'), ...people.filter(({ unit }) => unit)].map((actor) => allRows(actor)),
    )
  ).flat()
  stored = [...new Map(stored.map((row) => [row.id, row])).values()]
}, 60_000)

afterAll(() => owner.end())

const ask = (search: string): ListQuery => readListQuery(paramsOf(new URLSearchParams(search)))

/** Every page of the list, one after the other. */
async function allRows(actor: Actor, query: ListQuery = ask('')): Promise<ListRow[]> {
  const rows: ListRow[] = []
  let page = await listContracts(actor, { ...query, cursor: null })
  for (rows.push(...page.rows); page.next; rows.push(...page.rows)) {
    page = await listContracts(actor, { ...query, cursor: page.next })
  }
  return rows
}

const text = (value: unknown) => String(value ?? '').toLowerCase()

function passes(row: ListRow, filter: Filter): boolean {
  const value = row[filter.key as keyof ListRow]
  switch (filter.operator) {
    case 'contains':
      return value !== null && text(value).includes(filter.text.toLowerCase())
    case 'in': {
      const { list } = filterables[filter.key]
      const codes = list ? filter.codes.flatMap((code) => withDescendants(list, code)) : filter.codes
      return value !== null && codes.includes(String(value))
    }
    case 'between':
      return (
        typeof value === 'bigint' &&
        (filter.from === null || value >= filter.from) &&
        (filter.to === null || value <= filter.to)
      )
    case 'during':
      return (
        typeof value === 'string' &&
        (filter.from === null || value >= filter.from) &&
        (filter.to === null || value <= filter.to)
      )
    case 'is':
      return value === filter.value
    case 'cell':
      return (
        row.status === 'registered' &&
        filter.members.includes(String(counted.get(row.id)?.[filter.dimension]))
      )
  }
}

const counted = new Map<string, ReturnType<typeof factsOf>>()

const holdsWord = (row: ListRow, word: string) =>
  [...word].length === 1
    ? [row.name, row.seller, row.buyer].some((name) => text(name).startsWith(word.toLowerCase()))
    : text(
        [row.number ?? '', row.localNumber, row.name ?? '', row.seller ?? '', row.buyer ?? ''].join(' '),
      ).includes(word.toLowerCase())

const expected = (actor: Actor, query: ListQuery) =>
  stored.filter(
    (row) =>
      sees(actor, { status: row.status as Status, unit: String(row.unit) }) &&
      (tabs[query.tab].statuses as readonly string[]).includes(String(row.status)) &&
      query.words.every((word) => holdsWord(row, word)) &&
      query.filters.every((filter) => passes(row, filter)),
  )

describe('the list', () => {
  it('shows each role exactly the rows that row-level security shows it', async () => {
    for (const actor of people) {
      const rows = await inTransaction(actor, (tx) =>
        tx.execute<{ policy: string[]; view: string[] }>(drizzleSql`select
          (select coalesce(array_agg(id::text order by id), '{}') from contract) as policy,
          (select coalesce(array_agg(id::text order by id), '{}') from contract_in_reach) as view`),
      )
      expect(rows[0]?.view).toEqual(rows[0]?.policy)
    }
    expect(stored).toHaveLength(300)
  })

  it('answers any address as the same filters answer in memory, in order, with exact sums', async () => {
    const lines = await owner`select * from posting`
    for (const line of lines) counted.set(line.contract, line as never)
    let filled = 0
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...actors), anyListParams, async (actor, params) => {
        const query = { ...readListQuery(paramsOf(params)), cursor: null }
        const wanted = expected(actor, query)
        const rows = await allRows(actor, query)
        expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(wanted.map(({ id }) => id)))
        expect(rows).toHaveLength(wanted.length)
        // Of more contracts than are counted the rows are read by themselves.
        const apart = await inTransaction(actor, (tx) => readListRows(tx, actor, query, wanted.length + 1))
        expect(apart.map(({ row }) => row)).toEqual(rows)
        const { sums } = await listContracts(actor, query)
        const total = (key: 'turnover' | 'technology') =>
          wanted.reduce((sum, row) => sum + ((row[key] as bigint | null) ?? 0n), 0n)
        expect(sums).toEqual({
          contracts: wanted.length,
          turnover: total('turnover'),
          technology: total('technology'),
          exact: true,
        })
        if (query.filters.length > 0 && wanted.length > 0) filled++
      }),
      { numRuns: 150 },
    )
    expect(filled).toBeGreaterThan(0)
  }, 120_000)

  it('survives cursors and columns of every kind', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...actors), anyListParams, async (actor, params) => {
        await listContracts(actor, readListQuery(paramsOf(params)))
      }),
      { numRuns: 100 },
    )
  }, 60_000)

  it.each(sortKeys)('goes forth and back through the same rows, sorted by %s', async (key) => {
    for (const sort of [key, `-${key}`]) {
      // In the order of an index, and chosen among what was counted.
      for (const search of [`sort=${sort}`, `turnover.from=0&sort=${sort}`]) {
        const query = ask(search)
        const first = await listContracts(person('approver'), query)
        const second = await listContracts(person('approver'), { ...query, cursor: first.next })
        const back = await listContracts(person('approver'), { ...query, cursor: second.previous })
        expect(first.rows).toHaveLength(pageSize)
        expect(first.previous).toBeNull()
        expect(back.rows).toEqual(first.rows)
        expect(back.previous).toBeNull()
        const values = (await allRows(person('approver'), query)).map((row) => row[key])
        const ascending = sort.startsWith('-') ? values.reverse() : values
        expect(ascending).toEqual([...ascending].sort((a, b) => compare(a, b)))
      }
    }
  })

  it('loses no row and shows none twice while others arrive', async () => {
    const registrar = registrarOf('D08')
    const query = ask('sort=turnover')
    const before = await allRows(registrar, query)
    const first = await listContracts(registrar, query)
    const seen = [...first.rows]
    let [next, arrived] = [first.next, 0]
    while (next) {
      await insertDraft(registrar, arrived++)
      const page = await listContracts(registrar, { ...query, cursor: next })
      seen.push(...page.rows)
      next = page.next
    }
    const ids = seen.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(expect.arrayContaining(before.map(({ id }) => id)))
  })

  it('takes wildcards literally and finds text of one, two and more characters', async () => {
    const registrar = registrarOf('D10')
    const id = await insertNamed(registrar, '100%_棉田（示例）')
    const found = async (q: string) =>
      (await listContracts(registrar, ask(new URLSearchParams({ q }).toString()))).rows.map((row) => row.id)
    for (const q of ['0%_棉', '%_', '棉田', '棉田（示例）', '1', '100% 示例', 'd10-2026'])
      expect(await found(q)).toEqual([id])
    for (const q of ['0_%', '棉%', '田棉', '棉', 'x%']) expect(await found(q)).toEqual([])
  })

  it('adds up the contracts behind a cell of the statistics to that cell', async () => {
    const leader = person('leader')
    for (const [dimension, member] of [
      ['type', '5'],
      ['band', '07'],
      ['flow', '1'],
      ['province', 'abroad'],
    ]) {
      const query = ask(`year=2024&cell.${dimension}=${member}`)
      const page = await listContracts(leader, query)
      const rows = await allRows(leader, query)
      const [cell] = await owner`select coalesce(sum(contracts), 0)::integer as contracts,
        coalesce(sum(turnover), 0)::text as turnover from total
        where year = 2024 and dimension = ${dimension as string} and member = ${member as string}`
      expect(rows.length).toBe(cell?.contracts)
      expect(rows.reduce((sum, row) => sum + (row.turnover as bigint), 0n)).toBe(BigInt(cell?.turnover))
      expect(page.sums).toMatchObject({ contracts: rows.length, turnover: BigInt(cell?.turnover) })
      if (dimension === 'type')
        expect(rows.every((row) => topCode('contractType', String(row.subtype)) === member)).toBe(true)
    }
  })
})

const compare = (a: unknown, b: unknown): number => {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? -1 : 1
  return (a as string) < (b as string) ? -1 : 1
}

const insertDraft = (actor: Actor, index: number) =>
  insertNamed(actor, `新到合同${index}`, `${index * 999_999}.00`)

async function insertNamed(actor: Actor, name: string, turnover = '1.00'): Promise<string> {
  const id = newId()
  await inTransaction(actor, (tx) =>
    tx.execute(drizzleSql`insert into contract (id, local_number, unit, status, content, entered_by, edited_by)
      values (${id}, ${`${actor.unit}-2026-${id.slice(-8)}`}, ${actor.unit}, 'draft',
        jsonb_build_object('name', ${name}::text, 'turnover', ${turnover}::text), ${actor.id}, ${actor.id})`),
  )
  return id
}
