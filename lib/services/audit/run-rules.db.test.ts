import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { sql } from '@/db/testing/sql'
import { inTransaction } from '@/db/transaction'
import { auditRules, hitWords, isSetRule } from '@/lib/domain/audit/catalogue'
import { moveIn, person } from '@/lib/testing/house'
import { plantExample } from '@/lib/testing/plant-examples'
import { type AuditRun, runRules } from './run-rules'

const auditor = person('auditor')
const run = (scope: AuditRun) => inTransaction(auditor, (tx) => runRules(tx, scope))

const setRules = auditRules.filter(isSetRule)
/** Nearly every example leaves most units without a contract. */
const others = setRules.map(({ id }) => id).filter((id) => id !== 'Q54')
/** Each example in a year of its own, out of sight of the others’. */
const cases = setRules.flatMap((rule) =>
  (['passes', 'fails'] as const).flatMap((kind) =>
    rule.examples[kind].map((register) => ({ rule, kind, register })),
  ),
)
const planted = cases.map((one, at) => ({ ...one, year: 2101 + 3 * at }))

beforeAll(async () => {
  await moveIn()
  for (const { year, register } of planted) await plantExample(sql(), year, register)
})
afterAll(() => database().close())

describe('rules over the set', () => {
  test.each(planted.map((one) => [one.rule.id, one.kind, one] as const))(
    '%s: %s',
    async (id, kind, { year }) => {
      const own = await run({ year, rules: [id] })
      expect(own.length > 0).toBe(kind === 'fails')
      for (const hit of own) {
        const { zh, en } = hitWords(hit)
        expect(zh).toMatch(/。$/)
        expect(en).toMatch(/\.$/)
        expect(`${zh}${en}`).not.toMatch(/undefined|NaN|null|\{|\}|object/)
      }
      const rest = await run({ year, rules: others.filter((other) => other !== id) })
      expect(rest.map(({ rule, params }) => ({ rule, params }))).toEqual([])
    },
  )
})
