import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { ownerUrl } from '@/db/testing/database'
import { deskFilterSchema } from '@/lib/domain/approval/desk'
import type { Content } from '@/lib/domain/contract/content'
import { contractIn, moveIn, person, registrarOf } from '@/lib/testing/house'
import { recount, totals } from '@/lib/testing/totals'
import { attempt } from '../attempt'
import { approve } from '../contracts/approve'
import { refuse } from '../contracts/refuse'
import { returnForCorrection } from '../contracts/return'
import { save } from '../contracts/save'
import { submit } from '../contracts/submit'
import { readDecision } from './decision'

const owner = postgres(ownerUrl(), { max: 2, onnotice: () => {} })
const [first, second, auditor] = [person('approver'), person('approver2'), person('auditor')]
const registrar = registrarOf('D08')
const everything = deskFilterSchema.parse({ show: 500 })
const large: Content = { turnover: 600_000_000n, technology: 600_000_000n }

beforeAll(moveIn)
afterAll(async () => {
  await database().close()
  await owner.end()
})

describe('two approvers at once', () => {
  test('exactly one wins, the other is told by whom and when', async () => {
    for (let round = 0; round < 5; round++) {
      const id = await contractIn('submitted', registrar)
      const { revision } = await readDecision(first, id, everything)
      const results = await Promise.all(
        [first, second].map((actor) => attempt(() => approve(actor, { id, revision }))),
      )
      const won = results.findIndex(({ ok }) => ok)
      const lost = results[1 - won]
      expect(results.filter(({ ok }) => ok)).toHaveLength(1)
      expect(lost).toMatchObject({
        ok: false,
        problem: { code: 'conflict', by: [first, second][won]?.name, at: expect.stringMatching(/^\d{4}-/) },
      })
    }
  })

  test('one returns while the other approves: one act stands', async () => {
    const id = await contractIn('submitted', registrar)
    const { revision } = await readDecision(first, id, everything)
    const results = await Promise.all([
      attempt(() => approve(first, { id, revision })),
      attempt(() =>
        returnForCorrection(second, { id, revision, reasons: [{ code: 'B16', path: 'techField' }] }),
      ),
    ])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    const view = await readDecision(auditor, id, everything)
    expect(view.history.filter(({ act }) => act === 'approve' || act === 'return')).toHaveLength(1)
  })

  test('sixteen at once over three units: numbers without gaps, postings, totals and recount agree', async () => {
    const units = ['D01', 'D02', 'D03']
    const ids = await Promise.all(
      Array.from({ length: 16 }, (_, index) => contractIn('submitted', registrarOf(units[index % 3] ?? ''))),
    )
    const done = await Promise.all(ids.map((id, index) => approve(index % 2 ? first : second, { id })))
    for (const [index, unit] of units.entries()) {
      const own = done.filter((_, at) => at % 3 === index).map(({ number }) => Number(number?.slice(-6)))
      expect(
        own.toSorted((a, b) => a - b),
        unit,
      ).toEqual(own.map((_, at) => at + 1))
    }
    const [posted] = await owner<{ lines: string; turnover: string }[]>`
      select count(*) as lines, sum(sign * turnover) as turnover from posting where contract = any(${ids}::uuid[])`
    const [stands] = await owner<{ turnover: string }[]>`
      select sum(turnover) as turnover from contract where id = any(${ids}::uuid[])`
    expect(posted).toEqual({ lines: '16', turnover: stands?.turnover })
    expect(await totals(owner)).toEqual(await recount(owner))
  })
})

describe('large contracts', () => {
  test('need two approvers, and the second must be another person', async () => {
    const id = await contractIn('submitted', registrar, large)
    expect(await approve(first, { id })).toMatchObject({ status: 'endorsed', number: null })
    await expect(approve(first, { id })).rejects.toMatchObject({ detail: { code: 'same-approver' } })
    const seen = await readDecision(first, id, everything)
    expect(seen).toMatchObject({ hindrance: 'ownFirst', first: { by: first.name } })
    expect(seen.possible).not.toContain('approve')
    expect(await approve(second, { id })).toMatchObject({ status: 'registered' })
  })

  test('the database itself refuses the same person twice, and one person alone', async () => {
    const endorsed = await contractIn('endorsed', registrar)
    const submitted = await contractIn('submitted', registrar, large)
    const register = (id: string, by: string) =>
      owner.begin(async (sql) => {
        await sql`select set_config('app.role', 'approver', true), set_config('app.actor', ${by}, true)`
        await sql`update contract set status = 'registered', decided_by = ${by}, number = '2026660099000001',
          year = 2026, registered_on = '2026-11-01', posting = 1 where id = ${id}`
      })
    await expect(register(endorsed, first.id)).rejects.toThrow(/contract_second_approver/)
    await expect(register(submitted, second.id)).rejects.toThrow(/two approvers/)
  })

  test('whoever edited the content can decide nothing about it, in the verb and in the database', async () => {
    const id = await contractIn('submitted', registrar)
    await owner`alter table contract disable trigger user`
    await owner`update contract set edited_by = ${first.id} where id = ${id}`
    await owner`alter table contract enable trigger user`
    for (const act of [
      () => approve(first, { id }),
      () => returnForCorrection(first, { id, reasons: [{ code: 'B16', path: 'techField' }] }),
      () => refuse(first, { id, reason: 'N08', text: '约定内容不属于技术合同认定登记范围。' }),
    ]) {
      await expect(act()).rejects.toMatchObject({ detail: { code: 'own-contract' } })
    }
    await expect(
      owner.begin(async (sql) => {
        await sql`select set_config('app.role', 'approver', true), set_config('app.actor', ${first.id}, true)`
        await sql`update contract set status = 'refused', decided_by = ${first.id} where id = ${id}`
      }),
    ).rejects.toThrow(/contract_four_eyes/)
  })

  test('an amount set lower is registered as approved, and the claim stays in the history', async () => {
    const id = await contractIn('submitted', registrar, { turnover: 90_000_000n, technology: 90_000_000n })
    await expect(approve(first, { id, technology: '800000.00' })).rejects.toMatchObject({
      detail: { code: 'invalid-input' },
    })
    await approve(first, { id, technology: '800000.00', reason: '剔除设备购置费十万元。', checked: ['DEV1'] })
    const { content, history } = await readDecision(auditor, id, everything)
    expect(content.technology).toBe(80_000_000n)
    expect(history.at(-1)?.said).toMatchObject({ claimed: 90_000_000n, approved: 80_000_000n })
    const [event] =
      await owner`select details from contract_event where contract = ${id} order by seq desc limit 1`
    expect(event?.details).toMatchObject({ checked: ['DEV1'] })
  })
})

describe('return and resubmission', () => {
  test('each reason comes back beside what was done about it', async () => {
    const id = await contractIn('submitted', registrar)
    await returnForCorrection(first, {
      id,
      reasons: [
        { code: 'B16', path: 'techField', text: '请改为环境保护。' },
        { code: 'B14', path: 'buyer.region' },
        { code: 'B20', path: 'ATT01', text: '缺页。' },
      ],
      text: '请一次补正。',
    })
    await save(registrar, { id, patch: { techField: '0702', goal: '02' } })
    await submit(registrar, { id })
    const { asked, reasons } = await readDecision(second, id, everything)
    expect(asked?.asked.map(({ path, done }) => [path, done])).toEqual([
      ['techField', true],
      ['buyer.region', false],
      ['ATT01', false],
    ])
    expect(asked?.unasked.map(({ path }) => path)).toEqual(['goal'])
    expect(reasons.map(({ kind }) => kind)).toContain('resubmitted')
  })

  test.each(['nothing', 'buyer.nothing', 'ATT99', '__proto__'])(
    'a reason can’t point at %s',
    async (path) => {
      const id = await contractIn('submitted', registrar)
      await expect(
        returnForCorrection(first, { id, reasons: [{ code: 'B16', path }] }),
      ).rejects.toMatchObject({
        detail: { code: 'invalid-input' },
      })
    },
  )
})

test('refusals are numbered without gaps, also when many are made at once', async () => {
  const ids = await Promise.all(Array.from({ length: 8 }, () => contractIn('submitted', registrar)))
  const text = '约定内容不属于技术合同认定登记范围。'
  const done = await Promise.all(
    ids.map((id, index) => refuse(index % 2 ? first : second, { id, reason: 'N08', text })),
  )
  const numbers = done.map(({ decision }) => Number(/(\d+)号$/.exec(decision)?.[1])).toSorted((a, b) => a - b)
  expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index))
})
