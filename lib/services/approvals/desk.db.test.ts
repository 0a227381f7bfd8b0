import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { atTime } from '@/db/clock'
import { ownerUrl } from '@/db/testing/database'
import { deskFilterSchema } from '@/lib/domain/approval/desk'
import { inDeskOrder, NEAR } from '@/lib/domain/approval/order'
import type { Content } from '@/lib/domain/contract/content'
import { nationalHolidays } from '@/lib/domain/time/holidays'
import { addDays, addWorkingDays, shanghaiDate } from '@/lib/domain/time/working-days'
import { contractIn, entered, moveIn, person, registrarOf } from '@/lib/testing/house'
import { dispute } from '../contracts/dispute'
import { previewBatch } from './batch'
import { readDecision } from './decision'
import { readDesk } from './desk'
import { look, lookAway } from './presence'

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

describe('the desk', () => {
  test('is read in the order that the domain declares', async () => {
    const signed = addDays(shanghaiDate(new Date()), -60)
    const early: Content = { signDate: signed, effectiveDate: signed }
    for (const daysAgo of [40, 20, 15, 3]) {
      await atTime(new Date(Date.now() - daysAgo * 86_400_000), async () => {
        await contractIn('submitted', registrarOf('D09'), { ...early, policies: ['VAT'] })
        await contractIn('submitted', registrarOf('D09'), { ...early, ...large })
        const disputed = await contractIn('submitted', registrarOf('D09'), early)
        await dispute(first, { id: disputed, text: '新颖性存在争议。' })
        await contractIn('endorsed', registrarOf('D09'), early)
      })
    }
    const today = shanghaiDate(new Date())
    const calendar = new Map(nationalHolidays.map(({ date, kind }) => [date, kind]))
    const { rows, counts } = await readDesk(second, everything)
    expect(rows.length).toBeGreaterThan(15)
    const order = inDeskOrder({ today, nearUntil: addWorkingDays(today, NEAR, calendar) })
    expect(rows.map(({ id }) => id)).toEqual(rows.toSorted(order).map(({ id }) => id))
    for (const view of ['overdue', 'near', 'second', 'large', 'disputed', 'clean'] as const) {
      const found = await readDesk(second, { ...everything, view })
      expect(found.rows.length, view).toBe(counts[view])
    }
  })

  test('leads along the queue, past what the viewer may not decide', async () => {
    const filter = deskFilterSchema.parse({ unit: 'D09', show: 500 })
    const { rows } = await readDesk(first, filter)
    const mine = rows.filter(({ reasons }) => reasons.every(({ kind }) => kind !== 'ownFirst'))
    expect(mine.length).toBeLessThan(rows.length)
    const walked: string[] = []
    for (let id = mine[0]?.id ?? null; id; ) {
      walked.push(id)
      id = (await readDecision(first, id, filter)).queue.next
    }
    expect(walked).toEqual(mine.map(({ id }) => id))
  })

  test('shows to auditors what waits, and offers them no decision', async () => {
    const { rows, mayDecide } = await readDesk(auditor, everything)
    expect(rows.length).toBeGreaterThan(0)
    expect(mayDecide).toBe(false)
    expect(rows.some(({ clean }) => clean)).toBe(false)
    const view = await readDecision(auditor, rows[0]?.id ?? '', everything)
    expect(view.possible).toEqual([])
    await expect(previewBatch(auditor, { ids: [rows[0]?.id] })).rejects.toMatchObject({
      detail: { code: 'forbidden' },
    })
  })

  test('is nothing for an office, and an office’s draft is nothing for the centre', async () => {
    await expect(readDesk(registrar, everything)).rejects.toMatchObject({ detail: { code: 'forbidden' } })
    const draft = await entered(registrar)
    await expect(readDecision(first, draft, everything)).rejects.toMatchObject({
      detail: { code: 'not-found' },
    })
    await expect(look(first, { id: draft })).rejects.toMatchObject({ detail: { code: 'not-found' } })
  })

  test('tells who looks at what, until they look away', async () => {
    const id = await contractIn('submitted', registrar)
    await look(second, { id })
    const seen = async () => (await readDesk(first, everything)).rows.find((row) => row.id === id)
    expect(await seen()).toMatchObject({ lookers: [{ name: second.name }], clean: false })
    expect((await look(first, { id })).lookers).toEqual([{ account: second.id, name: second.name }])
    await lookAway(second, { id })
    expect(await seen()).toMatchObject({ lookers: [], clean: true })
    await owner`insert into presence values (${id}, ${second.id}, now() - interval '31 seconds')`
    expect((await seen())?.lookers).toEqual([])
  })
})
