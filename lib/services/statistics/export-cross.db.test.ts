import { strFromU8, unzipSync } from 'fflate'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { ownerUrl } from '@/db/testing/database'
import { chance, plant, randomContract } from '@/db/testing/plant'
import type { Actor } from '@/lib/domain/access/actor'
import { paramsOf } from '@/lib/domain/contract/list-query'
import { readCrossQuery } from '@/lib/domain/statistics/cross-query'
import { type Cell, figureText, isFigure } from '@/lib/domain/statistics/figure'
import { moveIn, person, registrarOf } from '@/lib/testing/house'
import { exportCross } from './export-cross'
import { readCross } from './read-cross'

const owner = postgres(ownerUrl(), { max: 1, onnotice: () => {} })

beforeAll(async () => {
  await moveIn()
  const next = chance(5)
  await plant(
    owner,
    Array.from({ length: 300 }, () => randomContract(next, [2023, 2024])),
  )
}, 60_000)

afterAll(() => Promise.all([owner.end(), database().close()]))

const ask = (search: string) => readCrossQuery(paramsOf(new URLSearchParams(search)), true)
const csv = async (actor: Actor, search: string, locale = 'zh-CN') =>
  new TextDecoder('utf-8', { ignoreBOM: true })
    .decode(await exportCross(actor, ask(search), { format: 'csv', locale }))
    .trimEnd()
    .split('\r\n')

describe('a cross-table as a file', () => {
  const search = 'rows=type&columns=area&measure=contracts&measure=turnoverIncrease&year=2024&zeros=shown'

  test('says what was asked, and holds every figure of the page to the last digit', async () => {
    const lines = await csv(person('leader'), search)
    const { table } = await readCross(person('leader'), ask(search))
    expect(lines[0]).toBe(
      '\ufeff2024年按合同类别和南北疆统计的合同数、成交额增量,北疆 合同数（项）,北疆 成交额增量（元）,南疆 合同数（项）,南疆 成交额增量（元）,合计 合同数（项）,合计 成交额增量（元）',
    )
    const text = (cell: Cell | undefined, unit: 'count' | 'money') =>
      cell && isFigure(cell) ? figureText(cell, unit) : ''
    expect(lines.slice(1)).toEqual(
      [...table.rows, { words: { zh: '合计' }, ...table.total }].map(({ words, cells, total }) =>
        [
          words.zh,
          ...[...cells, total].flatMap((one) => [
            text(one.contracts, 'count'),
            text(one.turnoverIncrease, 'money'),
          ]),
        ].join(','),
      ),
    )
    expect(lines.join()).toMatch(/,-\d/)
  })

  test('is a workbook whose numbers are numbers', async () => {
    const file = await exportCross(person('leader'), ask(search), { format: 'xlsx', locale: 'en' })
    const xml = strFromU8(unzipSync(file)['xl/worksheets/sheet1.xml'] as Uint8Array)
    expect(xml.match(/<row /g)).toHaveLength(7)
    expect(xml).toContain('North Increase in turnover (yuan)')
    const { table } = await readCross(person('leader'), ask(search))
    const { contracts, turnoverIncrease } = table.total.total
    if (!contracts || !turnoverIncrease || !isFigure(contracts) || !isFigure(turnoverIncrease))
      throw new Error('no figures')
    expect(xml).toContain(`"><v>${figureText(contracts, 'count')}</v>`)
    expect(xml).toContain(`s="2"><v>${figureText(turnoverIncrease, 'money')}</v>`)
  })

  test('names its filters, and an office’s its unit; its reach is the page’s', async () => {
    const narrowed = `${search}&cell.flow=1&name=示例`
    expect((await csv(person('leader'), narrowed))[0]).toContain('；合同名称：含“示例”；技术流向：')
    const office = await csv(registrarOf('D08'), search)
    expect(office[0]).toContain('八师')
    const { table } = await readCross(registrarOf('D08'), ask(search))
    expect(office).toHaveLength(table.rows.length + 2)
    const refused = (actor: Actor, asked: string) =>
      exportCross(actor, ask(asked), { format: 'csv', locale: 'en' })
    await expect(refused(registrarOf('D08'), `${search}&unit=D01`)).rejects.toMatchObject({
      detail: { code: 'not-found' },
    })
    await expect(refused(person('admin'), search)).rejects.toMatchObject({ detail: { code: 'forbidden' } })
  })

  test('never hands a formula to the program that opens it', async () => {
    const lines = await csv(person('leader'), 'rows=type&columns=none&year=2024&name==1%2B1')
    for (const line of lines) {
      for (const cell of line.split(',')) expect(cell).not.toMatch(/^\ufeff?"?[=+@]/)
    }
  })
})
