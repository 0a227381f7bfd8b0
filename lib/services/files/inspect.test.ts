import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Problem } from '@/lib/domain/problems'
import { jpeg, packed, pdf, pdfOf, png, zipEnd } from '@/lib/testing/sample-files'
import { inspect } from './inspect'

function answer(file: Buffer): string {
  try {
    return inspect(file)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return error.detail.code === 'unfit-file' ? error.detail.reason : error.detail.code
  }
}

const page = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>']
const text = (content: string) => Buffer.from(content)

describe('a file is what its content says', () => {
  it.each([
    ['application/pdf', pdf()],
    ['application/pdf', pdfOf([...page, packed('5 0 << /Type /Page >>')])],
    ['image/jpeg', jpeg()],
    ['image/png', png()],
  ])('%s', (type, file) => expect(answer(file)).toBe(type))

  it.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['a page', text('<!doctype html><script>alert(1)</script>'), 'wrong-type'],
    [
      'a drawing with script',
      text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      'wrong-type',
    ],
    ['a program', text('MZ\u0090\u0000'), 'wrong-type'],
    ['an archive', zipEnd(), 'wrong-type'],
    ['a mark alone', text('%PDF-'), 'damaged'],
    ['a PDF that begins late', Buffer.concat([text('GIF89a'), pdf()]), 'wrong-type'],
    ['a PDF whose table is elsewhere', text('%PDF-1.7\nstartxref\n3\n%%EOF\n'), 'damaged'],
    ['a picture that is also a PDF', withComment(jpeg(), '%PDF-1.4'), 'mixed'],
    ['a PDF that is also an archive', Buffer.concat([pdf(), zipEnd()]), 'mixed'],
    ['a picture with an archive behind it', Buffer.concat([png(), zipEnd()]), 'mixed'],
    ['a picture with anything behind it', Buffer.concat([png(), text('<script>')]), 'mixed'],
  ])('%s: %#', (_, file, reason) => expect(answer(file)).toBe(reason))

  it('what a phone puts behind a photograph is let be', () =>
    expect(answer(Buffer.concat([jpeg(), Buffer.alloc(5000, 7)]))).toBe('image/jpeg'))

  it.each([
    ['PDF', pdf()],
    ['JPEG', jpeg()],
    ['PNG', png()],
  ])('a %s cut off anywhere is damaged', (_, file) => {
    // The last line break of a PDF says nothing.
    for (let size = 1; size < file.length - 1; size += 1) {
      expect(answer(file.subarray(0, size))).not.toMatch(/\//)
    }
  })

  it('one wrong bit in a PNG is noticed', () =>
    fc.assert(
      fc.property(fc.nat(png().length * 8 - 1), (bit) => {
        const file = png()
        file[bit >> 3] = (file[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        expect(answer(file)).not.toBe('image/png')
      }),
    ))
})

describe('a PDF that acts instead of being read is refused', () => {
  it.each([
    ['a script', pdfOf([...page, '<< /S /JavaScript /JS (app.alert(1)) >>']), 'active'],
    ['a script spelt otherwise', pdfOf([...page, '<< /S /J#61va#53cript /JS (app.alert(1)) >>']), 'active'],
    ['a packed script', pdfOf([...page, packed('5 0 << /S /JavaScript /JS (app.alert(1)) >>')]), 'active'],
    ['a program to start', pdfOf([...page, '<< /S /Launch /F (cmd.exe) >>']), 'active'],
    ['a dynamic form', pdfOf([...page, '<< /XFA 4 0 R >>']), 'active'],
    ['objects packed so that nobody can look', pdfOf([...page, packed('5 0', '/LZWDecode')]), 'damaged'],
    ['objects packed twice', pdfOf([...page, packed('5 0', '[/FlateDecode /FlateDecode]')]), 'damaged'],
    ['a bomb', pdfOf([...page, packed(' '.repeat(80 * 1024 * 1024))]), 'damaged'],
    ['a password', pdfOf(page, '/Encrypt 9 0 R'), 'encrypted'],
  ])('%s', (_, file, reason) => expect(answer(file)).toBe(reason))

  it('words that merely resemble are not taken for it', () =>
    expect(answer(pdfOf([...page, '<< /EncryptMetadata true /LaunchPad 1 /Title (JavaScript) >>']))).toBe(
      'application/pdf',
    ))
})

it('whatever arrives is taken or refused, and nothing else happens', () => {
  const samples = [pdf(), jpeg(), png(), pdfOf([...page, packed('5 0 << /Type /Page >>')])]
  const cut = fc.tuple(fc.nat(), fc.nat(64), fc.uint8Array({ maxLength: 64 }))
  const mutated = fc
    .tuple(fc.constantFrom(...samples), fc.array(cut, { minLength: 1, maxLength: 6 }))
    .map(([sample, cuts]) =>
      cuts.reduce<Buffer>((file, [at, gone, come]) => {
        const from = file.length === 0 ? 0 : at % file.length
        return Buffer.concat([file.subarray(0, from), come, file.subarray(from + gone)])
      }, sample),
    )
  const random = fc
    .tuple(
      fc.constantFrom('', '%PDF-1.7\n', '\xff\xd8\xff', '\x89PNG\r\n\x1a\n'),
      fc.uint8Array({ maxLength: 3000 }),
    )
    .map(([mark, rest]) => Buffer.concat([Buffer.from(mark, 'latin1'), rest]))
  fc.assert(
    fc.property(fc.oneof(mutated, random), (file) => {
      expect(answer(file)).toEqual(expect.any(String))
    }),
    { numRuns: 2000 },
  )
})

function withComment(file: Buffer, comment: string): Buffer {
  const segment = Buffer.from([0xff, 0xfe, 0, comment.length + 2])
  return Buffer.concat([file.subarray(0, 2), segment, text(comment), file.subarray(2)])
}
