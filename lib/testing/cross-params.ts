import fc from 'fast-check'
import { parametersOf } from '../domain/contract/filters'
import { crossFilterKeys, crossMeasures, sides } from '../domain/statistics/cross-query'
import { anyListParams } from './list-params'

const own = ['rows', 'columns', 'measure', 'year', 'asOf', 'order', 'zeros'] as const

const value = fc.oneof(
  fc.constantFrom(...sides, 'none'),
  fc.constantFrom(...crossMeasures, 'divisionRank', 'turnoverRunning'),
  fc.constantFrom('2023', '2024', '2001', '1999', '2101', '2e3', 'size', 'shown'),
  fc.constantFrom('2024-12-28T23:59:59', '2024-12-28T23:59:59Z', '2024-13-01T00:00', 'yesterday'),
  fc.string({ unit: 'binary', maxLength: 8 }),
)

/** Parameters of a cross-table as they may come in an address: meant, mistaken, or hostile; with filters of the list. */
export const anyCrossParams: fc.Arbitrary<URLSearchParams> = fc
  .tuple(fc.array(fc.tuple(fc.constantFrom(...own), value), { maxLength: 8 }), anyListParams)
  .map(([pairs, list]) => new URLSearchParams([...pairs, ...list]))

export const crossParameterNames: readonly string[] = [...own, ...crossFilterKeys.flatMap(parametersOf)]
