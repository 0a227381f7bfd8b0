import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { atTime } from '@/db/clock'
import { appUrl } from '@/db/testing/database'
import { sql as tables } from '@/db/testing/sql'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import { roleNames } from '@/lib/domain/access/roles'
import { codeWords } from '@/lib/domain/contract/code-lists'
import { toWire } from '@/lib/domain/contract/kinds'
import { Problem } from '@/lib/domain/problems'
import { plain } from '@/lib/domain/report/spans'
import { sentencesOf } from '@/lib/domain/report/testing/reported'
import { addDays, shanghaiDate, yearOf } from '@/lib/domain/time/dates'
import { firstInstitutions } from '@/lib/domain/work-records/institutions'
import { kindOf, type WorkKindName, workKindNames } from '@/lib/domain/work-records/kinds'
import {
  decideRecord,
  type RecordAction,
  type RecordStatus,
  recordActionNames,
  recordStatusNames,
  recordTransitions,
  seesRecord,
} from '@/lib/domain/work-records/lifecycle'
import { readRecordQuery } from '@/lib/domain/work-records/list-query'
import { moveIn, person, registrarOf } from '@/lib/testing/house'
import { exportList } from '../export/lists'
import { unlistInstitution } from '../institutions/end'
import { listInstitution } from '../institutions/list'
import { everyInstitution, listedInstitutions } from '../institutions/read'
import { takeBackInstitution } from '../institutions/take-back'
import { readReport } from '../report/read-report'
import { confirmRecords } from './confirm'
import { correctRecord } from './correct'
import { discardRecord } from './discard'
import { importRecords } from './import'
import { readRecords, readRegisters } from './list'
import { returnRecord } from './return'
import { saveRecord } from './save'
import { submitRecords } from './submit'
import { viewRecord } from './view'
import { withdrawRecord } from './withdraw'

const [own, foreign] = [registrarOf('D08'), registrarOf('D01')]
const [approver, auditor, leader] = [person('approver'), person('auditor'), person('leader')]
let made = 0

/** A register as its page hands it out. */
async function exported(actor: Actor, register: string, locale: string, more: Record<string, string> = {}) {
  const params = new Map(Object.entries({ register, ...more }).map(([name, value]) => [name, [value]]))
  const { body } = await exportList(actor, 'work', { params, format: 'xlsx', locale })
  return new Uint8Array(await new Response(body).arrayBuffer())
}

/** A training that nothing else is. */
const content = (changes: Record<string, unknown> = {}) => ({
  ...(toWire(kindOf('trainings').example) as object),
  title: `示例培训第 ${++made} 期`,
  ...changes,
})

const entered = (
  actor: Actor = own,
  changes: Record<string, unknown> = {},
  kind: WorkKindName = 'trainings',
) =>
  saveRecord(actor, {
    kind,
    content:
      kind === 'trainings' ? content(changes) : { ...(toWire(kindOf(kind).example) as object), ...changes },
  }).then(({ id }) => id)

/** A record brought into a status by the verbs. */
async function recordIn(status: RecordStatus, actor: Actor = own): Promise<string> {
  const id = await entered(actor)
  if (status === 'draft') return id
  if (status === 'discarded') return (await discardRecord(actor, { id })).id
  await submitRecords(actor, { ids: [id] })
  if (status === 'submitted') return id
  if (status === 'returned') return (await returnRecord(approver, { id, reason: '请补充人次。' })).id
  await confirmRecords(approver, { ids: [id] })
  if (status === 'withdrawn') await withdrawRecord(approver, { id, reason: '重复录入。' })
  return id
}

const acts: Record<RecordAction, (actor: Actor, id: string) => Promise<unknown>> = {
  save: (actor, id) => saveRecord(actor, { kind: 'trainings', id, content: content() }),
  submit: (actor, id) => submitRecords(actor, { ids: [id] }),
  discard: (actor, id) => discardRecord(actor, { id }),
  confirm: (actor, id) => confirmRecords(actor, { ids: [id] }),
  return: (actor, id) => returnRecord(actor, { id, reason: '请补充人次。' }),
  correct: (actor, id) => correctRecord(actor, { id, reason: '人次录入有误。' }),
  withdraw: (actor, id) => withdrawRecord(actor, { id, reason: '重复录入。' }),
}

const answer = (act: () => Promise<unknown>): Promise<string> =>
  act().then(
    () => 'done',
    (error) => (error instanceof Problem ? error.detail.code : `crash: ${error}`),
  )

let sql: postgres.Sql
beforeAll(async () => {
  await moveIn()
  sql = postgres(appUrl(), { max: 2 })
}, 60_000)
afterAll(() => Promise.all([sql.end(), database().close()]))

const cast: readonly (readonly [string, Actor])[] = [
  ['registrar of the unit', own],
  ['registrar of another unit', foreign],
  ...roleNames
    .filter((role) => role !== 'registrar')
    .map((role) => [role, person(role === 'approver' ? 'approver2' : role)] as const),
]

describe.each(recordStatusNames)('a record that is %s', (status) => {
  test.each(cast)('answers a %s as the lifecycle says, for every act', async (_, actor) => {
    let id = await recordIn(status)
    const standing = {
      status,
      unit: 'D08',
      enteredBy: own.id,
      editedBy: own.id,
      counts: status === 'confirmed',
    }
    for (const action of recordActionNames) {
      const permission = ['confirm', 'return', 'withdraw'].includes(action) ? 'work.confirm' : 'work.write'
      const decision = decideRecord(actor, action, standing)
      const expected = !may(actor.role, permission)
        ? 'forbidden'
        : decision.ok
          ? 'done'
          : decision.refusal.code
      const said = await answer(() => acts[action](actor, id))
      expect(`${action}: ${said}`).toBe(`${action}: ${expected}`)
      if (said === 'done') id = await recordIn(status)
    }
    expect((await viewRecordOrNone(actor, id)) !== null).toBe(seesRecord(actor, standing))
  })
})

const viewRecordOrNone = (actor: Actor, id: string) =>
  may(actor.role, 'work.read') ? viewRecord(actor, 'trainings', id) : Promise.resolve(null)

describe('the second wall', () => {
  /** SQL straight through the application's role, rolled back: rows it reached, or that it was refused. */
  async function reach(
    actor: Actor,
    statement: (tx: postgres.TransactionSql) => postgres.PendingQuery<postgres.Row[]>,
  ): Promise<number | 'refused'> {
    let rows: number | 'refused' = 'refused'
    await sql
      .begin(async (tx) => {
        await tx`select set_config('app.actor', ${actor.id}, true), set_config('app.role', ${actor.role}, true),
          set_config('app.unit', ${actor.unit ?? ''}, true)`
        rows = (await statement(tx)).count
        throw new Error('roll back')
      })
      .catch(() => {})
    return rows
  }

  test.each(cast)('shows a %s what the lifecycle says, and lets pass its ways alone', async (_, actor) => {
    for (const status of recordStatusNames) {
      const id = await recordIn(status)
      const standing = {
        status,
        unit: 'D08',
        enteredBy: own.id,
        editedBy: own.id,
        counts: status === 'confirmed',
      }
      const seen = seesRecord(actor, standing) ? 1 : 0
      expect(await reach(actor, (tx) => tx`select from work_record where id = ${id}`)).toBe(seen)
      for (const after of recordStatusNames) {
        const declared = recordActionNames.some(
          (action) => recordTransitions[status][action] === after && decideRecord(actor, action, standing).ok,
        )
        const moved = await reach(
          actor,
          (tx) => tx`update work_record set status = ${after}, reason = '重复录入',
            counted = case when ${after} = 'confirmed' then content when ${after} = 'withdrawn' then null else counted end,
            counted_year = case when ${after} = 'confirmed' then year when ${after} = 'withdrawn' then null else counted_year end,
            decided_by = ${actor.id} where id = ${id}`,
        )
        expect(`${status} → ${after}: ${moved === 1}`).toBe(`${status} → ${after}: ${declared}`)
      }
    }
  })

  test('keeps four eyes, versions and what counts from everybody', async () => {
    // Whoever entered it may have become an approver since.
    const id = await recordIn('submitted')
    const turned: Actor = { ...own, role: 'approver', unit: null }
    expect(await answer(() => confirmRecords(turned, { ids: [id] }))).toBe('own-record')
    const confirming = (actor: Actor) =>
      reach(
        actor,
        (tx) => tx`update work_record set status = 'confirmed', counted = content, counted_year = year,
          decided_by = ${actor.id} where id = ${id}`,
      )
    expect([await confirming(turned), await confirming(approver)]).toEqual(['refused', 1])
    const confirmed = await recordIn('confirmed')
    expect(await reach(own, (tx) => tx`update work_record set counted = '{}' where id = ${confirmed}`)).toBe(
      'refused',
    )
    expect(await reach(approver, (tx) => tx`update work_record_version set counted = null`)).toBe('refused')
    expect(await reach(own, (tx) => tx`delete from work_record where id = ${confirmed}`)).toBe('refused')
    expect(
      await reach(
        own,
        (
          tx,
        ) => tx`insert into work_record_version (record, kind, unit, seq, action, status_after, content, counted, counted_year, actor)
          select id, kind, unit, 99, 'confirm', 'confirmed', '{}', '{}', 2020, ${own.id} from work_record where id = ${confirmed}`,
      ),
    ).toBe('refused')
    expect(await sql`select from work_record`).toHaveLength(0)
  })
})

describe('entering', () => {
  test('a record a second time, of the same unit, leads to the first', async () => {
    const id = await entered(own, { title: '同一个培训' })
    await expect(entered(own, { title: ' 同一个 培训' })).rejects.toMatchObject({
      detail: { code: 'record-exists', id },
    })
    await entered(foreign, { title: '同一个培训' })
    await discardRecord(own, { id })
    await entered(own, { title: '同一个培训' })
  })

  test('keeps nothing classified, hands in nothing incomplete, and takes no other register than one’s own', async () => {
    expect(await answer(() => entered(own, { isSecret: true }, 'achievements'))).toBe('state-secret')
    const id = await entered(own, { organiser: null as never }).catch(() => null)
    expect(id).toBeNull()
    const { id: empty } = await saveRecord(own, { kind: 'events', content: { name: '路演活动' } })
    await expect(submitRecords(own, { ids: [empty] })).rejects.toMatchObject({
      detail: { code: 'check-failed' },
    })
    expect(await answer(() => entered(registrarOf('U01'), {}, 'policies'))).toBe('invalid-input')
    expect(await answer(() => entered(own, {}, 'platform'))).toBe('invalid-input')
    expect(await answer(() => entered(auditor, {}, 'platform'))).toBe('done')
  })

  test('of an older revision is refused, so that nobody’s words are lost', async () => {
    const { id, revision } = await saveRecord(own, { kind: 'trainings', content: content() })
    await saveRecord(own, { kind: 'trainings', id, revision, content: content() })
    expect(await answer(() => saveRecord(own, { kind: 'trainings', id, revision, content: content() }))).toBe(
      'conflict',
    )
  })

  test('several at once are all handed in and confirmed, or none', async () => {
    const ids = [await entered(), await entered()]
    await submitRecords(own, { ids })
    const draft = await entered()
    expect(await answer(() => confirmRecords(approver, { ids: [...ids, draft] }))).toBe('not-found')
    expect((await viewRecord(own, 'trainings', ids[0] ?? ''))?.status).toBe('submitted')
    expect(await confirmRecords(approver, { ids })).toEqual({ records: 2 })
  })
})

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
    const trail = await tables()`
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
