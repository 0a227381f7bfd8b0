import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { insertSwitch } from '@/db/audit/switches'
import { database } from '@/db/client'
import { sql } from '@/db/testing/sql'
import { inTransaction } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { auditRules, hitWords, isSetRule, placeOf } from '@/lib/domain/audit/catalogue'
import type { Hit } from '@/lib/domain/audit/rule'
import { shanghaiDate, yearOf } from '@/lib/domain/time/dates'
import { contractIn, moveIn, person, registrarOf } from '@/lib/testing/house'
import { plantExample } from '@/lib/testing/plant-examples'
import { readRule, readRules } from './read-rules'
import { type AuditRun, runRules } from './run-rules'
import { switchRule } from './switch-rule'
import { tryRule } from './try-rule'

const isForbidden = { detail: { code: 'forbidden' } }

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

describe('a run', () => {
  const year = 2091
  let sound: string

  beforeAll(async () => {
    await plantExample(sql(), year, [
      { on: '2024-06-14', unit: 'D08', changes: { turnover: 10_000_000n, technology: 10_000_001n } },
      {
        on: '2024-06-14',
        unit: 'D01',
        changes: { turnover: 10_000_000n, technology: 20_000_000n, subtype: '51' },
      },
      { on: '2024-06-14', unit: 'D01', changes: { signDate: '2024-06-15', effectiveDate: '2024-06-15' } },
    ])
    sound = await contractIn('registered', registrarOf('D08'))
  })

  test('finds what the form would refuse, in the contracts as they stand', async () => {
    const hits = await run({ year, rules: ['Q01', 'Q07'] })
    expect(hits.map(({ rule, severity, unit, path }) => ({ rule, severity, unit, path }))).toEqual(
      [
        { rule: 'Q07', severity: 'error', unit: 'D01', path: 'signDate' },
        { rule: 'Q01', severity: 'error', unit: 'D01', path: 'technology' },
        { rule: 'Q01', severity: 'error', unit: 'D08', path: 'technology' },
      ].sort((a, b) => (placeOf.get(a.rule) ?? 0) - (placeOf.get(b.rule) ?? 0)),
    )
    expect(hitWords(hits.find(({ rule }) => rule === 'Q07') as Hit).zh).toContain(`${year}-06-15`)
    expect(JSON.parse(JSON.stringify(hits))).toEqual(hits)
    expect(await run({ year, rules: ['Q07', 'Q01'] })).toEqual(hits)
  })

  test('keeps to units and types, also where a rule reads the whole set', async () => {
    const units = (hits: readonly Hit[]) => hits.map(({ unit }) => unit)
    expect(units(await run({ year, rules: ['Q01'], units: ['D08'] }))).toEqual(['D08'])
    expect(units(await run({ year, rules: ['Q01'], types: ['5'] }))).toEqual(['D01'])
    expect(units(await run({ year, rules: ['Q54'], units: ['D01', 'D02'] }))).toEqual(['D02'])
    expect(await run({ year, rules: ['Q54'], types: ['5'] })).toEqual([])
    expect(await run({ year, rules: ['Q01'], units: [] })).toEqual([])
    expect(await run({ year, rules: ['gone'] })).toEqual([])
  })

  test('finds no error in a contract that went the whole way', async () => {
    const hits = await run({ year: yearOf(shanghaiDate(new Date())) })
    expect(hits.filter(({ contract, severity }) => contract === sound && severity === 'error')).toEqual([])
  })
})

describe('a rule on trial', () => {
  test('tells what it would find, by contract, and keeps nothing', async () => {
    const trial = await tryRule(person('approver'), 'Q01', 2091)
    expect(trial).toMatchObject({ contracts: 2, units: 0, registered: 3, all: 2 })
    expect(trial.hits.map(({ name }) => name)).toEqual([expect.any(String), expect.any(String)])
    expect(await tryRule(auditor, 'Q54', 2091)).toMatchObject({ contracts: 0, units: 16 })
    await expect(tryRule(auditor, 'gone', 2091)).rejects.toMatchObject({ detail: { code: 'not-found' } })
  })

  test.each(['registrar-d08', 'leader', 'admin', 'security'])('is not %s’s', async (username) => {
    await expect(tryRule(person(username), 'Q01', 2091)).rejects.toMatchObject(isForbidden)
    await expect(readRules(person(username))).rejects.toMatchObject(isForbidden)
  })
})

describe('the switch', () => {
  const found = async (rule: string) => (await run({ year: 2091 })).some((hit) => hit.rule === rule)

  test('takes a rule out of the runs that name none, and brings one in', async () => {
    expect(await found('Q01')).toBe(true)
    await switchRule(auditor, { rule: 'Q01', on: false })
    await switchRule(auditor, { rule: 'Q01', on: false })
    expect(await found('Q01')).toBe(false)
    expect((await run({ year: 2091, rules: ['Q01'] })).length).toBe(2)
    expect(await readRule(auditor, 'Q01')).toMatchObject({
      on: false,
      switchings: [{ on: false, by: auditor.name }],
    })
    await switchRule(auditor, { rule: 'Q01', on: true })
    expect(await found('Q01')).toBe(true)
    const trail = await sql()`select subject, details from trail where action = 'audit.switch' order by id`
    expect([...trail]).toEqual([
      { subject: 'Q01', details: { before: true, after: false } },
      { subject: 'Q01', details: { before: false, after: true } },
    ])
  })

  test('leaves a rule off that starts so, until it is wanted', async () => {
    const isOn = async () => (await readRules(auditor)).find(({ rule }) => rule.id === 'Q51')?.on
    expect(await isOn()).toBe(false)
    await switchRule(auditor, { rule: 'Q51', on: true })
    expect(await isOn()).toBe(true)
  })

  test('is the auditor’s alone, on both walls', async () => {
    const approver = person('approver')
    await expect(switchRule(approver, { rule: 'Q01', on: false })).rejects.toMatchObject(isForbidden)
    const past = (actor: Actor, by: Actor) =>
      inTransaction(actor, (tx) => insertSwitch(tx, { rule: 'Q02', on: false, by: by.id }))
    await expect(past(approver, approver)).rejects.toThrow()
    await expect(past(auditor, approver)).rejects.toThrow()
    await expect(switchRule(auditor, { rule: 'gone', on: false })).rejects.toMatchObject({
      detail: { code: 'not-found' },
    })
  })
})

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
