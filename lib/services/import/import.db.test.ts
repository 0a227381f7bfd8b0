import { sql as statement } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { findBatch } from '@/db/queries/imports'
import { sql } from '@/db/testing/sql'
import { inTransaction } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { MOST_MEGABYTES } from '@/lib/domain/import/batch'
import { completeContent } from '@/lib/testing/content'
import { contractIn, moveIn, person, registrarOf } from '@/lib/testing/house'
import { save } from '../contracts/save'
import { submit } from '../contracts/submit'
import { verifyLedger } from '../ledger/verify'
import { beginImport } from './begin'
import { cancelImport } from './cancel'
import { contractSheet } from './contract-sheet'
import { Let, underHold } from './hold'
import { judgeImport } from './judge'
import { readBatch, readBatches } from './read'
import { returnedRows } from './returned'
import { auditor, begun, codeOf, countsOf, imported, judgedFile, office, rowsOf } from './testing/imported'
import { undoImport } from './undo'
import { andGo, takeUpImports, workOn } from './work'
import { writeImport } from './write'

beforeAll(moveIn)
afterAll(() => database().close())

const drafts = async () =>
  Number((await sql()`select count(*) from contract where unit = 'D08' and status = 'draft'`)[0]?.count)

describe('an office', () => {
  test('brings its drafts in, and the same file again changes nothing', async () => {
    const contents = Array.from({ length: 7 }, () => completeContent())
    const before = await drafts()
    const id = await imported(office, rowsOf(contents))
    expect(await readBatch(office, id)).toMatchObject({
      status: 'done',
      counts: { new: 7, written: 7, bad: 0 },
    })
    expect(await drafts()).toBe(before + 7)
    const again = await judgedFile(office, rowsOf(contents))
    expect(await countsOf(office, again)).toMatchObject({ new: 0, same: 7, changed: 0, bad: 0 })
    await writeImport(office, { id: again })
    await workOn(office, again)
    expect(await drafts()).toBe(before + 7)
    expect(await verifyLedger(auditor)).toMatchObject({ sound: true })
  })

  test('gets a bad row back with its reason, and what it corrects comes in once', async () => {
    const [sound, bad] = [completeContent(), completeContent({ techField: '99' })]
    const id = await imported(office, rowsOf([sound, bad]))
    expect(await countsOf(office, id)).toMatchObject({ written: 1, bad: 1 })
    const file = await returnedRows(office, id)
    expect(
      await sql()`select actor, details from trail where action = 'contract.export' and details ->> 'batch' = ${id}`,
    ).toMatchObject([{ actor: office.id, details: { list: 'import-rows', verdict: 'bad', rows: 1 } }])
    const corrected = await begun(office, file.bytes, file.name)
    const view = await readBatch(office, corrected)
    expect(view?.columns.find(({ heading }) => heading === '不能导入的原因')?.samples[0]).toMatch(/技术领域/)
    const again = await imported(office, rowsOf([sound, { ...bad, techField: '09' }]))
    expect(await countsOf(office, again)).toMatchObject({ same: 1, written: 1, bad: 0 })
  })

  test('a changed row is a proposal; with leave it changes the draft, never one edited since', async () => {
    const [one, two] = [completeContent(), completeContent()]
    await imported(office, rowsOf([one, two]))
    const dearer = [one, two].map((content) => ({
      ...content,
      turnover: (content.turnover ?? 0n) + 100n,
      technology: (content.technology ?? 0n) + 100n,
    }))
    const id = await judgedFile(office, rowsOf(dearer))
    expect(await countsOf(office, id)).toMatchObject({ changed: 2, new: 0 })
    const [first, second] = (await readBatch(office, id, { verdict: 'changed' }))?.rows ?? []
    expect(first?.differences.map(({ path }) => path)).toEqual(['turnover', 'technology'])
    await save(office, { id: second?.contract, patch: { keywords: '节水' } })
    await writeImport(office, { id, apply: true })
    await workOn(office, id)
    expect(await countsOf(office, id)).toMatchObject({ changed: 2, applied: 1 })
    const [kept] =
      await sql()`select content ->> 'turnover' as turnover from contract where id = ${second?.contract ?? ''}`
    expect(kept?.turnover).not.toBe(String(dearer[1]?.turnover))
  })

  test('knows a contract again by its parties however they are spaced and set, among its own alone', async () => {
    const content = completeContent({ buyer: { ...completeContent().buyer, name: '九师节水灌溉站（示例）' } })
    await imported(office, rowsOf([content]))
    const { signDate: day = '', seller } = content
    const asked = [{ day, seller: ` ${seller?.name?.split('').join(' ')}`, buyer: '九师节水灌溉站(示例)' }]
    const found = (actor: Actor) =>
      inTransaction(actor, (tx) =>
        tx.execute(
          statement`select contract from jishi_same_parties('D08', ${JSON.stringify(asked)}::jsonb)`,
        ),
      )
    expect((await found(office)).length).toBeGreaterThan(0)
    for (const other of [registrarOf('D01'), auditor, person('leader'), person('admin')]) {
      expect(await found(other)).toEqual([])
    }
    const respaced = { ...content, buyer: { ...content.buyer, name: '九师 节水灌溉站(示例)' } }
    const again = await judgedFile(office, rowsOf([respaced]))
    expect(await countsOf(office, again)).toMatchObject({ new: 0, changed: 1 })
  })

  test('takes an import back until something was submitted', async () => {
    const before = await drafts()
    const id = await imported(office, rowsOf([completeContent(), completeContent()]))
    await undoImport(office, { id })
    await workOn(office, id)
    expect((await readBatch(office, id))?.status).toBe('undone')
    expect(await drafts()).toBe(before)
    const kept = await contractIn('submitted', office)
    const other = await imported(office, rowsOf([completeContent()]))
    await sql()`update import_row set contract = ${kept} where batch = ${other}`
    expect(await codeOf(undoImport(office, { id: other }))).toBe('import-decided')
  })

  test('work that broke off is taken up behind what was committed; two never work on one', async () => {
    const contents = Array.from({ length: 603 }, () => completeContent())
    const id = await judgedFile(office, rowsOf(contents))
    await writeImport(office, { id })
    const before = await drafts()
    await sql()`create function pg_temp_break() returns trigger language plpgsql as $$
      begin if (select count(*) from import_row where outcome = 'written' and batch = ${sql().unsafe(`'${id}'`)}) > 500
        then raise exception 'power cut'; end if; return null; end $$`
    await sql()`create trigger break_off after insert on contract for each statement execute function pg_temp_break()`
    await workOn(office, id)
    await sql()`drop trigger break_off on contract`
    expect(await drafts()).toBe(before + 500)
    await sql()`update import_batch set worker_until = now() - interval '1 second' where id = ${id}`
    await takeUpImports()
    await expect.poll(async () => (await readBatch(office, id))?.status, { timeout: 15_000 }).toBe('done')
    expect(await drafts()).toBe(before + 603)
    expect(await countsOf(office, id)).toMatchObject({ written: 603 })
  }, 60_000)

  test('stopped while it writes, it keeps what stands; whoever wrote writes no more, and all of it can be taken back', async () => {
    const id = await judgedFile(office, rowsOf(Array.from({ length: 520 }, () => completeContent())))
    await writeImport(office, { id })
    const before = await drafts()
    await sql()`create trigger break_off after insert on contract for each statement execute function pg_temp_break()`
    await sql()`create or replace function pg_temp_break() returns trigger language plpgsql as $$
      begin if (select count(*) from import_row where outcome = 'written' and batch = ${sql().unsafe(`'${id}'`)}) > 500
        then raise exception 'power cut'; end if; return null; end $$`
    await workOn(office, id)
    await sql()`drop trigger break_off on contract`
    const batch = await inTransaction(office, (tx) => findBatch(tx, office, id))
    if (!batch?.worker) throw new Error('nobody works on it')
    await cancelImport(office, { id })
    expect(await readBatch(office, id)).toMatchObject({ status: 'done', counts: { new: 520, written: 500 } })
    await undoImport(office, { id })
    await expect(
      underHold({ actor: office, batch, worker: batch.worker }, undefined, async () => 'written'),
    ).rejects.toBeInstanceOf(Let)
    await workOn(office, id)
    expect(await drafts()).toBe(before)
  }, 60_000)

  test('sends several files at once, and one file twice: each is taken in once and worked on', async () => {
    const files = [1, 2, 3].map(() => contractSheet('draft', rowsOf([completeContent(), completeContent()])))
    const ids = await Promise.all(files.map((bytes, at) => begun(office, bytes, `${at}.xlsx`)))
    expect(await begun(office, files[0] ?? new Uint8Array(), '又一次.xlsx')).toBe(ids[0])
    const judge = andGo(judgeImport)
    for (const id of ids) await judge(office, { id, mapping: (await readBatch(office, id))?.mapping })
    for (const id of ids) {
      await expect.poll(async () => (await readBatch(office, id))?.status, { timeout: 15_000 }).toBe('judged')
      expect(await countsOf(office, id)).toMatchObject({ new: 2 })
    }
  })

  test('a file that never ends is refused at its limit, and nothing of it is kept', async () => {
    let sent = 0
    const megabyte = new Uint8Array(1024 * 1024).fill(0x2c)
    const endless = (async function* () {
      for (; sent < 500; sent++) yield megabyte
    })()
    expect(await codeOf(beginImport(office, { fileName: 'big.csv' }, endless))).toBe('too-large')
    expect(sent).toBeLessThanOrEqual(MOST_MEGABYTES + 1)
    expect(await codeOf(beginImport(office, { fileName: 'big.csv' }, [], 500 * 1024 * 1024))).toBe(
      'too-large',
    )
  })

  test('of a file with a state secret nothing is kept', async () => {
    const id = await judgedFile(office, rowsOf([completeContent(), completeContent({ isSecret: true })]))
    expect(await readBatch(office, id)).toMatchObject({ status: 'failed', problem: { code: 'state-secret' } })
    expect(await sql()`select from import_row where batch = ${id}`).toHaveLength(0)
    expect(await sql()`select from import_part where batch = ${id}`).toHaveLength(0)
  })

  test('sees its own imports alone, and a cancelled one is gone', async () => {
    const id = await judgedFile(office, rowsOf([completeContent()]))
    const stranger = registrarOf('D01')
    expect(await readBatch(stranger, id)).toBeNull()
    expect(await readBatch(auditor, id)).toBeNull()
    expect((await readBatches(stranger, 1)).batches).toEqual([])
    expect(await codeOf(writeImport(stranger, { id }))).toBe('not-found')
    for (const role of ['approver', 'leader', 'admin', 'security'] as const) {
      expect(await codeOf(writeImport(person(role), { id }))).toBe('forbidden')
    }
    await cancelImport(office, { id })
    expect(await codeOf(writeImport(office, { id }))).toBe('import-status')
    expect(await sql()`select from import_row where batch = ${id}`).toHaveLength(0)
  })
})

test('a draft that came in can be completed and submitted like any other', async () => {
  const id = await imported(office, rowsOf([completeContent()]))
  const [row] = await sql()`select contract from import_row where batch = ${id}`
  expect(await codeOf(submit(office, { id: row?.contract }))).toBe('check-failed')
})
