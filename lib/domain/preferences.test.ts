import fc from 'fast-check'
import { expect, it } from 'vitest'
import { preferenceNames, preferenceSchema, readPreferences } from './preferences'

it('keeps what it understands of what was kept, and lets the rest go', () => {
  expect(
    readPreferences({
      language: 'en',
      theme: 'sepia',
      density: 'compact',
      pageSize: 37,
      shortcuts: 'no',
      x: 1,
    }),
  ).toEqual({ language: 'en', density: 'compact' })
})

it('reads anything at all without a fault, and nothing but values that could be chosen', () => {
  fc.assert(
    fc.property(fc.anything(), (kept) => {
      expect(preferenceSchema.partial().safeParse(readPreferences(kept)).success).toBe(true)
    }),
  )
  fc.assert(
    fc.property(
      fc.record(Object.fromEntries(preferenceNames.map((name) => [name, fc.anything()]))),
      (kept) => {
        expect(preferenceSchema.partial().safeParse(readPreferences(kept)).success).toBe(true)
      },
    ),
  )
})
