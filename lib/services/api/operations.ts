import 'server-only'
import { z } from 'zod'
import { filterables, filterKeys, parametersOf } from '@/lib/domain/contract/filters'
import { sortKeys, tabNames } from '@/lib/domain/contract/list-query'
import { type RequestAction, requestKindNames } from '@/lib/domain/request/kinds'
import { requestTabs } from '@/lib/domain/request/list-query'
import { causeNames } from '@/lib/domain/statistics/bridge'
import { create } from '../contracts/create'
import { bridgeAnswer } from './bridge-answer'
import { campaignOperations } from './campaign-operations'
import { certificateOperations } from './certificate-operations'
import { exportOperations } from './export-operations'
import { listAnswer } from './list-answer'
import {
  asOfParameter,
  moment,
  type Operation,
  type Parameter,
  query,
  text,
  unitParameter,
  yearParameter,
} from './operation'
import { contractAnswer } from './read-contract'
import { reportOperations } from './report-operations'
import { requestAnswer, requestListAnswer } from './requests'
import { statisticsAnswer } from './statistics-answer'
import { contractVerbs, requestVerbs, type VerbName } from './verbs'
import { workRecordOperations } from './work-record-operations'

const id: Parameter = {
  name: 'id',
  in: 'path',
  words: { zh: '合同标识', en: 'Contract' },
  schema: { type: 'string', format: 'uuid' },
}
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
const steps = Object.entries(requestVerbs) as [RequestAction, (typeof requestVerbs)[RequestAction]][]

/** `take-back` as an operation is named: `takeBack`. */
const camel = (name: string) => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())

const requestId: Parameter = { ...id, words: { zh: '申请标识', en: 'Request' } }

export const operations: readonly Operation[] = [
  {
    id: 'readStatistics',
    method: 'get',
    path: '/statistics/{year}',
    summary: { zh: '一个年度的全部统计表', en: 'Every table and figure of a year' },
    permission: 'statistics.read',
    parameters: [yearParameter, unitParameter, asOfParameter],
    output: statisticsAnswer,
    success: 200,
  },
  ...exportOperations,
  ...reportOperations,
  {
    id: 'readBridge',
    method: 'get',
    path: '/statistics/{year}/bridge',
    summary: {
      zh: '两个时刻之间统计数据变动的原因',
      en: 'What moved the figures of a year between two moments, cause by cause',
    },
    permission: 'statistics.read',
    parameters: [
      yearParameter,
      unitParameter,
      query('from', '起点时刻；与 edition 二选一', 'The moment it starts from; or give edition', moment),
      query('edition', '以该版年报的发布时刻为起点', 'Starts when this edition of the report was published', {
        type: 'integer',
        minimum: 1,
        maximum: 99,
      }),
      query('to', '终点时刻；省略为现在', 'The moment it ends with; left out, now', moment),
      query('cause', '列出该原因的合同', 'Lists the contracts of this cause', {
        type: 'string',
        enum: causeNames,
      }),
      query('before', '上一页答复中的 next', 'The next of the page before', { type: 'integer' }),
    ],
    output: bridgeAnswer,
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
      id: `${camel(name)}Contract`,
      method: 'post',
      path: `/contracts/{id}/${name}`,
      summary,
      permission: run.permission,
      parameters: [id],
      input: run.input,
      success: 200,
    }),
  ),
  {
    id: 'listRequests',
    method: 'get',
    path: '/requests',
    summary: {
      zh: '权限内的登记后申请，逐页',
      en: 'Requests after registration within your reach, page by page',
    },
    permission: 'request.read',
    parameters: [
      query('tab', '待办理（默认）或已办结', 'Waiting (if left out) or settled', {
        type: 'string',
        enum: requestTabs,
      }),
      query('kind', '事项', 'Kind', { type: 'string', enum: requestKindNames }),
      query('unit', '单位代码，如 D08', 'Unit code such as D08'),
      query('page', '页，从 1 起，每页 30 件', 'Page from 1, thirty each', { type: 'integer', minimum: 1 }),
    ],
    output: requestListAnswer,
    success: 200,
  },
  {
    id: 'readRequest',
    method: 'get',
    path: '/requests/{id}',
    summary: { zh: '一项申请、它的差异和统计影响', en: 'One request, what differs and what it moves' },
    permission: 'request.read',
    parameters: [requestId],
    output: requestAnswer,
    success: 200,
  },
  ...steps.map(
    ([name, { run, summary }]): Operation => ({
      id: `${camel(name)}Request`,
      method: 'post',
      path: `/requests/{id}/${name}`,
      summary,
      permission: run.permission,
      parameters: [requestId],
      input: run.input,
      success: 200,
    }),
  ),
  ...certificateOperations(id, listParameters),
  ...campaignOperations,
  ...workRecordOperations,
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
