import 'server-only'
import { z } from 'zod'
import { MOST_MEGABYTES, verdictNames } from '@/lib/domain/import/batch'
import { askImport } from '../import/ask'
import { cancelImport } from '../import/cancel'
import { judgeImport } from '../import/judge'
import { batchesPerPage } from '../import/read'
import { returnedRows } from '../import/returned'
import { undoImport } from '../import/undo'
import { andGo } from '../import/work'
import { writeImport } from '../import/write'
import { sheetTypes } from '../spreadsheet/figure-sheet'
import type { Verb } from '../verb'
import {
  beginForApi,
  importAnswer,
  importForApi,
  importListAnswer,
  importRowsAnswer,
  importRowsForApi,
  importsForApi,
} from './import-answer'
import { acting, type Call, named, type Operation, pageParameter, query, reader } from './operation'

const batch = named('导入标识', 'Import', 'batch')
const permission = 'contract.import'
const taken = z.object({ id: z.uuid() })

type Act = Parameters<typeof acting>[1]

const step = (name: string, of: Pick<Act, 'id' | 'summary' | 'refusals' | 'example'>): Act => ({
  ...of,
  path: `/contracts/import/{batch}/${name}`,
  parameters: [batch],
  takes: ({ batch: id }: Call['path']) => ({ id }),
  output: taken,
})

/** A step with work behind it, which goes on after the answer. */
const going = <Input>(verb: Verb<Input, { id: string }>, act: Act): Operation => ({
  ...acting(verb, act),
  run: async ({ actor, path, body }) => ({
    value: await andGo(verb)(actor, { ...(await body()), id: path.batch }),
  }),
})

/** Files of contracts on their way in, with the steps of the page. */
export const importOperations: readonly Operation[] = [
  reader({
    id: 'listImports',
    path: '/contracts/import',
    summary: { zh: '本单位的导入，逐页', en: 'Imports of your office, page by page' },
    permission,
    parameters: [pageParameter(batchesPerPage)],
    output: importListAnswer,
    read: ({ actor, search }) => importsForApi(actor, search),
  }),
  {
    id: 'beginImport',
    method: 'post',
    path: '/contracts/import',
    summary: {
      zh: `上传 Excel 或 CSV（不超过 ${MOST_MEGABYTES} MB，正文即文件）；没有疑问的随即核对，同一文件在导入结束前重复上传只算一次`,
      en: `Send an Excel or CSV file of at most ${MOST_MEGABYTES} MB as the body; it is judged at once where nothing is open of how it is read, and taken in once until its import is over`,
    },
    permission,
    parameters: [
      query('name', '文件名', 'Name of the file'),
      query(
        'kind',
        '登记员为 draft，稽核员为 registered',
        'draft for a registrar, registered for an auditor',
        {
          type: 'string',
          enum: ['draft', 'registered'],
        },
      ),
      query(
        'mapping',
        '各栏目的读法（JSON），如答复中的 mapping',
        'How the columns are read, as the mapping of an answer, in JSON',
      ),
      query('money', '表头未写明单位的金额：元或万元', 'What amounts are in where the heading does not say', {
        type: 'string',
        enum: ['yuan', 'wan'],
      }),
      query(
        'unit',
        '文件没有登记单位一栏时，全部行的单位',
        'Unit of all rows, where the file has no column for it',
      ),
    ],
    output: importAnswer,
    upload: true,
    success: 201,
    refusals: ['unreadable-file', 'too-large', 'unfit-file'],
    run: async ({ actor, request }) => {
      const value = await beginForApi(actor, request)
      return { value, location: `/api/v1/contracts/import/${value.id}` }
    },
  },
  reader({
    id: 'readImport',
    path: '/contracts/import/{batch}',
    summary: { zh: '一次导入的进度和结果', en: 'How far an import has come, and what was found' },
    permission,
    parameters: [batch],
    output: importAnswer,
    read: ({ actor, path }) => importForApi(actor, String(path.batch)),
  }),
  reader({
    id: 'readImportRows',
    path: '/contracts/import/{batch}/rows',
    summary: { zh: '各行的核对结果，每次 50 行', en: 'What was found of its rows, fifty at a time' },
    permission,
    parameters: [
      batch,
      query('verdict', '核对结果', 'What was found', { type: 'string', enum: verdictNames }),
      query('after', '上一页答复中的 next', 'The next of the page before', { type: 'integer', minimum: 0 }),
    ],
    output: importRowsAnswer,
    read: ({ actor, path, search }) => importRowsForApi(actor, String(path.batch), search),
  }),
  {
    id: 'readImportReturned',
    method: 'get',
    path: '/contracts/import/{batch}/returned',
    summary: { zh: '需改正的行，连同原因', en: 'The rejected rows as a workbook, each with its reason' },
    permission,
    parameters: [batch],
    files: [sheetTypes.xlsx],
    success: 200,
    run: async ({ actor, path }) => ({
      ...(await returnedRows(actor, String(path.batch))),
      type: sheetTypes.xlsx,
    }),
  },
  going(
    judgeImport,
    step('judge', {
      id: 'judgeImport',
      summary: {
        zh: '确定各栏目的读法并核对各行',
        en: 'Settle how the columns are read, and have the rows judged',
      },
      refusals: ['import-status'],
      example: {
        mapping: {
          sheet: 0,
          headingRow: 1,
          columns: [
            { column: 0, target: 'name' },
            { column: 1, target: 'turnover', money: 'wan' },
          ],
          assume: true,
          unit: null,
        },
      },
    }),
  ),
  going(
    writeImport,
    step('write', {
      id: 'writeImport',
      summary: { zh: '导入合格的行', en: 'Have the good rows written' },
      refusals: ['import-status'],
      example: { apply: false },
    }),
  ),
  going(
    askImport,
    step('ask', {
      id: 'askImport',
      summary: {
        zh: '为与文件不同的已登记合同按同一事由提出申请',
        en: 'Ask, on one ground, for every registered contract that the file says otherwise',
      },
      refusals: ['import-status'],
      example: { kind: 'correct', reason: 'C01', text: '按合同文本改正金额。' },
    }),
  ),
  going(
    undoImport,
    step('undo', {
      id: 'undoImport',
      summary: { zh: '撤销一次导入', en: 'Take an import back' },
      refusals: ['import-status', 'import-decided', 'import-printed'],
      example: {},
    }),
  ),
  acting(
    cancelImport,
    step('cancel', {
      id: 'cancelImport',
      summary: { zh: '取消或停止一次导入', en: 'Cancel an import, or stop it' },
      refusals: ['import-status'],
      example: {},
    }),
  ),
]
