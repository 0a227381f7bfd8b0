import 'server-only'
import { catalogue } from '@/lib/domain/statistics/catalogue'
import { locales } from '@/lib/i18n/locale'
import { listNames } from '../export/lists'
import { sheetTypes } from '../spreadsheet/figure-sheet'
import { tableTypes } from '../statistics/export-table'
import { listFileAnswer } from './list-file-answer'
import { asOfParameter, type Operation, query, unitParameter, yearParameter } from './operation'
import { tableAnswer } from './table-answer'

const languageParameter = query(
  'language',
  '文件的语言；省略时按 Accept-Language',
  'The language of the file; left out, that of Accept-Language',
  { type: 'string', enum: locales },
)

/** Tables and lists as files. */
export const exportOperations: readonly Operation[] = [
  {
    id: 'readTableFile',
    method: 'get',
    path: '/statistics/{year}/{table}.{ending}',
    summary: {
      zh: '一个年度的一张统计表：CSV、SDMX-CSV 2.0 或 Excel',
      en: 'One table of a year as a file: CSV, SDMX-CSV 2.0 or Excel',
    },
    permission: 'statistics.read',
    parameters: [
      yearParameter,
      {
        name: 'table',
        in: 'path',
        words: { zh: '统计表', en: 'The table' },
        schema: {
          type: 'string',
          enum: catalogue.filter(({ kind }) => kind !== 'contracts').map(({ id }) => id),
        },
      },
      {
        name: 'ending',
        in: 'path',
        words: { zh: '文件格式', en: 'The form' },
        schema: { type: 'string', enum: ['csv', 'xlsx'] },
      },
      query('format', 'sdmx 为 SDMX-CSV 2.0（仅 csv）', 'sdmx for SDMX-CSV 2.0 (of csv alone)', {
        const: 'sdmx',
      }),
      unitParameter,
      asOfParameter,
      languageParameter,
    ],
    files: Object.values(tableTypes),
    success: 200,
    run: ({ actor, path, search, request }) =>
      tableAnswer(
        actor,
        { year: String(path.year), table: `${path.table}.${path.ending}` },
        search,
        request.headers,
      ),
  },
  {
    id: 'readListFile',
    method: 'get',
    path: '/lists/{list}.{ending}',
    summary: {
      zh: '一份清单的全部记录：CSV 或 Excel，逐步送出；每次导出均有审计记录',
      en: 'All of a list as a file: CSV or Excel, sent as it is read; each one taken is on the trail',
    },
    permission: 'account.self',
    parameters: [
      {
        name: 'list',
        in: 'path',
        words: { zh: '清单', en: 'The list' },
        schema: { type: 'string', enum: listNames },
      },
      {
        name: 'ending',
        in: 'path',
        words: { zh: '文件格式', en: 'The form' },
        schema: { type: 'string', enum: ['csv', 'xlsx'] },
      },
      query(
        'filters',
        '清单页面网址“?”之后的各项参数，逐项照写，如 year=2024',
        'What stands behind the ? of the list’s page, each parameter by its own name, such as year=2024',
        { type: 'object', additionalProperties: { type: 'string' } },
      ),
      languageParameter,
    ],
    files: Object.values(sheetTypes),
    success: 200,
    refusals: ['not-found', 'invalid-input'],
    run: ({ actor, path, search, request }) => listFileAnswer(actor, path, search, request.headers),
  },
]
