import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'
import { openApi } from './openapi'
import { operations } from './operations'

test('the description is valid OpenAPI 3.1', async () => {
  const document = JSON.parse(JSON.stringify(openApi()))
  const { valid, errors } = await new Validator().validate(document)
  expect(errors).toBeUndefined()
  expect(valid).toBe(true)
})

interface Described {
  security?: unknown[]
  parameters: { name: string }[]
  responses: Record<string, unknown>
  requestBody?: { content: Record<string, { example?: unknown }> }
}

test('says of each operation what it answers, what it may refuse, and how it is asked once or for changes alone', () => {
  const paths = openApi().paths as Record<string, Record<string, Described>>
  for (const { id, method, path, success, input } of operations) {
    const described = paths[path]?.[method] as Described
    const names = described.parameters.map(({ name }) => name)
    const statuses = Object.keys(described.responses)
    expect(statuses, id).toEqual(expect.arrayContaining([String(success), '401', '403', '429', '500']))
    if (method === 'get') {
      expect(names, id).toContain('If-None-Match')
      expect(statuses, id).toContain('304')
    } else {
      expect(names, id).toEqual(expect.arrayContaining(['Idempotency-Key', 'If-Match']))
      expect(statuses, id).toEqual(expect.arrayContaining(['409', '412', '422']))
    }
    if (input) expect(described.requestBody?.content['application/json']?.example, id).toBeDefined()
  }
})
