import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { roleNames } from '@/lib/domain/access/roles'
import { addDays, shanghaiDate } from '@/lib/domain/time/dates'
import { back, courseOf } from '@/lib/testing/course'
import { moveIn, person, registrarOf } from '@/lib/testing/house'
import { readOfficeWork } from './read-office-work'

const [own, other] = [registrarOf('D08'), registrarOf('D09')]
const today = shanghaiDate(new Date())
const ago = (days: number) => addDays(today, -days)

beforeAll(moveIn)
afterAll(() => database().close())

describe('what waits for an office', () => {
  const ids: Record<string, string> = {}

  beforeAll(async () => {
    ids.old = await courseOf(own, ago(60), [], { name: '' })
    ids.new = await courseOf(own, ago(1))
    ids.withdrawn = await courseOf(own, ago(50), [
      [ago(40), 'submit'],
      [ago(39), 'withdraw'],
    ])
    ids.returned = await courseOf(own, ago(45), [
      [ago(44), 'submit'],
      [ago(43), back],
      [ago(30), 'submit'],
      [
        ago(9),
        {
          return: [
            { code: 'B16', path: 'techField' },
            { code: 'B20', path: 'ATT01' },
          ],
        },
      ],
    ])
    ids.late = await courseOf(own, ago(80), [[ago(70), 'submit']])
    ids.fresh = await courseOf(own, ago(3), [[today, 'submit']])
    await courseOf(own, ago(20), [
      [ago(19), 'submit'],
      [ago(18), 'approve'],
    ])
    await courseOf(other, ago(60))
    await courseOf(other, ago(60), [[ago(50), 'submit']])
  })

  test('is counted where it lies, by how long it lies there, and named in the order to see to it', async () => {
    const { waiting } = await readOfficeWork(own, 2025)
    const { draft, returned, submitted } = waiting
    expect([draft.contracts, returned.contracts, submitted.contracts]).toEqual([3, 1, 2])
    expect(draft.ages).toMatchObject({ over15: 2 })
    expect(returned.ages).toMatchObject({ over15: 0 })
    expect(submitted.ages).toEqual({ upTo2: 1, upTo5: 0, upTo10: 0, upTo15: 0, over15: 1 })
    expect(draft.first.map(({ id, name, since }) => [id, name, since])).toEqual([
      [ids.old, '', ago(60)],
      [ids.withdrawn, expect.any(String), ago(50)],
      [ids.new, expect.any(String), ago(1)],
    ])
    expect(returned.first).toMatchObject([{ id: ids.returned, since: ago(9), points: 2, deadline: null }])
    expect(submitted.first.map(({ id }) => id)).toEqual([ids.late, ids.fresh])
    expect(submitted.first[0]).toMatchObject({ since: ago(70), deadline: { tone: 'bad' } })
    expect([submitted.overdue, submitted.near]).toEqual([1, 0])
  })

  test('is the office’s own: another sees nothing of it', async () => {
    const { waiting } = await readOfficeWork(other, 2025)
    expect([waiting.draft.contracts, waiting.returned.contracts, waiting.submitted.contracts]).toEqual([
      1, 0, 1,
    ])
  })

  test('is read by registrars alone', async () => {
    for (const role of roleNames.filter((one) => one !== 'registrar')) {
      const username = role === 'approver' ? 'approver2' : role
      await expect(readOfficeWork(person(username), 2025), role).rejects.toMatchObject({
        detail: { code: 'forbidden' },
      })
    }
  })
})

describe('a year of an office', () => {
  const third = registrarOf('D10')

  test('has its returns at the fields they pointed at', async () => {
    await courseOf(third, '2023-12-20', [
      ['2023-12-25', 'submit'],
      ['2023-12-31', back],
      ['2024-01-01', 'submit'],
      [
        '2024-01-02',
        {
          return: [
            { code: 'B04', path: 'instalments.0.amount' },
            { code: 'B04', path: 'instalments.1.amount' },
            { code: 'B20', path: 'ATT01' },
          ],
        },
      ],
    ])
    const discarded = await courseOf(third, '2024-03-01', [
      ['2024-03-02', 'submit'],
      ['2024-12-31', back],
      ['2024-12-31', 'submit'],
      ['2024-12-31', 'withdraw'],
    ])
    expect(discarded).toBeTruthy()
    expect((await readOfficeWork(third, 2024)).returns).toEqual({
      returns: 2,
      fields: [
        { key: 'ATT01', returns: 1, reasons: [{ key: 'B20', returns: 1 }] },
        { key: 'instalments.amount', returns: 1, reasons: [{ key: 'B04', returns: 1 }] },
        { key: 'techField', returns: 1, reasons: [{ key: 'B16', returns: 1 }] },
      ],
    })
    expect((await readOfficeWork(third, 2023)).returns.returns).toBe(1)
    expect((await readOfficeWork(third, 2025)).returns).toEqual({ returns: 0, fields: [] })
  })

  test('has its days from entry to registration, parted between office and centre', async () => {
    // Entered on the 1st; at the centre 3 and 6 days; the withdrawn submission was the office's own affair.
    await courseOf(third, '2024-05-01', [
      ['2024-05-04', 'submit'],
      ['2024-05-07', back],
      ['2024-05-09', 'submit'],
      ['2024-05-10', 'withdraw'],
      ['2024-05-12', 'submit'],
      ['2024-05-18', 'approve'],
    ])
    await courseOf(third, '2024-05-20', [
      ['2024-05-20', 'submit'],
      ['2024-05-21', 'approve'],
    ])
    await courseOf(third, '2023-12-30', [
      ['2023-12-30', 'submit'],
      ['2024-01-01', 'approve'],
    ])
    await courseOf(third, '2023-01-01', [
      ['2023-01-04', 'submit'],
      ['2023-12-31', 'approve'],
    ])
    const { turnaround } = await readOfficeWork(third, 2024)
    expect(turnaround.this).toEqual({
      contracts: 3,
      median: 2,
      nineTenths: 17,
      officeMedian: 0,
      centreMedian: 2,
      inOffice: { part: 8, of: 20 },
    })
    expect(turnaround.last).toMatchObject({ contracts: 1, median: 364, inOffice: { part: 3, of: 364 } })
    expect(turnaround.months[4]).toMatchObject({ this: { contracts: 2, median: 1 }, last: { contracts: 0 } })
    expect(turnaround.months[0]?.this).toMatchObject({ contracts: 1, median: 2 })
  })
})
