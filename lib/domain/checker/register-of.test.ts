import { expect, it } from 'vitest'
import type { Ledger, Sums } from '../statistics/book'
import { registerOf } from './register-of'
import type { Of, Split } from './subject'

const sums = (turnover: bigint): Sums => ({ contracts: 1n, turnover, technology: 0n })
const ledger: Ledger = new Map([
  ['all', new Map([['', sums(100n)]])],
  ['unit', new Map([['D08', sums(40n)]])],
  [
    'seller',
    new Map([
      ['1', sums(7n)],
      ['2', sums(8n)],
    ]),
  ],
  [
    'band',
    new Map([
      ['12', sums(20n)],
      ['13', sums(30n)],
    ]),
  ],
  ['direction', new Map([['within', sums(5n)]])],
])
const one = (split: Split, code: string): Of => [{ split, code }]
const asked = (of: Of, own: string | null = null, year = 2024) =>
  registerOf(new Map([[2024, ledger]]), own).value('turnover', of, year)

it('answers for the whole, for members, and for what members make together', () => {
  expect(asked([])).toBe(100n)
  expect(asked(one('direction', 'out'))).toBe(100n)
  expect(asked(one('unit', 'D08'))).toBe(40n)
  expect(asked(one('unit', 'D09'))).toBe(0n)
  expect(asked(one('seller', 'enterprise'))).toBe(15n)
  expect(asked(one('over', '5000'))).toBe(50n)
})

it('knows nothing of other years, of crossings, of what only the report names, and of inflow nobody brought in', () => {
  expect(asked([], null, 2023)).toBeNull()
  expect(asked([...one('unit', 'D08'), ...one('type', '1')])).toBeNull()
  expect(asked(one('named', '某园区'))).toBeNull()
  expect(asked(one('over', '300'))).toBeNull()
  expect(asked(one('direction', 'in'))).toBeNull()
})

it('answers an office for its own contracts alone', () => {
  expect(asked([], 'D08')).toBeNull()
  expect(asked(one('unit', 'D09'), 'D08')).toBeNull()
  expect(asked(one('seller', '1'), 'D08')).toBeNull()
  expect(asked(one('unit', 'D08'), 'D08')).toBe(100n)
  expect(asked([...one('unit', 'D08'), ...one('seller', '1')], 'D08')).toBe(7n)
  expect(asked([...one('unit', 'D08'), ...one('direction', 'in')], 'D08')).toBeNull()
})
