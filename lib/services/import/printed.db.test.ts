import { afterAll, beforeAll, expect, test } from 'vitest'
import { database } from '@/db/client'
import { sql } from '@/db/testing/sql'
import { verifyLedger } from '@/lib/services/ledger/verify'
import { completeContent } from '@/lib/testing/content'
import { moveIn, person, registrarOf } from '@/lib/testing/house'
import { printCertificate } from '../certificates/print'
import { printChosen } from '../certificates/print-chosen'
import { beginImport } from './begin'
import { contractSheet } from './contract-sheet'
import { judgeImport } from './judge'
import { readBatch } from './read'
import { undoImport } from './undo'
import { workOn } from './work'
import { writeImport } from './write'

const auditor = person('auditor')
const office = registrarOf('D08')

beforeAll(moveIn)
afterAll(() => database().close())

let serial = 100
/** An import of the centre with so many contracts of an office; its id and theirs, in the order of their numbers. */
async function imported(many: number) {
  const numbers = Array.from({ length: many }, () => `20246600080${String(++serial).padStart(5, '0')}`)
  const rows = numbers.map((number) => ({
    content: completeContent({ signDate: '2024-02-01', effectiveDate: '2024-02-01', endDate: '2025-02-01' }),
    record: { number, unit: 'D08', registeredOn: '2024-03-05', acceptedOn: '2024-03-01' },
  }))
  const { id } = await beginImport(auditor, { fileName: '合同.xlsx' }, [contractSheet('registered', rows)])
  await judgeImport(auditor, { id, mapping: (await readBatch(auditor, id))?.mapping })
  await workOn(auditor, id)
  await writeImport(auditor, { id })
  await workOn(auditor, id)
  const made = await sql()`select id from contract where number in ${sql()(numbers)} order by number`
  return { id, numbers, contracts: made.map((row) => String(row.id)) }
}

const refusal = (code: string, rest = {}) => ({ detail: { code, ...rest } })

test('an import of which a certificate is out is not taken back, and says whose', async () => {
  const { id, numbers, contracts } = await imported(2)
  expect((await readBatch(auditor, id))?.since.printed).toEqual([])
  await printCertificate(office, { id: contracts[1] })
  await expect(undoImport(auditor, { id })).rejects.toMatchObject(
    refusal('import-printed', { numbers: [numbers[1]], count: 1 }),
  )
  expect((await readBatch(auditor, id))?.since.printed).toEqual([numbers[1]])
})

test('nor one of which a list is out', async () => {
  const { id, numbers } = await imported(1)
  await printChosen(auditor, 'list', new URLSearchParams({ q: numbers[0] ?? '' }))
  await expect(undoImport(auditor, { id })).rejects.toMatchObject(
    refusal('import-printed', { numbers, count: 1 }),
  )
})

test('the database refuses both: taking back what is printed, and printing what is being taken back', async () => {
  const { id, contracts } = await imported(2)
  const [kept = '', leaving = ''] = contracts
  const paper = await printCertificate(office, { id: kept })
  expect(paper.bytes.length).toBeGreaterThan(0)
  await sql()`update import_batch set status = 'undoing' where id = ${id}`
  const past = sql().begin(async (tx) => {
    await tx`select set_config('app.actor', ${auditor.id}, true), set_config('app.role', 'auditor', true),
      set_config('app.unit', '', true)`
    await tx`set local role jishi_app`
    await tx`select jishi_undo_import(${id}, 2)`
  })
  await expect(past).rejects.toThrow('something was done since it was imported')
  await expect(printCertificate(office, { id: leaving })).rejects.toMatchObject(
    refusal('no-paper', { status: 'discarded' }),
  )
  const row = sql()`insert into certificate (id, kind, number, version, facts, hash, digest, contracts, unit, issued_by)
    select gen_random_uuid(), 'contract', c.number, 1, jishi_certificate_facts(c.id), repeat('0', 64), '\\x00', array[c.id],
      c.unit, ${office.id} from contract c where c.id = ${leaving}`
  await expect(row).rejects.toThrow('its import is being taken back')
  await sql()`update import_batch set status = 'done' where id = ${id}`
})

test('printed while it is being taken back, it is one or the other, never both', async () => {
  const { id, contracts } = await imported(1)
  const [undone, printed] = await Promise.allSettled([
    undoImport(auditor, { id }),
    printCertificate(office, { id: contracts[0] }),
  ])
  expect([undone.status, printed.status].sort()).toEqual(['fulfilled', 'rejected'])
  if (undone.status === 'fulfilled') await workOn(auditor, id)
  const [{ status } = { status: null }] =
    await sql()`select status from contract where id = ${contracts[0] ?? ''}`
  expect(status).toBe(printed.status === 'fulfilled' ? 'registered' : 'discarded')
  expect(await verifyLedger(auditor)).toMatchObject({ sound: true, faults: [] })
})
