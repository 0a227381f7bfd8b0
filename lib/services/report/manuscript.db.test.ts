import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { atTime } from '@/db/clock'
import { ownerUrl } from '@/db/testing/database'
import { reach } from '@/db/testing/past-verbs'
import { chance, plant, randomContract } from '@/db/testing/plant'
import type { Actor } from '@/lib/domain/access/actor'
import { may, type Permission } from '@/lib/domain/access/permissions'
import { roleNames } from '@/lib/domain/access/roles'
import { addOwn, toggleHidden } from '@/lib/domain/report/manuscript/acts'
import { blankManuscript, type Manuscript, type Own } from '@/lib/domain/report/manuscript/model'
import { SITTING_MINUTES } from '@/lib/domain/report/manuscript/sitting'
import { plain } from '@/lib/domain/report/spans'
import { unsourced } from '@/lib/domain/report/unsourced'
import { moveIn, person, registrarOf } from '@/lib/testing/house'
import { commentOnReport } from './comment'
import { findSlots } from './find-slots'
import { readDraft } from './read-draft'
import { readReport } from './read-report'
import { resolveReportComment } from './resolve-comment'
import { saveManuscript } from './save-manuscript'

const owner = postgres(ownerUrl(), { max: 2, onnotice: () => {} })
const next = chance(7)
const [auditor, approver, leader] = [person('auditor'), person('approver'), person('leader')]
const [office, otherOffice] = [registrarOf('D08'), registrarOf('D01')]
const corps = { year: 2024, unit: null }
const ofUnit = { year: 2024, unit: 'D08' }
const everybody: Actor[] = [
  office,
  otherOffice,
  ...roleNames.filter((role) => role !== 'registrar').map((role) => person(role)),
]
const refusal = (code: string) => ({ detail: { code } })

beforeAll(async () => {
  await moveIn()
  await plant(
    owner,
    Array.from({ length: 60 }, () => randomContract(next, [2023, 2024])),
  )
}, 60_000)
afterAll(() => Promise.all([owner.end(), database().close()]))

const own = (id: string, zh: string, rest: Partial<Own> = {}): Own => ({
  id,
  chapter: 'opening',
  kind: 'own',
  zh,
  en: '',
  slots: {},
  sources: [],
  ...rest,
})
const withOwn = (one: Own, from: Manuscript = blankManuscript): Manuscript => ({ ...from, own: [one] })
const printedOwn = async (actor: Actor, asked: { unit?: string | null; asOf?: Date } = {}) => {
  const { chapters } = await readReport(actor, { year: 2024, ...asked })
  return chapters.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'own' ? [plain(block.said.zh)] : [])),
  )
}

describe('the manuscript of a report', () => {
  test('is in the report for whoever reads it, as of a moment as it stood then', async () => {
    await saveManuscript(auditor, {
      report: corps,
      base: 0,
      content: withOwn(own('own-00000001', '第一稿。')),
    })
    const [{ between } = { between: null }] = await owner<
      { between: Date }[]
    >`select clock_timestamp() as between`
    const second = { report: corps, base: 1, content: withOwn(own('own-00000001', '第二稿。')) }
    expect(await saveManuscript(approver, second)).toEqual({ revision: 2 })
    expect(await saveManuscript(approver, second)).toEqual({ revision: 2 })
    for (const actor of [auditor, approver, leader]) expect(await printedOwn(actor)).toEqual(['第二稿。'])
    expect(await printedOwn(leader, { asOf: between ?? new Date() })).toEqual(['第一稿。'])
    expect(await printedOwn(leader, { asOf: new Date(0) })).toEqual([])
    expect(await printedOwn(office)).toEqual([])
    await saveManuscript(auditor, {
      report: ofUnit,
      base: 0,
      content: withOwn(own('own-00000002', '八师。')),
    })
    expect(await printedOwn(office)).toEqual(['八师。'])
    expect(await printedOwn(otherOffice)).toEqual([])
  })

  test('says its slots from the register and marks what nothing bears out', async () => {
    const [choice] = await findSlots(auditor, { report: { year: 2023, unit: null }, text: '合计 合同数' })
    if (!choice) throw new Error('no slot')
    const text = `共{${choice.mark}}，培训 99999 人次，评审 88888 人次。`
    const content = withOwn(
      own('own-00000001', text, {
        slots: { [choice.mark]: choice.slot },
        sources: [{ digits: '88888 人次', source: '台账' }],
      }),
    )
    await saveManuscript(auditor, { report: { year: 2023, unit: null }, base: 0, content })
    const { chapters } = await readReport(leader, { year: 2023 })
    const said = chapters.flatMap(({ blocks }) => blocks).find(({ kind }) => kind === 'own')
    expect(said?.kind === 'own' && plain(said.said.zh)).toMatch(/^共 \d+ 项，/)
    expect(unsourced(chapters)).toEqual([{ block: 'own-00000001', digits: '99999 人次' }])
    const found = await findSlots(auditor, {
      report: { year: 2023, unit: null },
      digits: plain(choice.said.zh),
    })
    expect(found.map(({ words }) => words.zh)).toContain(choice.words.zh)
  })

  test('is not written over by whoever was slower', async () => {
    const key = { year: 2022, unit: null }
    const save = (actor: Actor, base: number, zh: string) =>
      saveManuscript(actor, { report: key, base, content: withOwn(own('own-00000001', zh)) })
    const both = await Promise.allSettled([save(auditor, 0, '甲'), save(approver, 0, '乙')])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const won = both[0]?.status === 'fulfilled' ? auditor : approver
    const lost = both.find((one) => one.status === 'rejected')
    expect(lost?.reason.detail).toEqual({
      code: 'conflict',
      by: won.name,
      at: expect.stringMatching(/^\d{4}-/),
    })
    await expect(save(auditor, 5, '丙')).rejects.toMatchObject(refusal('conflict'))
    expect((await readDraft(auditor, 2022, null)).saved.revision).toBe(1)
  })

  test('remembers who changed what', async () => {
    const key = { year: 2021, unit: null }
    const { report } = await readDraft(auditor, 2021, null)
    const one = addOwn(report, blankManuscript, {
      chapter: 'opening',
      after: null,
      kind: 'own',
      id: 'own-00000001',
    })
    const two = toggleHidden(one, 'opening.total')
    await saveManuscript(auditor, { report: key, base: 0, content: one })
    await saveManuscript(approver, { report: key, base: 1, content: two })
    const { history } = await readDraft(leader, 2021, null)
    expect(
      history.map(({ by, revision, changes }) => [by, revision, changes.map(({ kind }) => kind)]),
    ).toEqual([
      [approver.name, 2, ['hidden']],
      [auditor.name, 1, ['added']],
    ])
    const trail =
      await owner`select actor_name, action, details from trail where subject = '2021' order by id`
    expect(trail).toEqual([
      { actor_name: auditor.name, action: 'report.edit', details: { unit: null, revision: 1 } },
      { actor_name: approver.name, action: 'report.edit', details: { unit: null, revision: 2 } },
    ])
  })

  test('counts savings of one person without a long pause as one sitting, in the history and on the trail', async () => {
    const key = { year: 2020, unit: null }
    const start = new Date('2026-11-02T01:00:00Z')
    let base = 0
    const saveAt = (minutes: number, actor: Actor, zh: string) =>
      atTime(new Date(start.getTime() + minutes * 60_000), async () => {
        const content = withOwn(own('own-00000001', zh))
        base = (await saveManuscript(actor, { report: key, base, content })).revision
      })
    await saveAt(0, auditor, '甲')
    await saveAt(SITTING_MINUTES, auditor, '甲乙')
    await saveAt(2 * SITTING_MINUTES + 1, auditor, '甲乙丙')
    await saveAt(2 * SITTING_MINUTES + 2, approver, '丁')
    await saveAt(2 * SITTING_MINUTES + 3, auditor, '戊')
    await saveAt(2 * SITTING_MINUTES + 4, auditor, '戊己')
    const { history, saved } = await readDraft(leader, 2020, null)
    expect(saved.revision).toBe(6)
    const texts = history.map(({ by, revision, changes }) => [
      by,
      revision,
      changes.map((one) => ('after' in one ? one.after : 'text' in one ? one.text : one.kind)),
    ])
    expect(texts).toEqual([
      [auditor.name, 6, ['戊己']],
      [approver.name, 4, ['丁']],
      [auditor.name, 3, ['甲乙丙']],
      [auditor.name, 2, ['甲乙']],
    ])
    const trail =
      await owner`select details ->> 'revision' as began from trail where subject = '2020' order by id`
    expect(trail.map(({ began }) => began)).toEqual(['1', '3', '4', '5'])
  })

  test.each([
    [
      'a unit there is none of',
      { report: { year: 2024, unit: 'X99' }, base: 0, content: blankManuscript },
      'not-found',
    ],
    [
      'a figure the catalogue lacks',
      {
        report: corps,
        base: 2,
        content: withOwn(
          own('own-00000001', '甲', {
            slots: {
              甲: { kind: 'figure', table: 'types', members: [], measure: 'divisionRank', wan: false },
            },
          }),
        ),
      },
      'invalid-input',
    ],
    [
      'two paragraphs of one id',
      {
        report: corps,
        base: 2,
        content: { ...blankManuscript, own: [own('own-00000001', '甲'), own('own-00000001', '乙')] },
      },
      'invalid-input',
    ],
    [
      'half a character',
      { report: corps, base: 2, content: withOwn(own('own-00000001', '\ud800')) },
      'invalid-input',
    ],
  ])('takes no %s', async (_, input, code) => {
    await expect(saveManuscript(auditor, input)).rejects.toMatchObject(refusal(code))
  })
})

describe('comments', () => {
  const say = (actor: Actor, text = '请核对。') =>
    commentOnReport(actor, { report: corps, block: 'table-types', text })

  test('are heard by the centre alone, and resolved once', async () => {
    const { id } = await say(leader)
    const open = (await readDraft(auditor, 2024, null)).comments
    expect(open).toMatchObject([
      { id, block: 'table-types', text: '请核对。', by: leader.name, resolvedAt: null },
    ])
    await resolveReportComment(auditor, { id })
    await expect(resolveReportComment(approver, { id })).rejects.toMatchObject({
      detail: { code: 'conflict', by: auditor.name },
    })
    const [comment] = (await readDraft(leader, 2024, null)).comments
    expect(comment).toMatchObject({ resolvedBy: auditor.name, resolvedAt: expect.any(Date) })
    await expect(readDraft(office, 2024, 'D08')).rejects.toMatchObject(refusal('forbidden'))
  })

  test('of others are not a leader’s to resolve', async () => {
    const { id } = await say(auditor)
    await expect(resolveReportComment(leader, { id })).rejects.toMatchObject(refusal('not-found'))
    const mine = await say(leader)
    await resolveReportComment(leader, { id: mine.id })
  })

  test.each([
    ['', 'required'],
    ['长'.repeat(1001), 'too-long'],
  ])('%# are refused', async (text, message) => {
    await expect(say(leader, text)).rejects.toMatchObject({
      detail: { code: 'invalid-input', issues: [{ path: 'text', message }] },
    })
  })
})

describe('both walls', () => {
  const verbs: readonly [Permission, (actor: Actor) => Promise<unknown>][] = [
    [
      'report.edit',
      (actor) =>
        saveManuscript(actor, { report: { year: 2030, unit: null }, base: 0, content: blankManuscript }),
    ],
    ['report.edit', (actor) => findSlots(actor, { report: corps, text: '合同' })],
    [
      'report.comment',
      (actor) => commentOnReport(actor, { report: { year: 2030, unit: null }, block: 'x', text: '甲' }),
    ],
    ['report.comment', (actor) => readDraft(actor, 2030, null)],
  ]

  test('every role may what is declared, and nothing else', async () => {
    for (const actor of everybody) {
      for (const [permission, act] of verbs) {
        const done = await act(actor).then(
          () => true,
          (problem) => problem.detail.code,
        )
        expect(done, `${actor.username} ${permission}`).toBe(may(actor.role, permission) || 'forbidden')
      }
      const said = actor.username
      const staff = may(actor.role, 'report.edit')
      const centre = may(actor.role, 'report.comment')
      const insert = (by: string) => (tx: postgres.TransactionSql) =>
        tx`insert into report_manuscript (id, year, revision, content, by) values (gen_random_uuid(), 2031, 1, '{}', ${by})`
      expect(await reach(actor, insert(actor.id)), said).toBe(staff ? 1 : 'refused')
      expect(await reach(actor, insert(person('security').id)), said).toBe('refused')
      const reads = (unit: string) => (tx: postgres.TransactionSql) =>
        tx`select from report_manuscript where year = 2024 and coalesce(unit, '') = ${unit}`
      expect(await reach(actor, reads('')), said).toBe(centre ? 2 : 0)
      expect(await reach(actor, reads('D08')), said).toBe(centre || actor.unit === 'D08' ? 1 : 0)
      for (const change of [
        (tx) => tx`update report_manuscript set content = '{}'`,
        (tx) => tx`delete from report_manuscript`,
        (tx) => tx`update report_comment set text = 'x'`,
        (tx) => tx`delete from report_comment`,
      ] as Parameters<typeof reach>[1][]) {
        expect(await reach(actor, change), said).toBe('refused')
      }
      const comments = await reach(actor, (tx) => tx`select from report_comment where year = 2024`)
      expect(comments, said).toBe(centre ? 3 : 0)
      const resolved = (by: string) => (tx: postgres.TransactionSql) =>
        tx`update report_comment set resolved_by = ${by}, resolved_at = now() where year = 2024`
      expect(await reach(actor, resolved(actor.id)), said).toBe(staff ? 1 : 0)
      if (staff) expect(await reach(actor, resolved(leader.id)), said).toBe('refused')
    }
  })
})
