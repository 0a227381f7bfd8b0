import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { ownerUrl } from '@/db/testing/database'
import type { Actor } from '@/lib/domain/access/actor'
import type { Content } from '@/lib/domain/contract/content'
import { cancelled, evidenceFor, revoked } from '@/lib/testing/contracts'
import { contractIn, moveIn, person, registrarOf } from '@/lib/testing/house'
import { recount, totals } from '@/lib/testing/totals'
import { recount as recountLedger } from '../ledger/recount'
import { verifyLedger } from '../ledger/verify'
import { ask } from './ask'
import { decline } from './decline'
import { openEvidence, removeEvidence, sentEvidence } from './evidence'
import { grant } from './grant'
import { readRequests } from './list'
import { previewRequest } from './preview'
import { serve } from './serve'
import { state } from './state'
import { takeBack } from './take-back'
import { viewRequest } from './view'

const office = registrarOf('D08')
const stranger = registrarOf('D01')
const [first, second] = [person('approver'), person('approver2')]
const auditor = person('auditor')
const leader = person('leader')
let owner: postgres.Sql

beforeAll(async () => {
  await moveIn()
  owner = postgres(ownerUrl(), { max: 2 })
})
afterAll(async () => {
  await owner.end()
  await database().close()
})

const refusal = (code: string) => ({ detail: { code } })
const correction = (id: string, changes: Record<string, unknown> = { techField: '03' }) => ({
  id,
  kind: 'correct' as const,
  patch: changes,
  reason: 'C03',
  text: '技术领域按合同标的归类有误。',
})
const seen = async (actor: Actor, id: string) => {
  const view = await viewRequest(actor, id)
  if (!view) throw new Error('out of reach')
  return view
}
const contractRow = async (id: string) => {
  const [row] =
    await owner`select status, revision, posting, number, content, turnover from contract where id = ${id}`
  return row as {
    status: string
    revision: number
    posting: string | null
    number: string
    content: Content
    turnover: string
  }
}

describe('a correction', () => {
  test('moves the figures it said it would, old line out and new line in, under one event and moment', async () => {
    const id = await contractIn('registered', office)
    const wanted = { turnover: '999999.00', technology: '888888.00' }
    const preview = await previewRequest(auditor, { id, kind: 'correct', patch: wanted })
    expect(preview).toMatchObject({ large: false, blocking: [] })
    expect(preview.differences.map(({ path }) => path)).toEqual(['turnover', 'technology'])
    const made = await ask(office, { ...correction(id, wanted), reason: 'C01' })
    expect(made.number).toMatch(/^更正〔\d{4}〕\d+号$/)
    const waiting = await seen(first, made.id)
    expect(waiting.ahead?.corps).toEqual(preview.corps)
    expect(waiting.may).toEqual(['grant', 'decline'])
    await grant(first, { id: made.id })
    const row = await contractRow(id)
    expect(row).toMatchObject({ status: 'registered', turnover: '99999900' })
    const lines = await owner`
      select sign, turnover, event, known_at from posting where contract = ${id} order by known_at, sign`
    expect(lines.map(({ sign }) => sign)).toEqual([1, -1, 1])
    expect(lines[1]?.event).toBe(lines[2]?.event)
    expect(lines[1]?.known_at).toEqual(lines[2]?.known_at)
    const all = preview.corps.find(({ dimension }) => dimension === 'all')
    const [total] = await owner`select sum(turnover) as turnover from total where dimension = 'all'`
    expect(total?.turnover).toBe(String(all?.after.turnover))
    expect(
      (await seen(office, made.id)).moved?.find(({ cell }) => cell.dimension === 'all')?.by,
    ).toMatchObject({
      contracts: 0,
    })
    expect(await totals(owner)).toEqual(await recount(owner))
  })

  test('can’t be granted by a person without the right, nor twice, nor after it was taken back', async () => {
    const id = await contractIn('registered', office)
    const made = await ask(auditor, correction(id))
    await expect(grant(office, { id: made.id })).rejects.toMatchObject(refusal('forbidden'))
    await expect(grant(auditor, { id: made.id })).rejects.toMatchObject(refusal('forbidden'))
    await expect(takeBack(office, { id: made.id })).rejects.toMatchObject(refusal('others-request'))
    await takeBack(auditor, { id: made.id })
    await expect(grant(first, { id: made.id })).rejects.toMatchObject(refusal('request-closed'))
    const again = await ask(office, correction(id))
    const results = await Promise.allSettled([
      grant(first, { id: again.id }),
      grant(second, { id: again.id }),
    ])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await owner`select from posting where contract = ${id}`).length).toBe(3)
  })

  test('is asked once at a time, of a registered contract alone, with something that differs', async () => {
    const id = await contractIn('registered', office)
    await expect(ask(office, correction(id, {}))).rejects.toMatchObject(refusal('no-difference'))
    const both = await Promise.allSettled([ask(office, correction(id)), ask(auditor, correction(id))])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(ask(office, correction(id))).rejects.toMatchObject(refusal('request-open'))
    await expect(ask(office, correction(await contractIn('submitted', office)))).rejects.toMatchObject(
      refusal('not-registered'),
    )
    await expect(ask(stranger, correction(id))).rejects.toMatchObject(refusal('not-found'))
    await expect(ask(first, correction(id))).rejects.toMatchObject(refusal('forbidden'))
  })

  test('must pass the rules; identity and state secrets are out of its reach', async () => {
    const id = await contractIn('registered', office)
    const failing = await ask(office, correction(id, { technology: '999999999.00' })).catch(
      (error) => error.detail,
    )
    expect(failing).toMatchObject({ code: 'check-failed', findings: [{ path: 'technology' }] })
    await expect(ask(office, { ...correction(id), reason: '3' })).rejects.toMatchObject(
      refusal('invalid-input'),
    )
    await expect(ask(office, correction(id, { isSecret: true }))).rejects.toMatchObject(
      refusal('state-secret'),
    )
  })

  test('that is declined changes nothing and keeps its reason', async () => {
    const id = await contractIn('registered', office)
    const before = await contractRow(id)
    const made = await ask(office, correction(id))
    await decline(first, { id: made.id, text: '合同标的确属农业领域。' })
    expect(await contractRow(id)).toEqual(before)
    expect(await seen(office, made.id)).toMatchObject({
      status: 'declined',
      decided: { by: first.name, text: '合同标的确属农业领域。' },
      may: [],
    })
  })

  test('of a large contract, before or after, needs two different approvers', async () => {
    const id = await contractIn('registered', office)
    const large = { turnover: '9000000.00', technology: '9000000.00' }
    const made = await ask(office, { ...correction(id, large), reason: 'C01' })
    expect(await grant(first, { id: made.id })).toEqual({ status: 'endorsed' })
    await expect(grant(first, { id: made.id })).rejects.toMatchObject(refusal('same-approver'))
    expect((await seen(first, made.id)).hindrance).toEqual({ code: 'same-approver' })
    expect(await grant(second, { id: made.id })).toEqual({ status: 'granted' })
    const back = await ask(office, {
      ...correction(id, { turnover: '50000.00', technology: '50000.00' }),
      reason: 'C01',
    })
    expect(await grant(second, { id: back.id })).toEqual({ status: 'endorsed' })
  })
})

describe('the end of a registration', () => {
  test('by cancellation takes the line out, keeps number and history, and stays readable', async () => {
    const id = await contractIn('registered', office)
    const { number } = await contractRow(id)
    await expect(
      ask(office, { id, kind: 'cancel', reason: 'X01', text: '双方已协商解除合同。' }),
    ).rejects.toMatchObject(refusal('evidence-missing'))
    const request = await cancelled(office, id)
    expect(await contractRow(id)).toMatchObject({ status: 'cancelled', posting: null, number })
    const [sum] = await owner`select sum(sign) as lines from posting where contract = ${id}`
    expect(sum?.lines).toBe('0')
    expect((await seen(office, request)).evidence).toHaveLength(1)
    await expect(ask(office, correction(id))).rejects.toMatchObject(refusal('not-registered'))
  })

  test('by revocation waits for notice and statement, or for the days to pass', async () => {
    const id = await contractIn('registered', office)
    const made = await ask(office, { id, kind: 'revoke', reason: '3', text: '与另一份合同重复登记。' })
    await expect(grant(first, { id: made.id })).rejects.toMatchObject(refusal('notice-first'))
    await expect(state(office, { id: made.id, on: '2026-01-01', text: '' })).rejects.toMatchObject(
      refusal('notice-first'),
    )
    const [today] = await owner`select jishi_today()::text as day`
    const on = String(today?.day)
    await expect(serve(office, { id: made.id, on, text: '书面告知。' })).rejects.toMatchObject(
      refusal('forbidden'),
    )
    await expect(serve(first, { id: made.id, on: '2999-01-01', text: '书面告知。' })).rejects.toMatchObject(
      refusal('invalid-input'),
    )
    const { hearingUntil } = await serve(first, { id: made.id, on, text: '书面告知。' })
    expect(hearingUntil > on).toBe(true)
    await expect(grant(first, { id: made.id })).rejects.toMatchObject({
      detail: { code: 'statement-first', until: hearingUntil },
    })
    await state(office, { id: made.id, on, text: '无异议。' })
    await grant(first, { id: made.id, text: '事实清楚。' })
    expect(await contractRow(id)).toMatchObject({ status: 'revoked', posting: null })
    expect(await totals(owner)).toEqual(await recount(owner))
  })
})

describe('reach', () => {
  test('requests and their papers are there for the office and the centre, for nobody else', async () => {
    const id = await contractIn('registered', office)
    const paper = await evidenceFor(office, id)
    await expect(openEvidence(auditor, { id: paper.id })).rejects.toMatchObject(refusal('not-found'))
    const made = await ask(office, correction(id))
    for (const actor of [office, first, auditor]) {
      expect((await openEvidence(actor, { id: paper.id })).fileName).toBe('依据材料.pdf')
      const { lines } = await readRequests(actor, { open: true })
      expect(lines.map((line) => line.id)).toContain(made.id)
    }
    expect(await viewRequest(stranger, made.id)).toBeNull()
    await expect(openEvidence(stranger, { id: paper.id })).rejects.toMatchObject(refusal('not-found'))
    expect((await readRequests(stranger, { open: true })).counts).toEqual({ waiting: 0, settled: 0 })
    await expect(viewRequest(leader, made.id)).rejects.toMatchObject(refusal('forbidden'))
    await expect(readRequests(leader, { open: true })).rejects.toMatchObject(refusal('forbidden'))
  })

  test('a paper can be taken off until it is filed, by whoever sent it', async () => {
    const id = await contractIn('registered', office)
    const paper = await evidenceFor(office, id)
    expect(await evidenceFor(office, id)).toEqual(paper)
    await expect(removeEvidence(auditor, { id: paper.id })).rejects.toMatchObject(refusal('not-found'))
    await removeEvidence(office, { id: paper.id })
    expect(await sentEvidence(office, { contract: id })).toEqual([])
    const filed = await evidenceFor(office, id)
    await ask(office, correction(id))
    await expect(removeEvidence(office, { id: filed.id })).rejects.toMatchObject(refusal('not-found'))
  })
})

describe('the database itself', () => {
  const acting = (who: Actor, statement: (sql: postgres.TransactionSql) => Promise<unknown>) =>
    owner.begin(async (sql) => {
      await sql`select set_config('app.role', ${who.role}, true), set_config('app.actor', ${who.id}, true)`
      await statement(sql)
    })

  test('lets a registered contract change for its granted request alone, and for what was granted', async () => {
    const id = await contractIn('registered', office)
    const changed = (sql: postgres.TransactionSql) =>
      sql`update contract set content = jsonb_set(content, '{techField}', '"03"'), revision = revision + 1 where id = ${id}`
    await expect(acting(first, changed)).rejects.toThrow(/granted request alone/)
    const made = await ask(office, correction(id, { goal: '01' }))
    await expect(
      acting(first, async (sql) => {
        await sql`update request set status = 'granted', decided_by = ${first.id}, event = 1 where id = ${made.id}`
        await changed(sql)
      }),
    ).rejects.toThrow(/not what was granted/)
    await expect(
      acting(
        office,
        (sql) =>
          sql`update request set status = 'granted', decided_by = ${office.id}, event = 1 where id = ${made.id}`,
      ),
    ).rejects.toThrow(/four_eyes|own name/)
    await expect(
      acting(first, (sql) => sql`update request set content = '{}' where id = ${made.id}`),
    ).rejects.toThrow(/can't change/)
  })

  test('takes out no line that is not in force', async () => {
    const id = await contractIn('registered', office)
    const twin = async (sql: postgres.TransactionSql) => {
      await sql`create temp table line on commit drop as select * from posting where contract = ${id}`
      await sql`update line set id = nextval('posting_id'), sign = -1, turnover = turnover + 1`
      await sql`insert into posting select * from line`
    }
    await expect(acting(first, twin)).rejects.toThrow(/no such line/)
  })
})

test('after all this the ledger is sound and the recount agrees', async () => {
  await revoked(office, await contractIn('registered', office))
  expect(await verifyLedger(auditor)).toMatchObject({ sound: true })
  expect(await recountLedger(auditor)).toMatchObject({ agrees: true })
})
