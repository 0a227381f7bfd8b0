import 'server-only'
import { z } from 'zod'
import { workKindNames } from '@/lib/domain/work-records/kinds'
import { recordStatusNames } from '@/lib/domain/work-records/lifecycle'
import { confirmRecords } from '../work-records/confirm'
import { correctRecord } from '../work-records/correct'
import { discardRecord } from '../work-records/discard'
import { returnRecord } from '../work-records/return'
import { saveRecord } from '../work-records/save'
import { submitRecords } from '../work-records/submit'
import { withdrawRecord } from '../work-records/withdraw'
import { afterParameter } from './after'
import { acting, named, type Operation, type Parameter, query, reader } from './operation'
import { recordAnswer, recordForApi, recordListAnswer, recordsForApi } from './work-records'

const kindParameter: Parameter = {
  name: 'kind',
  in: 'path',
  words: { zh: '台账', en: 'Register' },
  schema: { type: 'string', enum: workKindNames },
}

const id = named('记录标识', 'Record')
const kindId = [kindParameter, id]
const one = z.object({ id: z.uuid() })
const several = z.object({ records: z.int() })

/** Registers of work, read within reach. */
export const workRecordOperations: readonly Operation[] = [
  reader({
    id: 'listRecords',
    path: '/work/{kind}',
    summary: {
      zh: '权限内的一项工作台账，逐页',
      en: 'A register of work within your reach, page by page',
    },
    permission: 'work.read',
    parameters: [
      kindParameter,
      query('year', '年度', 'Year', { type: 'integer' }),
      query('unit', '单位代码，如 D08；centre 为中心', 'Unit code such as D08, or centre'),
      query('status', '状态', 'Status', { type: 'string', enum: recordStatusNames }),
      query('q', '记录中须含有的词', 'Words that the record must contain'),
      query('page', '页，从 1 起，每页 50 条', 'Page from 1, fifty each', { type: 'integer', minimum: 1 }),
      afterParameter,
    ],
    output: recordListAnswer,
    read: ({ actor, path, search }) => recordsForApi(actor, String(path.kind), search),
  }),
  reader({
    id: 'readRecord',
    path: '/work/{kind}/{id}',
    summary: {
      zh: '一条台账记录及现在可进行的操作',
      en: 'One record of work, and what you may do with it now',
    },
    permission: 'work.read',
    parameters: kindId,
    output: recordAnswer,
    read: ({ actor, path }) => recordForApi(actor, String(path.kind), String(path.id)),
  }),
  acting(saveRecord, {
    id: 'beginRecord',
    path: '/work/{kind}',
    summary: { zh: '录入一条台账记录', en: 'Begin a record of work' },
    parameters: [kindParameter],
    output: z.object({ id: z.uuid(), revision: z.int() }),
    refusals: ['record-exists', 'record-status', 'conflict', 'state-secret'],
    example: { content: {} },
  }),
  acting(saveRecord, {
    id: 'saveRecord',
    path: '/work/{kind}/{id}/save',
    summary: { zh: '保存一条台账记录', en: 'Save a record that is still to be handed in' },
    parameters: kindId,
    output: z.object({ id: z.uuid(), revision: z.int() }),
    refusals: ['record-exists', 'record-status', 'conflict', 'state-secret'],
    example: { content: {} },
  }),
  ...(
    [
      ['submit', submitRecords, '提交一条记录', 'Hand a record in', ['check-failed']],
      ['confirm', confirmRecords, '确认一条记录', 'Confirm a record: it counts from now on', ['own-record']],
    ] as const
  ).map(([name, run, zh, en, refusals]) =>
    acting(run, {
      id: `${name}Record`,
      path: `/work/{kind}/{id}/${name}`,
      summary: { zh, en },
      parameters: kindId,
      takes: ({ id }) => ({ ids: [id] }),
      output: several,
      refusals: ['record-status', 'conflict', ...refusals],
      example: {},
    }),
  ),
  acting(discardRecord, {
    id: 'discardRecord',
    path: '/work/{kind}/{id}/discard',
    summary: { zh: '作废草稿', en: 'Give up a draft' },
    parameters: kindId,
    takes: ({ id }) => ({ id }),
    output: one,
    refusals: ['record-status', 'conflict'],
    example: {},
  }),
  ...(
    [
      ['correct', correctRecord, '更正已确认的记录', 'Open a confirmed record for correction'],
      ['return', returnRecord, '退回一条记录', 'Send a record back with what is to be mended'],
      ['withdraw', withdrawRecord, '撤出已确认的记录', 'Take a confirmed record out of the figures'],
    ] as const
  ).map(([name, run, zh, en]) =>
    acting(run, {
      id: `${name}Record`,
      path: `/work/{kind}/{id}/${name}`,
      summary: { zh, en },
      parameters: kindId,
      takes: ({ id }) => ({ id }),
      output: one,
      refusals: ['record-status', 'conflict', 'own-record'],
      example: { reason: '日期录入有误' },
    }),
  ),
]
