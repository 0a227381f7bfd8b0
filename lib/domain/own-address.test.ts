import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ownAddress } from './own-address'

it.each([
  ['/statistics/cross?rows=unit&year=2024', '/statistics/cross?rows=unit&year=2024'],
  ['/contracts#top', '/contracts'],
  ['/', '/'],
  ['/a/../contracts', '/contracts'],
  ['contracts', null],
  ['', null],
  [null, null],
  ['https://example.com/', null],
  ['//example.com', null],
  ['/\\example.com', null],
  ['/\t/example.com', null],
  ['/.//example.com', null],
  ['/a/..//example.com', null],
  ['/./\\example.com', null],
  [`/${'a'.repeat(4001)}`, null],
])('%s → %s', (given, own) => {
  expect(ownAddress(given)).toBe(own)
})

it('never leads out of the house, and is the same when read again', () => {
  const pieces = fc.array(fc.constantFrom('/', '\\', '.', '..', ':', '@', '?', '#', '%2f', '\t', 'a', '技'), {
    maxLength: 8,
  })
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        pieces.map((all) => all.join('')),
      ),
      (text) => {
        const own = ownAddress(`/${text}`)
        if (own === null) return
        expect(new URL(own, 'https://jishi.example').origin).toBe('https://jishi.example')
        expect(ownAddress(own)).toBe(own)
      },
    ),
    { numRuns: 2000 },
  )
})
