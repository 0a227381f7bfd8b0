import 'server-only'
import { workKindNames } from '@/lib/domain/work-records/kinds'
import { recordStatusNames } from '@/lib/domain/work-records/lifecycle'
import { type Operation, type Parameter, query } from './operation'
import { recordAnswer, recordListAnswer } from './work-records'

const kindParameter: Parameter = {
  name: 'kind',
  in: 'path',
  words: { zh: '台账', en: 'Register' },
  schema: { type: 'string', enum: workKindNames },
}

const id: Parameter = {
  name: 'id',
  in: 'path',
  words: { zh: '记录标识', en: 'Record' },
  schema: { type: 'string', format: 'uuid' },
}

/** Registers of work, read within reach. */
export const workRecordOperations: readonly Operation[] = [
  {
    id: 'listRecords',
    method: 'get',
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
    ],
    output: recordListAnswer,
    success: 200,
  },
  {
    id: 'readRecord',
    method: 'get',
    path: '/work/{kind}/{id}',
    summary: {
      zh: '一条台账记录及现在可进行的操作',
      en: 'One record of work, and what you may do with it now',
    },
    permission: 'work.read',
    parameters: [kindParameter, id],
    output: recordAnswer,
    success: 200,
  },
]
