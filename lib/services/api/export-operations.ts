import 'server-only'
import { catalogue } from '@/lib/domain/statistics/catalogue'
import { locales } from '@/lib/i18n/locale'
import { tableTypes } from '../statistics/export-table'
import { asOfParameter, type Operation, query, unitParameter, yearParameter } from './operation'
import { tableAnswer } from './table-answer'

/** The published tables as files. */
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
      query(
        'language',
        '文件的语言；省略时按 Accept-Language',
        'The language of the file; left out, that of Accept-Language',
        { type: 'string', enum: locales },
      ),
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
]
