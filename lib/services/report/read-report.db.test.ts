import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { ownerUrl } from '@/db/testing/database'
import { chance, type Planted, plant, randomContract } from '@/db/testing/plant'
import { usualRules } from '@/lib/domain/audit/plan'
import { plain } from '@/lib/domain/report/spans'
import { reported, sentencesOf } from '@/lib/domain/report/testing/reported'
import { moveIn, person, registrarOf } from '@/lib/testing/house'
import { closeCampaign } from '../campaigns/close'
import { judgeFindings } from '../campaigns/judge'
import { openCampaign } from '../campaigns/open'
import { readFindings } from '../campaigns/read'
import { readReport } from './read-report'

const owner = postgres(ownerUrl(), { max: 2, onnotice: () => {} })
const next = chance(5)
const contracts = Array.from({ length: 120 }, () => randomContract(next, [2022, 2023, 2024]))
const [leader, auditor, office] = [person('leader'), person('auditor'), registrarOf('D08')]

const factsOf = (year: number) =>
  contracts.map(({ facts }: Planted) => facts).filter((facts) => facts.year === year)

/** The same report made from the planted contracts. */
const expected = (unit: string | null, audits: { campaigns: number; corrected: number; revoked: number }) =>
  reported({
    year: 2024,
    today: '2025-02-01',
    now: factsOf(2024),
    earlier: factsOf(2023),
    elsewhere: [],
    unit,
    before: [
      factsOf(2022)
        .filter((facts) => unit === null || facts.unit === unit)
        .reduce((sum, { turnover }) => sum + turnover, 0n),
    ],
    audits,
  })

const textsOf = (report: Parameters<typeof sentencesOf>[0]) =>
  sentencesOf(report).map(({ id, said }) => [id, plain(said.zh)])

beforeAll(async () => {
  await moveIn()
  await plant(owner, contracts)
}, 60_000)
afterAll(() => Promise.all([owner.end(), database().close()]))

const none = { campaigns: 0, corrected: 0, revoked: 0 }

describe('the annual report', () => {
  test('is made from the register, of the whole and of a unit', async () => {
    expect(textsOf(await readReport(leader, { year: 2024 }))).toEqual(textsOf(expected(null, none)))
    const own = textsOf(await readReport(leader, { year: 2024, unit: 'D08' }))
    expect(own).toEqual(textsOf(expected('D08', none)))
    expect(textsOf(await readReport(office, { year: 2024 }))).toEqual(own)
  })

  test('of another unit, or for somebody without figures, is refused', async () => {
    const refused = (code: string) => ({ detail: { code } })
    await expect(readReport(office, { year: 2024, unit: 'D01' })).rejects.toMatchObject(refused('not-found'))
    await expect(readReport(leader, { year: 2024, unit: 'X99' })).rejects.toMatchObject(refused('not-found'))
    await expect(readReport(person('admin'), { year: 2024 })).rejects.toMatchObject(refused('forbidden'))
  })

  test('of a past moment claims no record', async () => {
    const report = await readReport(leader, { year: 2024, asOf: new Date() })
    expect(report.asOf).not.toBeNull()
    expect(sentencesOf(report)[0]?.claims).toEqual(['total'])
  })

  test('tells of a self-audit once it is closed, leadership and the office alike', async () => {
    const plan = {
      units: ['D08'],
      types: [],
      rules: usualRules(() => true).slice(0, 1),
      sample: { large: false, tax: false, foreign: false, random: 2, seed: 7 },
      explained: false,
    }
    const { id } = await openCampaign(auditor, {
      year: 2024,
      plan,
      dueOn: '2099-01-01',
      instructions: '请核对。',
    })
    const told = async (who: typeof leader, unit?: string) =>
      sentencesOf(await readReport(who, { year: 2024, unit })).some(
        ({ id: of }) => of === 'opening.self-audit',
      )
    expect(await told(leader)).toBe(false)
    const { findings } = await readFindings(auditor, id, {})
    await judgeFindings(auditor, {
      campaign: id,
      findings: findings.map((finding) => finding.id),
      act: 'decide',
      outcome: 'no-error',
      text: '与文本一致。',
    })
    await closeCampaign(auditor, { campaign: id })
    expect(await told(leader)).toBe(true)
    expect(await told(auditor, 'D08')).toBe(true)
    expect(await told(office)).toBe(true)
    expect(await told(leader, 'D01')).toBe(false)
  })
})
