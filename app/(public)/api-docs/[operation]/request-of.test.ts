import { expect, test } from 'vitest'
import { curlOf, requestOf, type Tried } from './request-of'

const operation: Tried = {
  method: 'post',
  path: '/report/{year}/sign',
  parameters: [
    { name: 'year', place: 'path', label: '年度', choices: null, example: '2024' },
    { name: 'unit', place: 'query', label: '单位', choices: null, example: 'D08' },
  ],
  body: '{}',
  upload: false,
  changes: true,
}

test('what is filled in is sent by the token alone, examples only where the path can’t do without', () => {
  const asked = { values: { year: '2023/..', unit: '' }, body: '{"a":1}', key: 'k1' }
  const { address, init } = requestOf(operation, asked, 'jishi_secret', 'zh-CN')
  expect(address).toBe('/api/v1/report/2023%2F../sign')
  expect(init).toMatchObject({ method: 'POST', body: '{"a":1}', credentials: 'omit' })
  expect(init.headers).toMatchObject({ Authorization: 'Bearer jishi_secret', 'Idempotency-Key': 'k1' })
  expect(requestOf(operation, { values: {}, body: '', key: '' }, 't', 'en').address).toBe(
    '/api/v1/report/2024/sign',
  )
  expect(requestOf(operation, { values: { unit: 'D 1' }, body: '', key: '' }, 't', 'en').address).toBe(
    '/api/v1/report/2024/sign?unit=D+1',
  )
})

test('the line for a terminal holds no token, and what is quoted stays quoted', () => {
  const line = curlOf(operation, { values: {}, body: `{"a":"it's"}`, key: '' }, 'https://jishi.test')
  expect(line).toContain("'https://jishi.test/api/v1/report/2024/sign'")
  expect(line).toContain('Bearer $TOKEN')
  expect(line).toContain(`--data '{"a":"it'\\''s"}'`)
})
