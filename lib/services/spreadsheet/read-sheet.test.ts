import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { Problem } from '@/lib/domain/problems'
import { readSheet } from './read-sheet'
import { type XlsxCell, XlsxWriter } from './xlsx'

const limits = { rows: 100, columns: 10 }

function workbook(rows: XlsxCell[][]): Uint8Array {
  const writer = new XlsxWriter('表', [{ heading: '名称', width: 20 }])
  writer.add(rows)
  writer.end()
  return Buffer.concat(writer.take())
}

function refusal(bytes: Uint8Array): string {
  try {
    readSheet(bytes, limits)
    return 'read'
  } catch (error) {
    if (error instanceof Problem && error.detail.code === 'unfit-sheet') return error.detail.reason
    throw error
  }
}

/** A workbook with this sheet, and these shared texts. */
const packed = (sheet: string | Uint8Array, shared = '') =>
  zipSync({
    'xl/workbook.xml': strToU8(
      '<workbook xmlns:r="r"><sheets><sheet name="a" r:id="rId7"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="rId7" Target="/xl/worksheets/own.xml"/></Relationships>',
    ),
    'xl/worksheets/own.xml': typeof sheet === 'string' ? strToU8(sheet) : [sheet, { level: 1 }],
    'xl/sharedStrings.xml': strToU8(shared || '<sst/>'),
  })

describe('a table read from a file', () => {
  test('is what the writer wrote, whatever it was', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .filter((one) => one.trim() !== '' && !/[\p{Cc}\p{Surrogate}\ufffe\uffff]/u.test(one))
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 1, maxLength: 5 }), { maxLength: 8 }), (rows) => {
        const read = readSheet(workbook(rows), limits)
        expect(read.map(({ cells }) => cells)).toEqual([['名称'], ...rows])
      }),
      { numRuns: 40 },
    )
  })

  test('gives numbers and days as they are kept, and skips what is empty', () => {
    const read = readSheet(
      workbook([[{ number: '81423.37' }, null, { day: '2024-12-09' }], [], ['末']]),
      limits,
    )
    expect(read.slice(1)).toEqual([
      { at: 2, cells: ['81423.37', '', '45635'] },
      { at: 4, cells: ['末'] },
    ])
  })

  test('comes from the first sheet wherever it lies, shared texts without their readings', () => {
    const sheet =
      '<x:worksheet><x:sheetData><x:row r="3"><x:c r="B3" t="s"><x:v>0</x:v></x:c><x:c r="C3"><x:v>81423.369999999995</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    const shared = '<sst><si><r><t>石河</t></r><r><t>子</t></r><rPh><t>shihezi</t></rPh></si></sst>'
    expect(readSheet(packed(sheet, shared), limits)).toEqual([{ at: 3, cells: ['', '石河子', '81423.37'] }])
  })

  test('in CSV is read in UTF-8 and as Chinese Excel saves it', () => {
    expect(readSheet(strToU8('\ufeff名称,数\n"甲,乙",2\n'), limits)).toEqual([
      { at: 1, cells: ['名称', '数'] },
      { at: 2, cells: ['甲,乙', '2'] },
    ])
    const gbk = new Uint8Array([0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0x31])
    expect(readSheet(gbk, limits)).toEqual([{ at: 1, cells: ['名称', '1'] }])
  })
})

describe('a file that is none is told what it is', () => {
  test.each([
    ['empty', new Uint8Array()],
    ['old-or-encrypted', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3])],
    ['not-a-sheet', strToU8('%PDF-1.7\u0000\u0001')],
    ['not-a-sheet', zipSync({ 'word/document.xml': strToU8('<w/>') })],
    ['damaged', packed('<worksheet><sheetData><row></sheetData>')],
    ['damaged', packed('<!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>')],
    ['damaged', workbook([['甲']]).slice(0, 900)],
    ['too-long', workbook(Array.from({ length: 120 }, () => ['甲']))],
  ])('%s', (reason, bytes) => {
    expect(refusal(bytes)).toBe(reason)
  })

  test('a bomb stops before it fills the memory', () => {
    const bomb = packed(new Uint8Array(40 * 1024 * 1024).fill(0x20))
    expect(bomb.length).toBeLessThan(400_000)
    expect(refusal(bomb)).toBe('too-long')
  }, 60_000)

  test('whatever bytes arrive, the answer is a table or a reason', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (bytes, zipped) => {
        refusal(zipped ? new Uint8Array([0x50, 0x4b, 0x03, 0x04, ...bytes]) : bytes)
      }),
      { numRuns: 200 },
    )
  })
})
