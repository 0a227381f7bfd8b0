import 'server-only'
import { z } from 'zod'
import { MOST_MEGABYTES } from '@/lib/domain/import/batch'
import { Problem } from '@/lib/domain/problems'
import { outcomes } from '@/lib/domain/reconcile/compare'
import { decisionNames } from '@/lib/domain/reconcile/decision'
import { findingListSchema } from '@/lib/domain/reconcile/list-query'
import { yearSchema } from '@/lib/domain/statistics/query'
import { arrivingFile } from '../attachments/arriving-file'
import { beginReconciliation } from '../reconcile/begin'
import { chooseSheet, compareAgain, matchColumns } from '../reconcile/compare'
import { decide } from '../reconcile/decide'
import {
  findingsPerPage,
  readReconciliation,
  readReconciliations,
  reconciliationsPerPage,
} from '../reconcile/read'
import { readStatement, readStatements } from '../statement/read'
import { signStatement } from '../statement/sign'
import { parseInput } from '../verb'
import { acting, named, type Operation, pageParameter, query, reader, word, yearParameter } from './operation'

const id = named('对账标识', 'Reconciliation')
const taken = z.object({ id: z.uuid() })
const month = word('month', '月份', 'Month', '2026-11')
const statement = z.looseObject({
  content: z.looseObject({ unit: z.string(), month: z.string() }),
  hash: z.string().describe('What a signature is over'),
  state: z.string(),
})
const page = z.coerce.number().int().min(1).max(10_000).default(1)

/** The register held against the national system's files, and what an office signs of each month. */
export const reconcileOperations: readonly Operation[] = [
  reader({
    id: 'listReconciliations',
    path: '/reconciliations',
    summary: { zh: '与全国系统的对账，逐页', en: 'Files held against the register, page by page' },
    permission: 'reconcile.read',
    parameters: [pageParameter(reconciliationsPerPage)],
    output: z.object({ lines: z.array(z.looseObject({ id: z.uuid() })), more: z.boolean() }),
    read: ({ actor, search }) =>
      readReconciliations(actor, parseInput(page, search.get('page') ?? undefined)),
  }),
  {
    id: 'beginReconciliation',
    method: 'post',
    path: '/reconciliations',
    summary: {
      zh: `上传全国系统的文件（不超过 ${MOST_MEGABYTES} MB，正文即文件）并对账`,
      en: `Send the national system's file of at most ${MOST_MEGABYTES} MB as the body; where every column is understood it is compared at once`,
    },
    permission: 'reconcile.write',
    parameters: [
      query('name', '文件名', 'Name of the file'),
      query(
        'period',
        '月份或年度，如 2026-11',
        'Month or year, such as 2026-11',
        { type: 'string' },
        '2026-11',
      ),
    ],
    output: taken,
    upload: true,
    success: 201,
    refusals: ['unreadable-file', 'too-large', 'state-secret'],
    run: async ({ actor, request, search }) => {
      const { paper, parts, announced } = arrivingFile(request)
      const fileName = search.get('name') ?? paper.fileName
      const asked = { fileName, period: search.get('period') ?? '' }
      const value = await beginReconciliation(actor, asked, parts, announced)
      return { value, location: `/api/v1/reconciliations/${value.id}` }
    },
  },
  reader({
    id: 'readReconciliation',
    path: '/reconciliations/{id}',
    summary: { zh: '一次对账及其差异', en: 'One of them, with what differs' },
    permission: 'reconcile.read',
    parameters: [
      id,
      query('show', '差异种类', 'Which findings', { type: 'string', enum: Object.keys(outcomes) }),
      query('open', '1 为未处理的', '1 for those undecided alone', { const: '1' }),
      pageParameter(findingsPerPage),
    ],
    output: z.looseObject({
      id: z.uuid(),
      findings: z.array(z.looseObject({ seq: z.int() })),
      total: z.int(),
    }),
    read: async ({ actor, path, search }) => {
      const found = await readReconciliation(
        actor,
        String(path.id),
        findingListSchema.parse(Object.fromEntries(search)),
      )
      if (!found) throw new Problem({ code: 'not-found' })
      return found
    },
  }),
  acting(matchColumns, {
    id: 'matchReconciliation',
    path: '/reconciliations/{id}/match',
    summary: { zh: '确定各栏目的读法并对账', en: 'Settle how its columns are read, and compare' },
    parameters: [id],
    output: taken,
    refusals: ['state-secret'],
    example: {
      mapping: {
        sheet: 0,
        headingRow: 1,
        columns: [{ column: 0, target: 'name' }],
        assume: false,
        unit: null,
      },
    },
  }),
  acting(chooseSheet, {
    id: 'chooseReconciliationSheet',
    path: '/reconciliations/{id}/sheet',
    summary: {
      zh: '改读文件的另一张工作表，随后确定其栏目',
      en: 'Read another sheet of the file instead; its columns are then matched',
    },
    parameters: [id],
    output: taken,
    refusals: ['unreadable-file'],
    example: { sheet: 1 },
  }),
  acting(compareAgain, {
    id: 'compareReconciliation',
    path: '/reconciliations/{id}/compare',
    summary: { zh: '与现在的登记重新比对', en: 'Compare with the register as it is now' },
    parameters: [id],
    output: taken,
    refusals: ['state-secret'],
    example: {},
  }),
  acting(decide, {
    id: 'decideReconciliation',
    path: '/reconciliations/{id}/decide',
    summary: { zh: '处理差异', en: 'Say of differences which side is right' },
    parameters: [id],
    output: z.object({ count: z.int() }),
    refusals: ['conflict'],
    example: { findings: [1], decision: decisionNames[0], text: '以合同文本为准。' },
  }),
  reader({
    id: 'listStatements',
    path: '/statements/{year}',
    summary: {
      zh: '一个年度各月的报表及签署情况',
      en: 'The monthly statements of a year and who signed them',
    },
    permission: 'statement.read',
    parameters: [yearParameter],
    output: z.object({
      year: z.int(),
      units: z.array(z.looseObject({ code: z.string(), months: z.array(statement) })),
    }),
    read: ({ actor, path }) => readStatements(actor, parseInput(yearSchema, String(path.year))),
  }),
  reader({
    id: 'readStatement',
    path: '/statements/{unit}/{month}',
    summary: { zh: '一个单位一个月的报表', en: 'The statement of a unit and month' },
    permission: 'statement.read',
    parameters: [word('unit', '单位代码', 'Unit', 'D08'), month],
    output: statement,
    read: async ({ actor, path }) => {
      const found = await readStatement(actor, String(path.unit), String(path.month))
      if (!found) throw new Problem({ code: 'not-found' })
      return found
    },
  }),
  acting(signStatement, {
    id: 'signStatement',
    path: '/statements/{month}/sign',
    summary: { zh: '签署本单位一个月的报表', en: 'Sign a month of your office' },
    parameters: [month],
    output: taken,
    refusals: ['figures-moved'],
    example: { hash: 'a'.repeat(64) },
  }),
]
