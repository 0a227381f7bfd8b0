import 'server-only'
import { z } from 'zod'
import { findingStatusNames } from '@/lib/domain/audit/finding'
import { planSchema } from '@/lib/domain/audit/plan'
import { addFinding } from '../campaigns/add-finding'
import { answerFindings } from '../campaigns/answer'
import { closeCampaign } from '../campaigns/close'
import { judgeFindings } from '../campaigns/judge'
import { openCampaign } from '../campaigns/open'
import { previewCampaign } from '../campaigns/preview'
import { remindOffices } from '../campaigns/remind'
import { parseInput } from '../verb'
import { afterParameter } from './after'
import {
  campaignAnswer,
  campaignForApi,
  campaignsAnswer,
  campaignsForApi,
  findingsAnswer,
  findingsForApi,
} from './campaign-answer'
import { acting, type Call, named, type Operation, type Parameter, reader } from './operation'

const id = named('自查标识', 'Self-audit')

const filters: readonly Parameter[] = [
  { name: 'unit', in: 'query', words: { zh: '单位代码', en: 'Unit code' }, schema: { type: 'string' } },
  {
    name: 'status',
    in: 'query',
    words: { zh: '状态', en: 'State' },
    schema: { type: 'string', enum: findingStatusNames },
  },
  { name: 'rule', in: 'query', words: { zh: '规则编号', en: 'Rule' }, schema: { type: 'string' } },
  {
    name: 'page',
    in: 'query',
    words: { zh: '页码，自 1 起', en: 'Page, from 1' },
    schema: { type: 'integer', minimum: 1 },
  },
]

/** The campaign comes from the address. */
const takes = ({ id }: Call['path']) => ({ campaign: id })

const previewed = z.strictObject({ year: z.int().min(2000).max(2100), plan: z.unknown() })

/** Self-audits: read within reach, answered by offices, judged by the auditor. */
export const campaignOperations: readonly Operation[] = [
  reader({
    id: 'listCampaigns',
    path: '/campaigns',
    summary: { zh: '权限内的自查', en: 'Self-audits within your reach, the latest first' },
    permission: 'campaign.read',
    parameters: [],
    output: campaignsAnswer,
    read: ({ actor }) => campaignsForApi(actor),
  }),
  reader({
    id: 'readCampaign',
    path: '/campaigns/{id}',
    summary: { zh: '一次自查及其结果', en: 'One self-audit and what it comes to' },
    permission: 'campaign.read',
    parameters: [id],
    output: campaignAnswer,
    read: ({ actor, path }) => campaignForApi(actor, String(path.id)),
  }),
  reader({
    id: 'listFindings',
    path: '/campaigns/{id}/findings',
    summary: { zh: '自查发现的问题，逐页', en: 'Its findings, page by page' },
    permission: 'campaign.read',
    parameters: [id, ...filters, afterParameter],
    output: findingsAnswer,
    read: ({ actor, path, search }) => findingsForApi(actor, String(path.id), search),
  }),
  acting(answerFindings, {
    id: 'answerFindings',
    path: '/campaigns/{id}/answer',
    summary: { zh: '答复问题', en: 'Answer findings of your office' },
    parameters: [id],
    takes,
    output: z.object({ answered: z.int() }),
    refusals: ['campaign-closed', 'finding-settled', 'nothing-to-mend'],
    example: { findings: [id.example], answer: 'no-error', text: '经核对无误。' },
  }),
  acting(judgeFindings, {
    id: 'judgeFindings',
    path: '/campaigns/{id}/judge',
    summary: { zh: '采纳、退回或核定', en: 'Accept answers, send them back, or decide' },
    parameters: [id],
    takes,
    output: z.object({ judged: z.int() }),
    refusals: [
      'campaign-closed',
      'finding-settled',
      'not-answered',
      'nothing-to-mend',
      'request-missing',
      'request-pending',
    ],
    example: { findings: [id.example], act: 'accept' },
  }),
  acting(openCampaign, {
    id: 'openCampaign',
    path: '/campaigns',
    summary: { zh: '开展自查', en: 'Open a self-audit' },
    output: z.object({ id: z.uuid(), number: z.string() }),
    location: ({ id }: { id: string }) => `/api/v1/campaigns/${id}`,
    refusals: ['nothing-in-scope'],
    example: {
      year: 2024,
      plan: {
        rules: [],
        sample: { large: true, tax: true, foreign: true, random: 30, seed: 7 },
        explained: false,
      },
      dueOn: '2024-12-31',
      instructions: '',
    },
  }),
  {
    id: 'previewCampaign',
    method: 'post',
    path: '/campaigns/preview',
    summary: { zh: '试算一次自查，不作任何改动', en: 'What a self-audit would find today; nothing is kept' },
    permission: 'audit.run',
    parameters: [],
    input: z.strictObject({ year: z.int(), plan: planSchema }),
    output: z.object({
      contracts: z.int(),
      sampled: z.int(),
      findings: z.int(),
      explained: z.int(),
      byRule: z.array(z.object({ rule: z.string(), findings: z.int() })),
    }),
    success: 200,
    reads: true,
    example: {
      year: 2024,
      plan: {
        rules: [],
        sample: { large: true, tax: true, foreign: true, random: 30, seed: 7 },
        explained: false,
      },
    },
    run: async ({ actor, body }) => {
      const { year, plan } = parseInput(previewed, await body())
      return { value: await previewCampaign(actor, year, plan) }
    },
  },
  acting(remindOffices, {
    id: 'remindOffices',
    path: '/campaigns/{id}/remind',
    summary: { zh: '催办尚未答复的单位', en: 'Remind every office that still owes answers' },
    parameters: [id],
    takes,
    output: z.object({ units: z.array(z.string()) }),
    refusals: ['campaign-closed'],
    example: {},
  }),
  acting(addFinding, {
    id: 'addFinding',
    path: '/campaigns/{id}/findings',
    summary: { zh: '登记自查发现的问题', en: 'Add what was found by hand on a contract of the scope' },
    parameters: [id],
    takes,
    output: z.object({ id: z.uuid() }),
    refusals: ['campaign-closed'],
    example: { contract: id.example, text: '金额与合同文本不符。' },
  }),
  acting(closeCampaign, {
    id: 'closeCampaign',
    path: '/campaigns/{id}/close',
    summary: { zh: '结束自查', en: 'Close a self-audit once every finding is settled' },
    parameters: [id],
    takes,
    output: z.object({ report: campaignAnswer.shape.report }),
    refusals: ['campaign-closed', 'findings-open', 'conflict'],
    example: {},
  }),
]
