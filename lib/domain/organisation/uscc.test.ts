import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseUscc, usccCheckCharacter, usccParts, usccProblem } from './uscc'

const ALPHABET = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
const digits = (length: number) =>
  fc.array(fc.constantFrom(...'0123456789'), { minLength: length, maxLength: length }).map((d) => d.join(''))
const uscc = fc
  .tuple(
    fc.constantFrom('11', '12', '51', '91', '92', '93', 'N2', 'Y1'),
    digits(6),
    fc.array(fc.constantFrom(...ALPHABET), { minLength: 9, maxLength: 9 }).map((c) => c.join('')),
  )
  .map((parts) => parts.join(''))
  .map((head) => head + usccCheckCharacter(head))

const replaced = (code: string, at: number, by: string): string => code.slice(0, at) + by + code.slice(at + 1)

describe('unified social credit code', () => {
  it.each([
    '91350100M000100Y43',
    '12650104MAMEH0504A',
    '12659004MAD9J1208G',
    '12659006MA362830X5',
    '51659001MA04TG3011',
    '51659012MAUQ1C302E',
    '91650203MA81K5507N',
    '91659001MAJUWK2004',
    '91659003MA1TK74090',
    '91659004MAXLU15045',
    '91659011MA17N3201P',
  ])('%s is well formed', (code) => {
    expect(usccProblem(code)).toBeNull()
  })

  it.each([
    ['', 'length'],
    ['91350100M000100Y4', 'length'],
    ['91350100M000100Y433', 'length'],
    ['91350100M0O0100Y43', 'alphabet'],
    ['91350100M000100Y4I', 'alphabet'],
    ['91350100m000100y43', 'alphabet'],
    ['91350100M000100Y44', 'check'],
  ])('%j: %s', (code, problem) => {
    expect(usccProblem(code)).toBe(problem)
  })

  it('names the character that would fit, the department and the class', () => {
    expect(usccCheckCharacter('91350100M000100Y4')).toBe('3')
    expect(usccCheckCharacter('9135')).toBeNull()
    expect(usccParts('12659006MA362830X5')).toMatchObject({
      category: { zh: '事业单位' },
      region: '659006',
    })
    expect(usccParts('91350100M000100Y44')).toBeNull()
    expect(normaliseUscc(' ９１３５０１００m000100y43 ')).toBe('91350100M000100Y43')
  })

  it('passes every code built to the standard', () => {
    fc.assert(fc.property(uscc, (code) => usccProblem(code) === null))
  })

  it('detects every single wrong character and every swap of two', () => {
    fc.assert(
      fc.property(uscc, fc.nat(17), fc.constantFrom(...ALPHABET), fc.nat(16), (code, at, other, swap) => {
        if (code.charAt(at) !== other) expect(usccProblem(replaced(code, at, other))).not.toBeNull()
        const [first, second] = [code.charAt(swap), code.charAt(swap + 1)]
        const swapped = replaced(replaced(code, swap, second), swap + 1, first)
        if (first !== second && swap < 16) expect(usccProblem(swapped)).not.toBeNull()
      }),
    )
  })

  it('refuses a department or region that is none, even with a fitting check character', () => {
    for (const [head, problem] of [
      ['01350100M000100Y4', 'department'],
      ['9135A100M000100Y4', 'region'],
    ])
      expect(usccProblem(`${head}${usccCheckCharacter(head ?? '')}`)).toBe(problem)
  })
})
