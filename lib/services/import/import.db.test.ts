import { sql as statement } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { findBatch } from '@/db/queries/imports'
import { sql } from '@/db/testing/sql'
import { inTransaction } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import type { Content } from '@/lib/domain/contract/content'
import { MOST_MEGABYTES } from '@/lib/domain/import/batch'
import { Problem } from '@/lib/domain/problems'
import { completeContent } from '@/lib/testing/content'
import { contractIn, moveIn, person, registrarOf } from '@/lib/testing/house'
import { ask as callApi, opened, told } from '../api/testing/calling'
import { approve } from '../contracts/approve'
import { save } from '../contracts/save'
import { submit } from '../contracts/submit'
import { verifyLedger } from '../ledger/verify'
import { ask } from '../requests/ask'
import { askImport } from './ask'
import { beginImport } from './begin'
import { cancelImport } from './cancel'
import { contractSheet, type SheetContract } from './contract-sheet'
import { Let, underHold } from './hold'
import { judgeImport } from './judge'
import { proposedByRow } from './proposed'
import { readBatch, readBatches } from './read'
import { returnedRows } from './returned'
import { undoImport } from './undo'
import { andGo, takeUpImports, workOn } from './work'
import { writeImport } from './write'

const office = registrarOf('D08')
const auditor = person('auditor')

beforeAll(moveIn)
afterAll(() => database().close())

const rowsOf = (contents: readonly Content[]): SheetContract[] => contents.map((content) => ({ content }))

async function begun(actor: Actor, bytes: Uint8Array, fileName = '合同.xlsx'): Promise<string> {
  return (await beginImport(actor, { fileName }, [bytes])).id
}

async function judgedFile(actor: Actor, contracts: readonly SheetContract[]): Promise<string> {
  const id = await begun(actor, contractSheet(actor === auditor ? 'registered' : 'draft', contracts))
  const view = await readBatch(actor, id)
  await judgeImport(actor, { id, mapping: view?.mapping })
  await workOn(actor, id)
  return id
}

async function imported(actor: Actor, contracts: readonly SheetContract[], apply = false): Promise<string> {
  const id = await judgedFile(actor, contracts)
  await writeImport(actor, { id, apply })
  await workOn(actor, id)
  return id
}

const countsOf = async (actor: Actor, id: string) => (await readBatch(actor, id))?.counts
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => (error instanceof Problem ? error.detail.code : error),
  )
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
  })

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
  })

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

describe('the centre', () => {
  const registered = (serial: number, content = completeContent()): SheetContract => ({
    content,
    record: {
      number: `20246600080${String(serial).padStart(5, '0')}`,
      unit: 'D08',
      registeredOn: '2024-03-05',
      acceptedOn: '2024-03-01',
    },
  })
  const past = () =>
    completeContent({ signDate: '2024-02-01', effectiveDate: '2024-02-01', endDate: '2025-02-01' })
  const year = async () =>
    Number(
      (
        await sql()`select coalesce(sum(contracts), 0) as n from total where year = 2024 and dimension = 'all'`
      )[0]?.n,
    )

  test('enters what is registered already: number and days stay, the year moves, everything proves; and takes it back', async () => {
    const before = await year()
    const rows = [1, 2, 3].map((serial) => registered(serial, past()))
    const id = await imported(auditor, rows)
    expect(await countsOf(auditor, id)).toMatchObject({ written: 3, bad: 0 })
    expect(await year()).toBe(before + 3)
    const [kept] =
      await sql()`select status, year, registered_on::text, accepted_on::text, rule_set from contract where number = ${rows[0]?.record?.number ?? ''}`
    expect(kept).toEqual({
      status: 'registered',
      year: 2024,
      registered_on: '2024-03-05',
      accepted_on: '2024-03-01',
      rule_set: 'R2000',
    })
    expect(await verifyLedger(auditor)).toMatchObject({ sound: true, faults: [] })
    const again = await judgedFile(auditor, rows)
    expect(await countsOf(auditor, again)).toMatchObject({ new: 0, same: 3 })
    await undoImport(auditor, { id })
    await workOn(auditor, id)
    expect(await year()).toBe(before)
    expect(await verifyLedger(auditor)).toMatchObject({ sound: true, faults: [] })
    const once = await imported(auditor, rows)
    expect(await countsOf(auditor, once)).toMatchObject({ written: 3 })
  })

  test('a number brought in is never given again', async () => {
    const today = new Date().getFullYear()
    const [last] = await sql()`select last from registration_counter where year = ${today} and point = '08'`
    const next = `${today}660008${String((last?.last ?? 0) + 1).padStart(6, '0')}`
    const day = `${today}-01-05`
    const small = { turnover: 10_000_000n, technology: 10_000_000n }
    const content = completeContent({ signDate: day, effectiveDate: day, ...small })
    await imported(auditor, [
      { content, record: { number: next, unit: 'D08', registeredOn: day, acceptedOn: day } },
    ])
    const { number } = await approve(person('approver'), {
      id: await contractIn('submitted', office, completeContent(small)),
    })
    expect(number).toBe(`${today}660008${String((last?.last ?? 0) + 2).padStart(6, '0')}`)
    expect(await verifyLedger(auditor)).toMatchObject({ sound: true, faults: [] })
  })

  test('what differs from the register is only proposed', async () => {
    const content = past()
    await imported(auditor, [registered(11, content)])
    const id = await imported(auditor, [registered(11, { ...content, techField: '01' })], true)
    expect(await countsOf(auditor, id)).toMatchObject({ changed: 1, applied: 0 })
  })

  test('nobody else can enter a contract as registered, nor end one as an import taken back', async () => {
    const forbidden = await sql()
      .begin(async (tx) => {
        await tx`set local role jishi_app`
        await tx`select set_config('app.actor', ${auditor.id}, true), set_config('app.role', 'auditor', true)`
        await tx`insert into contract (id, local_number, unit, status, content, entered_by, edited_by, number, year, registered_on, posting)
          values (gen_random_uuid(), 'X-1', 'D08', 'registered', '{}', ${auditor.id}, ${auditor.id}, '2024660008000999', 2024, '2024-03-05', 1)`
      })
      .catch((error) => String(error))
    expect(forbidden).toMatch(/begins registered in an import/)
  })
})

describe('rows that differ from what is registered', () => {
  const small = { turnover: 10_000_000n, technology: 10_000_000n }
  const ground = { kind: 'correct', reason: 'C03', text: '按合同文本改正技术领域。' }

  test('become requests: one by one with the form filled, or all on one ground, each with its own answer', async () => {
    const contents = [completeContent(small), completeContent(small), completeContent(small)]
    const ids = await Promise.all(contents.map((content) => contractIn('registered', office, content)))
    const numbered = await sql()`select id, number from contract where id in ${sql()(ids)}`
    const numberOf = new Map(numbered.map(({ id, number }) => [id, number]))
    const rows = contents.map((content, at) => ({
      content: { ...content, techField: '01' },
      record: { number: numberOf.get(ids[at] ?? '') },
    }))
    const id = await begun(office, contractSheet('registered', rows))
    await judgeImport(office, { id, mapping: (await readBatch(office, id))?.mapping })
    await workOn(office, id)
    expect(await readBatch(office, id)).toMatchObject({
      counts: { changed: 3 },
      differing: { drafts: 0, registered: 3 },
    })
    const filled = await proposedByRow(office, { batch: id, row: 2, contract: ids[0] ?? '' })
    expect(filled?.patch).toEqual({ techField: '01' })
    expect(await proposedByRow(office, { batch: id, row: 2, contract: ids[1] ?? '' })).toBeNull()
    expect(await proposedByRow(registrarOf('D01'), { batch: id, row: 2, contract: ids[0] ?? '' })).toBeNull()
    const { id: first } = await ask(office, { id: ids[0], ...ground, patch: filled?.patch })

    expect(await codeOf(askImport(office, { ...ground, id, reason: 'X' }))).toBe('invalid-input')
    await askImport(office, { ...ground, id })
    expect(await codeOf(writeImport(office, { id }))).toBe('import-status')
    await workOn(office, id)
    const after = await readBatch(office, id, { verdict: 'changed' })
    expect(after).toMatchObject({ status: 'judged', counts: { asked: 2 }, differing: { registered: 1 } })
    expect(after?.rows.map(({ outcome, refusal }) => [outcome, refusal])).toEqual([
      [null, { code: 'request-open', id: first }],
      ['asked', null],
      ['asked', null],
    ])
    const asked = await sql()`select content ->> 'techField' as field, kind, asked_by from request
      where id in ${sql()((after?.rows ?? []).flatMap(({ request }) => request ?? []))}`
    expect(asked).toEqual([1, 2].map(() => ({ field: '01', kind: 'correct', asked_by: office.id })))
    expect(await verifyLedger(auditor)).toMatchObject({ sound: true, faults: [] })
  })

  test('of a contract changed since are refused, and an agreement is asked for where parties changed it', async () => {
    const content = completeContent(small)
    const contract = await contractIn('registered', office, content)
    const [{ number } = { number: '' }] = await sql()`select number from contract where id = ${contract}`
    const id = await begun(
      office,
      contractSheet('registered', [{ content: { ...content, techField: '01' }, record: { number } }]),
    )
    await judgeImport(office, { id, mapping: (await readBatch(office, id))?.mapping })
    await workOn(office, id)
    await askImport(office, { id, kind: 'change', reason: 'M03', text: '双方签订了补充协议。' })
    await workOn(office, id)
    const refusal = async () => (await readBatch(office, id, { verdict: 'changed' }))?.rows[0]?.refusal?.code
    expect(await refusal()).toBe('evidence-missing')
    await sql()`update import_row set base = base - 1 where batch = ${id}`
    expect((await proposedByRow(office, { batch: id, row: 2, contract }))?.patch).toEqual({})
    await askImport(office, { ...ground, id })
    await workOn(office, id)
    expect(await refusal()).toBe('conflict')
  })
})

describe('a program', () => {
  test('sends a file, settles what is asked, has it written, and reads what came of each row', async () => {
    await opened()
    const lines = [
      '合同名称,卖方名称,买方名称,签订日期,合同成交额,技术领域',
      '节水灌溉自动控制技术研究开发,石河子大学,接口示例买方甲,2024-05-06,12.5,09',
      '果品冷链保鲜工艺研究开发,石河子大学,接口示例买方乙,2024-05-07,3,没有这个领域',
    ]
    const send = (actor: Actor, search: string) =>
      callApi(actor, `/contracts/import?${search}`, {
        body: lines.join('\n'),
        headers: { 'content-type': 'text/csv' },
      })
    expect((await send(office, 'kind=registered')).status).toBe(422)
    expect((await send(office, 'money=usd')).status).toBe(422)
    expect((await send(person('leader'), '')).status).toBe(403)
    const open = await told(send(office, 'name=a.csv'))
    expect(open).toMatchObject({ status: 'mapping', questions: [{ ask: 'money', heading: '合同成交额' }] })
    const sent = await told(send(office, 'name=a.csv&money=wan'))
    expect(sent).toMatchObject({ id: open.id, questions: [] })
    const address = `/contracts/import/${sent.id}`
    const reaches = (status: string) =>
      expect.poll(async () => (await told(callApi(office, address))).status, { timeout: 15_000 }).toBe(status)
    await reaches('judged')
    expect((await callApi(registrarOf('D01'), address)).status).toBe(404)
    const bad = await told<{ rows: unknown[] }>(callApi(office, `${address}/rows?verdict=bad`))
    expect(bad.rows).toMatchObject([
      { row: 3, buyer: '接口示例买方乙', issues: [{ column: 5, path: 'techField' }] },
    ])
    expect((await callApi(office, `${address}/rows?verdict=none`)).status).toBe(422)
    expect(await told(callApi(office, `${address}/write`, { body: {} }))).toEqual({ id: sent.id })
    await reaches('done')
    expect(await told(callApi(office, address))).toMatchObject({ counts: { written: 1, bad: 1 } })
    const returned = await callApi(office, `${address}/returned`)
    expect(returned.headers.get('content-type')).toMatch(/spreadsheetml/)
    expect((await callApi(office, `${address}/write`, { body: {} })).status).toBe(409)
    expect(
      (await told<{ imports: { id: string }[] }>(callApi(office, '/contracts/import'))).imports[0]?.id,
    ).toBe(sent.id)
    await told(callApi(office, `${address}/undo`, { body: {} }))
    await reaches('undone')
  })
})

test('a draft that came in can be completed and submitted like any other', async () => {
  const id = await imported(office, rowsOf([completeContent()]))
  const [row] = await sql()`select contract from import_row where batch = ${id}`
  expect(await codeOf(submit(office, { id: row?.contract }))).toBe('check-failed')
})
