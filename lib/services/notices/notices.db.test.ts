import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import type { Actor } from '@/lib/domain/access/actor'
import { usualRules } from '@/lib/domain/audit/plan'
import { toWire } from '@/lib/domain/contract/kinds'
import { addDays } from '@/lib/domain/time/dates'
import { kindOf } from '@/lib/domain/work-records/kinds'
import { colleague } from '@/lib/testing/colleagues'
import { completeContent } from '@/lib/testing/content'
import { evidenceFor } from '@/lib/testing/contracts'
import { contractIn, moveIn, registrarOf } from '@/lib/testing/house'
import { answerFindings } from '../campaigns/answer'
import { judgeFindings } from '../campaigns/judge'
import { openCampaign } from '../campaigns/open'
import { readFindings } from '../campaigns/read'
import { remindOffices } from '../campaigns/remind'
import { approve } from '../contracts/approve'
import { discard } from '../contracts/discard'
import { submit } from '../contracts/submit'
import { openReview } from '../editions/open-review'
import { takeBackReport } from '../editions/take-back'
import { beginImport } from '../import/begin'
import { cancelImport } from '../import/cancel'
import { contractSheet } from '../import/contract-sheet'
import { judgeImport } from '../import/judge'
import { readBatch } from '../import/read'
import { workOn } from '../import/work'
import { writeImport } from '../import/write'
import { ask } from '../requests/ask'
import { decline } from '../requests/decline'
import { grant } from '../requests/grant'
import { serve } from '../requests/serve'
import { state } from '../requests/state'
import { discardRecord } from '../work-records/discard'
import { returnRecord } from '../work-records/return'
import { saveRecord } from '../work-records/save'
import { submitRecords } from '../work-records/submit'
import { readInbox } from './inbox'
import {
  approver,
  auditor,
  back,
  correction,
  leader,
  other,
  own,
  query,
  second,
  today,
  told,
  unread,
  waits,
  year,
} from './testing/inbox-of'

beforeAll(moveIn)
afterAll(() => database().close())

describe('a contract', () => {
  test('that comes back is told to its office until it is submitted again', async () => {
    const id = await contractIn('returned', own)
    expect(await told(own, id)).toEqual(['contract.returned'])
    expect(await told(other, id)).toEqual([])
    expect(await told(approver, id)).toEqual([])
    expect(await waits(own, 'returned')).toBe(1)
    await submit(own, { id })
    expect(await told(own, id)).toEqual([])
    expect(await waits(own, 'returned')).toBe(0)
    await back(id)
    expect(await told(own, id)).toEqual(['contract.returned'])
    await discard(own, { id })
    expect(await told(own, id)).toEqual([])
  })

  test('that is decided on is told with its number, once', async () => {
    const waiting = await waits(approver, 'decisions')
    const id = await contractIn('submitted', own)
    expect(await waits(approver, 'decisions')).toBe(waiting + 1)
    const { number } = await approve(approver, { id })
    expect(await waits(approver, 'decisions')).toBe(waiting)
    const [notice] = (await unread(own)).filter(({ subject }) => subject === id)
    expect(notice).toMatchObject({ kind: 'contract.registered', params: { number } })
    expect(await told(own, await contractIn('refused', own))).toEqual(['contract.refused'])
  })

  test('that waits for its second approver waits for somebody else than the first', async () => {
    const before = await Promise.all([waits(approver, 'decisions'), waits(second, 'decisions')])
    await contractIn('endorsed', own)
    expect(await Promise.all([waits(approver, 'decisions'), waits(second, 'decisions')])).toEqual([
      before[0],
      before[1] + 1,
    ])
  })

  test('that is refused in the same transaction tells nothing', async () => {
    const id = await contractIn('submitted', own)
    await expect(approve(own, { id })).rejects.toThrow()
    await expect(approve(approver, { id, revision: 99 })).rejects.toThrow()
    expect(await told(own, id)).toEqual([])
  })
})

describe('a request', () => {
  test('is answered to whoever asked it, and to nobody else', async () => {
    const id = await contractIn('registered', own)
    const before = await waits(approver, 'requests')
    const asked = await correction(own, id)
    expect(await waits(approver, 'requests')).toBe(before + 1)
    await grant(second, { id: asked.id })
    expect(await told(own, asked.id)).toEqual(['request.granted'])
    const mate = await colleague('mate.d08')
    expect(await told(mate, asked.id)).toEqual([])
    const again = await ask(own, {
      id,
      kind: 'correct',
      reason: 'C01',
      text: '按合同文本更正。',
      patch: { techField: '09' },
    })
    await decline(second, { id: again.id, text: '依据不足，不予准予。' })
    expect(await told(own, again.id)).toEqual(['request.declined'])
  })

  test('of an auditor tells the office what became of its contract', async () => {
    const id = await contractIn('registered', own)
    const asked = await correction(auditor, id)
    await grant(second, { id: asked.id })
    expect(await told(auditor, asked.id)).toEqual(['request.granted'])
    expect(await told(own, id)).toContain('contract.amended')
    await evidenceFor(own, id)
    const end = await ask(own, { id, kind: 'cancel', reason: 'X01', text: '双方已协商解除合同。' })
    await grant(second, { id: end.id })
    expect(await told(own, id), 'what was told of a registration ends with it').toEqual([])
  })

  test('to revoke asks the office for the statement, until it is recorded', async () => {
    const id = await contractIn('registered', own)
    const asked = await ask(auditor, { id, kind: 'revoke', reason: '3', text: '与另一份合同重复登记。' })
    await serve(second, { id: asked.id, on: today, text: '已书面告知当事人拟撤销登记。' })
    expect(await told(own, asked.id)).toEqual(['request.hearing'])
    expect(await waits(own, 'hearings')).toBe(1)
    await state(own, { id: asked.id, on: today, text: '' })
    expect(await told(own, asked.id)).toEqual([])
    expect(await waits(own, 'hearings')).toBe(0)
  })
})

test('a self-audit is told to each office once, with its deadline, until all is answered', async () => {
  const [mine, theirs] = [await contractIn('registered', own), await contractIn('registered', other)]
  const dueOn = addDays(today, 5)
  const { id } = await openCampaign(auditor, {
    year,
    plan: {
      units: ['D08', 'D01'],
      types: [],
      rules: usualRules(() => true),
      sample: { large: false, tax: false, foreign: false, random: 50, seed: 2024 },
      explained: false,
    },
    dueOn,
    instructions: '请逐项核对。',
  })
  expect([mine, theirs].every(Boolean)).toBe(true)
  expect(await told(own, id)).toEqual(['finding.assigned'])
  expect(await told(other, id)).toEqual(['finding.assigned'])
  expect(await told(registrarOf('D02'), id)).toEqual([])
  const { findings } = await readFindings(own, id, {})
  const line = (await readInbox(own, query)).waiting.find(({ kind }) => kind === 'findings')
  expect(line).toEqual({ kind: 'findings', count: findings.length, dueOn, overdue: 0 })

  await remindOffices(auditor, { campaign: id })
  expect((await told(own, id)).sort()).toEqual(['finding.assigned', 'finding.reminded'])
  const ids = findings.map((finding) => finding.id)
  const answer = (some: string[]) =>
    answerFindings(own, { campaign: id, findings: some, answer: 'no-error', text: '经核对无误。' })
  await answer(ids.slice(1))
  if (ids.length > 1) expect(await told(own, id)).not.toEqual([])
  await answer(ids.slice(0, 1))
  expect(await told(own, id)).toEqual([])
  expect(await told(other, id)).not.toEqual([])
  expect(await waits(auditor, 'answers')).toBe(ids.length)

  await judgeFindings(auditor, { campaign: id, findings: ids, act: 'send-back', text: '请写明理由。' })
  expect(await told(own, id)).toEqual(['finding.sent-back'])
  await answer(ids)
  expect(await told(own, id)).toEqual([])
})

test('a report under review asks those who sign, until it is taken back', async () => {
  const signers = [approver, auditor, leader]
  await openReview(approver, { year, unit: null })
  for (const who of signers) {
    expect(
      (await unread(who)).map(({ kind }) => kind),
      who.role,
    ).toContain('report.review')
    expect(await waits(who, 'signatures'), who.role).toBe(1)
  }
  expect((await unread(own)).map(({ kind }) => kind)).not.toContain('report.review')
  await takeBackReport(approver, { year, unit: null })
  for (const who of signers) {
    expect(
      (await unread(who)).map(({ kind }) => kind),
      who.role,
    ).not.toContain('report.review')
    expect(await waits(who, 'signatures'), who.role).toBe(0)
  }
})

test('an import is told to whoever set it going, at each turn', async () => {
  const started = async () => {
    const bytes = contractSheet('draft', [{ content: completeContent() }])
    const { id } = await beginImport(own, { fileName: '合同.xlsx' }, [bytes])
    await judgeImport(own, { id, mapping: (await readBatch(own, id))?.mapping })
    await workOn(own, id)
    return id
  }
  const id = await started()
  expect(await told(own, id)).toEqual(['import.judged'])
  expect(await waits(own, 'imports')).toBe(1)
  await writeImport(own, { id, apply: false })
  expect(await told(own, id)).toEqual([])
  await workOn(own, id)
  expect(await told(own, id)).toEqual(['import.done'])
  expect(await waits(own, 'imports')).toBe(0)
  const given = await started()
  await cancelImport(own, { id: given })
  expect(await told(own, given)).toEqual([])
})

test('a work record sent back is told to whose it is, until it is dealt with', async () => {
  const entered = async (who: Actor) => {
    const { id } = await saveRecord(who, {
      kind: 'trainings',
      content: { ...(toWire(kindOf('trainings').example) as object), title: `培训 ${who.username}` },
    })
    await submitRecords(who, { ids: [id] })
    await returnRecord(approver, { id, reason: '人数与通知不符。' })
    return id
  }
  const [office, centre] = [await entered(own), await entered(auditor)]
  expect(await told(own, office)).toEqual(['record.returned'])
  expect(await told(auditor, centre)).toEqual(['record.returned'])
  expect(await told(auditor, office)).toEqual([])
  expect([await waits(own, 'records'), await waits(auditor, 'records')]).toEqual([1, 1])
  await submitRecords(own, { ids: [office] })
  await discardRecord(auditor, { id: centre })
  expect([await told(own, office), await told(auditor, centre)]).toEqual([[], []])
})
