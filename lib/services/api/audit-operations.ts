import 'server-only'
import { z } from 'zod'
import { Problem } from '@/lib/domain/problems'
import { currentYear, yearSchema } from '@/lib/domain/statistics/query'
import { readRule, readRules } from '../audit/read-rules'
import { switchRule } from '../audit/switch-rule'
import { tryRule } from '../audit/try-rule'
import { readRuleYields } from '../campaigns/read'
import { parseInput } from '../verb'
import { acting, type Operation, query, reader, word } from './operation'

const words = z.object({ zh: z.string(), en: z.string() })
const id = word('rule', '规则编号', 'Rule', 'Q13')
const rule = z.looseObject({ id: z.string(), title: words, severity: z.enum(['error', 'warning', 'hint']) })

/** The rules of the self-audit. */
export const auditOperations: readonly Operation[] = [
  reader({
    id: 'listRules',
    path: '/rules',
    summary: { zh: '自查规则及是否启用', en: 'Every rule of the self-audit, and whether it is on' },
    permission: 'audit.read',
    output: z.object({ rules: z.array(rule.extend({ on: z.boolean() })) }),
    read: async ({ actor }) => ({
      rules: (await readRules(actor)).map(({ rule: { id, title, severity }, on }) => ({
        id,
        title,
        severity,
        on,
      })),
    }),
  }),
  reader({
    id: 'readRule',
    path: '/rules/{rule}',
    summary: {
      zh: '一条规则、历次启停和核定结果',
      en: 'One rule, its switchings, and how often it was right',
    },
    permission: 'audit.read',
    parameters: [id],
    output: z.object({
      ...rule.shape,
      on: z.boolean(),
      switchings: z.array(z.looseObject({ on: z.boolean() })),
      yields: z.array(z.looseObject({})),
    }),
    read: async ({ actor, path }) => {
      const found = await readRule(actor, String(path.rule))
      if (!found) throw new Problem({ code: 'not-found' })
      const { id, title, severity } = found.rule
      const { on, switchings } = found
      return { id, title, severity, on, switchings, yields: await readRuleYields(actor, id) }
    },
  }),
  reader({
    id: 'tryRule',
    path: '/rules/{rule}/try',
    summary: {
      zh: '试用一条规则，不作任何改动',
      en: "What a rule would find in a year's contracts; nothing is kept",
    },
    permission: 'audit.read',
    parameters: [
      id,
      query('year', '年度；省略为今年', 'Year; left out, this one', {
        type: 'integer',
        minimum: 2000,
        maximum: 2100,
      }),
    ],
    output: z.object({
      contracts: z.int(),
      units: z.int(),
      registered: z.int(),
      hits: z
        .array(z.looseObject({ rule: z.string(), number: z.string().nullable() }))
        .describe('The first of them'),
      all: z.int(),
    }),
    read: async ({ actor, path, search }) => {
      const year = search.has('year') ? parseInput(yearSchema, search.get('year')) : currentYear(new Date())
      return tryRule(actor, String(path.rule), year)
    },
  }),
  acting(switchRule, {
    id: 'switchRule',
    path: '/rules/{rule}/switch',
    summary: { zh: '启用或停用一条规则', en: 'Switch a rule on or off' },
    parameters: [id],
    output: z.object({ on: z.boolean() }),
    example: { on: true },
  }),
]
