import 'server-only'
import { atTime } from '@/db/clock'
import { auditRules } from '@/lib/domain/audit/catalogue'
import { usualRules } from '@/lib/domain/audit/plan'
import { codeList } from '@/lib/domain/contract/code-lists'
import type { Content } from '@/lib/domain/contract/content'
import { differences } from '@/lib/domain/contract/diff'
import { toWire } from '@/lib/domain/contract/kinds'
import { addDays, startOfDate } from '@/lib/domain/time/dates'
import { addFinding } from '../campaigns/add-finding'
import { answerFindings } from '../campaigns/answer'
import { closeCampaign } from '../campaigns/close'
import { judgeFindings } from '../campaigns/judge'
import { openCampaign } from '../campaigns/open'
import { readAllFindings, type ToldFinding } from '../campaigns/read'
import { ask } from '../requests/ask'
import { grant } from '../requests/grant'
import { serve } from '../requests/serve'
import { state } from '../requests/state'
import { officeHours } from './bring'
import { minutesLater } from './enter'
import { person, registrarOf } from './people'
import { correctionReasons, revocationReasons, type StoryContract } from './register-file'

/** A contract of the files on the register of the story. */
export interface Registered {
  id: string
  contract: StoryContract
}

const auditor = person('auditor')
const [approver, second] = [person('approver'), person('approver2')]

/**
 * The self-audit of a closed year as it happened: opened on a day after the last registration, wrong values corrected,
 * registrations that should not be revoked, everything else answered, closed with its sentence.
 */
export async function auditYear(all: readonly Registered[], year: number, day: string): Promise<void> {
  const registered = all.filter(
    ({ contract }) => contract.number.startsWith(String(year)) && isOfFiles(contract, year),
  )
  const { id } = await atTime(officeHours(day), () =>
    openCampaign(auditor, campaignOf(year, addDays(day, 2))),
  )
  const wrong = registered.filter(({ contract }) => contract.first)
  const revoked = registered.filter(({ contract }) => contract.revoked)
  await findByHand(id, [...wrong, ...revoked], minutesLater(officeHours(day), 60))
  await mend(wrong, addDays(day, 1))
  await withdraw(revoked, addDays(day, 1))
  const outcomes = new Map([
    ...wrong.map((one): [string, 'correct'] => [one.id, 'correct']),
    ...revoked.map((one): [string, 'revoke'] => [one.id, 'revoke']),
  ])
  const closing = officeHours(addDays(day, 2))
  for (const [unit, findings] of byUnit(await readAllFindings(auditor, id))) {
    for (const answer of ['no-error', 'correct', 'revoke'] as const) {
      const own = findings.filter((one) => (outcomes.get(one.contract ?? '') ?? 'no-error') === answer)
      await settle(
        id,
        unit,
        own.map((one) => one.id),
        answer,
        closing,
      )
    }
  }
  await atTime(minutesLater(closing, 120), () => closeCampaign(auditor, { campaign: id }))
}

/** The retold years carry the numbers of the files they are retold from. */
const isOfFiles = ({ decidedOn }: StoryContract, year: number) => decidedOn.startsWith(String(year))

const campaignOf = (year: number, dueOn: string) => ({
  year,
  plan: {
    rules: usualRules((rule) => auditRules.some(({ id, startsOff }) => id === rule && !startsOff)),
    sample: { large: true, tax: true, foreign: true, random: 40, seed: year },
    explained: false,
  },
  dueOn,
  instructions: `请对照合同文本逐项核对 ${year} 年度登记信息，有误的提出更正或撤销申请，无误的说明依据。`,
})

/** What no rule sees is found by reading the contracts. */
async function findByHand(campaign: string, aimed: readonly Registered[], at: Date): Promise<void> {
  const found = new Set((await readAllFindings(auditor, campaign)).map(({ contract }) => contract))
  const [corrections, revocations] = [correctionReasons(), revocationReasons()]
  for (const { id, contract } of aimed.filter((one) => !found.has(one.id))) {
    const text = corrections.get(contract.number) ?? revocations.get(contract.number) ?? ''
    await atTime(at, () => addFinding(auditor, { campaign, contract: id, text: `${text}。` }))
  }
}

/** The office asks each correction, the centre grants it. */
async function mend(wrong: readonly Registered[], day: string): Promise<void> {
  const reasons = correctionReasons()
  for (const [nth, { id, contract }] of wrong.entries()) {
    const text = reasons.get(contract.number) ?? ''
    const at = minutesLater(officeHours(day), nth * 5)
    const made = await atTime(at, () =>
      ask(registrarOf(contract.unit), {
        id,
        kind: 'correct',
        patch: patchOf(contract.first ?? contract.content, contract.content),
        reason: reasonCode(text),
        text: `自查发现：${text}。`,
      }),
    )
    await grantAsked(made.id, minutesLater(at, 90))
  }
}

/** The fields that differ, as they travel. */
export const patchOf = (before: Content, after: Content): Record<string, unknown> =>
  Object.fromEntries(
    differences(before, after).map(({ field }) => [
      field,
      after[field] === undefined ? null : toWire(after[field]),
    ]),
  )

/** The code of a reason given in words. */
const reasonCode = (text: string): string =>
  codeList('correctionReason').find(({ words }) => alike(words.zh, text))?.code ?? 'C99'

const keywords = ['金额', '类别', '领域', '计划来源', '买方', '卖方', '日期']
const alike = (one: string, other: string) =>
  keywords.some((word) => one.includes(word) && other.includes(word))

/** The auditor proposes, the party is told and heard, the centre withdraws. */
async function withdraw(revoked: readonly Registered[], day: string): Promise<void> {
  const reasons = revocationReasons()
  const list = codeList('revocationReason')
  for (const { id, contract } of revoked) {
    const text = reasons.get(contract.number) ?? ''
    const reason = list.find(({ words }) => words.zh === text)?.code ?? '9'
    const at = officeHours(day)
    const made = await atTime(at, () =>
      ask(auditor, { id, kind: 'revoke', reason, text: `自查发现：${text}，拟撤销登记。` }),
    )
    await atTime(minutesLater(at, 60), () =>
      serve(approver, { id: made.id, on: day, text: '已向登记主体送达拟撤销登记告知书。' }),
    )
    await atTime(minutesLater(at, 240), () =>
      state(registrarOf(contract.unit), { id: made.id, on: day, text: '' }),
    )
    await grantAsked(made.id, minutesLater(at, 300), `${text}，事实清楚，证据充分，撤销该合同的认定登记。`)
  }
}

async function grantAsked(id: string, at: Date, text = ''): Promise<void> {
  const { status } = await atTime(at, () => grant(approver, { id, text }))
  if (status === 'endorsed') await atTime(minutesLater(at, 30), () => grant(second, { id, text }))
}

const byUnit = (findings: readonly ToldFinding[]): [unit: string, own: ToldFinding[]][] =>
  [...new Set(findings.map(({ unit }) => unit))].map((unit) => [
    unit,
    findings.filter((one) => one.unit === unit),
  ])

const explained = {
  'no-error': '已与合同文本及立项、付款材料核对，登记信息无误。',
  correct: '核对属实，已提出更正申请。',
  revoke: '核对属实，同意撤销登记。',
} as const

const MOST = 500

async function settle(
  campaign: string,
  unit: string,
  ids: readonly string[],
  answer: keyof typeof explained,
  at: Date,
): Promise<void> {
  for (let from = 0; from < ids.length; from += MOST) {
    const findings = ids.slice(from, from + MOST)
    const text = explained[answer]
    await atTime(at, () => answerFindings(registrarOf(unit), { campaign, findings, answer, text }))
    await atTime(minutesLater(at, 60), () => judgeFindings(auditor, { campaign, findings, act: 'accept' }))
  }
}

/** A self-audit of last year on the desks, some of it answered, and a request of each kind waiting. */
export async function leaveAudit(all: readonly Registered[], today: string): Promise<void> {
  const year = Number(today.slice(0, 4)) - 1
  const opened = minutesLater(startOfDate(addDays(today, -6)), 12 * 60)
  const { id } = await atTime(opened, () => openCampaign(auditor, campaignOf(year, addDays(today, 9))))
  const findings = byUnit(await readAllFindings(auditor, id))
  for (const [index, [unit, own]] of findings.entries()) {
    const answered = own.filter((_, at) => at % 3 < index % 4).map((one) => one.id)
    if (answered.length === 0) continue
    const at = minutesLater(startOfDate(addDays(today, -4 + (index % 3))), 12 * 60)
    const text = explained['no-error']
    await atTime(at, () =>
      answerFindings(registrarOf(unit), { campaign: id, findings: answered, answer: 'no-error', text }),
    )
    const [first] = answered
    if (first && index % 5 === 1) {
      await atTime(minutesLater(at, 300), () =>
        judgeFindings(auditor, {
          campaign: id,
          findings: [first],
          act: 'send-back',
          text: '请注明核对所依据的合同条款。',
        }),
      )
    }
  }
  await leaveRequests(
    all.filter(({ contract }) => contract.decidedOn.startsWith(String(year))),
    today,
  )
}

async function leaveRequests(last: readonly Registered[], today: string): Promise<void> {
  const of = (unit: string, nth: number) => last.filter(({ contract }) => contract.unit === unit)[nth]
  const at = minutesLater(startOfDate(addDays(today, -3)), 12 * 60)
  const corrected = of('D08', 0)
  if (corrected) {
    const field = corrected.contract.content.techField === '09' ? '05' : '09'
    await atTime(at, () =>
      ask(registrarOf('D08'), {
        id: corrected.id,
        kind: 'correct',
        patch: { techField: field },
        reason: 'C03',
        text: '对照合同标的复核，技术领域归类有误。',
      }),
    )
  }
  const doubled = of('D06', 0)
  if (doubled) {
    const made = await atTime(at, () =>
      ask(auditor, {
        id: doubled.id,
        kind: 'revoke',
        reason: '3',
        text: '疑与本单位另一合同为同一合同，拟撤销登记。',
      }),
    )
    await atTime(minutesLater(at, 90), () =>
      serve(approver, { id: made.id, on: addDays(today, -3), text: '已向登记主体送达拟撤销登记告知书。' }),
    )
  }
}
