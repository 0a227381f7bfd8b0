import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { Problem } from '@/lib/domain/problems'
import { madeWorkbook } from '@/lib/testing/ooxml'
import { readSheet } from './read-sheet'
import { type XlsxCell, XlsxWriter } from './xlsx'

const MOST = 100

function workbook(rows: XlsxCell[][]): Uint8Array {
  const writer = new XlsxWriter('表', [{ heading: '名称', width: 20 }])
  writer.add(rows)
  writer.end()
  return Buffer.concat(writer.take())
}

const refusal = (bytes: Uint8Array) =>
  readSheet(bytes, MOST).then(
    () => 'read',
    (error) => (error instanceof Problem && 'reason' in error.detail ? error.detail.reason : error),
  )

describe('a small table read from a file', () => {
  test('gives numbers and days as text, and skips what is empty', async () => {
    const read = await readSheet(
      workbook([[{ number: '81423.37' }, null, { day: '2024-12-09' }], [], ['末']]),
      MOST,
    )
    expect(read).toEqual([
      { at: 1, cells: ['名称'] },
      { at: 2, cells: ['81423.37', '', '2024-12-09'] },
      { at: 4, cells: ['末'] },
    ])
  })

  test('comes from the first sheet that is shown', async () => {
    const one = (text: string) => `<row r="3"><c r="B3" t="inlineStr"><is><t>${text}</t></is></c></row>`
    const file = madeWorkbook([
      { name: '字典', state: 'hidden', data: one('码') },
      { name: '台账', data: one('石河子') },
    ])
    expect(await readSheet(file, MOST)).toEqual([{ at: 3, cells: ['', '石河子'] }])
  })

  test('may be CSV, also as Chinese Excel saves it', async () => {
    expect(await readSheet(strToU8('\ufeff名称,数\n"甲,乙",2\n'), MOST)).toEqual([
      { at: 1, cells: ['名称', '数'] },
      { at: 2, cells: ['甲,乙', '2'] },
    ])
    const gbk = new Uint8Array([0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0x31])
    expect(await readSheet(gbk, MOST)).toEqual([{ at: 1, cells: ['名称', '1'] }])
  })

  test('is told when it is none or too long, and leaves nothing behind either way', async () => {
    const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith('jishi-sheet-')).length
    const before = left()
    expect(await refusal(strToU8('%PDF-1.7\u0000\u0001'))).toBe('not-a-spreadsheet')
    expect(await refusal(workbook(Array.from({ length: 120 }, () => ['甲'])))).toBe('too-many-rows')
    expect(left()).toBe(before)
  })
})
