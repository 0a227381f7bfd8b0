import fc from 'fast-check'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { ownerUrl } from '@/db/testing/database'
import type { Content } from '@/lib/domain/contract/content'
import { contractIn, moveIn, person, registrarOf } from '@/lib/testing/house'
import { recount, totals } from '@/lib/testing/totals'
import { approve } from '../contracts/approve'
import { approveBatch, previewBatch } from './batch'
import { look } from './presence'

const owner = postgres(ownerUrl(), { max: 2, onnotice: () => {} })
const [first, second] = [person('approver'), person('approver2')]
const registrar = registrarOf('D08')
const large: Content = { turnover: 600_000_000n, technology: 600_000_000n }
const nothing = { contracts: 0, turnover: 0n, technology: 0n }

beforeAll(moveIn)
afterAll(async () => {
  await database().close()
  await owner.end()
})

describe('the batch', () => {
  test('moves the totals by exactly what its dry run said', async () => {
    const amount = fc.bigInt({ min: 1_000_000n, max: 499_000_000n })
    const chosen = fc.array(fc.record({ unit: fc.constantFrom('D04', 'D05', 'U01'), amount }), {
      minLength: 1,
      maxLength: 6,
    })
    await fc.assert(
      fc.asyncProperty(chosen, async (contracts) => {
        const ids: string[] = []
        for (const { unit, amount: turnover } of contracts)
          ids.push(await contractIn('submitted', registrarOf(unit), { turnover, technology: turnover }))
        const before = await totals(owner)
        const preview = await previewBatch(first, { ids })
        expect(await totals(owner)).toEqual(before)
        const outcomes = await approveBatch(first, {
          chosen: preview.items
            .filter(({ obstacles }) => obstacles.length === 0)
            .map(({ id, revision }) => ({ id, revision })),
        })
        expect(outcomes.every(({ ok }) => ok)).toBe(true)
        const after = await totals(owner)
        for (const { unit, ...sum } of preview.byUnit) {
          const [was, is] = [before.get(unit) ?? nothing, after.get(unit) ?? nothing]
          expect({
            contracts: is.contracts - was.contracts,
            turnover: is.turnover - was.turnover,
            technology: is.technology - was.technology,
          }).toEqual(sum)
        }
        expect(after).toEqual(await recount(owner))
      }),
      { numRuns: 8 },
    )
  })

  test('leaves out what is not clean, and one that fails stops itself alone', async () => {
    const [a, b, c, d] = [
      await contractIn('submitted', registrar),
      await contractIn('submitted', registrar, large),
      await contractIn('submitted', registrar),
      await contractIn('submitted', registrar),
    ]
    await look(second, { id: d })
    const preview = await previewBatch(first, { ids: [a, b, c, d] })
    expect(preview.total.contracts).toBe(2)
    expect(Object.fromEntries(preview.items.map(({ id, obstacles }) => [id, obstacles]))).toEqual({
      [a]: [],
      [b]: ['large'],
      [c]: [],
      [d]: ['looked'],
    })
    await approve(second, { id: c })
    const outcomes = await approveBatch(first, {
      chosen: preview.items.map(({ id, revision }) => ({ id, revision })),
    })
    const of = (id: string) => outcomes.find((one) => one.id === id)
    expect(of(a)).toMatchObject({ ok: true })
    expect(of(b)).toMatchObject({ ok: false, obstacles: ['large'] })
    expect(of(c)).toMatchObject({ ok: false, problem: { code: 'conflict', by: second.name } })
    expect(of(d)).toMatchObject({ ok: false, obstacles: ['looked'] })
  })

  test('sent again, is answered as before, to whoever sent it', async () => {
    const ids = [await contractIn('submitted', registrar), await contractIn('submitted', registrar)]
    const { items } = await previewBatch(first, { ids })
    const chosen = items.map(({ id, revision }) => ({ id, revision }))
    const before = await approveBatch(first, { chosen: chosen.slice(0, 1) })
    const all = await approveBatch(first, { chosen })
    expect(all.map(({ ok }) => ok)).toEqual([true, true])
    expect(all[0]).toEqual(before[0])
    expect(await approveBatch(first, { chosen })).toEqual(all)
    const others = await approveBatch(second, { chosen })
    expect(others).toMatchObject([{ ok: false }, { ok: false }])
    const [{ events } = { events: 0 }] =
      await owner`select count(*)::integer as events from contract_event where action = 'approve' and contract in ${owner(ids)}`
    expect(events).toBe(2)
  })

  test('takes at most 200 at once, and nothing that is no list of contracts', async () => {
    const ids = Array.from({ length: 201 }, () => crypto.randomUUID())
    for (const input of [{ ids }, { ids: [] }, { ids: ['1'] }, null, 'x']) {
      await expect(previewBatch(first, input)).rejects.toMatchObject({ detail: { code: 'invalid-input' } })
    }
    expect((await previewBatch(first, { ids: ids.slice(0, 3) })).gone).toHaveLength(3)
  })
})
