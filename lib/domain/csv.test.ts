import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvLine } from './csv'

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
      { examples: [[['=\u0338']]] },
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
