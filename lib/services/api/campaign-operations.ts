import 'server-only'
import { z } from 'zod'
import { findingStatusNames } from '@/lib/domain/audit/finding'
import { answerFindings } from '../campaigns/answer'
import { judgeFindings } from '../campaigns/judge'
import { campaignAnswer, campaignsAnswer, findingsAnswer } from './campaign-answer'
import type { Operation, Parameter } from './operation'

const id: Parameter = {
  name: 'id',
  in: 'path',
  words: { zh: '自查标识', en: 'Self-audit' },
  schema: { type: 'string', format: 'uuid' },
}

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
const bodyOf = (schema: z.ZodType): z.ZodType =>
  schema instanceof z.ZodObject ? schema.omit({ campaign: true }) : schema

/** Self-audits: read within reach, answered by offices, judged by the auditor. */
export const campaignOperations: readonly Operation[] = [
  {
    id: 'listCampaigns',
    method: 'get',
    path: '/campaigns',
    summary: { zh: '权限内的自查', en: 'Self-audits within your reach, the latest first' },
    permission: 'campaign.read',
    parameters: [],
    output: campaignsAnswer,
    success: 200,
  },
  {
    id: 'readCampaign',
    method: 'get',
    path: '/campaigns/{id}',
    summary: { zh: '一次自查及其结果', en: 'One self-audit and what it comes to' },
    permission: 'campaign.read',
    parameters: [id],
    output: campaignAnswer,
    success: 200,
  },
  {
    id: 'listFindings',
    method: 'get',
    path: '/campaigns/{id}/findings',
    summary: { zh: '自查发现的问题，逐页', en: 'Its findings, page by page' },
    permission: 'campaign.read',
    parameters: [id, ...filters],
    output: findingsAnswer,
    success: 200,
  },
  {
    id: 'answerFindings',
    method: 'post',
    path: '/campaigns/{id}/answer',
    summary: { zh: '答复问题', en: 'Answer findings of your office' },
    permission: answerFindings.permission,
    parameters: [id],
    input: bodyOf(answerFindings.input),
    success: 200,
  },
  {
    id: 'judgeFindings',
    method: 'post',
    path: '/campaigns/{id}/judge',
    summary: { zh: '采纳、退回或核定', en: 'Accept answers, send them back, or decide' },
    permission: judgeFindings.permission,
    parameters: [id],
    input: bodyOf(judgeFindings.input),
    success: 200,
  },
]
