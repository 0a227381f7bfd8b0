import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Problem } from '@/lib/domain/problems'
import { judged } from '@/lib/testing/judged'
import { openTable } from '../spreadsheet/reading/open'

const file = (name: string) => join(import.meta.dirname, 'testing/fixtures', name)

/** What every file in `testing/fixtures` says, whoever wrote it. */
const meant: (string | bigint | undefined)[][] = [
  [
    '棉田膜下滴灌自动控制技术研究开发',
    '石河子大学',
    '绿洲节水有限公司（示例）',
    '2024-05-06',
    36_000_000n,
    36_000_000n,
  ],
  [
    '葡萄采后保鲜工艺技术研究开发',
    '石河子大学',
    '天山果业有限公司（示例）',
    '2024-12-09',
    81_420_000n,
    60_500_000n,
  ],
  ['奶牛同期发情调控技术研究开发', '新疆农垦科学院', '二师畜牧站（示例）', '2023-02-28', 123_456n, 123_456n],
]

describe('a file written by others', () => {
  test.each([
    ['xlsxwriter.xlsx', { formulas: 3, uncomputed: 0, merged: 0 }],
    ['exceljs.xlsx', { formulas: 3, uncomputed: 0, merged: 0 }],
    ['sheetjs.xlsx', { formulas: 0, uncomputed: 0, merged: 0 }],
    ['openpyxl.xlsx', { formulas: 1, uncomputed: 1, merged: 2 }],
    ['chinese-excel.csv', { formulas: 0, uncomputed: 0, merged: 0 }],
    ['excel-unicode.txt', { formulas: 0, uncomputed: 0, merged: 0 }],
  ])('%s is understood without a question', async (name, met) => {
    const { rows, understood, notes } = await judged(file(name), 'draft')
    const amounts = understood.mapping.columns.filter(({ money }) => money)
    expect(amounts.map(({ target, money }) => [target, money])).toEqual([
      ['turnover', 'wan'],
      ['technology', 'wan'],
    ])
    expect(notes).toEqual(met)
    const expected = meant.map((row, at) => {
      // Nobody has computed the last one's formula: it is asked for, never taken for nothing.
      const isOpen = met.uncomputed > 0 && at === 2
      return isOpen ? row.with(5, undefined) : row
    })
    expect(
      rows.map(({ said: { name: title, seller, buyer, signDate, turnover, technology, isRelated } }) => {
        expect(isRelated).toBe(false)
        return [title, seller?.name, buyer?.name, signDate, turnover, technology]
      }),
    ).toEqual(expected)
    if (met.uncomputed > 0) expect(rows[2]?.issues.map(({ path }) => path)).toContain('technology')
  })

  test.each([
    ['sheetjs.xls', 'old-excel'],
    ['sheetjs.xlsb', 'old-excel'],
    ['sheetjs.ods', 'not-a-spreadsheet'],
  ])('%s is told what to do instead', async (name, reason) => {
    expect(readFileSync(file(name)).length).toBeGreaterThan(0)
    const answer = await openTable(file(name)).catch((error) => error)
    expect(answer).toBeInstanceOf(Problem)
    expect((answer as Problem).detail).toEqual({ code: 'unreadable-file', reason })
  })
})
