import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { zipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import type { Cell } from '@/lib/domain/import/cell'
import { Problem } from '@/lib/domain/problems'
import { madeWorkbook } from '@/lib/testing/ooxml'
import { concatenated } from '../concatenated'
import { type XlsxCell, XlsxWriter } from '../xlsx'
import { type Notes, noNotes } from './cell'
import { openTable } from './open'

const home = mkdtempSync(join(tmpdir(), 'jishi-reading-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))
let files = 0

function fileOf(bytes: Uint8Array | string): string {
  files += 1
  const path = join(home, String(files))
  writeFileSync(path, bytes)
  return path
}

async function cellsOf(bytes: Uint8Array | string, sheet = 0, notes: Notes = noNotes()) {
  const table = await openTable(fileOf(bytes))
  try {
    const rows: { number: number; cells: readonly Cell[] }[] = []
    for await (const some of table.rows(sheet, notes)) rows.push(...some)
    return { table, rows, notes }
  } finally {
    table.close()
  }
}

const refusal = (bytes: Uint8Array | string) =>
  cellsOf(bytes).then(
    () => 'read',
    (error) => (error instanceof Problem && 'reason' in error.detail ? error.detail.reason : error),
  )

describe('a workbook', () => {
  it('of Excel: shared and rich texts, days, truth, faults, formulas, merged cells, hidden sheets', async () => {
    const { rows, table, notes } = await cellsOf(
      madeWorkbook(
        [
          {
            name: '合同',
            data: `<row r="1" spans="1:4"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
              <row r="3"><c r="A3" s="1"><v>45635</v></c><c r="B3" s="2"><v>45635.5</v></c><c r="D3" t="b"><v>1</v></c></row>
              <row r="4"><c r="A4" t="e"><v>#N/A</v></c><c r="B4"><f>1+1</f><v>81.420000000000002</v></c><c r="C4" t="str"><f>A1&amp;"x"</f><v>abc</v></c><c r="D4"><f>NOW()</f></c></row>
              <row r="5"><c r="A5" t="s"><v>2</v></c></row><row r="6"/>`,
            after: '<mergeCells count="1"><mergeCell ref="A5:B6"/></mergeCells><pageMargins left="0.7"/>',
          },
          { name: '字典', state: 'hidden', data: '' },
        ],
        {
          shared:
            '<si><t>名称</t></si><si><r><rPr><b/></rPr><t>成</t></r><r><t xml:space="preserve">交额_x000A_</t></r><rPh sb="0" eb="1"><t>チェン</t></rPh></si><si><t>石河子</t></si>',
          styles:
            '<numFmts><numFmt numFmtId="177" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="177"/></cellXfs>',
        },
      ),
    )
    expect(table.sheets).toEqual([
      { name: '合同', hidden: false },
      { name: '字典', hidden: true },
    ])
    expect(rows).toEqual([
      { number: 1, cells: ['名称', '成交额\n'] },
      { number: 3, cells: [{ date: '2024-12-09' }, { date: '2024-12-09T12:00:00' }, null, { flag: true }] },
      { number: 4, cells: [{ fault: '#N/A' }, { number: '81.420000000000002' }, 'abc'] },
      { number: 5, cells: ['石河子', '石河子'] },
      { number: 6, cells: ['石河子', '石河子'] },
    ])
    expect(notes).toEqual({ formulas: 3, uncomputed: 1, merged: 1 })
  })

  it('of other writers: a prefix on each tag, places from the root, cells without a reference, days from 1904', async () => {
    const { rows } = await cellsOf(
      madeWorkbook(
        [
          {
            name: 'Sheet1',
            data: '<x:row><x:c t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c><x:c s="1"><x:v>44173</x:v></x:c><x:c t="n"><x:v>12</x:v></x:c></x:row>',
          },
        ],
        {
          prefix: 'x',
          absolute: true,
          properties: 'date1904="1"',
          styles: '<x:cellXfs><x:xf numFmtId="0"/><x:xf numFmtId="22"/></x:cellXfs>',
        },
      ),
    )
    expect(rows).toEqual([{ number: 1, cells: ['甲', { date: '2024-12-09' }, { number: '12' }] }])
  })

  it('of ours says again what was written', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((one) => /^[^\p{C}]*$/u.test(one))
    const cell = fc.oneof(
      text,
      fc
        .bigInt(0n, 10n ** 14n)
        .map((fen) => ({ number: `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}` })),
      fc.integer({ min: 0, max: 40_000 }).map((days) => ({
        day: new Date(Date.UTC(1990, 0, 1) + days * 86_400_000).toISOString().slice(0, 10),
      })),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 5 }),
        async (rows) => {
          const writer = new XlsxWriter('合同', [{ heading: '一', width: 9 }])
          writer.add(rows as XlsxCell[][])
          writer.end()
          const read = (await cellsOf(concatenated(writer.take()))).rows.slice(1)
          const meant = rows
            .map((cells) =>
              cells.map((one) =>
                one === '' ? null : typeof one === 'object' && 'day' in one ? { date: one.day } : one,
              ),
            )
            .map((cells) => cells.slice(0, cells.findLastIndex((one) => one !== null) + 1))
            .filter((cells) => cells.length > 0)
          expect(read.map(({ cells }) => cells)).toEqual(meant)
        },
      ),
      { numRuns: 25 },
    )
  })

  it('of very many empty rows is read to its end', async () => {
    const empty = '<row r="7" spans="1:3" ht="15" customHeight="1"/>'.repeat(200_000)
    const { rows } = await cellsOf(
      madeWorkbook([{ name: 'S', data: `<row r="1"><c r="A1"><v>1</v></c></row>${empty}` }]),
    )
    expect(rows).toHaveLength(1)
  }, 60_000)
})

describe('what is hostile or no table is refused with its reason', () => {
  const compound = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  const entity = `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "b">]><worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&a;</v></c></row></sheetData></worksheet>`
  const sound = madeWorkbook([{ name: 'S', data: '<row r="1"><c r="A1"><v>1</v></c></row>' }])
  const crowd = Object.fromEntries(Array.from({ length: 2001 }, (_, n) => [`xl/${n}`, new Uint8Array(1)]))
  it.each<[string, () => Uint8Array | string, string]>([
    ['nothing', () => '', 'empty'],
    ['Excel 97', () => Buffer.concat([compound, Buffer.alloc(600)]), 'old-excel'],
    [
      'a password',
      () => Buffer.concat([compound, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]),
      'encrypted',
    ],
    ['a picture', () => Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'not-a-spreadsheet'],
    ['a Word file', () => zipSync({ 'word/document.xml': new Uint8Array(3) }), 'not-a-spreadsheet'],
    ['half a file', () => sound.subarray(0, sound.length / 2), 'damaged'],
    ['entities of its own', () => madeWorkbook([{ name: 'S', data: entity }]), 'damaged'],
    ['tags that do not close', () => madeWorkbook([{ name: 'S', data: '<row r="1"><c r="A1">' }]), 'damaged'],
    ['a bomb', () => zipSync(crowd, { level: 0 }), 'bomb'],
    ['what says it unpacks to gigabytes', () => telling(sound, 2 ** 31), 'bomb'],
    ['what unpacks to more than it says', () => telling(sound, 10), 'damaged'],
    [
      'far to the right',
      () => madeWorkbook([{ name: 'S', data: '<row r="1"><c r="XFD1"><v>1</v></c></row>' }]),
      'too-many-columns',
    ],
    ['neither UTF-8 nor GB18030', () => Buffer.from([0x61, 0x2c, 0xff, 0xff, 0x0a]), 'encoding'],
  ])(
    '%s',
    async (_, bytes, reason) => {
      expect(await refusal(bytes())).toBe(reason)
    },
    30_000,
  )

  it('and no bytes at all crash the reader', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.nat(sound.length - 1), async (noise, at) => {
        const broken = Uint8Array.from(sound)
        broken.set(noise.subarray(0, Math.min(noise.length, sound.length - at)), at)
        for (const bytes of [noise, broken]) {
          const answer = await refusal(bytes)
          expect(typeof answer, String(answer)).toBe('string')
        }
      }),
      { numRuns: 60 },
    )
  }, 30_000)
})

describe('CSV', () => {
  it('is read in every encoding and with every delimiter', async () => {
    const lines = [
      ['合同名称', '卖方', '成交额（元）'],
      ['节水;灌溉\t“研发”', '石河子,大学', '1000.5'],
      ['多行\n名称', '他说"好"', ''],
    ]
    for (const delimiter of [',', ';', '\t'] as const) {
      const text = lines
        .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter))
        .join('\r\n')
      const gb = Buffer.from(gb18030(text))
      const encodings: [Uint8Array, string][] = [
        [Buffer.from(text), 'utf-8'],
        [Buffer.from(`\uFEFF${text}`), 'utf-8'],
        [gb, 'gb18030'],
        [Buffer.from(`\uFEFF${text}`, 'utf16le'), 'utf-16le'],
      ]
      for (const [bytes, encoding] of encodings) {
        const { table, rows } = await cellsOf(bytes)
        expect(table).toMatchObject({ encoding, delimiter })
        expect(rows.map(({ cells }) => cells.map((cell) => cell ?? ''))).toEqual(lines)
      }
    }
  })
})

/** The same archive, its directory telling another size of each part once unpacked. */
function telling(bytes: Uint8Array, size: number): Uint8Array {
  const told = Buffer.from(bytes)
  const entry = Buffer.from('PK\x01\x02', 'latin1')
  for (let at = told.indexOf(entry); at >= 0; at = told.indexOf(entry, at + 4))
    told.writeUInt32LE(size, at + 24)
  return told
}

/** Node only decodes GB18030: the two-byte part of it turned round. */
function gb18030(text: string): number[] {
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<string, number[]>()
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      if (low !== 0x7f) codes.set(decoder.decode(new Uint8Array([high, low])), [high, low])
    }
  }
  return [...text].flatMap((sign) => (sign < '\x80' ? [sign.charCodeAt(0)] : (codes.get(sign) ?? [])))
}
