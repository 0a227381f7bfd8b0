import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasExpired, passwordFaultsOf } from './password-rules'

const rules = { passwordLength: 10, passwordHistory: 3 }

describe('password rules', () => {
  it.each([
    ['Xinjiang-2025', []],
    ['xinjiang-2025', []],
    ['Short-1', ['too-short']],
    ['onlysmallletters', ['too-plain']],
    ['Capitalsandsmall', ['too-plain']],
    ['密码密码密码密码密码1a', []],
    ['密码密码密码密码密码密码', ['too-plain']],
    ['My-Registrar-D08-1', ['holds-name']],
    ['short', ['too-short', 'too-plain']],
  ])('%s: %j', (password, faults) => {
    expect(passwordFaultsOf(password, 'registrar-d08', rules)).toEqual(faults)
  })

  it('counts what people see, not the halves of a character', () => {
    expect(passwordFaultsOf('𠀀𠀀𠀀𠀀𠀀Aa1-', 'somebody', rules)).toEqual(['too-short'])
  })

  it('never passes one that is too short or too long, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (password) => {
        const length = [...password].length
        const faults = passwordFaultsOf(password, 'somebody', rules)
        expect(faults.includes('too-short')).toBe(length < 10)
        expect(faults.includes('too-long')).toBe(length > 128)
      }),
    )
  })

  it('lets a password run out after its days, or never', () => {
    const changed = new Date('2025-01-01T00:00:00Z')
    const daysOn = (days: number) => new Date(changed.getTime() + days * 86_400_000 + 1)
    expect(hasExpired(changed, daysOn(89), 90)).toBe(false)
    expect(hasExpired(changed, daysOn(90), 90)).toBe(true)
    expect(hasExpired(changed, daysOn(10_000), 0)).toBe(false)
  })
})
