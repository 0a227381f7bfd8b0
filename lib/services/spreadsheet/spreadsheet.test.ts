import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { csvLine } from './csv'
import { type XlsxCell, XlsxWriter } from './xlsx'
import { cellReference } from './xlsx-parts'

describe('csvLine', () => {
  it('neutralises what a spreadsheet would run, and quotes what would break the line', () => {
    expect(csvLine(['=1+1', '+86', '-5', '@a', ' =x', '＝1+1', '\tx'])).toBe(
      "'=1+1,'+86,'-5,'@a,' =x,'＝1+1,'\tx\r\n",
    )
    expect(csvLine(['a,b', 'a"b', 'a\nb', null, 7, '棉田（示例）'])).toBe(
      '"a,b","a""b","a\nb",,7,棉田（示例）\r\n',
    )
  })

  it('writes numbers as they are, to the last digit and below zero', () => {
    expect(csvLine([{ number: '-12345678901234.56' }, { number: '0' }, { number: '-1+1' }])).toBe(
      "-12345678901234.56,0,'-1+1\r\n",
    )
  })

  it('can be read back, whatever was typed', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (cells) => {
        const read = parse(csvLine(cells))
        expect(read.map((cell, index) => (cell === `'${cells[index]}` ? cells[index] : cell))).toEqual(cells)
        for (const cell of read) expect(cell).not.toMatch(/^[=+\-@]/)
      }),
    )
  })
})

/** A reader of one RFC 4180 line. */
function parse(line: string): string[] {
  const cells: string[] = []
  let [cell, quoted] = ['', false]
  for (let at = 0; at < line.length; at++) {
    const mark = line[at] as string
    if (quoted && mark === '"' && line[at + 1] === '"') cell += line[at++]
    else if (mark === '"') quoted = !quoted
    else if (!quoted && (mark === ',' || line.slice(at) === '\r\n')) {
      cells.push(cell)
      cell = ''
      if (mark === '\r') break
    } else cell += mark
  }
  return cells
}

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
