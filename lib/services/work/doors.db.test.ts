import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  ageDoor,
  atCentreDoor,
  deskDoor,
  draftsDoor,
  nearDoor,
  overdueDoor,
  registeredDoor,
  returnedDoor,
  yearDoor,
} from '@/components/work/doors'
import { database } from '@/db/client'
import type { Actor } from '@/lib/domain/access/actor'
import { deskFilterSchema } from '@/lib/domain/approval/desk'
import { paramsOf, readListQuery } from '@/lib/domain/contract/list-query'
import { addDays, shanghaiDate } from '@/lib/domain/time/dates'
import { back, courseOf } from '@/lib/testing/course'
import { moveIn, person, registrarOf } from '@/lib/testing/house'
import { readDesk } from '../approvals/desk'
import { listContracts } from '../contracts/list'
import { readCentreWork } from './read-centre-work'
import { readOfficeWork } from './read-office-work'

const [own, other, approver] = [registrarOf('D08'), registrarOf('D09'), person('approver')]
const today = shanghaiDate(new Date())
const ago = (days: number) => addDays(today, -days)

beforeAll(async () => {
  await moveIn()
  // Something of every age on two desks, accepted on neighbouring days.
  for (const office of [own, other]) {
    for (const days of [0, 1, 2, 4, 5, 8, 14, 17, 21, 22, 23, 40]) {
      await courseOf(office, ago(days + 1), [[ago(days), 'submit']])
    }
    await courseOf(office, ago(9))
    await courseOf(office, ago(9), [
      [ago(8), 'submit'],
      [ago(3), back],
    ])
    for (const days of [0, 2, 2, 28, 29, 30]) {
      await courseOf(office, ago(60), [
        [ago(50), 'submit'],
        [ago(days), 'approve'],
      ])
    }
  }
})
afterAll(() => database().close())

/** How many contracts the address leads to, for whoever follows it. */
async function behind(actor: Actor, href: string): Promise<number> {
  const { pathname, searchParams } = new URL(href, 'http://localhost')
  if (pathname === '/approvals') {
    const { rows } = await readDesk(
      actor,
      deskFilterSchema.parse({ ...Object.fromEntries(searchParams), show: 500 }),
    )
    return rows.length
  }
  expect(pathname).toBe('/contracts')
  const query = readListQuery(paramsOf(searchParams))
  expect(query.ignored).toEqual([])
  const { sums } = await listContracts(actor, query)
  return sums.contracts
}

test('each number of an office leads to just what it counts', async () => {
  const { waiting, spans, nearUntil } = await readOfficeWork(own, 2026)
  expect(await behind(own, draftsDoor())).toBe(waiting.draft.contracts)
  expect(await behind(own, returnedDoor())).toBe(waiting.returned.contracts)
  expect(await behind(own, atCentreDoor())).toBe(waiting.submitted.contracts)
  expect(await behind(own, overdueDoor(today))).toBe(waiting.submitted.overdue)
  expect(await behind(own, nearDoor(today, nearUntil))).toBe(waiting.submitted.near)
  for (const span of spans) {
    expect(await behind(own, ageDoor(span)), span.age).toBe(waiting.submitted.ages[span.age])
  }
  expect(waiting.submitted.contracts).toBe(12)
})

test('each number of the centre leads to just what it counts, of one unit and of all', async () => {
  const { inHand, spans, days, quality, year } = await readCentreWork(approver, Number(today.slice(0, 4)))
  const rows = [...inHand.rows.filter(({ unit }) => ['D08', 'D09', 'D10'].includes(unit)), inHand.total]
  for (const row of rows) {
    const unit = row.unit || undefined
    expect(await behind(approver, deskDoor(undefined, { unit }))).toBe(row.contracts)
    for (const view of ['overdue', 'near'] as const) {
      expect(await behind(approver, deskDoor(view, { unit })), view).toBe(row[view])
    }
    for (const span of spans) {
      expect(await behind(approver, ageDoor(span, { unit })), span.age).toBe(row.ages[span.age])
    }
  }
  expect(inHand.total.contracts).toBe(24)
  for (const { day, registered } of days) {
    expect(await behind(approver, registeredDoor(day, day)), day).toBe(registered)
  }
  expect(days.reduce((sum, { registered }) => sum + registered, 0)).toBe(10)
  for (const row of [...quality.rows.filter(({ unit }) => unit === 'D08'), quality.total]) {
    expect(await behind(approver, yearDoor(year, { unit: row.unit || undefined }))).toBe(row.registered)
  }
})
