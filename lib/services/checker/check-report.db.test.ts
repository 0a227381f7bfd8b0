import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownerUrl } from '@/db/testing/database'
import { chance, type Planted, plant, randomContract } from '@/db/testing/plant'
import type { Actor } from '@/lib/domain/access/actor'
import { mostCharacters } from '@/lib/domain/checker/bounds'
import { checkReport } from './check-report'

const leader: Actor = {
  id: '00000000-0000-7000-8000-000000000009',
  username: 'leader',
  name: 'Leader',
  role: 'leader',
  unit: null,
}
const office: Actor = { ...leader, role: 'registrar', unit: 'D08' }
const owner = postgres(ownerUrl(), { max: 2, onnotice: () => {} })
const next = chance(7)
const all = Array.from({ length: 120 }, () => randomContract(next, [2024]))
const count = (wanted: (one: Planted) => boolean) => all.filter(wanted).length
const whole = all.length
const [d08, d09] = ['D08', 'D09'].map((unit) => count(({ facts }) => facts.unit === unit)) as [number, number]

const report = (contracts: number, eighth: number, ninth: number) =>
  `2024年，兵团共登记技术合同${contracts}项。八师登记技术合同${eighth}项。九师登记技术合同${ninth}项。`

const found = async (actor: Actor, text: string) =>
  (await checkReport(actor, { text })).findings.map(({ printed, expected }) => [printed, expected])

beforeAll(() => plant(owner, all))
afterAll(() => owner.end())

test('a wrong figure is found against the register, a right one is not', async () => {
  expect(await found(leader, report(whole, d08, d09))).toEqual([])
  const wrong = await checkReport(leader, { text: report(whole + 3, d08, d09) })
  expect(wrong.compared).toEqual({ years: [2024], unit: null })
  expect(wrong.findings).toMatchObject([
    { printed: `${whole + 3}项`, expected: String(whole), rule: { zh: '登记簿' } },
  ])
})

test('an office is told of its own figures alone', async () => {
  const text = report(whole + 3, d08 + 2, d09 + 1)
  expect(await found(office, text)).toEqual([[`${d08 + 2}项`, String(d08)]])
  expect((await checkReport(office, { text })).compared).toEqual({ years: [2024], unit: 'D08' })
})

test('of a year without contracts the register says nothing', async () => {
  const { findings, compared } = await checkReport(leader, { text: '2019年，兵团共登记技术合同12项。' })
  expect({ findings, years: compared.years }).toEqual({ findings: [], years: [] })
})

test('nothing, too much, and whoever reads no statistics are refused', async () => {
  const issue = (message: string) => ({
    detail: { code: 'invalid-input', issues: [{ path: 'text', message }] },
  })
  await expect(checkReport(leader, { text: ' \n' })).rejects.toMatchObject(issue('empty'))
  await expect(checkReport(leader, { text: '1'.repeat(mostCharacters + 1) })).rejects.toMatchObject(
    issue('too-long'),
  )
  await expect(checkReport({ ...leader, role: 'admin' }, { text: '1' })).rejects.toMatchObject({
    detail: { code: 'forbidden' },
  })
})
