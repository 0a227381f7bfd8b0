import { expect, it } from 'vitest'
import { findSpelled } from '@/lib/domain/search/spelling'
import { spell } from './spell'

const stands = (text: string, typed: string) => {
  const at = findSpelled(spell(text), typed)
  return at && text.slice(...at)
}

it.each([
  ['新疆石河子农业科技有限公司', 'shz', '石河子'],
  ['新疆石河子农业科技有限公司', 'shihezi', '石河子'],
  ['重庆银行', 'cqyh', '重庆银行'],
  ['重庆银行', 'zhongqingyinxing', '重庆银行'],
  ['绿洲（阿拉尔）集团', 'lvzale', '绿洲（阿拉尔'],
  ['西安交通大学', 'xian', '西安'],
  ['北京ABC科技', 'bjabckj', '北京ABC科技'],
  ['𠮷林科技', 'linkj', '林科技'],
  ['石河子', 'bj', null],
] as const)('%s answers to %s', (text, typed, found) => {
  expect(stands(text, typed)).toBe(found)
})
