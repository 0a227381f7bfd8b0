import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { bounds } from '@/lib/domain/checker/bounds'
import { type ReportRefusal, Unreadable } from '@/lib/domain/checker/refusals'
import { readDocument } from './read-document'
import { pdfFile, setPages } from './testing/pdf-file'
import { cell, paragraph, run, table, wordFile, wordParts } from './testing/word-file'

const answer = (bytes: Uint8Array) =>
  readDocument(bytes).then(
    ({ blocks }) => blocks.length,
    (error: unknown) => (error instanceof Unreadable ? error.reason : Promise.reject(error)),
  )
const good = wordFile(paragraph(run('2024年登记合同7项')) + table([cell('单位'), cell('7')]))
const pdf = pdfFile(
  setPages([
    { text: '2024年登记合同7项。' },
    {
      rows: [
        ['单位', '项'],
        ['八师', '7'],
      ],
    },
  ]),
)
const withDocument = (xml: string) => zipSync({ ...wordParts(''), 'word/document.xml': strToU8(xml) })
const compound = (name: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(name, 'utf16le')])
const entities = `<!DOCTYPE x [<!ENTITY a "9999999999">${'bcdefgh'
  .split('')
  .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefgh'[at]};`.repeat(10)}">`)
  .join('')}]>`
const outside = '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
const sheet = {
  ...wordParts(''),
  '_rels/.rels': strToU8(
    '<Relationships><Relationship Id="1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  ),
}
/** A zip whose directory says of a part of 2 MB that it unpacks to so many bytes. */
function saying(size: number): Uint8Array {
  const real = 2 * 2 ** 20
  const bytes = zipSync({ ...wordParts(''), 'word/document.xml': new Uint8Array(real) })
  const view = new DataView(bytes.buffer)
  for (let at = 0; at + 30 < bytes.length; at++)
    if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === real)
      view.setUint32(at + 24, size, true)
  return bytes
}

describe('a file that can’t be checked gets the answer that fits', () => {
  const cases: [string, () => Uint8Array, ReportRefusal][] = [
    ['empty', () => new Uint8Array(), 'empty'],
    ['a picture', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'not-document'],
    ['a program', () => Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), 'not-document'],
    ['rich text', () => Buffer.from('{\\rtf1 7}'), 'not-document'],
    ['old Word', () => compound('WordDocument'), 'old-word'],
    ['encrypted Word', () => compound('EncryptedPackage'), 'encrypted'],
    ['an old workbook', () => compound('Workbook'), 'not-document'],
    ['a workbook', () => zipSync(sheet), 'other-office'],
    ['a zip of something', () => zipSync({ 'a.txt': strToU8('7') }), 'not-document'],
    ['a Word file cut off', () => good.subarray(0, good.length - 40), 'damaged'],
    ['a Word file cut in half', () => good.subarray(0, good.length / 2), 'damaged'],
    ['XML that ends early', () => withDocument('<w:document><w:body>'), 'damaged'],
    ['a zip bomb', () => saying(120 * 2 ** 20), 'too-packed'],
    ['a small one', () => saying(19 * 2 ** 20), 'too-packed'],
    [
      'a zip of very many parts',
      () => zipSync(Object.fromEntries([...Array(2100).keys()].map((at) => [`${at}`, strToU8('')]))),
      'too-packed',
    ],
    ['a zip that lies of its size', () => saying(100), 'damaged'],
    ['an XML bomb', () => withDocument(`${entities}<w:document>&h;</w:document>`), 'unsafe-xml'],
    ['XML that asks for a file', () => withDocument(`${outside}<w:document>&x;</w:document>`), 'unsafe-xml'],
    ['an entity that nobody declared', () => withDocument('<w:p><w:r><w:t>&x;</w:t></w:r></w:p>'), 'damaged'],
    ['deep nesting', () => wordFile(`${'<w:sdt>'.repeat(5000)}${'</w:sdt>'.repeat(5000)}`), 'unsafe-xml'],
    ['a Word file without text', () => wordFile('<w:p/>'), 'no-text'],
    ['too much text', () => wordFile(paragraph(run('字'.repeat(bounds.characters + 1)))), 'too-long'],
    ['too much plain text', () => Buffer.from('字'.repeat(bounds.characters + 1)), 'too-long'],
    ['a scan', () => pdfFile([[], []]), 'no-text'],
    ['a PDF cut in half', () => pdf.subarray(0, 400), 'damaged'],
    ['nothing but the mark of a PDF', () => Buffer.from('%PDF-1.7\n'), 'damaged'],
    [
      'a PDF of 5000 pages',
      () => pdfFile(Array(5000).fill([{ text: '7', x: 80, y: 700 }])),
      'too-many-pages',
    ],
    [
      'an encrypted PDF',
      () =>
        pdfFile(
          [[{ text: '7', x: 80, y: 700 }]],
          `/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/O<${'41'.repeat(32)}>/U<${'42'.repeat(32)}>/P -44>>`,
        ),
      'encrypted',
    ],
  ]
  it.each(cases)('%s', async (_, make, reason) => {
    expect(await answer(make())).toBe(reason)
  })
})

describe('a file that can be read is read', () => {
  it('whatever its parts are called', async () => {
    const strange = {
      ...wordParts(paragraph(run('7项'))),
      '../../x.xml': strToU8('<a/>'),
      __proto__x: strToU8(''),
    }
    expect(await answer(zipSync(strange))).toBe(1)
  })

  it('with spans no table has', async () => {
    const body = table([
      cell('单位', '<w:gridSpan w:val="999999999"/>'),
      cell('7', '<w:gridSpan w:val="-5"/>'),
    ])
    const [block] = (await readDocument(wordFile(body))).blocks
    expect(block?.kind === 'table' && block.rows.map(({ length }) => length)).toEqual([65])
  })

  it.each([
    ['UTF-8', Buffer.from('\ufeff2024年登记7项')],
    ['UTF-16', Buffer.from('\ufeff2024年登记7项', 'utf16le')],
    ['GB 18030', Buffer.from('32303234c4eab5c7bcc737cfee', 'hex')],
  ])('as text in %s', async (_, bytes) => {
    expect((await readDocument(bytes)).blocks).toEqual([{ kind: 'paragraph', text: '2024年登记7项' }])
  })
})

describe('any bytes get an answer', () => {
  it('random ones', async () => {
    const head = fc
      .constantFrom('', 'PK\u0003\u0004', '%PDF-1.7\n', '\u00d0\u00cf\u0011\u00e0')
      .map((text) => Buffer.from(text, 'latin1'))
    await fc.assert(
      fc.asyncProperty(head, fc.uint8Array({ maxLength: 400 }), async (start, rest) => {
        await answer(Buffer.concat([start, rest]))
      }),
      { numRuns: 100 },
    )
  }, 60_000)

  it('a Word file or a PDF with some of its bytes changed, or a part of its text replaced', async () => {
    const change = fc.record({ at: fc.nat(), byte: fc.integer({ min: 0, max: 255 }) })
    const bits = fc.constantFrom(
      '<w:tbl>',
      '</w:p>',
      '<w:tc>',
      '<w:r>',
      '&',
      '<!--',
      '<![CDATA[7]]>',
      '<w:p/>',
    )
    const xml = Buffer.from(wordParts(paragraph(run('7项')) + table([cell('1')]))['word/document.xml'] ?? [])
    await fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        fc.array(change, { minLength: 1, maxLength: 12 }),
        fc.nat(),
        bits,
        async (word, changes, at, bit) => {
          const bytes = Uint8Array.from(word ? good : pdf)
          for (const one of changes) bytes[one.at % bytes.length] = one.byte
          await answer(bytes)
          const place = at % xml.length
          const text = Buffer.concat([xml.subarray(0, place), Buffer.from(bit), xml.subarray(place)])
          await answer(zipSync({ ...wordParts(''), 'word/document.xml': text }))
        },
      ),
      { numRuns: 40 },
    )
  }, 60_000)
})
