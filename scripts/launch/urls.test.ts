import fc from 'fast-check'
import { expect, test } from 'vitest'
import { appUrlOf, passwordOf } from './urls'

test('the application goes to the same place as the owner, as its own role', () => {
  expect(appUrlOf('postgres://boss:s%40cret@db.example:6543/reg?sslmode=require', 'p')).toBe(
    'postgres://jishi_app:p@db.example:6543/reg?sslmode=require',
  )
})

test('no password of the owner is left in the application’s address, whatever the characters', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (password) => {
      const url = appUrlOf('postgres://boss:TOPSECRET@h/d', password)
      expect(url).not.toContain('TOPSECRET')
      expect(passwordOf(url)).toBe(password)
    }),
  )
})
