import { expect, it } from 'vitest'
import { qualifierIn } from './narrowing'

it.each([
  ['全年共计', '¤'],
  ['一路攀升、再创历史新高，一举突破', ''],
  ['稳步提升至', ''],
  ['全市共认定登记', '¤'],
  ['由各登记点审核通过的', ''],
])('takes no name from the words of an office: %s', (words, measure) => {
  expect(qualifierIn(words + measure)).toBe('')
})

it.each([
  ['流向本市的¤', '流向本市'],
  ['河口镇', '河口镇'],
  ['大中型§购买', '大中型购买'],
  ['集成电路产业¤', '集成电路产业'],
  ['省外单位签订', '省外单位'],
  ['其余', '其余'],
  ['平均每家', '每家'],
])('takes the name of a thing from %s', (words, name) => {
  expect(qualifierIn(words)).toBe(name)
})
