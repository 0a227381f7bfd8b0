import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nationalHolidays } from '../time/holidays'
import { addWorkingDays, type Calendar } from '../time/working-days'
import { ageOf, deadline, inDeskOrder, NEAR, reasonsOf, riskOf, type Waiting } from './order'

const calendar: Calendar = new Map(nationalHolidays.map(({ date, kind }) => [date, kind]))
const today = '2026-09-28'
const day = { today, nearUntil: addWorkingDays(today, NEAR, calendar) }

const waiting = fc.record({
  id: fc.uuid(),
  status: fc.constantFrom('submitted' as const, 'endorsed' as const),
  dueOn: fc
    .date({ min: new Date('2026-08-01'), max: new Date('2026-12-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  submittedAt: fc.date({ min: new Date('2026-07-01'), max: new Date('2026-09-28'), noInvalidDate: true }),
  large: fc.boolean(),
  disputed: fc.boolean(),
  warnings: fc.nat(6),
  maybeDuplicate: fc.boolean(),
  seeksBenefits: fc.boolean(),
  isForeign: fc.boolean(),
  returns: fc.nat(3),
})

const plain: Waiting = {
  id: '1',
  status: 'submitted',
  dueOn: '2026-10-30',
  submittedAt: new Date('2026-09-20T02:00:00Z'),
  large: false,
  disputed: false,
  warnings: 0,
  maybeDuplicate: false,
  seeksBenefits: false,
  isForeign: false,
  returns: 0,
}

describe('the order of the desk', () => {
  it('is a total order, whatever order the rows come in', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(waiting, { selector: ({ id }) => id, maxLength: 20 }),
        fc.nat(),
        (rows, turn) => {
          const turned = [
            ...rows.slice(turn % (rows.length || 1)),
            ...rows.slice(0, turn % (rows.length || 1)),
          ]
          const order = inDeskOrder(day)
          expect(turned.toSorted(order)).toEqual(rows.toSorted(order))
        },
      ),
    )
  })

  it('never puts a contract that is not late before one that is', () => {
    fc.assert(
      fc.property(fc.array(waiting, { maxLength: 20 }), (rows) => {
        const ranks = rows
          .toSorted(inDeskOrder(day))
          .map((row) => ['overdue', 'near', 'later'].indexOf(ageOf(row.dueOn, day)))
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
      }),
    )
  })

  it('adds to the risk with every signal, and puts the riskier first on the same day', () => {
    fc.assert(
      fc.property(
        waiting,
        fc.constantFrom('large', 'disputed', 'maybeDuplicate', 'isForeign', 'seeksBenefits'),
        (row, signal) => {
          const [without, having] = [
            { ...row, [signal]: false },
            { ...row, [signal]: true },
          ]
          expect(riskOf(having)).toBeGreaterThan(riskOf(without))
          expect(inDeskOrder(day)(having, without)).toBeLessThan(0)
        },
      ),
    )
  })
})

describe('the clock in words', () => {
  it.each([
    ['2026-09-28', '今日到期', 'waiting'],
    ['2026-09-29', '还剩 1 个工作日', 'waiting'],
    // The National Day holiday of 2026 lies between.
    ['2026-10-09', '还剩 4 个工作日', 'quiet'],
    ['2026-09-25', '逾期 1 个工作日', 'bad'],
    ['2026-09-27', '逾期 1 个工作日', 'bad'],
  ])('due %s says %s', (dueOn, zh, tone) => {
    expect(deadline(dueOn, today, calendar)).toMatchObject({ tone, words: { zh } })
  })
})

it('is late on the weekend after a Friday, though no working day has passed', () => {
  expect(deadline('2026-08-28', '2026-08-29', calendar).words.zh).toBe('已逾期')
})

describe('the reasons of a row', () => {
  const kinds = (one: Waiting, hindrance: 'ownFirst' | 'ownHand' | null = null) =>
    reasonsOf(one, { today, calendar, hindrance }).map(({ kind }) => kind)

  it('say the deadline alone where nothing else is to be said', () => {
    expect(kinds(plain)).toEqual(['deadline'])
  })

  it('name every signal once', () => {
    const all = {
      ...plain,
      large: true,
      disputed: true,
      warnings: 2,
      maybeDuplicate: true,
      seeksBenefits: true,
      isForeign: true,
      returns: 1,
    }
    expect(kinds({ ...all, status: 'endorsed' })).toEqual([
      'deadline',
      'second',
      'disputed',
      'duplicate',
      'large',
      'foreign',
      'warnings',
      'benefits',
      'resubmitted',
    ])
  })

  it('tell the first approver that another has to give the second', () => {
    expect(kinds({ ...plain, status: 'endorsed', large: true }, 'ownFirst')).toEqual([
      'deadline',
      'ownFirst',
      'large',
    ])
  })
})
