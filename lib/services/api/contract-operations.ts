import 'server-only'
import { z } from 'zod'
import { columns } from '@/lib/domain/contract/columns'
import { filterKeys } from '@/lib/domain/contract/filters'
import { statusNames } from '@/lib/domain/contract/lifecycle'
import { sortKeys, tabNames } from '@/lib/domain/contract/list-query'
import { Problem } from '@/lib/domain/problems'
import { create } from '../contracts/create'
import { findEarlier } from '../contracts/earlier'
import { readEffects } from '../contracts/effects'
import { nearDuplicates } from '../contracts/near-duplicates'
import { viewContract } from '../contracts/view'
import { filterParameters } from './filter-parameters'
import { listAnswer, listForApi } from './list-answer'
import { acting, named, type Operation, query, reader, text } from './operation'
import { contractAnswer, readContract } from './read-contract'
import { figureMoves } from './requests'
import { contractVerbs, type VerbName } from './verbs'

const id = named('合同标识', 'Contract')

const listParameters = [
  query('status', '视图', 'View', { type: 'string', enum: tabNames }),
  query('q', '编号、名称、双方中须含有的词', 'Words that number, name or parties must contain'),
  query('sort', '排序列，前加 - 为降序', 'Column to sort by, - in front for descending', {
    type: 'string',
    enum: sortKeys.flatMap((key) => [key, `-${key}`]),
  }),
  query('after', '上一页答复中的 next', 'The next of the page before'),
  query('before', '下一页答复中的 previous', 'The previous of the page after'),
  query('columns', '只要这些列，以逗号分隔', 'These columns alone, with commas between', {
    type: 'string',
    pattern: `^(${Object.keys(columns).join('|')})(,(${Object.keys(columns).join('|')}))*$`,
  }),
  query('sums', 'exact 为全部计数', 'exact counts and adds up everything', { const: 'exact' }),
  ...filterParameters(filterKeys, text),
]

/** `take-back` as an operation is named: `takeBack`. */
export const camel = (name: string) => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())

const history = z.object({
  history: z.array(
    z.looseObject({
      seq: z.int(),
      act: z.string(),
      statusAfter: z.enum(statusNames),
      by: z.string(),
      at: z.iso.datetime(),
      content: z.record(z.string(), z.unknown()),
    }),
  ),
})

/** Contracts: lists, one of them, what is around it, and the acts on it. */
export const contractOperations: readonly Operation[] = [
  reader({
    id: 'listContracts',
    path: '/contracts',
    summary: { zh: '权限内的合同，逐页', en: 'Contracts within your reach, page by page' },
    permission: 'contract.read',
    parameters: listParameters,
    output: listAnswer,
    read: ({ actor, search }) => listForApi(actor, search),
  }),
  acting(create, {
    id: 'createContract',
    path: '/contracts',
    summary: { zh: '新建草稿', en: 'Begin a draft' },
    output: z.object({ id: z.uuid(), localNumber: z.string(), revision: z.int() }),
    location: ({ id }: { id: string }) => `/api/v1/contracts/${id}`,
    refusals: ['state-secret'],
    example: { content: { name: '示例技术开发合同' } },
  }),
  acting(findEarlier, {
    id: 'findEarlierContracts',
    path: '/contracts/find-earlier',
    summary: {
      zh: '本单位可供参照新建的合同',
      en: "Your office's own contracts to begin a new one from",
    },
    output: z.array(
      z.looseObject({
        id: z.uuid(),
        wan: z.string().nullable().describe('Turnover in 万元'),
        updatedAt: z.iso.datetime(),
      }),
    ),
    example: { text: '' },
    reads: true,
  }),
  {
    id: 'readContract',
    method: 'get',
    path: '/contracts/{id}',
    summary: { zh: '一份合同及现在可进行的操作', en: 'One contract, and what you may do with it now' },
    permission: 'contract.read',
    parameters: [id],
    output: contractAnswer,
    success: 200,
    run: async ({ actor, path }) => {
      const value = await readContract(actor, String(path.id))
      return { value, revision: value.revision }
    },
  },
  reader({
    id: 'readContractHistory',
    path: '/contracts/{id}/history',
    summary: { zh: '一份合同的全部办理过程', en: 'Everything that happened to a contract' },
    permission: 'contract.read',
    parameters: [id],
    output: history,
    read: async ({ actor, path }) => {
      const view = await viewContract(actor, String(path.id))
      if (!view) throw new Problem({ code: 'not-found' })
      return { history: view.history }
    },
  }),
  reader({
    id: 'readContractEffects',
    path: '/contracts/{id}/effects',
    summary: {
      zh: '该合同登记后对统计的影响',
      en: 'Which figures will move when the contract is submitted today and approved',
    },
    permission: 'contract.read',
    parameters: [id],
    output: z.object({
      year: z.int(),
      unit: z.string(),
      dueOn: z.iso.date(),
      large: z.boolean(),
      ...figureMoves,
    }),
    read: async ({ actor, path }) => {
      const { id } = await readContract(actor, String(path.id))
      return readEffects(actor, id)
    },
  }),
  reader({
    id: 'listNearDuplicates',
    path: '/contracts/{id}/duplicates',
    summary: { zh: '疑似重复的合同', en: 'Probable duplicates of a contract' },
    permission: 'contract.read',
    parameters: [id],
    output: z.object({
      duplicates: z.array(
        z.looseObject({ score: z.number(), status: z.enum(statusNames), within: z.boolean() }),
      ),
    }),
    read: async ({ actor, path }) => {
      const { id } = await readContract(actor, String(path.id))
      return { duplicates: await nearDuplicates(actor, id) }
    },
  }),
  ...(Object.keys(contractVerbs) as VerbName[]).map((name) => {
    const { run, ...rest } = contractVerbs[name]
    return acting(run, {
      id: `${camel(name)}Contract`,
      path: `/contracts/{id}/${name}`,
      parameters: [id],
      ...rest,
    })
  }),
]
