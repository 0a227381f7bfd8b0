import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import { chance, plant, randomContract } from '@/db/testing/plant'
import { sql } from '@/db/testing/sql'
import type { Actor } from '@/lib/domain/access/actor'
import { columnKeys } from '@/lib/domain/contract/columns'
import { paramsOf, readListQuery } from '@/lib/domain/contract/list-query'
import { targetNamed } from '@/lib/domain/import/headings'
import { targets } from '@/lib/domain/import/targets'
import { yuanText } from '@/lib/domain/money'
import { contractIn, moveIn, person, registrarOf } from '@/lib/testing/house'
import { listContracts } from '../contracts/list'
import { beginImport } from '../import/begin'
import { judgeImport } from '../import/judge'
import { readBatch } from '../import/read'
import { workOn } from '../import/work'
import { writeImport } from '../import/write'
import type { SheetFormat } from '../spreadsheet/figure-sheet'
import { exportList } from './lists'

beforeAll(async () => {
  await moveIn()
  const next = chance(3)
  await plant(
    sql(),
    Array.from({ length: 1200 }, () => randomContract(next, [2024])),
  )
}, 60_000)
afterAll(() => database().close())

const who = (username: string): Actor => (username.length === 3 ? registrarOf(username) : person(username))
const open = (username: string, search: string, format: SheetFormat = 'csv') =>
  exportList(who(username), 'contracts', {
    params: paramsOf(new URLSearchParams(search)),
    format,
    locale: 'zh-CN',
  })
async function taken(username: string, search: string, format?: SheetFormat): Promise<Buffer> {
  const { body, sent } = await open(username, search, format)
  const bytes = Buffer.from(await new Response(body).arrayBuffer())
  await sent
  return bytes
}

describe('the list of contracts as a file', () => {
  it('holds the rows of the list, all pages, in its order and columns', async () => {
    const search = 'sort=-turnover&cell.type=5&year=2024'
    const text = (await taken('leader', `${search}&columns=number,turnover`)).toString()
    const lines = text.slice(1).trimEnd().split('\r\n')
    expect(text.codePointAt(0)).toBe(0xfeff)
    expect(lines[0]).toBe('登记编号,单位流水号,合同成交额（元）')
    const query = readListQuery(paramsOf(new URLSearchParams(search)))
    const expected: string[] = []
    let page = await listContracts(person('leader'), query)
    for (;;) {
      expected.push(
        ...page.rows.map(
          ({ number, localNumber, turnover }) => `${number},${localNumber},${yuanText(turnover as bigint)}`,
        ),
      )
      if (!page.next) break
      page = await listContracts(person('leader'), { ...query, cursor: page.next })
    }
    expect(expected.length).toBeGreaterThan(100)
    expect(lines.slice(1)).toEqual(expected)
  })

  it('goes past its batch, and is as long as what the reader may see, in both its forms', async () => {
    for (const [username, unit] of [
      ['auditor', null],
      ['D08', 'D08'],
    ] as const) {
      const [counted] = await sql()`
        select count(*)::integer as count from contract where ${unit}::text is null or unit = ${unit}`
      for (const form of [`columns=${columnKeys.join()}`, 'fields=all']) {
        const file = unzipSync(await taken(username, form, 'xlsx'))
        const rows = strFromU8(file['xl/worksheets/sheet1.xml'] as Uint8Array).match(/<row /g)?.length ?? 0
        expect(rows - 1, form).toBe(counted?.count)
      }
    }
  })

  it('is refused to who may not; the trail has who, which filters and how many rows, not what was sought', async () => {
    await expect(taken('admin', '')).rejects.toMatchObject({ detail: { code: 'forbidden' } })
    await taken('approver', 'q=示例秘密&unit=D08&columns=number')
    const [ended, begun] =
      await sql()`select action, subject, details, role from trail order by id desc limit 2`
    expect(begun).toMatchObject({
      action: 'contract.export',
      role: 'approver',
      details: { list: 'contracts', format: 'csv', filters: ['unit'], unit: ['D08'], columns: ['number'] },
    })
    expect(ended).toMatchObject({
      action: 'export.end',
      subject: begun?.subject,
      details: { rows: 0, whole: true },
    })
    expect(JSON.stringify([begun, ended])).not.toContain('秘密')
  })

  it('is read no faster than it is taken; broken off, the trail says how far it came', async () => {
    const { body, sent } = await open('auditor', 'fields=all')
    const reader = body.getReader()
    await reader.read()
    await reader.read()
    await reader.cancel(new Error('gone'))
    await expect(sent).rejects.toThrow('gone')
    const [ended] = await sql()`select action, details from trail order by id desc limit 1`
    expect(ended).toMatchObject({ action: 'export.end', details: { whole: false } })
    expect(ended?.details.rows).toBeLessThan(1000)
  })

  it('hides persons and telephones from leadership, in the register too', async () => {
    const seller = { name: '石河子大学', country: '142', code: '12659001MAFL02105T', kind: '022' }
    await contractIn('registered', registrarOf('U01'), {
      seller: { ...seller, region: '659001', isCorps: true, contact: '张三', phone: '0993-2057000' },
    })
    expect((await taken('U01', 'fields=all')).toString()).toMatch(/张三.*2057000/)
    expect((await taken('leader', 'fields=all&unit=U01')).toString()).not.toMatch(/张三|2057000/)
  })
})

describe('the register with all its fields', () => {
  it.each(['xlsx', 'csv'] as const)('comes back unchanged as %s', async (format) => {
    const unit = format === 'xlsx' ? 'D03' : 'D05'
    const office = registrarOf(unit)
    for (const [at, status] of (['registered', 'registered', 'cancelled', 'revoked'] as const).entries()) {
      const more = BigInt(at + (format === 'csv' ? 5 : 0)) * 7_000_000n
      await contractIn(status, office, {
        name: `=${at}+1；“乙方”,棉田\\${unit}第${at}块滴灌技术研发`,
        ...(status === 'registered' && {
          ownNumber: `-5@${at}`,
          turnover: 30_000_005n + more,
          technology: 30_000_000n + more,
          nonTechnical: [{ what: '设备；+1', amount: 5n }],
        }),
      })
    }
    const search = `fields=all&unit=${unit}&signDate.from=2024-01-01`
    const own = await sql()`select id, revision, content, status from contract where unit = ${unit} and id in
      (select contract from contract_event) order by id`
    const auditor = person('auditor')
    const bytes = await taken('auditor', `${search}&q=块滴灌技术研发`, format)
    expect(bytes.toString('latin1')).not.toMatch(/<f>/)
    const { id } = await beginImport(auditor, { fileName: `登记簿.${format}` }, [bytes])
    const begun = await readBatch(auditor, id)
    expect(begun?.mapping.columns).toHaveLength(targets.length)
    await judgeImport(auditor, { id, mapping: begun?.mapping })
    await workOn(auditor, id)
    const judged = await readBatch(auditor, id)
    expect(judged?.counts, JSON.stringify(judged?.rows.slice(0, 2))).toMatchObject({
      same: 4,
      new: 0,
      changed: 0,
      bad: 0,
    })
    await writeImport(auditor, { id, apply: true })
    await workOn(auditor, id)
    expect(
      await sql()`select id, revision, content, status from contract where unit = ${unit} and id in
        (select contract from contract_event) order by id`,
    ).toEqual(own)
  })

  it('has headings of its own only where the import has no place for them', async () => {
    const [head = ''] = (await taken('D08', 'fields=all&q=不存在')).toString().slice(1).split('\r\n')
    const named = head.split(',').map((heading) => targetNamed(heading)?.key ?? heading)
    expect(named).toEqual([...targets.map(({ key }) => key), '状态', '单位流水号', '统计年度'])
  })
})
