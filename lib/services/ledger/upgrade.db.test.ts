import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { database, openDatabase, setDatabase } from '@/db/client'
import { seal } from '@/db/ledger-check'
import { seedReference } from '@/db/reference'
import { ownerUrl } from '@/db/testing/database'
import { chance, plant, randomContract } from '@/db/testing/plant'
import { sql } from '@/db/testing/sql'
import { person } from '@/lib/testing/house'
import { verifyLedger } from './verify'

const folder = new URL('../../../db/migrations/', import.meta.url)

async function apply(files: readonly string[]): Promise<void> {
  for (const file of files) {
    const statements = readFileSync(new URL(file, folder), 'utf8').split('--> statement-breakpoint')
    await sql().begin(async (tx) => {
      for (const statement of statements) if (statement.trim()) await tx.unsafe(statement)
    })
  }
}

afterAll(() => database().close())

test('a register from before every record was bound is bound by the migration, and its old seals hold', async () => {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  const bound = files.findIndex((name) => name.endsWith('_ledger_proof.sql'))
  await sql().unsafe('drop schema public cascade; create schema public')
  await apply(files.slice(0, bound))
  await seedReference(sql())
  const next = chance(9)
  const draw = () => Array.from({ length: 10 }, () => randomContract(next, [2024]))
  const old = draw()
  await plant(sql(), old)
  await sql()`insert into trail (actor_name, role, action, subject_kind) values ('x', 'admin', 'sign-in', 'session')`
  await sql()`select jishi_seal()`
  await apply(files.slice(bound))
  setDatabase(openDatabase(ownerUrl(), { asApp: true }))
  await plant(sql(), draw())
  expect(await seal()).toBeGreaterThan(40)
  const { checks, faults } = await verifyLedger(person('auditor'))
  expect(faults).toEqual([])
  expect(checks.find(({ name }) => name === 'seals')?.checked).toBe(2)

  await sql()`alter table contract disable trigger user`
  await sql()`update contract set local_number = 'x' where id = ${old[0]?.id ?? ''}`
  await sql()`update contract_event set actor = gen_random_uuid() where contract = ${old[1]?.id ?? ''}`
  const found = await verifyLedger(person('auditor'))
  expect(found.faults.map(({ table, what }) => `${table} ${what}`)).toEqual([
    'contract_event altered',
    'contract altered',
  ])
})
