import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { atTime } from '@/db/clock'
import { sql } from '@/db/testing/sql'
import { codeWords } from '@/lib/domain/contract/code-lists'
import { plain } from '@/lib/domain/report/spans'
import { sentencesOf } from '@/lib/domain/report/testing/reported'
import { addDays, shanghaiDate, yearOf } from '@/lib/domain/time/dates'
import { firstInstitutions } from '@/lib/domain/work-records/institutions'
import { readRecordQuery } from '@/lib/domain/work-records/list-query'
import { moveIn, person } from '@/lib/testing/house'
import { exportList } from '../export/lists'
import { readReport } from '../report/read-report'
import { confirmRecords } from '../work-records/confirm'
import { discardRecord } from '../work-records/discard'
import { importRecords } from '../work-records/import'
import { readRecords } from '../work-records/list'
import { submitRecords } from '../work-records/submit'
import { approver, auditor, entered, leader, own } from '../work-records/testing/records'
import { unlistInstitution } from './end'
import { listInstitution } from './list'
import { everyInstitution, listedInstitutions } from './read'
import { takeBackInstitution } from './take-back'

beforeAll(moveIn, 60_000)
afterAll(() => database().close())

describe('the list of institutions', () => {
  const today = shanghaiDate(new Date())
  const year = yearOf(today)
  const newOne = {
    nameZh: '兵团数字技术研究院',
    nameEn: 'Digital Institute of the Corps',
    kind: 'institute',
    unit: 'D08',
    since: today,
  }
  const fault = (path: string, message: string) => ({
    detail: { code: 'invalid-input', issues: [{ path, message }] },
  })
  const listed = async (day: string) => (await listedInstitutions(own, day)).map(({ code }) => code)
  const told = async (of: number, asOf?: Date) =>
    plain(
      sentencesOf(await readReport(leader, { year: of, ...(asOf && { asOf }) })).find(
        ({ id }) => id === 'opening.institutions',
      )?.said.zh ?? [],
    )
  const measured = async (institution: string, issuedOn: string) => {
    const id = await entered(
      own,
      { institution, title: `${institution}科技成果转化管理办法`, issuedOn },
      'measures',
    )
    await submitRecords(own, { ids: [id] })
    await confirmRecords(approver, { ids: [id] })
  }

  test('begins with those of the report of 2024', async () => {
    expect(await everyInstitution(leader)).toEqual(firstInstitutions)
    expect(await listed('2024-12-31')).toHaveLength(17)
    expect(await listed('2022-12-31')).toEqual([])
  })

  test('is changed by the administrator and the auditor alone, by no day of a year that is over', async () => {
    for (const actor of [own, approver, leader, person('security')]) {
      await expect(listInstitution(actor, newOne)).rejects.toMatchObject({ detail: { code: 'forbidden' } })
      await expect(unlistInstitution(actor, { code: 'A01', until: today })).rejects.toMatchObject({
        detail: { code: 'forbidden' },
      })
      await expect(takeBackInstitution(actor, { code: 'A01' })).rejects.toMatchObject({
        detail: { code: 'forbidden' },
      })
    }
    const admin = person('admin')
    for (const nameZh of ['十三师农科所', '十三师农业科学研究所', 'A13'])
      await expect(listInstitution(admin, { ...newOne, nameZh })).rejects.toMatchObject(
        fault('nameZh', 'listed'),
      )
    await expect(listInstitution(admin, { ...newOne, since: `${year - 1}-12-31` })).rejects.toMatchObject(
      fault('since', 'closed-list'),
    )
    await expect(listInstitution(admin, { ...newOne, unit: 'X99' })).rejects.toMatchObject(
      fault('unit', 'unknown'),
    )
    await expect(
      unlistInstitution(auditor, { code: 'A01', until: `${year - 1}-12-31` }),
    ).rejects.toMatchObject(fault('until', 'closed-list'))
    await expect(unlistInstitution(auditor, { code: '没有', until: today })).rejects.toMatchObject({
      detail: { code: 'not-found' },
    })
  })

  test('takes in a new one, whose measures count in its year and leave the years before as they were', async () => {
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000)
    await atTime(ago(60), () => measured('A13', '2024-06-20'))
    const before = ago(30)
    const unknown = await entered(own, { institution: newOne.nameZh, issuedOn: today }, 'measures')
    await expect(submitRecords(own, { ids: [unknown] })).rejects.toMatchObject({
      detail: { code: 'check-failed', findings: [{ rule: 'W04', path: 'institution' }] },
    })
    await discardRecord(own, { id: unknown })
    await listInstitution(auditor, newOne)
    await expect(listInstitution(person('admin'), newOne)).rejects.toMatchObject(fault('nameZh', 'listed'))
    await measured(newOne.nameZh, today)
    expect(await told(year)).toBe(
      `年内，${newOne.nameZh}制订了科技成果转化管理办法，18 家高校科研院所累计已有 2 家制订了科技成果转化管理办法，制订率 11.1%。`,
    )
    expect(await told(2024)).toContain('17 家高校科研院所累计已有 1 家')
    expect(await told(year, before)).toContain('17 家高校科研院所累计已有 1 家')
    const behind = await readRecords(
      leader,
      'measures',
      readRecordQuery(
        'measures',
        new Map([
          ['counted', ['institutionsWithMeasure']],
          ['of', [String(year)]],
        ]),
      ),
    )
    expect([behind.counted?.n, behind.lines.length]).toEqual([2, 2])
  })

  test('is said in the language of a register’s file, and a file in either language comes back unchanged', async () => {
    for (const [locale, name, first] of [
      ['en', newOne.nameEn, codeWords('institution', 'A13').en],
      ['zh-CN', newOne.nameZh, codeWords('institution', 'A13').zh],
    ] as const) {
      const params = new Map([['register', ['measures']]])
      const { body } = await exportList(own, 'work', { params, format: 'csv', locale })
      const file = Buffer.from(await new Response(body).arrayBuffer())
      const lines = file.toString().trimEnd().split('\r\n').slice(1)
      expect(lines.filter((line) => line.includes(`,${name},`))).toHaveLength(1)
      expect(lines.filter((line) => line.includes(`,${first},`))).toHaveLength(1)
      expect(await importRecords(own, 'measures', file)).toMatchObject({ added: 0, updated: 0, issues: [] })
    }
  })

  test('loses one from a day on, and takes back what does not hold yet', async () => {
    const tomorrow = addDays(today, 1)
    await unlistInstitution(auditor, { code: 'A13', until: tomorrow })
    expect([await listed(today), await listed(tomorrow)].map((all) => all.includes('A13'))).toEqual([
      true,
      false,
    ])
    await expect(unlistInstitution(auditor, { code: 'A13', until: tomorrow })).rejects.toMatchObject(
      fault('until', 'unlisted'),
    )
    await takeBackInstitution(auditor, { code: 'A13' })
    expect(await listed(tomorrow)).toContain('A13')
    await expect(takeBackInstitution(auditor, { code: 'A13' })).rejects.toMatchObject(
      fault('code', 'in-force'),
    )
    await listInstitution(person('admin'), { ...newOne, nameZh: '兵团明日研究院', since: tomorrow })
    await expect(
      unlistInstitution(auditor, { code: '兵团明日研究院', until: tomorrow }),
    ).rejects.toMatchObject(fault('until', 'before-listed'))
    await takeBackInstitution(person('admin'), { code: '兵团明日研究院' })
    expect((await everyInstitution(own)).map(({ code }) => code)).not.toContain('兵团明日研究院')
    await unlistInstitution(auditor, { code: 'A13', until: today })
    expect(await told(year)).toContain('17 家高校科研院所累计已有 1 家')
    expect(await told(2024)).toContain('17 家高校科研院所累计已有 1 家')
    const trail = await sql()`
      select action, subject from trail where subject_kind = 'institution' order by id`
    expect(trail.map(({ action, subject }) => `${action} ${subject}`)).toEqual([
      `institution.list ${newOne.nameZh}`,
      'institution.unlist A13',
      'institution.take-back A13',
      'institution.list 兵团明日研究院',
      'institution.take-back 兵团明日研究院',
      'institution.unlist A13',
    ])
  })
})
