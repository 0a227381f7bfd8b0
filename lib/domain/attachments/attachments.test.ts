import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeList } from '../contract/code-lists'
import { byteRange } from './byte-range'
import { contentDisposition, fileNameFor } from './file-name'
import { belongsToOne } from './files'

describe('the name of a file', () => {
  it.each([
    ['技术开发合同（盖章）.pdf', '技术开发合同（盖章）.pdf'],
    ['Шәһәр هۆججەت.PDF', 'Шәһәр هۆججەت.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Users\\张三\\合同.pdf', '合同.pdf'],
    ['合同\u202Efdp.exe', '合同fdp.exe.pdf'],
    ['a\u0000b\r\nSet-Cookie: x.pdf', 'abSet-Cookie_ x.pdf'],
    ['\u200B\uFEFF.pdf', 'file.pdf'],
    ['...', 'file.pdf'],
    ['', 'file.pdf'],
    ['"><script>.pdf', '___script_.pdf'],
  ])('%j becomes %j', (given, kept) => expect(fileNameFor(given, 'application/pdf')).toBe(kept))

  it('ends as the detected type does, whatever it was called', () => {
    expect(fileNameFor('扫描件.JPEG', 'image/jpeg')).toBe('扫描件.jpg')
    expect(fileNameFor('图.png', 'image/jpeg')).toBe('图.png.jpg')
  })

  it('is short, has no folder, no control or direction character, and stays what it is when kept again', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const name = fileNameFor(given, 'image/png')
        expect([...name].length).toBeLessThanOrEqual(120)
        expect(name).not.toMatch(/[/\\\p{Cc}\p{Cf}\p{Cs}<>:"|?*%]/u)
        expect(name).toMatch(/^[^. ].*\.png$/u)
        expect(fileNameFor(name, 'image/png')).toBe(name)
      }),
    ))

  it('is given out whole in UTF-8 and legibly in ASCII, and can’t end its header', () => {
    expect(contentDisposition('inline', '合同 (1).pdf')).toBe(
      `inline; filename="__ (1).pdf"; filename*=UTF-8''%E5%90%88%E5%90%8C%20%281%29.pdf`,
    )
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (given) => {
        const header = contentDisposition('attachment', fileNameFor(given, 'application/pdf'))
        expect(header).toMatch(/^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[\w.~!#$&+^`|%-]+$/)
        expect(header.match(/"/g)).toHaveLength(2)
      }),
    )
  })
})

describe('the part of a file that is asked for', () => {
  it.each([
    [null, null],
    ['bytes=0-9', { start: 0, end: 9 }],
    ['bytes=90-', { start: 90, end: 99 }],
    ['bytes=-10', { start: 90, end: 99 }],
    ['bytes=-1000', { start: 0, end: 99 }],
    ['bytes=50-5000', { start: 50, end: 99 }],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=9-3', null],
    ['bytes=0-1,5-6', null],
    ['bytes=-', null],
    ['lines=1-2', null],
    ['bytes=99999999999999999999-', null],
  ])('%j of 100 bytes is %j', (header, part) => expect(byteRange(header, 100)).toEqual(part))
})

it('every kind of paper belongs to one contract but those that speak of a party, a right or a project', () => {
  const shared = codeList('attachmentKind').filter(({ code }) => !belongsToOne(code))
  expect(shared.map(({ code }) => code)).toEqual(['ATT03', 'ATT04', 'ATT05', 'ATT06', 'ATT08'])
})
