import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { usualRules } from '@/lib/domain/audit/plan'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { contractIn, moveIn, person, registrarOf } from '@/lib/testing/house'
import { ask } from '../requests/ask'
import { grant } from '../requests/grant'
import { addFinding } from './add-finding'
import { answerFindings } from './answer'
import { closeCampaign } from './close'
import { judgeFindings } from './judge'
import { openCampaign } from './open'
import { previewCampaign } from './preview'
import { readCampaign, readCampaigns, readFindings, readOpenAnswers, readRuleYields } from './read'
import { remindOffices } from './remind'

const office = registrarOf('D08')
const other = registrarOf('D01')
const auditor = person('auditor')
const approver = person('approver')
const today = shanghaiDate(new Date())
const year = Number(today.slice(0, 4))
const plan = (changes: object = {}) => ({
  units: ['D08', 'D01'],
  types: [],
  rules: usualRules(() => true),
  sample: { large: false, tax: false, foreign: false, random: 3, seed: 2024 },
  explained: false,
  ...changes,
})
const given = (changes: object = {}) => ({
  year,
  plan: plan(changes),
  dueOn: today,
  instructions: '请逐项核对。',
})
const refusal = (code: string) => ({ detail: { code } })

let contracts: string[]
beforeAll(async () => {
  await moveIn()
  contracts = []
  for (const who of [office, office, office, other]) contracts.push(await contractIn('registered', who))
})
afterAll(() => database().close())

const allOf = async (who: Parameters<typeof readFindings>[0], id: string, filter = {}) =>
  (await readFindings(who, id, filter)).findings

describe('a self-audit from its opening to its report', () => {
  let id: string
  let wrong: string

  test('is opened on a frozen scope, as its preview said; later contracts are outside', async () => {
    const preview = await previewCampaign(auditor, year, plan())
    expect(preview).toMatchObject({ contracts: 4, sampled: 3 })
    for (const who of [office, approver]) {
      await expect(openCampaign(who, given())).rejects.toMatchObject(refusal('forbidden'))
      await expect(previewCampaign(who, year, plan())).rejects.toMatchObject(refusal('forbidden'))
    }
    await expect(openCampaign(auditor, given({ units: ['U02'] }))).rejects.toMatchObject(
      refusal('nothing-in-scope'),
    )
    await expect(openCampaign(auditor, { ...given(), dueOn: '2020-01-01' })).rejects.toMatchObject(
      refusal('invalid-input'),
    )
    const opened = await openCampaign(auditor, given())
    id = opened.id
    expect(opened.number).toMatch(/^自查〔\d{4}〕1号$/)
    const late = await contractIn('registered', office)
    const view = await readCampaign(auditor, id)
    expect(view?.report).toMatchObject({ checked: 4, sampled: 3, corrected: 0, revoked: 0 })
    expect((await allOf(auditor, id)).length).toBe(preview.findings)
    await expect(
      addFinding(auditor, { campaign: id, contract: late, text: '后登记的合同。' }),
    ).rejects.toMatchObject(refusal('not-found'))
  })

  test('shows an office its own part alone, and others nothing', async () => {
    const own = await allOf(other, id)
    expect(own.every(({ unit }) => unit === 'D01')).toBe(true)
    expect((await readCampaign(other, id))?.report.checked).toBe(1)
    expect(await readCampaign(registrarOf('U01'), id)).toBeNull()
    expect(await readCampaigns(registrarOf('U01'))).toEqual([])
    await expect(readCampaign(person('leader'), id)).rejects.toMatchObject(refusal('forbidden'))
    const foreign = (await allOf(auditor, id, { unit: 'D08' }))[0]?.id ?? ''
    await expect(
      answerFindings(other, { campaign: id, findings: [foreign], answer: 'no-error', text: '核对无误。' }),
    ).rejects.toMatchObject(refusal('not-found'))
  })

  test('takes the auditor’s own finding, and counts it as mended only once its request is granted', async () => {
    wrong = contracts[0] as string
    const added = await addFinding(auditor, { campaign: id, contract: wrong, text: '技术领域应为先进制造。' })
    const judge = (act: 'accept' | 'decide') =>
      judgeFindings(auditor, {
        campaign: id,
        findings: [added.id],
        act,
        ...(act === 'decide' && { outcome: 'correct', text: '应予更正。' }),
      })
    await expect(judge('accept')).rejects.toMatchObject(refusal('not-answered'))
    await expect(judge('decide')).rejects.toMatchObject(refusal('request-missing'))
    await answerFindings(office, {
      campaign: id,
      findings: [added.id],
      answer: 'correct',
      text: '同意更正。',
    })
    const made = await ask(office, {
      id: wrong,
      kind: 'correct',
      patch: { techField: '03' },
      reason: 'C03',
      text: '自查发现归类有误。',
    })
    await expect(judge('accept')).rejects.toMatchObject(refusal('request-pending'))
    await grant(approver, { id: made.id })
    await judge('accept')
    const [told] = (await allOf(auditor, id)).filter((one) => one.id === added.id)
    expect(told).toMatchObject({ status: 'settled', outcome: 'correct', request: made.id })
    expect(told?.acts.map(({ act }) => act)).toEqual(['answer', 'accept'])
    await expect(judge('accept')).rejects.toMatchObject(refusal('finding-settled'))
  })

  test('is answered in bulk, sent back, answered again, and closes once everything is settled', async () => {
    expect((await readOpenAnswers(office))[0]).toMatchObject({ campaign: id, dueOn: today, remindedAt: null })
    await expect(closeCampaign(auditor, { campaign: id })).rejects.toMatchObject(refusal('findings-open'))
    const { units } = await remindOffices(auditor, { campaign: id })
    expect(units).toContain('D08')
    for (const who of [office, other]) {
      const left = (await allOf(who, id)).filter(({ status }) => status === 'open').map((one) => one.id)
      if (left.length === 0) continue
      const text = '已与合同文本核对，无误。'
      await answerFindings(who, { campaign: id, findings: left, answer: 'no-error', text })
      await judgeFindings(auditor, { campaign: id, findings: left, act: 'send-back', text: '请说明依据。' })
      await answerFindings(who, { campaign: id, findings: left, answer: 'no-error', text })
      await judgeFindings(auditor, { campaign: id, findings: left, act: 'accept' })
    }
    const { report } = await closeCampaign(auditor, { campaign: id })
    expect(report.sentence.zh).toBe('纠正错误信息 1 项，撤销登记 0 项')
    expect(report).toMatchObject({ checked: 4, corrected: 1, revoked: 0, errorRate: { drawn: 3 } })
    expect((await readCampaign(auditor, id))?.report).toEqual(report)
    expect(await readRuleYields(auditor, 'auditor')).toContainEqual(
      expect.objectContaining({ settled: 1, confirmed: 1 }),
    )
  })

  test('is closed for good', async () => {
    const findings = [(await allOf(office, id))[0]?.id ?? '']
    await expect(
      answerFindings(office, { campaign: id, findings, answer: 'no-error', text: '核对无误。' }),
    ).rejects.toMatchObject(refusal('campaign-closed'))
    await expect(closeCampaign(auditor, { campaign: id })).rejects.toMatchObject(refusal('campaign-closed'))
    await expect(remindOffices(auditor, { campaign: id })).rejects.toMatchObject(refusal('campaign-closed'))
  })
})
