import { strFromU8, unzipSync } from 'fflate'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ownerUrl } from '@/db/testing/database'
import { chance, plant, randomContract } from '@/db/testing/plant'
import { type ColumnKey, columnKeys } from '@/lib/domain/contract/columns'
import { paramsOf, readListQuery } from '@/lib/domain/contract/list-query'
import { yuanText } from '@/lib/domain/money'
import { contractIn, moveIn, person, registrarOf } from '@/lib/testing/house'
import { type ExportFormat, exportContracts } from './export-rows'
import { listContracts } from './list'
import { viewContract } from './view'

let owner: postgres.Sql

beforeAll(async () => {
  await moveIn()
  owner = postgres(ownerUrl(), { max: 1, onnotice: () => {} })
  const next = chance(3)
  await plant(
    owner,
    Array.from({ length: 1200 }, () => randomContract(next, [2024])),
  )
}, 60_000)

afterAll(() => owner.end())

const ask = (search: string) => readListQuery(paramsOf(new URLSearchParams(search)))

async function exported(username: string, search: string, shown: ColumnKey[], format: ExportFormat) {
  const actor = username.length === 3 ? registrarOf(username) : person(username)
  const stream = await exportContracts(actor, { query: ask(search), shown, format, locale: 'zh-CN' })
  return Buffer.from(await new Response(stream).arrayBuffer())
}

describe('the export', () => {
  it('holds the rows of the list, all pages, in its order and columns', async () => {
    const query = ask('sort=-turnover&cell.type=5&year=2024')
    const text = (
      await exported('leader', 'sort=-turnover&cell.type=5&year=2024', ['number', 'turnover'], 'csv')
    ).toString()
    const lines = text.slice(1).trimEnd().split('\r\n')
    expect(text.codePointAt(0)).toBe(0xfeff)
    expect(lines[0]).toBe('登记编号,合同成交额（元）')
    const expected: string[] = []
    let page = await listContracts(person('leader'), query)
    for (;;) {
      expected.push(...page.rows.map(({ number, turnover }) => `${number},${yuanText(turnover as bigint)}`))
      if (!page.next) break
      page = await listContracts(person('leader'), { ...query, cursor: page.next })
    }
    expect(expected.length).toBeGreaterThan(100)
    expect(lines.slice(1)).toEqual(expected)
  })

  it('goes past its batch, and is as long as what the reader may see', async () => {
    for (const [username, unit] of [
      ['auditor', null],
      ['D08', 'D08'],
    ] as const) {
      const file = unzipSync(await exported(username, '', [...columnKeys], 'xlsx'))
      const rows = strFromU8(file['xl/worksheets/sheet1.xml'] as Uint8Array).match(/<row /g)?.length ?? 0
      const [counted] =
        await owner`select count(*)::integer as count from contract where ${unit}::text is null or unit = ${unit}`
      expect(rows - 1).toBe(counted?.count)
    }
  })

  it('is refused to who may not, and is on the trail with fields but without what was asked of them', async () => {
    await expect(exported('admin', '', ['number'], 'csv')).rejects.toMatchObject({
      detail: { code: 'forbidden' },
    })
    await exported('approver', 'q=示例秘密&unit=D08', ['number'], 'csv')
    const [entry] =
      await owner`select details, role from trail where action = 'contract.export' order by id desc limit 1`
    expect(entry).toMatchObject({
      role: 'approver',
      details: { format: 'csv', filters: ['unit'], columns: ['number'] },
    })
    expect(JSON.stringify(entry)).not.toContain('秘密')
  })
})

describe('the contract page', () => {
  it('shows a contract to its office, and to nobody else what it is', async () => {
    const id = await contractIn('draft', registrarOf('D08'), {})
    const own = await viewContract(registrarOf('D08'), id)
    expect(own).toMatchObject({
      id,
      status: 'draft',
      may: ['save', 'attach', 'submit', 'discard'],
      barred: [],
    })
    expect(own?.history.map(({ act }) => act)).toEqual(['create'])
    expect(own?.files).toHaveLength(1)
    for (const actor of [registrarOf('D01'), person('approver'), person('auditor'), person('leader')]) {
      expect(await viewContract(actor, id)).toBeNull()
    }
    await expect(viewContract(person('admin'), id)).rejects.toMatchObject({ detail: { code: 'forbidden' } })
    expect(await viewContract(registrarOf('D08'), 'nothing')).toBeNull()
  })

  it('tells an approver why a second approval is not theirs', async () => {
    const id = await contractIn('endorsed', registrarOf('D08'))
    const view = await viewContract(person('approver'), id)
    expect(view?.barred).toEqual([{ action: 'approve', problem: { code: 'same-approver' } }])
    expect((await viewContract(person('approver2'), id))?.barred).toEqual([])
    expect(view?.daysLeft).toBeGreaterThan(0)
  })

  it('hides persons and telephones from who does not deal with the contract', async () => {
    const seller = {
      name: '石河子大学',
      country: '142',
      code: '12659001MAFL02105T',
      kind: '022',
      region: '659001',
      isCorps: true,
      contact: '张三',
      phone: '0993-2057000',
    }
    const id = await contractIn('registered', registrarOf('D08'), { seller })
    const [own, led] = [await viewContract(registrarOf('D08'), id), await viewContract(person('leader'), id)]
    expect(own?.content.seller?.phone).toBe('0993-2057000')
    expect(JSON.stringify(led?.content, plain)).not.toMatch(/张三|2057000/)
    expect(JSON.stringify(led?.history, plain)).not.toMatch(/张三|2057000/)
  })
})

const plain = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value)
