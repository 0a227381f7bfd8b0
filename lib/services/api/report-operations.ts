import 'server-only'
import { reportSchema } from '@/lib/domain/checker/report'
import { viewSchema, yearSchema } from '@/lib/domain/statistics/query'
import { chooseLocale, locales } from '@/lib/i18n/locale'
import { arrivingFile } from '../attachments/arriving-file'
import { checkFile, checkReport } from '../checker/check-report'
import { exportReport } from '../report/export'
import { reportForms, reportTypes } from '../report/forms/types'
import { readReport } from '../report/read-report'
import { parseInput } from '../verb'
import type { Answer, FileAnswer } from './answer'
import { checkAnswer, toCheckAnswer } from './check-answer'
import { editionAnswer } from './edition-answer'
import { asOfParameter, type Call, type Operation, query, unitParameter, yearParameter } from './operation'
import { reportAnswer, toReportAnswer } from './report-answer'

const editionParameter = query(
  'edition',
  '已发布的版次：按发布时的内容原样给出',
  'A published edition, given as it was published',
  { type: 'integer', minimum: 1, maximum: 99 },
)

/** The annual report, its files and editions, and the check of reports that others wrote. */
export const reportOperations: readonly Operation[] = [
  {
    id: 'readReport',
    method: 'get',
    path: '/report/{year}',
    summary: {
      zh: '一个年度的年报：章节、文字与文中的每个数',
      en: 'The annual report of a year: chapters, sentences and every number in them',
    },
    permission: 'statistics.read',
    parameters: [yearParameter, unitParameter, asOfParameter, editionParameter],
    output: reportAnswer,
    success: 200,
    run: (call) => reportIn(call, 'json'),
  },
  {
    id: 'readReportFile',
    method: 'get',
    path: '/report/{year}.{form}',
    summary: {
      zh: '一个年度的年报文件：Word、PDF、Excel，或同上的 JSON',
      en: 'The annual report of a year as a file: Word, PDF, Excel, or the JSON above',
    },
    permission: 'statistics.read',
    parameters: [
      yearParameter,
      {
        name: 'form',
        in: 'path',
        words: { zh: '文件格式', en: 'The form' },
        schema: { type: 'string', enum: [...reportForms, 'json'] },
      },
      unitParameter,
      asOfParameter,
      editionParameter,
      query(
        'language',
        '文件的语言；省略时按 Accept-Language',
        'The language of the file; left out, that of Accept-Language',
        { type: 'string', enum: locales },
      ),
    ],
    output: reportAnswer,
    files: Object.values(reportTypes),
    success: 200,
    run: (call) => reportIn(call, String(call.path.form)),
  },
  {
    id: 'checkReport',
    method: 'post',
    path: '/report/check',
    summary: {
      zh: '核对一份报告的数字；正文为 JSON 文字，或其他类型的 Word、PDF、文本文件',
      en: 'Checks the numbers of a report: text as JSON, or a Word, PDF or text file as a body of any other type',
    },
    permission: 'statistics.read',
    parameters: [],
    input: reportSchema,
    output: checkAnswer,
    upload: true,
    success: 200,
    reads: true,
    refusals: ['unreadable-report', 'too-large', 'unfit-file'],
    example: { text: '2024年，兵团共登记技术合同777项，成交额81423.37万元。' },
    run: async ({ actor, request, body }) => {
      const json = /^application\/json\b/i.test(request.headers.get('content-type') ?? '')
      const checked = json
        ? await checkReport(actor, await body())
        : await checkFile(actor, arrivingFile(request))
      return { value: toCheckAnswer(checked) }
    },
  },
]

/** Live, of a past moment, or a published edition as it was published. */
async function reportIn({ actor, path, search, request }: Call, form: string): Promise<Answer | FileAnswer> {
  const { edition, ...asked } = Object.fromEntries(search)
  if (edition !== undefined) return editionAnswer(actor, { ...asked, year: path.year, number: edition, form })
  if (form !== 'json') {
    const language = chooseLocale(asked.language, request.headers.get('accept-language'))
    return exportReport(actor, { language, ...asked, year: path.year, form })
  }
  const year = parseInput(yearSchema, path.year)
  return { value: toReportAnswer(await readReport(actor, { ...parseInput(viewSchema, asked), year })) }
}
