import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { sql } from '@/db/testing/sql'
import type { Actor } from '@/lib/domain/access/actor'
import { roleNames } from '@/lib/domain/access/roles'
import { auditRules } from '@/lib/domain/audit/catalogue'
import { toWire } from '@/lib/domain/contract/kinds'
import { completeContent } from '@/lib/testing/content'
import { contractIn, moveIn, person, registrarOf } from '@/lib/testing/house'
import { beginImport } from '../import/begin'
import { contractSheet } from '../import/contract-sheet'
import { ask } from '../requests/ask'
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
