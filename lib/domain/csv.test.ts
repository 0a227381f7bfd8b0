import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvLine } from './csv'

describe('csv', () => {
  it('quotes what would break the line', () => {
    expect(csvLine(['a', 'b,c', 'say "so"', null, 3, 'two\nlines'])).toBe(
      'a,"b,c","say ""so""",,3,"two\nlines"\r\n',
    )
  })

  it('never lets a cell begin like a formula', () => {
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string(), (mark, rest) => {
        expect(csvLine([mark + rest])).toMatch(/^"?'/)
      }),
    )
  })
})
