import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { sql } from '@/db/testing/sql'
import type { Actor } from '@/lib/domain/access/actor'
import { roleNames } from '@/lib/domain/access/roles'
import { auditRules } from '@/lib/domain/audit/catalogue'
import { toWire } from '@/lib/domain/contract/kinds'
import { settingKeys } from '@/lib/domain/settings'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { completeContent } from '@/lib/testing/content'
import { contractIn, moveIn, person, registrarOf } from '@/lib/testing/house'
import { opened } from '../api/testing/calling'
import { nameDeputy } from '../delegations/make'
import { beginImport } from '../import/begin'
import { contractSheet } from '../import/contract-sheet'
import { judgeImport } from '../import/judge'
import { readBatch } from '../import/read'
import { workOn } from '../import/work'
import { issueToken } from '../people/tokens'
import { ask } from '../requests/ask'
import { mapCodes } from '../settings/codes'
import { exportList, type ListName } from './lists'

const [own, foreign] = [registrarOf('D08'), registrarOf('D01')]

beforeAll(async () => {
  await moveIn()
  const id = await contractIn('registered', own)
  await ask(own, {
    id,
    kind: 'correct',
    patch: toWire({ name: '玉米收获机械技术研发（更正）' }),
    reason: 'C99',
    text: '名称录入有误。',
  })
  await contractIn('submitted', own, { name: '待审核的棉田滴灌技术研发' })
  await beginImport(own, { fileName: '八师.xlsx' }, [
    contractSheet('draft', [{ content: completeContent() }]),
  ])
})
afterAll(() => database().close())

async function lines(actor: Actor, list: ListName, asked: Record<string, string> = {}): Promise<string[]> {
  const params = new Map(Object.entries(asked).map(([name, value]) => [name, [value]]))
  const { body, sent } = await exportList(actor, list, { params, format: 'csv', locale: 'zh-CN' })
  const text = await new Response(body).text()
  await sent
  return text.trimEnd().split('\r\n')
}

describe('a list as a file', () => {
  test('says of a request what its list says, to its office and the centre alone', async () => {
    const [head, first] = await lines(own, 'requests')
    expect(head).toMatch(/^申请编号,事项,状态,原因,登记单位,登记编号,/)
    expect(first).toMatch(/,更正,.*,八师,/)
    expect(await lines(person('approver'), 'requests')).toHaveLength(2)
    expect(await lines(foreign, 'requests')).toHaveLength(1)
    expect(await lines(own, 'requests', { tab: 'settled' })).toHaveLength(1)
  })

  test('holds what waits on the desk', async () => {
    expect((await lines(person('auditor'), 'approvals'))[1]).toMatch(/待审核的棉田滴灌技术研发,八师,/)
    expect(await lines(person('approver'), 'approvals', { unit: 'D01' })).toHaveLength(1)
  })

  test('holds the imports of the own office', async () => {
    expect((await lines(own, 'imports'))[1]).toMatch(/^八师\.xlsx,待对应栏目,/)
    expect(await lines(foreign, 'imports')).toHaveLength(1)
  })

  test('names accounts without what they sign in by', async () => {
    const accounts = await lines(person('admin'), 'accounts', { role: 'approver' })
    expect(accounts[0]).toBe('登录名,姓名,角色,单位,状态,最近使用,停用时间')
    expect(accounts.join()).not.toContain('argon2')
  })

  test('names every rule and every unit', async () => {
    const rules = await lines(person('auditor'), 'rules')
    expect(rules).toHaveLength(auditRules.length + 1)
    expect(rules.find((line) => line.startsWith('Q01,'))).toMatch(/,(错误|警告|提示),.*,启用$/)
    const named = await lines(person('admin'), 'units')
    expect(named).toHaveLength(19)
    expect(named.find((line) => line.startsWith('D03,'))).toMatch(/南疆,是,在用,/)
  })

  test('holds settings, days off, codes and the list of institutions as the administrator keeps them', async () => {
    const admin = person('admin')
    const settings = await lines(admin, 'settings')
    expect(settings.slice(1).every((line) => /,\d{4}-\d{2}-\d{2},/.test(line))).toBe(true)
    expect(settings.length).toBeGreaterThan(settingKeys.length)
    const one = await lines(admin, 'settings', { key: 'reviewDays' })
    expect(one[1]).toMatch(/^一般合同审核期限（工作日）,15,2000-01-01,/)
    const days = await lines(admin, 'holidays', { year: '2024' })
    expect(days.slice(1).every((line) => line.startsWith('2024-'))).toBe(true)
    expect(days).toContain('2024-01-01,放假,元旦')
    await mapCodes(admin, { list: 'contractType', codes: { 11: '0101' } })
    expect(await lines(admin, 'codes', { list: 'contractType' })).toContain('11,委托开发,0101')
    expect(await lines(admin, 'institutions')).toHaveLength(18)
    const english = new Map([['list', ['contractType']]])
    const { body } = await exportList(admin, 'codes', { params: english, format: 'csv', locale: 'en' })
    expect(await new Response(body).text()).toContain('11,Commissioned development,0101')
    for (const list of ['', 'nothing'])
      await expect(lines(admin, 'codes', { list })).rejects.toMatchObject({ detail: { code: 'not-found' } })
  })

  test('holds tokens without what they are, and a person’s deputies for that person and the administrator', async () => {
    const [admin, approver] = [person('admin'), person('approver')]
    await opened()
    const { token } = await issueToken(admin, {
      username: own.username,
      label: '对账程序',
      days: 7,
      scope: 'read',
    })
    const tokens = await lines(admin, 'tokens', { account: own.id })
    expect(tokens[1]).toMatch(/^对账程序,仅读取,.*,有效,/)
    expect(tokens.join()).not.toContain(token)
    const today = shanghaiDate(new Date())
    await nameDeputy(approver, {
      principal: approver.id,
      deputy: person('approver2').id,
      from: today,
      until: today,
    })
    for (const [actor, asked] of [
      [approver, {}],
      [person('approver2'), {}],
      [admin, { account: approver.id }],
    ] as const) {
      expect((await lines(actor, 'delegations', asked))[1]).toContain(',代办,')
    }
    await expect(lines(own, 'delegations', { account: approver.id })).rejects.toMatchObject({
      detail: { code: 'not-found' },
    })
  })

  test('holds the rows of an import with what was found of each', async () => {
    const { id } = await beginImport(own, { fileName: '两行.xlsx' }, [
      contractSheet('draft', [{ content: completeContent() }, { content: { name: '只有名称' } }]),
    ])
    const begun = await readBatch(own, id)
    await judgeImport(own, { id, mapping: begun?.mapping })
    await workOn(own, id)
    const rows = await lines(own, 'import-rows', { batch: id })
    expect(rows).toHaveLength(3)
    const other = await lines(foreign, 'import-rows', { batch: id })
    expect(other).toHaveLength(1)
  })

  test('is closed where its page is', async () => {
    const closed: Partial<Record<ListName, readonly string[]>> = {
      requests: ['leader', 'admin', 'security'],
      approvals: ['registrar', 'leader', 'admin', 'security'],
      imports: ['approver', 'leader', 'admin', 'security'],
      organisations: ['admin', 'security'],
      accounts: roleNames.filter((role) => role !== 'admin'),
      units: roleNames.filter((role) => role !== 'admin'),
      rules: ['registrar', 'leader', 'admin', 'security'],
      trail: roleNames.filter((role) => role !== 'security'),
      settings: roleNames.filter((role) => role !== 'admin'),
      holidays: roleNames.filter((role) => role !== 'admin'),
      codes: roleNames.filter((role) => role !== 'admin'),
      tokens: roleNames.filter((role) => role !== 'admin'),
      mails: roleNames.filter((role) => role !== 'admin'),
      institutions: roleNames.filter((role) => role !== 'admin' && role !== 'auditor'),
      yields: ['registrar', 'leader', 'admin', 'security'],
      'import-rows': ['approver', 'leader', 'admin', 'security'],
    }
    for (const [list, roles] of Object.entries(closed)) {
      for (const role of roles) {
        const actor = role === 'registrar' ? own : person(role)
        await expect(lines(actor, list as ListName), `${list} ${role}`).rejects.toMatchObject({
          detail: { code: 'forbidden' },
        })
      }
    }
    await expect(lines(own, 'findings', { campaign: 'x' })).rejects.toMatchObject({
      detail: { code: 'not-found' },
    })
  })

  test('leaves on the trail which list, which filter and how many rows', async () => {
    await lines(person('approver'), 'requests', { unit: 'D08' })
    const [ended, begun] = await sql()`select action, role, details from trail order by id desc limit 2`
    expect(begun).toMatchObject({
      action: 'list.export',
      role: 'approver',
      details: { list: 'requests', unit: 'D08', format: 'csv' },
    })
    expect(ended).toMatchObject({ action: 'export.end', details: { list: 'requests', rows: 1, whole: true } })
  })
})
