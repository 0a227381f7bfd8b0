import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { reach as reachAs, type Statement } from '@/db/testing/past-verbs'
import { sql } from '@/db/testing/sql'
import type { Actor } from '@/lib/domain/access/actor'
import { roleNames } from '@/lib/domain/access/roles'
import type { Content } from '@/lib/domain/contract/content'
import { findingListSchema } from '@/lib/domain/reconcile/list-query'
import { person } from '@/lib/testing/house'
import { contractSheet } from '../import/contract-sheet'
import { readBatch } from '../import/read'
import { ask } from '../requests/ask'
import { grant } from '../requests/grant'
import { workbook } from '../spreadsheet/workbook'
import { readStatement } from '../statement/read'
import { signStatement } from '../statement/sign'
import { beginReconciliation } from './begin'
import { chooseSheet, compareAgain, matchColumns } from './compare'
import { decide } from './decide'
import { importMissing } from './import-missing'
import { proposedBy, readReconciliation, readReconciliations } from './read'
import {
  approver,
  auditor,
  codeOf,
  file,
  foreign,
  kept,
  missing,
  month,
  own,
  registerMonth,
  rowOf,
  sent,
  view,
} from './testing/month'

let ids: string[] = []

beforeAll(async () => {
  ids = await registerMonth()
}, 60_000)
afterAll(() => database().close())

const counts = async (id: string) =>
  Object.fromEntries(
    Object.entries((await view(own, id)).counts).map(([outcome, { count, undecided }]) => [
      outcome,
      `${count}/${undecided}`,
    ]),
  )

describe('a reconciliation', () => {
  test('finds what only one side has and what differs, with both sides added up', async () => {
    const [a = '', b = ''] = ids
    const id = await sent(own, [rowOf(a), rowOf(b, { turnover: 123n, technology: 123n }), missing])
    expect(await counts(id)).toEqual({
      same: '1/0',
      differs: '1/1',
      there: '1/1',
      here: '1/1',
      unread: '0/0',
    })
    const sums = await view(own, id)
    const turnovers = ids.map((one) => kept.get(one)?.content.turnover ?? 0n)
    expect(sums.ours).toMatchObject({ contracts: 3, turnover: turnovers.reduce((x, y) => x + y, 0n) })
    expect(sums.theirs).toMatchObject({
      contracts: 3,
      turnover: (turnovers[0] ?? 0n) + 123n + (missing.content.turnover ?? 0n),
    })
    const [differing] = (await view(own, id, { show: 'differs' })).findings
    expect(differing?.differences.map(({ path, after }) => [path, after?.zh])).toEqual([
      ['turnover', '1.23 元（0.00 万元）'],
      ['technology', '1.23 元（0.00 万元）'],
    ])
  })

  test('keeps a decision in a newer file of the month for as long as the difference says the same', async () => {
    const [a = '', b = ''] = ids
    const wrong = rowOf(b, { turnover: 456n, technology: 456n })
    const first = await sent(own, [rowOf(a), wrong, missing])
    const open = await view(own, first, { show: 'differs' })
    await decide(own, {
      id: first,
      findings: open.findings.map(({ seq }) => seq),
      decision: 'explained',
      text: '全国系统按分期金额填报。',
    })
    const second = await sent(own, [missing, wrong, rowOf(a)])
    expect((await view(own, first)).superseded).toBe(true)
    const carried = await view(own, second, { show: 'differs' })
    expect(carried.superseded).toBe(false)
    expect(carried.findings[0]?.decided).toMatchObject({ decision: 'explained', by: own.name })
    const third = await sent(own, [missing, rowOf(b, { turnover: 457n, technology: 456n }), rowOf(a)])
    expect((await view(own, third, { show: 'differs' })).findings[0]?.decided).toBeNull()
    const [trail] =
      await sql()`select details from trail where action = 'reconcile.decide' order by id desc limit 1`
    expect(trail?.details).toMatchObject({ period: month, unit: 'D08', decision: 'explained', findings: 1 })
    expect(JSON.stringify(trail)).not.toContain('分期')
  })

  test('leads to a correction that is filled in, and once granted says the same', async () => {
    const [, b = ''] = ids
    const id = await sent(own, [
      ...ids.filter((one) => one !== b).map((one) => rowOf(one)),
      rowOf(b, { techField: '03' }),
    ])
    const [finding] = (await view(own, id, { show: 'differs' })).findings
    await decide(own, { id, findings: [finding?.seq], decision: 'theirs', text: '本库归类有误。' })
    const proposed = await proposedBy(own, b, `${id}:${finding?.seq}`)
    expect(proposed).toEqual({ patch: { techField: '03' } })
    expect(await proposedBy(foreign, b, `${id}:${finding?.seq}`)).toBeNull()
    expect(await proposedBy(own, ids[0] ?? '', `${id}:${finding?.seq}`)).toBeNull()
    const { id: request } = await ask(own, {
      id: b,
      kind: 'correct',
      patch: { techField: '03' },
      reason: 'C03',
      text: '技术领域按合同标的归类有误。',
    })
    await grant(approver, { id: request })
    await compareAgain(own, { id })
    expect(await counts(id)).toMatchObject({ same: '3/0', differs: '0/0' })
    kept.set(b, { number: kept.get(b)?.number ?? '', content: { ...kept.get(b)?.content, techField: '03' } })
  })

  test('sends what only the national system has to the import, once somebody said it is right', async () => {
    const id = await sent(own, [...ids.map((one) => rowOf(one)), missing])
    expect(await codeOf(importMissing(own, { id }))).toBe('nothing-in-scope')
    const [finding] = (await view(own, id, { show: 'there' })).findings
    await decide(own, { id, findings: [finding?.seq], decision: 'theirs', text: '漏登，补录。' })
    const { batch } = await importMissing(own, { id })
    const begun = await readBatch(own, batch)
    expect(begun).toMatchObject({ kind: 'draft', status: 'mapping' })
    expect(begun?.columns.find(({ heading }) => heading === '合同名称')?.samples).toEqual([
      missing.content.name,
    ])
  })

  test('asks for the columns where it can’t know them, and reads any layout then', async () => {
    const [a = ''] = ids
    const { number, content } = kept.get(a) ?? { number: '', content: {} as Content }
    const csv = `登记编号,合同成交额\r\n${number},${(Number(content.turnover ?? 0n) / 1_000_000).toFixed(2)}\r\n`
    const { id } = await beginReconciliation(own, { fileName: '导出.csv', period: month }, [Buffer.from(csv)])
    const begun = await view(own, id)
    expect(begun.status).toBe('mapping')
    const mapping = {
      ...begun.mapping,
      columns: [
        { column: 0, target: 'record.number' },
        { column: 1, target: 'turnover', money: 'wan' },
      ],
    }
    await matchColumns(own, { id, mapping })
    expect(await counts(id)).toMatchObject({ same: '1/0', here: '2/2' })
    expect(
      await codeOf(matchColumns(own, { id, mapping: { ...mapping, columns: [mapping.columns[1]] } })),
    ).toBe('invalid-input')
  })

  test('reads whichever sheet of a workbook is chosen; what another one said is over then', async () => {
    const columns = ['登记编号', '合同名称'].map((heading) => ({ heading, width: 20 }))
    const row = (id: string) => [kept.get(id)?.number ?? '', kept.get(id)?.content.name ?? '']
    const [a = '', b = '', c = ''] = ids
    const file = workbook([
      { title: '说明', columns: [{ heading: '本文件由系统导出', width: 20 }], rows: [['共两张表']] },
      { title: '上月', columns, rows: [row(a)] },
      { title: '本月', columns, rows: [row(a), row(b), row(c)] },
    ])
    const { id } = await beginReconciliation(own, { fileName: '全国.xlsx', period: month }, [file])
    expect(await counts(id)).toMatchObject({ same: '1/0', here: '2/2' })
    const begun = await view(own, id)
    expect(begun.sheets).toEqual([1, 2])
    expect(begun.mapping.sheet).toBe(1)

    expect(await codeOf(chooseSheet(own, { id, sheet: 0 }))).toBe('unreadable-file')
    expect(await codeOf(chooseSheet(foreign, { id, sheet: 2 }))).toBe('not-found')
    expect(await codeOf(chooseSheet(approver, { id, sheet: 2 }))).toBe('forbidden')
    await chooseSheet(own, { id, sheet: 1 })
    expect((await view(own, id)).status).toBe('compared')
    await chooseSheet(own, { id, sheet: 2 })
    const chosen = await view(own, id)
    expect(chosen).toMatchObject({ status: 'mapping', ours: null, findings: [] })
    await matchColumns(own, { id, mapping: chosen.mapping })
    expect(await counts(id)).toMatchObject({ same: '3/0', here: '0/0' })
  })

  test('keeps nothing of a file with state secrets, even where only its matching shows it', async () => {
    const lines = (id: string) =>
      sql()`select count(*)::integer as rows from reconciliation_line where reconciliation = ${id}`
    const [before] = await sql()`select count(*)::integer as rows from reconciliation`
    const secret = { content: { ...missing.content, isSecret: true }, record: missing.record ?? {} }
    expect(
      await codeOf(
        beginReconciliation(own, { fileName: 'x', period: month }, [contractSheet('registered', [secret])]),
      ),
    ).toBe('state-secret')
    expect((await sql()`select count(*)::integer as rows from reconciliation`)[0]).toEqual(before)

    const csv = Buffer.from('登记编号,合同成交额,甲\r\n2024660008000001,12.00,是\r\n')
    const { id } = await beginReconciliation(own, { fileName: 'x.csv', period: month }, [csv])
    expect((await lines(id))[0]?.rows).toBeGreaterThan(0)
    const { mapping } = await view(own, id)
    const secretly = [
      { column: 0, target: 'record.number' },
      { column: 2, target: 'isSecret' },
    ]
    expect(await codeOf(matchColumns(own, { id, mapping: { ...mapping, columns: secretly } }))).toBe(
      'state-secret',
    )
    expect((await lines(id))[0]?.rows).toBe(0)
    expect((await view(own, id)).columns).toEqual([])
  })

  test('over all units is the centre’s own, and the centre leaves an office’s alone', async () => {
    const offices = (await readReconciliations(own)).lines[0]?.id ?? ''
    expect((await view(auditor, offices)).mine).toBe(false)
    expect(await codeOf(compareAgain(auditor, { id: offices }))).toBe('not-found')
    expect(await codeOf(compareAgain(approver, { id: offices }))).toBe('forbidden')
    const id = await sent(auditor, [...ids.map((one) => rowOf(one)), missing])
    const seen = await view(auditor, id)
    expect(seen.unit).toBeNull()
    expect(seen.ours?.contracts).toBe(4)
    expect(await readReconciliation(own, id, findingListSchema.parse({}))).toBeNull()
  })

  test('is a file of its differences', async () => {
    const { lines } = await readReconciliations(own)
    const differing = lines.find((one) => one.counts.here.count + one.counts.there.count > 0)
    expect(await file('differences', { id: differing?.id ?? '' })).toMatch(/仅本库有|仅全国系统有/)
  })

  test.each([
    ['a file that is no table', () => [Buffer.from('%PDF-1.7\u0000\u0001')], month],
    ['a month that is no month', () => [contractSheet('registered', [missing])], '2024-13'],
    ['a month to come', () => [contractSheet('registered', [missing])], '2099-01'],
  ])('refuses %s with an answer', async (_, bytes, period) => {
    expect(await codeOf(beginReconciliation(own, { fileName: 'x', period }, bytes()))).toMatch(
      /^(unreadable-file|invalid-input)$/,
    )
  })
})

describe('the second wall', () => {
  const actors = new Map<string, Actor>([
    ...roleNames.map((role) => [role, role === 'registrar' ? own : person(role)] as const),
    ['foreign', foreign],
  ])
  const reach = (name: string, statement: Statement) => reachAs(actors.get(name) ?? { role: '' }, statement)

  beforeAll(async () => {
    const { hash } = (await readStatement(own, 'D08', month)) ?? {}
    await signStatement(own, { month, hash })
  })

  test('nobody reaches another office’s rows, and what was decided or signed stays', async () => {
    for (const table of [
      'reconciliation',
      'reconciliation_line',
      'reconciliation_finding',
      'reconciliation_decision',
      'monthly_statement',
    ]) {
      expect(await reach('registrar', (tx) => tx`select from ${tx(table)}`), table).toBeGreaterThan(0)
      expect(await reach('foreign', (tx) => tx`select from ${tx(table)}`), table).toBe(0)
      for (const role of ['admin', 'security', 'nobody'])
        expect(await reach(role, (tx) => tx`select from ${tx(table)}`), `${table} ${role}`).toBe(0)
      if (table !== 'monthly_statement')
        expect(await reach('leader', (tx) => tx`select from ${tx(table)}`), table).toBe(0)
      expect(await reach('approver', (tx) => tx`select from ${tx(table)}`), table).toBeGreaterThan(0)
    }
    for (const actor of ['approver', 'auditor', 'foreign']) {
      const added = await reach(
        actor,
        (tx) =>
          tx`insert into reconciliation_line select id, 999999, '[]'::jsonb from reconciliation where unit = 'D08'`,
      )
      expect(added, actor).toBe(actor === 'foreign' ? 0 : 'refused')
      const gone = await reach(actor, (tx) => tx`delete from reconciliation_finding`)
      const own = await reach(
        actor,
        (tx) => tx`select from reconciliation_finding f where exists (
        select from reconciliation r where r.id = f.reconciliation and r.unit is null)`,
      )
      expect(gone, actor).toBe(actor === 'auditor' ? own : 0)
    }
    for (const table of ['reconciliation_decision', 'monthly_statement']) {
      expect(await reach('registrar', (tx) => tx`update ${tx(table)} set unit = unit`), table).toBe('refused')
      expect(await reach('registrar', (tx) => tx`delete from ${tx(table)}`), table).toBe('refused')
    }
  })

  test('nobody signs for another, for another unit, or another month than it says', async () => {
    const content = (unit: string, of: string) => JSON.stringify({ unit, month: of })
    const insert =
      (unit: string, of: string, said: string, by: Actor): Statement =>
      (tx) =>
        tx`insert into monthly_statement (id, unit, month, content, hash, signed_by)
          values (gen_random_uuid(), ${unit}, ${of}, ${said}::text::jsonb, ${'0'.repeat(64)}, ${by.id})`
    expect(await reach('registrar', insert('D08', month, content('D08', month), own))).toBe(1)
    expect(await reach('registrar', insert('D08', month, content('D08', month), foreign))).toBe('refused')
    expect(await reach('registrar', insert('D01', month, content('D01', month), own))).toBe('refused')
    expect(await reach('registrar', insert('D08', month, content('D08', '2020-01'), own))).toBe('refused')
    expect(await reach('auditor', insert('D08', month, content('D08', month), auditor))).toBe('refused')
  })

  test('figures of a month are counted for who may read them alone', async () => {
    const year = Number(month.slice(0, 4))
    const units = (name: string) =>
      reach(name, (tx) => tx`select from jishi_month_acts(${year}) where unit = 'D08'`)
    expect(await units('registrar')).toBeGreaterThan(0)
    expect(await units('leader')).toBeGreaterThan(0)
    for (const name of ['foreign', 'admin', 'security', 'nobody']) expect(await units(name), name).toBe(0)
  })
})
