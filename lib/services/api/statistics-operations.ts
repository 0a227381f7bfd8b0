import 'server-only'
import { z } from 'zod'
import { toWire } from '@/lib/domain/contract/kinds'
import { paramsOf } from '@/lib/domain/contract/list-query'
import { Problem } from '@/lib/domain/problems'
import { causeNames } from '@/lib/domain/statistics/bridge'
import type { CrossCells } from '@/lib/domain/statistics/cross'
import { crossFilterKeys, crossMeasures, readCrossQuery, sides } from '@/lib/domain/statistics/cross-query'
import { figureWire, isFigure } from '@/lib/domain/statistics/figure'
import { type MeasureName, measures } from '@/lib/domain/statistics/measures'
import { bridgeSchema, viewSchema, yearSchema } from '@/lib/domain/statistics/query'
import { refused } from '../refuse'
import { readBridge } from '../statistics/read-bridge'
import { readCross } from '../statistics/read-cross'
import { readYear } from '../statistics/read-year'
import { parseInput } from '../verb'
import { bridgeAnswer, toBridgeAnswer } from './bridge-answer'
import { filterParameters } from './filter-parameters'
import {
  asOfParameter,
  type Call,
  moment,
  type Operation,
  query,
  reader,
  text,
  unitParameter,
  yearParameter,
} from './operation'
import { statisticsAnswer, toAnswer } from './statistics-answer'

const words = z.object({ zh: z.string(), en: z.string() })
const head = { member: z.string(), words }
const cells = z
  .partialRecord(
    z.enum(crossMeasures as [MeasureName, ...MeasureName[]]),
    z.union([z.number(), z.string()]).nullable(),
  )
  .describe('Counts are numbers, money (yuan) and shares decimal strings; null where there is none')

const crossAnswer = z.object({
  rows: z.enum(sides),
  columns: z.enum(sides).nullable(),
  years: z.array(z.int()),
  asOf: z.iso.datetime().nullable(),
  readAt: z.iso.datetime(),
  heads: z.array(z.object(head)).describe('Of the columns'),
  table: z.array(z.object({ ...head, cells: z.array(cells), total: cells })),
  total: z.object({ cells: z.array(cells), total: cells }),
})

/** Figures of a year, what moved them, and tables of any two dimensions. */
export const statisticsOperations: readonly Operation[] = [
  reader({
    id: 'readStatistics',
    path: '/statistics/{year}',
    summary: { zh: '一个年度的全部统计表', en: 'Every table and figure of a year' },
    permission: 'statistics.read',
    parameters: [yearParameter, unitParameter, asOfParameter],
    output: statisticsAnswer,
    read: async ({ actor, path, search }) => {
      const year = parseInput(yearSchema, path.year)
      return toAnswer(await readYear(actor, year, parseInput(viewSchema, Object.fromEntries(search))))
    },
  }),
  reader({
    id: 'readBridge',
    path: '/statistics/{year}/bridge',
    summary: {
      zh: '两个时刻之间统计数据变动的原因',
      en: 'What moved the figures of a year between two moments, cause by cause',
    },
    permission: 'statistics.read',
    parameters: [
      yearParameter,
      unitParameter,
      query('from', '起点时刻；与 edition 二选一', 'The moment it starts from; or give edition', moment),
      query('edition', '以该版年报的发布时刻为起点', 'Starts when this edition of the report was published', {
        type: 'integer',
        minimum: 1,
        maximum: 99,
      }),
      query('to', '终点时刻；省略为现在', 'The moment it ends with; left out, now', moment),
      query('cause', '列出该原因的合同', 'Lists the contracts of this cause', {
        type: 'string',
        enum: causeNames,
      }),
      query('before', '上一页答复中的 next', 'The next of the page before', { type: 'integer' }),
    ],
    output: bridgeAnswer,
    read: async ({ actor, path, search }) => {
      const year = parseInput(yearSchema, path.year)
      const asked = parseInput(bridgeSchema, Object.fromEntries(search))
      const { unit, from, edition, to = null, cause, before } = asked
      const start = edition ?? from
      if (start === undefined) throw refused('from', 'required')
      const lines = cause && { cause, before }
      return toBridgeAnswer(await readBridge(actor, { year, unit, from: start, to, lines }))
    },
  }),
  reader({
    id: 'readCross',
    path: '/cross',
    summary: { zh: '任意两个维度的交叉表', en: 'A table of any two dimensions' },
    permission: 'statistics.read',
    parameters: [
      query('rows', '行', 'Rows', { type: 'string', enum: sides }),
      query('columns', '列；none 为只要合计', 'Columns; none for totals alone', {
        type: 'string',
        enum: [...sides, 'none'],
      }),
      query('measure', '指标，至多三个', 'Measures, three at the most', {
        type: 'array',
        items: { type: 'string', enum: crossMeasures },
        maxItems: 3,
      }),
      query('year', '年度；省略为最近一年', 'Years; left out, the latest', {
        type: 'array',
        items: { type: 'integer' },
      }),
      asOfParameter,
      query('order', 'size 为按大小排列', 'size: the greatest first', { type: 'string', enum: ['size'] }),
      query('zeros', 'shown 为列出全部行列', 'shown: also rows and columns where nothing is', {
        type: 'string',
        enum: ['shown'],
      }),
      ...filterParameters(crossFilterKeys, text),
    ],
    output: crossAnswer,
    read: crossForApi,
  }),
]

async function crossForApi({ actor, search }: Call): Promise<z.input<typeof crossAnswer>> {
  const asked = readCrossQuery(paramsOf(search), actor.unit === null)
  if (asked.ignored.length > 0) {
    throw new Problem({
      code: 'invalid-input',
      issues: asked.ignored.map((path) => ({ path, message: 'parameter' })),
    })
  }
  const { query, table, readAt } = await readCross(actor, asked)
  const heads = table.columns.map(({ member, words }) => ({ member, words }))
  return toWire({
    rows: query.rows,
    columns: query.columns,
    years: query.years,
    asOf: query.asOf,
    readAt,
    heads,
    table: table.rows.map(({ member, words, ...rest }) => ({ member, words, ...cellsWire(rest) })),
    total: cellsWire(table.total),
  }) as z.input<typeof crossAnswer>
}

const cellsWire = ({ cells: row, total }: CrossCells) => ({ cells: row.map(wire), total: wire(total) })

const wire = (one: CrossCells['total']) =>
  Object.fromEntries(
    Object.entries(one).map(([name, cell]) => [
      name,
      cell && isFigure(cell) ? figureWire(cell, measures[name as MeasureName].unit) : null,
    ]),
  )
