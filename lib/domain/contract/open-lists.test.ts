import { expect, test } from 'vitest'
import { measures } from '../work-records/measures'
import { openCode, openWords } from './open-lists'

const name = '兵团数字技术研究院'
const lists = { institution: [{ code: name, words: { zh: name, en: 'Digital Institute' } }] }
const { institution, title } = measures.fields

test('a value of an open list is said in both languages, and known again by either', () => {
  expect(openWords(lists, institution, name)?.en).toBe('Digital Institute')
  expect(openCode(lists, institution, ' digital institute')).toBe(name)
  expect(openCode(lists, institution, name)).toBe(name)
})

test('what the dictionary knows, what nobody added and other fields are left alone', () => {
  expect(openCode(lists, institution, 'A13')).toBeUndefined()
  expect(openCode({}, institution, name)).toBeUndefined()
  expect(openWords(lists, institution, 'A13')).toBeUndefined()
  expect(openWords(lists, title, name)).toBeUndefined()
})
