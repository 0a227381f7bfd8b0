import fc from 'fast-check'
import { expect, it } from 'vitest'
import { freeze, thaw } from './frozen'

const leaf = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.bigInt(),
  fc.date({ noInvalidDate: true }),
)
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.constantFrom('$', 'v'), fc.string()), tie('value'), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
    fc.array(fc.tuple(leaf, tie('value')), { maxLength: 3 }).map((pairs) => new Map(pairs as never)),
  ),
}))

it('comes back as what it was, and its text stays the same', () => {
  fc.assert(
    fc.property(value, (one) => {
      const text = freeze(one)
      expect(thaw(text)).toEqual(one)
      expect(freeze(thaw(text))).toBe(text)
    }),
  )
})

it('refuses a text that is none of its own', () => {
  expect(() => thaw('{"$":"x","v":1}')).toThrow(SyntaxError)
})
