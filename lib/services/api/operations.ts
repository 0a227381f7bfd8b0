import 'server-only'
import { z } from 'zod'
import type { Permission } from '@/lib/domain/access/permissions'
import { filterables, filterKeys, parametersOf } from '@/lib/domain/contract/filters'
import { sortKeys, tabNames } from '@/lib/domain/contract/list-query'
import type { Words } from '@/lib/domain/words'
import { create } from '../contracts/create'
import { campaignOperations } from './campaign-operations'
import { listAnswer } from './list-answer'
import { contractAnswer } from './read-contract'
import { statisticsAnswer } from './statistics-answer'
import { contractVerbs, type VerbName } from './verbs'

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
  permission: Permission
  parameters: readonly Parameter[]
  input?: z.ZodType
  output?: z.ZodType
  success: 200 | 201
}

const text = { type: 'string' }
const id: Parameter = {
  name: 'id',
  in: 'path',
  words: { zh: '合同标识', en: 'Contract' },
  schema: { type: 'string', format: 'uuid' },
}
const query = (name: string, zh: string, en: string, schema: Record<string, unknown> = text): Parameter => ({
  name,
  in: 'query',
  words: { zh, en },
  schema,
})

const listParameters: readonly Parameter[] = [
  query('status', '视图', 'View', { type: 'string', enum: tabNames }),
  query('q', '编号、名称、双方中须含有的词', 'Words that number, name or parties must contain'),
  query('sort', '排序列，前加 - 为降序', 'Column to sort by, - in front for descending', {
    type: 'string',
    enum: sortKeys.flatMap((key) => [key, `-${key}`]),
  }),
  query('after', '上一页答复中的 next', 'The next of the page before'),
  query('before', '下一页答复中的 previous', 'The previous of the page after'),
  query('sums', 'exact 为全部计数', 'exact counts and adds up everything', { const: 'exact' }),
  ...filterKeys.flatMap((key) =>
    parametersOf(key).map((name) => ({
      name,
      in: 'query' as const,
      words: filterables[key].label,
      schema: { type: 'array', items: text },
    })),
  ),
]

const verbs = Object.entries(contractVerbs) as [VerbName, (typeof contractVerbs)[VerbName]][]

export const operations: readonly Operation[] = [
  {
    id: 'readStatistics',
    method: 'get',
    path: '/statistics/{year}',
    summary: { zh: '一个年度的全部统计表', en: 'Every table and figure of a year' },
    permission: 'statistics.read',
    parameters: [
      {
        name: 'year',
        in: 'path',
        words: { zh: '统计年度', en: 'Statistical year' },
        schema: { type: 'integer', minimum: 2000, maximum: 2100 },
      },
      query(
        'unit',
        '单位代码，如 D08；省略为权限内的全部',
        'Unit code such as D08; left out, the whole of your reach',
      ),
      query(
        'asOf',
        '过去的时刻：按当时已知的登记统计',
        'A past instant: the figures as they were known then',
        {
          type: 'string',
          format: 'date-time',
        },
      ),
    ],
    output: statisticsAnswer,
    success: 200,
  },
  {
    id: 'listContracts',
    method: 'get',
    path: '/contracts',
    summary: { zh: '权限内的合同，逐页', en: 'Contracts within your reach, page by page' },
    permission: 'contract.read',
    parameters: listParameters,
    output: listAnswer,
    success: 200,
  },
  {
    id: 'createContract',
    method: 'post',
    path: '/contracts',
    summary: { zh: '新建草稿', en: 'Begin a draft' },
    permission: 'contract.create',
    parameters: [],
    input: create.input,
    success: 201,
  },
  {
    id: 'readContract',
    method: 'get',
    path: '/contracts/{id}',
    summary: { zh: '一份合同及现在可进行的操作', en: 'One contract, and what you may do with it now' },
    permission: 'contract.read',
    parameters: [id],
    output: contractAnswer,
    success: 200,
  },
  ...verbs.map(
    ([name, { run, summary }]): Operation => ({
      id: `${name}Contract`,
      method: 'post',
      path: `/contracts/{id}/${name}`,
      summary,
      permission: run.permission,
      parameters: [id],
      input: run.input,
      success: 200,
    }),
  ),
  ...campaignOperations,
]

/** JSON schema of what travels in; `id` comes from the address, not the body. */
export function inputSchema(schema: z.ZodType): Record<string, unknown> {
  const { properties, required, ...rest } = outputSchema(schema) as {
    properties?: Record<string, unknown>
    required?: string[]
  }
  const { id: _, ...kept } = properties ?? {}
  const needed = required?.filter((name) => name !== 'id') ?? []
  return { ...rest, properties: kept, ...(needed.length > 0 && { required: needed }) }
}

export function outputSchema(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return json
}
