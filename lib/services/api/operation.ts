import type { z } from 'zod'
import type { Permission } from '@/lib/domain/access/permissions'
import type { Words } from '@/lib/domain/words'

export interface Parameter {
  name: string
  in: 'path' | 'query'
  words: Words
  schema: Record<string, unknown>
}

/** One thing the API does; the OpenAPI document and the page are both written from these. */
export interface Operation {
  id: string
  method: 'get' | 'post'
  path: string
  summary: Words
  /** Null where no token is asked for. */
  permission: Permission | null
  parameters: readonly Parameter[]
  input?: z.ZodType
  output?: z.ZodType
  /** Media types of the files it answers with. */
  files?: readonly string[]
  success: 200 | 201
}

export const text = { type: 'string' }

/** A parameter of the address's search. */
export const query = (
  name: string,
  zh: string,
  en: string,
  schema: Record<string, unknown> = text,
): Parameter => ({
  name,
  in: 'query',
  words: { zh, en },
  schema,
})

export const yearParameter: Parameter = {
  name: 'year',
  in: 'path',
  words: { zh: '统计年度', en: 'Statistical year' },
  schema: { type: 'integer', minimum: 2000, maximum: 2100 },
}
export const unitParameter = query(
  'unit',
  '单位代码，如 D08；省略为权限内的全部',
  'Unit code such as D08; left out, the whole of your reach',
)
export const moment = { type: 'string', format: 'date-time' }
export const asOfParameter = query(
  'asOf',
  '过去的时刻：按当时已知的登记统计；将来的时刻为现在',
  'A past instant: the figures as they were known then; one to come is now',
  moment,
)
