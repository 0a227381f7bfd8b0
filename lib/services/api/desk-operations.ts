import 'server-only'
import { z } from 'zod'
import { deskFilterSchema, deskTypes, deskViews } from '@/lib/domain/approval/desk'
import { toWire } from '@/lib/domain/contract/kinds'
import { actionNames, statusNames } from '@/lib/domain/contract/lifecycle'
import { currentYear, yearSchema } from '@/lib/domain/statistics/query'
import { approveBatch, batchSchema, chosenSchema, previewBatch } from '../approvals/batch'
import { readDecision } from '../approvals/decision'
import { readDesk } from '../approvals/desk'
import { idOf } from '../attachments/as-person'
import { parseInput } from '../verb'
import { readCentreWork } from '../work/read-centre-work'
import { readOfficeWork } from '../work/read-office-work'
import { type Call, named, type Operation, query, reader } from './operation'

const id = named('合同标识', 'Contract')
const money = z.string().describe('Yuan, decimal string')
const sum = { contracts: z.int(), turnover: money, technology: money }
const counts = z.record(z.string(), z.int())

/** What the desk is narrowed by; what cannot be read is refused, where the page leaves it out. */
const filterOf = ({ search }: Call) => {
  const given = Object.fromEntries(search)
  const known = z.strictObject({
    view: z.enum(deskViews).optional(),
    unit: z.string().max(10).optional(),
    type: z.enum(deskTypes.map(({ code }) => code) as [string, ...string[]]).optional(),
    show: z.coerce.number().int().min(50).max(500).optional(),
  })
  return deskFilterSchema.parse(parseInput(known, given))
}

const filters = [
  query('view', '视图', 'View', { type: 'string', enum: deskViews }),
  query('unit', '单位代码', 'Unit code'),
  query('type', '合同类别', 'Contract type', { type: 'string', enum: deskTypes.map(({ code }) => code) }),
]

const yearOfSearch = ({ search }: Call) =>
  search.has('year') ? parseInput(yearSchema, search.get('year')) : currentYear(new Date())

const yearOfWork = query('year', '年度；省略为今年', 'Year; left out, this one', {
  type: 'integer',
  minimum: 2000,
  maximum: 2100,
})

/** The desk of those who decide, and the work in hand of offices and centre. */
export const deskOperations: readonly Operation[] = [
  reader({
    id: 'readDesk',
    path: '/approvals',
    summary: {
      zh: '待审核的合同，按办理顺序',
      en: 'Contracts that wait for a decision, in the order of the desk',
    },
    permission: 'desk.read',
    parameters: [
      ...filters,
      query('show', '列出多少条', 'How many are listed', { type: 'integer', minimum: 50, maximum: 500 }),
    ],
    output: z.object({
      rows: z.array(
        z.looseObject({
          id: z.uuid(),
          localNumber: z.string(),
          unit: z.string(),
          revision: z.int(),
          status: z.enum(statusNames),
          name: z.string(),
          turnover: money.nullable(),
          technology: money.nullable(),
          acceptedOn: z.iso.date(),
          dueOn: z.iso.date(),
          clean: z.boolean().describe('May be approved in a batch by you now'),
        }),
      ),
      counts: counts.describe('How many wait in each view'),
      byUnit: counts.describe('How many wait in each unit'),
      mayDecide: z.boolean(),
    }),
    read: async (call) => {
      const { byUnit, ...desk } = await readDesk(call.actor, filterOf(call))
      return { ...desk, byUnit: Object.fromEntries(byUnit) }
    },
  }),
  {
    id: 'previewBatch',
    method: 'post',
    path: '/approvals/preview-batch',
    summary: { zh: '试算批量审核，不作任何改动', en: 'What approving several would add; nothing is written' },
    permission: 'contract.approve',
    parameters: [],
    input: chosenSchema,
    output: z.object({
      year: z.int(),
      items: z.array(
        z
          .looseObject({ id: z.uuid(), revision: z.int(), ...sum, obstacles: z.array(z.string()) })
          .omit({ contracts: true }),
      ),
      gone: z.array(z.uuid()).describe('Chosen, but no longer waiting'),
      byUnit: z.array(z.object({ unit: z.string(), ...sum })),
      total: z.object(sum),
    }),
    success: 200,
    reads: true,
    example: { ids: [id.example] },
    run: async ({ actor, body }) => ({ value: toWire(await previewBatch(actor, await body())) }),
  },
  {
    id: 'approveBatch',
    method: 'post',
    path: '/approvals/approve-batch',
    summary: {
      zh: '批量审核，逐项办理；不能办理的逐项说明',
      en: 'Approve several, each an act of its own; what stands in the way of one is told of that one',
    },
    permission: 'contract.approve',
    parameters: [],
    input: batchSchema,
    output: z.object({
      outcomes: z.array(
        z.looseObject({
          id: z.uuid(),
          ok: z.boolean(),
          number: z.string().optional(),
          obstacles: z.array(z.string()).optional(),
        }),
      ),
    }),
    success: 200,
    example: { chosen: [{ id: id.example, revision: 3 }] },
    run: async ({ actor, body }) => ({
      value: toWire({ outcomes: await approveBatch(actor, await body()) }),
    }),
  },
  reader({
    id: 'readDecision',
    path: '/approvals/{id}',
    summary: { zh: '审核一份合同所需的全部情况', en: 'Everything an approver needs for one decision' },
    permission: 'desk.read',
    parameters: [id, ...filters],
    output: z.looseObject({
      id: z.uuid(),
      status: z.enum(statusNames),
      revision: z.int(),
      content: z.record(z.string(), z.unknown()),
      possible: z.array(z.enum(actionNames)),
      findings: z.array(z.looseObject({ rule: z.string(), severity: z.string(), path: z.string() })),
      duplicates: z.array(z.looseObject({ score: z.number() })),
      history: z.array(z.looseObject({ seq: z.int(), act: z.string() })),
      queue: z.object({
        previous: z.string().nullable(),
        next: z.string().nullable(),
        place: z.int().nullable(),
        of: z.int(),
      }),
    }),
    read: (call) => readDecision(call.actor, idOf(String(call.path.id)), filterOf(call)),
  }),
  reader({
    id: 'readOfficeWork',
    path: '/work-in-hand/office',
    summary: { zh: '本单位在办工作', en: "An office's own work in hand" },
    permission: 'work.office',
    parameters: [yearOfWork],
    output: z.looseObject({ unit: z.string(), year: z.int(), today: z.iso.date(), requests: z.int() }),
    read: (call) => readOfficeWork(call.actor, yearOfSearch(call)),
  }),
  reader({
    id: 'readCentreWork',
    path: '/work-in-hand/centre',
    summary: { zh: '中心在办工作', en: "The centre's work in hand, over all offices" },
    permission: 'desk.read',
    parameters: [yearOfWork],
    output: z.looseObject({ year: z.int(), today: z.iso.date(), requests: z.int() }),
    read: (call) => readCentreWork(call.actor, yearOfSearch(call)),
  }),
]
