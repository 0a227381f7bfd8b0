import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { atTime } from '@/db/clock'
import type { Actor } from '@/lib/domain/access/actor'
import { toWire } from '@/lib/domain/contract/kinds'
import { plain } from '@/lib/domain/report/spans'
import { sentencesOf } from '@/lib/domain/report/testing/reported'
import { kindOf, workKindNames } from '@/lib/domain/work-records/kinds'
import { readRecordQuery } from '@/lib/domain/work-records/list-query'
import { moveIn } from '@/lib/testing/house'
import { exportList } from '../export/lists'
import { readReport } from '../report/read-report'
import { confirmRecords } from './confirm'
import { correctRecord } from './correct'
import { discardRecord } from './discard'
import { importRecords } from './import'
import { readRecords, readRegisters } from './list'
import { saveRecord } from './save'
import { submitRecords } from './submit'
import { answer, approver, content, entered, foreign, leader, own, recordIn } from './testing/records'
import { viewRecord } from './view'
import { withdrawRecord } from './withdraw'

/** A register as its page hands it out. */
async function exported(actor: Actor, register: string, locale: string, more: Record<string, string> = {}) {
  const params = new Map(Object.entries({ register, ...more }).map(([name, value]) => [name, [value]]))
  const { body } = await exportList(actor, 'work', { params, format: 'xlsx', locale })
  return new Uint8Array(await new Response(body).arrayBuffer())
}

beforeAll(moveIn, 60_000)
afterAll(() => database().close())

describe('a file', () => {
  test('of the export is read back; twice it changes nothing; what is wrong is told by row and column', async () => {
    const wire = toWire(kindOf('managers').example) as Record<string, unknown>
    const id = await entered(own, {}, 'managers')
    const file = await exported(own, 'managers', 'zh-CN')
    expect(await importRecords(own, 'managers', file)).toMatchObject({
      added: 0,
      updated: 0,
      unchanged: 1,
      issues: [],
    })
    expect(await importRecords(foreign, 'managers', file)).toMatchObject({
      added: 0,
      issues: [{ row: 2, column: { zh: '单位' } }],
    })
    const lines = [
      '姓名,所在单位,资质类别,等级,证书编号,发证单位,发证日期',
      '甲,石河子大学,技术经理人,中级,A-1,培养基地,2024年5月6日',
      '乙,石河子大学,经理,中级,A-2,培养基地,2024-05-06',
      '丙,石河子大学,技术经理人,中级,A-1,培养基地,2024-05-06',
      `${wire.name},换了单位,技术经理人,初级,${wire.certificate},培养基地,2024-06-30`,
    ]
    const csv = new TextEncoder().encode(lines.join('\n'))
    const first = await importRecords(own, 'managers', csv)
    expect(first).toMatchObject({ added: 1, updated: 1 })
    expect(first.issues.map(({ row, column }) => [row, column?.zh ?? null])).toEqual([
      [3, '资质类别'],
      [4, null],
    ])
    expect((await viewRecord(own, 'managers', id))?.content.employer).toBe('换了单位')
    const ids = first.drafts
    await submitRecords(own, { ids })
    // Row 4 is the same certificate as row 2 and says otherwise; it is the centre's now.
    expect(await importRecords(own, 'managers', csv)).toMatchObject({ added: 0, updated: 0, unchanged: 2 })
    const template = await exported(own, 'managers', 'en', { template: '1' })
    expect(await answer(() => importRecords(own, 'managers', template))).toBe('unreadable-file')
    expect(await answer(() => importRecords(leader, 'managers', csv))).toBe('forbidden')
  })
})

describe('the report', () => {
  const told = async (actor: Actor, choice: { unit?: string; asOf?: Date } = {}) => {
    const report = await readReport(actor, { year: 2022, ...choice })
    const found = sentencesOf(report).find(({ id }) => id === 'opening.trainings')
    return found ? plain(found.said.zh) : null
  }
  const in2022 = {
    startsOn: '2022-05-01',
    endsOn: '2022-05-01',
    copies: undefined,
    attendances: 100,
    sessions: 2,
  }
  const behind = (actor: Actor, asOf: Date | null = null) =>
    readRecords(actor, 'trainings', {
      ...readRecordQuery('trainings', new Map()),
      counted: {
        measure: 'attendances',
        member: '1',
        year: 2022,
        unit: null,
        asOf: asOf?.toISOString() ?? null,
      },
    })

  test('tells what is confirmed, of then and of now, and leads to its records', async () => {
    const id = await entered(own, in2022)
    await submitRecords(own, { ids: [id] })
    expect(await told(leader)).toBeNull()
    await atTime(new Date('2026-02-01T04:00:00Z'), () => confirmRecords(approver, { ids: [id] }))
    const sentence = '年内组织开展培训：技术合同认定登记业务培训 2 场，培训 100 人次。'
    expect(await told(leader)).toBe(sentence)
    expect([await told(own), await told(leader, { unit: 'D08' })]).toEqual([sentence, sentence])
    expect([await told(foreign), await told(leader, { unit: 'D01' })]).toEqual([null, null])

    const at = (day: string) => new Date(`${day}T04:00:00Z`)
    await atTime(at('2026-03-01'), () => correctRecord(own, { id, reason: '人次录入有误。' }))
    await atTime(at('2026-03-01'), () =>
      saveRecord(own, { kind: 'trainings', id, content: content({ ...in2022, attendances: 130 }) }),
    )
    // Until the correction is confirmed, leadership reads and the report tells what was.
    expect(await told(leader)).toBe(sentence)
    expect((await viewRecord(leader, 'trainings', id))?.content.attendances).toBe(100)
    expect((await viewRecord(own, 'trainings', id))?.correction).toHaveLength(2)
    await atTime(at('2026-03-02'), () => submitRecords(own, { ids: [id] }))
    await atTime(at('2026-03-03'), () => confirmRecords(approver, { ids: [id] }))
    expect(await told(leader)).toContain('130 人次')
    expect(await behind(leader)).toMatchObject({ counted: { n: 130 }, total: 1, lines: [{ id }] })
    await atTime(at('2026-04-01'), () => withdrawRecord(approver, { id, reason: '重复录入。' }))
    expect([await told(leader), (await behind(leader)).counted]).toEqual([null, { n: 0, isFloor: false }])

    for (const actor of [leader, approver, own]) {
      const past = (day: string) => told(actor, { asOf: at(day) })
      expect([await past('2026-01-31'), await past('2026-02-02')]).toEqual([null, sentence])
      expect([await past('2026-03-05'), await past('2026-04-02')]).toEqual([
        sentence.replace('100', '130'),
        null,
      ])
    }
  })

  test('tells nothing of a correction that was given up', async () => {
    const id = await entered(own, { ...in2022, startsOn: '2022-06-01', endsOn: '2022-06-01' })
    await submitRecords(own, { ids: [id] })
    await confirmRecords(approver, { ids: [id] })
    await correctRecord(own, { id, reason: '人次录入有误。' })
    await saveRecord(own, { kind: 'trainings', id, content: content({ ...in2022, attendances: 999 }) })
    await discardRecord(own, { id })
    expect(await viewRecord(own, 'trainings', id)).toMatchObject({
      status: 'confirmed',
      content: { attendances: 100 },
    })
    expect(await told(leader)).toContain('100 人次')
  })
})

test('the overview counts what waits, each for its own reach', async () => {
  const of = async (actor: Actor) =>
    (await readRegisters(actor, 2024)).find(({ kind }) => kind === 'trainings')
  const before = await of(approver)
  await recordIn('submitted')
  await recordIn('draft')
  expect((await of(approver))?.waiting).toBe((before?.waiting ?? 0) + 1)
  expect((await of(leader))?.waiting).toBe(0)
  expect((await readRegisters(own, 2024)).map(({ writes }) => writes)).toEqual(
    workKindNames.map((kind) => kind !== 'platform'),
  )
})
