import { expect, test } from 'vitest'
import { trailWords } from './trail-words'

test.each([
  ['table', 'cross', '交叉表'],
  ['table', 'headline', expect.any(String)],
  ['measures', 'turnover', expect.stringContaining('成交额')],
  ['sides', 'unit', '登记单位'],
  ['filters', 'cell.flow', expect.any(String)],
  ['columns', 'all', '全部字段'],
  ['columns', 'number', '登记编号'],
  ['cause', 'revoked', '撤销'],
  ['format', 'sdmx', 'SDMX-CSV'],
])('%s %s is said in words', (name, given, words) => {
  expect(trailWords(name, given)?.zh).toEqual(words)
})

test.each([
  ['table', 'nothing'],
  ['measures', 'constructor'],
  ['filters', 'toString'],
  ['unit', 'D08'],
])('%s %s is left as it is', (name, given) => {
  expect(trailWords(name, given)).toBeUndefined()
})
