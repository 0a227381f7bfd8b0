import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import type { Actor } from '@/lib/domain/access/actor'
import { addDays, shanghaiDate } from '@/lib/domain/time/dates'
import type { CentreWork } from '@/lib/domain/work/centre-work'
import { back, courseOf } from '@/lib/testing/course'
import { moveIn, person, registrarOf } from '@/lib/testing/house'
import { readCentreWork } from './read-centre-work'

const approver = person('approver')
const today = shanghaiDate(new Date())
const ago = (days: number) => addDays(today, -days)
/** A year without anything in it but what a test puts there. */
const YEAR = 2022

beforeAll(moveIn)
afterAll(() => database().close())

const read = (year = YEAR, actor: Actor = approver) => readCentreWork(actor, year)
const rowOf = <T extends { unit: string }>(rows: readonly T[], unit: string): T => {
  const row = rows.find((one) => one.unit === unit)
  if (!row) throw new Error(`No row of ${unit}`)
  return row
}

describe('who may read it', () => {
  test('the centre, and nobody else', async () => {
    for (const name of ['approver', 'auditor']) {
      await expect(read(YEAR, person(name)), name).resolves.toBeTruthy()
    }
    for (const actor of [registrarOf('D08'), person('leader'), person('admin'), person('security')]) {
      await expect(read(YEAR, actor), actor.role).rejects.toMatchObject({ detail: { code: 'forbidden' } })
    }
  })
})

describe('what is in hand', () => {
  let before: CentreWork
  let after: CentreWork
  const ids: string[] = []

  beforeAll(async () => {
    before = await read()
    const [first, second] = [registrarOf('D01'), registrarOf('D02')]
    ids.push(await courseOf(first, ago(100), [[ago(90), 'submit']]))
    ids.push(
      await courseOf(second, ago(70), [
        [ago(69), 'submit'],
        [ago(68), back],
        [ago(60), 'submit'],
      ]),
    )
    await courseOf(second, ago(1), [[today, 'submit']])
    // Nobody else's drafts and nothing that has left the desk: no centre counts them.
    await courseOf(first, ago(90))
    await courseOf(first, ago(90), [
      [ago(80), 'submit'],
      [ago(79), 'withdraw'],
    ])
    await courseOf(first, ago(90), [
      [ago(80), 'submit'],
      [ago(79), back],
    ])
    await courseOf(second, ago(90), [
      [ago(80), 'submit'],
      [ago(40), 'approve'],
    ])
    after = await read()
  })

  test('is counted by unit and by working days since the last acceptance', () => {
    expect(before.inHand.total.contracts).toBe(0)
    expect(after.inHand.total).toMatchObject({ contracts: 3, overdue: 2, near: 0 })
    expect(rowOf(after.inHand.rows, 'D01')).toMatchObject({ contracts: 1, ages: { over15: 1 }, overdue: 1 })
    expect(rowOf(after.inHand.rows, 'D02').ages).toEqual({
      upTo2: 1,
      upTo5: 0,
      upTo10: 0,
      upTo15: 0,
      over15: 1,
    })
    expect(after.inHand.rows).toHaveLength(18)
  })

  test('is named in the order of the deadlines', () => {
    expect(after.nearest.slice(0, 2).map(({ id }) => id)).toEqual(ids)
    expect(after.nearest).toHaveLength(3)
    expect(after.nearest[0]).toMatchObject({ unit: 'D01', since: ago(90), deadline: { tone: 'bad' } })
  })
})

describe('the last thirty days', () => {
  test('have each decision on its day in Shanghai, and none of before', async () => {
    const third = registrarOf('D03')
    const on = async (day: string) => (await read()).days.find((one) => one.day === day)
    const [first, last] = [ago(29), ago(2)]
    const before = { first: await on(first), last: await on(last) }
    await courseOf(third, ago(50), [
      [ago(45), 'submit'],
      [first, 'approve'],
    ])
    await courseOf(third, ago(50), [
      [ago(45), 'submit'],
      [ago(30), 'approve'],
    ])
    await courseOf(third, ago(50), [
      [ago(45), 'submit'],
      [ago(30), back],
      [ago(20), 'submit'],
      [last, back],
    ])
    await courseOf(third, ago(50), [
      [ago(45), 'submit'],
      [last, 'refuse'],
    ])
    const { days } = await read()
    expect([days[0]?.day, days.at(-1)?.day, days.length]).toEqual([first, today, 30])
    expect(await on(first)).toMatchObject({
      registered: (before.first?.registered ?? 0) + 1,
      returned: before.first?.returned,
    })
    expect(await on(last)).toMatchObject({
      registered: before.last?.registered,
      returned: (before.last?.returned ?? 0) + 1,
      refused: (before.last?.refused ?? 0) + 1,
    })
  })
})

describe('a year', () => {
  beforeAll(async () => {
    const [fifth, sixth] = [registrarOf('D05'), registrarOf('D06')]
    const both = {
      return: [
        { code: 'B16', path: 'techField' },
        { code: 'B20', path: 'ATT01' },
      ],
    }
    // Registered at once; after a return; with warnings; late.
    await courseOf(fifth, '2022-02-08', [
      ['2022-02-08', 'submit'],
      ['2022-02-11', 'approve'],
    ])
    await courseOf(fifth, '2022-03-01', [
      ['2022-03-01', 'submit'],
      ['2022-03-05', both],
      ['2022-03-20', 'submit'],
      ['2022-03-26', 'approve'],
    ])
    await courseOf(
      sixth,
      '2022-04-01',
      [
        ['2022-04-01', 'submit'],
        ['2022-04-02', 'approve'],
      ],
      {
        turnover: 10_000n,
        technology: 10_000n,
      },
    )
    await courseOf(sixth, '2022-05-01', [
      ['2022-05-01', 'submit'],
      ['2022-07-01', 'approve'],
    ])
    // Decided, not registered: a return that came late, a refusal in time.
    await courseOf(sixth, '2022-05-01', [
      ['2022-05-01', 'submit'],
      ['2022-07-01', back],
    ])
    await courseOf(sixth, '2022-05-01', [
      ['2022-05-01', 'submit'],
      ['2022-05-10', 'refuse'],
    ])
    // Taken back to a draft after its return: beyond the centre's sight.
    await courseOf(sixth, '2022-06-01', [
      ['2022-06-01', 'submit'],
      ['2022-06-02', back],
      ['2022-06-03', 'submit'],
      ['2022-06-03', 'withdraw'],
    ])
    await courseOf(sixth, '2021-12-01', [
      ['2021-12-01', 'submit'],
      ['2021-12-31', 'approve'],
    ])
  })

  test('has its quality told by unit and as a whole, with the numbers behind', async () => {
    const { quality } = await read()
    expect(rowOf(quality.rows, 'D05')).toEqual({
      unit: 'D05',
      registered: 2,
      first: { part: 1, of: 2 },
      warned: { part: 0, of: 2 },
      marked: { part: 0, of: 2 },
      // 3 days, and 4 + 6.
      centreMedian: 3,
      inTime: { part: 3, of: 3 },
    })
    expect(rowOf(quality.rows, 'D06')).toMatchObject({
      registered: 2,
      warned: { part: 1, of: 2 },
      centreMedian: 1,
      inTime: { part: 2, of: 4 },
    })
    expect(quality.total).toMatchObject({
      registered: 4,
      first: { part: 3, of: 4 },
      inTime: { part: 5, of: 7 },
    })
    expect((await read(2021)).quality.total.registered).toBe(1)
  })

  test('has its returns by unit, reason and field, in the eyes of the centre', async () => {
    const { returns } = await read()
    expect(returns.codes).toEqual(['B16', 'B20'])
    expect(returns.total).toEqual({ unit: '', returns: 2, byReason: [2, 1], others: 0 })
    expect(rowOf(returns.rows, 'D06')).toMatchObject({ returns: 1, byReason: [1, 0] })
    expect(returns.fields.map(({ key, returns }) => [key, returns])).toEqual([
      ['techField', 2],
      ['ATT01', 1],
    ])
  })

  test('marks what looks like another contract', async () => {
    const same = { name: '荒漠绿洲过渡带生态修复技术研究', turnover: 88_000_000n, technology: 88_000_000n }
    await courseOf(
      registrarOf('D07'),
      '2020-05-01',
      [
        ['2020-05-01', 'submit'],
        ['2020-05-02', 'approve'],
      ],
      same,
    )
    await courseOf(
      registrarOf('D07'),
      '2020-05-03',
      [
        ['2020-05-03', 'submit'],
        ['2020-05-04', 'approve'],
      ],
      {
        ...same,
        name: `${same.name}（二期）`,
      },
    )
    expect((await read(2020)).quality.total).toMatchObject({ registered: 2, marked: { part: 1, of: 2 } })
  })
})
