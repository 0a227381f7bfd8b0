import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { sql } from '@/db/testing/sql'
import { addDays, shanghaiDate, yearOf } from '@/lib/domain/time/dates'
import { contractIn, moveIn, person, registrarOf } from '@/lib/testing/house'
import { addFindingByNumber } from './add-by-number'
import { exportCampaign } from './export'
import { openCampaign } from './open'
import { readAllFindings, readCampaigns, readOpenAnswers } from './read'

const today = shanghaiDate(new Date())
const auditor = person('auditor')
const office = registrarOf('D08')
let campaign: string

beforeAll(async () => {
  await moveIn()
  for (const unit of ['D08', 'D08', 'D01']) await contractIn('registered', registrarOf(unit))
  const opened = await openCampaign(auditor, {
    year: yearOf(today),
    plan: {
      rules: [],
      sample: { large: false, tax: false, foreign: false, random: 100, seed: 7 },
      explained: false,
    },
    dueOn: addDays(today, 30),
    instructions: '逐份核对。',
  })
  campaign = opened.id
})
afterAll(() => database().close())

/** A part of a packed file as text. */
async function part(actor: typeof auditor, format: 'xlsx' | 'docx', path: string): Promise<string> {
  const { bytes } = await exportCampaign(actor, { campaign, format }, 'zh-CN')
  return strFromU8(unzipSync(bytes)[path] ?? new Uint8Array())
}

describe('a self-audit as a file', () => {
  test('is a workbook with a sheet for each table', async () => {
    expect(await part(auditor, 'xlsx', 'xl/workbook.xml')).toMatch(/概况.*按登记机构.*按规则.*问题清单/)
    const findings = await part(auditor, 'xlsx', 'xl/worksheets/sheet4.xml')
    expect(findings.match(/<row /g)).toHaveLength(4)
    expect(findings).toContain('抽样核对（随机抽样）')
  })

  test('is a document with the same tables', async () => {
    const text = await part(auditor, 'docx', 'word/document.xml')
    for (const said of ['概况', '问题清单', '纠正错误信息 0 项，撤销登记 0 项', '逐份核对。', '自查尚未结束'])
      expect(text).toContain(said)
    expect(await part(auditor, 'docx', 'word/styles.xml')).toMatch(/仿宋[\s\S]*黑体|黑体[\s\S]*仿宋/)
  })

  test('holds of an office its own part, and leaves its trail', async () => {
    const findings = await part(office, 'xlsx', 'xl/worksheets/sheet4.xml')
    expect(findings.match(/<row /g)).toHaveLength(3)
    const trail =
      await sql()`select details from trail where action = 'campaign.export' order by id desc limit 1`
    expect(trail[0]?.details).toMatchObject({ format: 'xlsx' })
    for (const [actor, code] of [
      [person('leader'), 'forbidden'],
      [registrarOf('D09'), 'not-found'],
    ] as const) {
      await expect(exportCampaign(actor, { campaign, format: 'xlsx' }, 'zh-CN')).rejects.toMatchObject({
        detail: { code },
      })
    }
  })
})

test('an office reads what it owes, with the days left', async () => {
  expect(await readOpenAnswers(office)).toMatchObject([{ campaign, count: 2, deadline: { tone: 'quiet' } }])
  expect(await readOpenAnswers(registrarOf('D09'))).toEqual([])
  expect(await readCampaigns(office)).toMatchObject([
    { sentence: null, progress: [{ unit: 'D08', open: 2 }] },
  ])
})

test('the auditor adds a finding by a number of the scope alone', async () => {
  const [first] = await readAllFindings(auditor, campaign)
  const add = (actor: typeof auditor, number: string) =>
    addFindingByNumber(actor, { campaign, number, text: '扣除有误。' })
  await add(auditor, first?.number ?? '')
  expect((await readAllFindings(auditor, campaign)).filter(({ rule }) => rule === 'auditor')).toMatchObject([
    { contract: first?.contract, unit: first?.unit, params: { message: '扣除有误。' } },
  ])
  await expect(add(auditor, '0000')).rejects.toMatchObject({
    detail: { code: 'invalid-input', issues: [{ path: 'number', message: 'unknown' }] },
  })
  await expect(add(office, first?.number ?? '')).rejects.toMatchObject({ detail: { code: 'forbidden' } })
})
