import fc from 'fast-check'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ownerUrl } from '@/db/testing/database'
import { chance, plant, randomContract } from '@/db/testing/plant'
import { inTransaction, planEachTime } from '@/db/transaction'
import { paramsOf, readListQuery } from '@/lib/domain/contract/list-query'
import { moveIn, person, registrarOf } from '@/lib/testing/house'
import { anyListParams } from '@/lib/testing/list-params'
import { readListRows } from './contract-list'
import { readListSums } from './contract-sums'

let owner: postgres.Sql

beforeAll(async () => {
  await moveIn()
  owner = postgres(ownerUrl(), { max: 1, onnotice: () => {} })
  const next = chance(5)
  await plant(
    owner,
    Array.from({ length: 400 }, () => randomContract(next, [2023, 2024])),
  )
  // The planner is asked how common things are.
  await owner`vacuum analyze contract`
}, 60_000)

afterAll(() => owner.end())

it('tells no more than it counted wherever it stops, and the same page as the list read in its order', async () => {
  const actors = [registrarOf('D08'), person('approver'), person('leader')]
  const ways = new Set<string>()
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...actors),
      anyListParams,
      fc.constantFrom(0, 20, 1000),
      async (actor, params, bound) => {
        const query = { ...readListQuery(paramsOf(params)), cursor: null, exact: false }
        const read = <T>(work: Parameters<typeof inTransaction<T>>[1]) =>
          inTransaction(actor, async (tx, at) => {
            await planEachTime(tx)
            return work(tx, at)
          })
        const whole = await read((tx) => readListSums(tx, actor, { ...query, exact: true }, 51))
        const { sums, ids } = await read((tx) => readListSums(tx, actor, query, 51, bound))
        for (const sum of sums) {
          const truth = whole.sums.find(({ status }) => status === sum.status)
          if (sum.exact) expect(sum).toEqual(truth)
          else expect(sum.contracts).toBeLessThanOrEqual(truth?.contracts ?? 0)
        }
        for (const { status, contracts } of whole.sums) {
          if (contracts > 0) expect(sums.map((sum) => sum.status)).toContain(status)
        }
        if (ids) {
          const rows = await read((tx) => readListRows(tx, actor, query, 51))
          expect(ids).toEqual(rows.map(({ row }) => row.id))
        }
        ways.add(ids ? 'found' : sums.every(({ exact }) => exact) ? 'booked' : 'stopped')
      },
    ),
    { numRuns: 200 },
  )
  expect([...ways].sort()).toEqual(['booked', 'found', 'stopped'])
}, 60_000)

it('leaves a common word uncounted', async () => {
  const query = readListQuery(paramsOf(new URLSearchParams({ q: '示例' })))
  const { sums, ids } = await inTransaction(person('approver'), (tx) =>
    readListSums(tx, person('approver'), query, 51, 10),
  )
  expect(sums).toEqual([{ status: 'registered', contracts: 10, turnover: 0n, technology: 0n, exact: false }])
  expect(ids).toBeNull()
})
