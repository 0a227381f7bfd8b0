import fc from 'fast-check'
import { codeList } from '../domain/contract/code-lists'
import { columnKeys } from '../domain/contract/columns'
import { filterables, filterKeys, parametersOf } from '../domain/contract/filters'
import { sortKeys, tabNames } from '../domain/contract/list-query'

const names = [
  'status',
  'q',
  'sort',
  'after',
  'before',
  'columns',
  'sums',
  'from',
  'unknown',
  ...filterKeys.flatMap(parametersOf),
]

const id = '0193d0c0-0000-7000-8000-000000000101'
const days = ['2023-05-01', '2024-12-31', '2024-02-30', '0000-01-01', '9999-12-31']

/** Values that mean something to some parameter, beside any text at all. */
const value = fc.oneof(
  fc.constantFrom(...tabNames),
  fc.constantFrom(...sortKeys).chain((key) => fc.constantFrom(key, `-${key}`)),
  fc.constantFrom(...columnKeys),
  fc.constantFrom(
    ...days,
    'yes',
    'no',
    'wan',
    'yuan',
    'exact',
    '2024',
    '技术',
    '技',
    '%',
    '_',
    '\\',
    "'",
    '示例 开发',
  ),
  fc.constantFrom(...filterKeys.flatMap((key) => (filterables[key].list ? codesOf(key) : []))),
  fc.constantFrom('-', '/statistics/cross?rows=unit&year=2024', '/.//elsewhere'),
  fc.constantFrom('0', '1.5', '12,000', '99999999999999999999', '-1', '1e9'),
  fc.constantFrom(`${id}~-1`, `${id}~2024-01-01`, `${id}~`, `${id}~1733700000000000`, `${id}~D08-2024-00001`),
  fc.string({ unit: 'binary', maxLength: 12 }),
)

function codesOf(key: (typeof filterKeys)[number]): string[] {
  const { list } = filterables[key]
  return list ? codeList(list).map(({ code }) => code) : []
}

/** Parameters as they may come in an address: meant, mistaken, or hostile. */
export const anyListParams: fc.Arbitrary<URLSearchParams> = fc
  .array(
    fc.tuple(
      fc.oneof({ weight: 20, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: fc.string() }),
      value,
    ),
    {
      maxLength: 6,
    },
  )
  .map((pairs) => new URLSearchParams(pairs))
