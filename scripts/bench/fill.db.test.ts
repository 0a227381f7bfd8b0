import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { database } from '@/db/client'
import { ownerUrl } from '@/db/testing/database'
import { fill } from '@/db/testing/fill'
import { halfDone } from '@/db/testing/half-done'
import { recount } from '@/lib/services/ledger/recount'
import { verifyLedger } from '@/lib/services/ledger/verify'
import { ask } from '@/lib/services/requests/ask'
import { grant } from '@/lib/services/requests/grant'
import { readYear } from '@/lib/services/statistics/read-year'
import { contractIn, moveIn, person, registrarOf } from '@/lib/testing/house'
import { templates } from '@/lib/testing/templates'

const CONTRACTS = 300
const years = [2023, 2024]
const auditor = person('auditor')
const owner = postgres(ownerUrl(), { max: 1, onnotice: () => {} })

beforeAll(async () => {
  await moveIn()
  await fill(owner, templates(120, years), { contracts: CONTRACTS, years })
}, 60_000)
afterAll(async () => {
  await owner.end()
  await database().close()
})

test('a filled register is as if its contracts had been registered one by one', async () => {
  expect(await recount(auditor)).toEqual({ contracts: CONTRACTS, agrees: true, differences: [] })
  expect(await verifyLedger(auditor)).toMatchObject({ sound: true })
  expect(await halfDone(owner)).toEqual([])
  const { book } = await readYear(auditor, 2024)
  const counted = [book.this, book.last].map((ledger) => ledger.get('all')?.get('')?.contracts ?? 0n)
  expect(counted.reduce((sum, one) => sum + one, 0n)).toBe(BigInt(CONTRACTS))
  expect(counted[0]).toBeGreaterThan(counted[1] ?? 0n)
})

test('work goes on in it', async () => {
  await contractIn('registered', registrarOf('D08'))
  const [one] = await owner`
    select id, unit, tech_field from contract where technology < 100000000 and year = 2024 limit 1`
  const made = await ask(registrarOf(one?.unit), {
    id: one?.id,
    kind: 'correct',
    patch: { techField: one?.tech_field === '03' ? '09' : '03' },
    reason: 'C03',
    text: '技术领域归类有误。',
  })
  expect(await grant(person('approver'), { id: made.id })).toEqual({ status: 'granted' })
  expect(await recount(auditor)).toMatchObject({ contracts: CONTRACTS + 1, agrees: true })
  expect(await verifyLedger(auditor)).toMatchObject({ sound: true })
  expect(await halfDone(owner)).toEqual([])
})
