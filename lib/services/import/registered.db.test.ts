import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { sql } from '@/db/testing/sql'
import type { Actor } from '@/lib/domain/access/actor'
import { completeContent } from '@/lib/testing/content'
import { contractIn, moveIn, person, registrarOf } from '@/lib/testing/house'
import { ask as callApi, opened, told } from '../api/testing/calling'
import { approve } from '../contracts/approve'
import { verifyLedger } from '../ledger/verify'
import { ask } from '../requests/ask'
import { askImport } from './ask'
import { contractSheet, type SheetContract } from './contract-sheet'
import { judgeImport } from './judge'
import { proposedByRow } from './proposed'
import { readBatch } from './read'
import { auditor, begun, codeOf, countsOf, imported, judgedFile, office } from './testing/imported'
import { undoImport } from './undo'
import { workOn } from './work'
import { writeImport } from './write'

beforeAll(moveIn)
afterAll(() => database().close())

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
