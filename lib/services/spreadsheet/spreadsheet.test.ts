import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type XlsxCell, XlsxWriter } from './xlsx'
import { cellReference } from './xlsx-parts'

function sheetOf(rows: XlsxCell[][]): string {
  const writer = new XlsxWriter('合同', [{ heading: '名称', width: 20 }])
  writer.add(rows)
  writer.end()
  const parts = unzipSync(Buffer.concat(writer.take()))
  expect(Object.keys(parts)).toContain('[Content_Types].xml')
  return strFromU8(parts['xl/worksheets/sheet1.xml'] as Uint8Array)
}

describe('XlsxWriter', () => {
  it('types its cells: exact numbers, days, office time, text', () => {
    const xml = sheetOf([
      [
        { number: '12345678901234.56' },
        { day: '2024-12-09' },
        { moment: '2024-12-09T08:05:00.000Z' },
        'a<b',
        { count: '777' },
      ],
    ])
    expect(xml).toContain('<c r="E2"><v>777</v></c>')
    expect(xml).toContain('<c r="A2" s="2"><v>12345678901234.56</v></c>')
    expect(xml).toContain('<c r="B2" s="3"><v>45635</v></c>')
    expect(xml).toMatch(/<c r="C2" s="4"><v>45635\.67013/)
    expect(xml).toContain('<t xml:space="preserve">a&lt;b</t>')
  })

  it('stays well-formed whatever was typed', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 }), (cells) => {
        const xml = sheetOf([cells])
        // biome-ignore lint/suspicious/noControlCharactersInRegex: looks for exactly what XML forbids.
        expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
        expect(xml.replace(/<[^<>]*>/g, '')).not.toMatch(/[<>]/)
        expect(xml).toMatch(/<\/sheetData><\/worksheet>$/)
      }),
      { numRuns: 25 },
    )
  }, 30_000)

  it('names columns as spreadsheets do', () => {
    expect([0, 25, 26, 701, 702].map((column) => cellReference(column, 1))).toEqual([
      'A1',
      'Z1',
      'AA1',
      'ZZ1',
      'AAA1',
    ])
  })
})
