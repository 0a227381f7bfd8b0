import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatNumber, parseNumber } from './registration-number'

describe('registration number', () => {
  it('is year, region, point, serial', () => {
    expect(formatNumber(2024, '08', 1)).toBe('2024660008000001')
    expect(parseNumber('2024 6600 08 000001')).toMatchObject({ ok: true, text: '2024660008000001' })
    expect(parseNumber('2024420134834349')).toMatchObject({
      ok: true,
      number: { region: '4201', point: '34' },
    })
  })

  it('reads back what it wrote, and sorts by serial within year and point', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1985, max: 2199 }),
        fc.integer({ min: 1, max: 99 }),
        fc.integer({ min: 1, max: 999_998 }),
        (year, point, serial) => {
          const at = String(point).padStart(2, '0')
          const text = formatNumber(year, at, serial)
          expect(parseNumber(text)).toEqual({
            ok: true,
            text,
            number: { year, region: '6600', point: at, serial },
          })
          expect(text < formatNumber(year, at, serial + 1)).toBe(true)
        },
      ),
    )
  })

  it.each([
    ['', 'length'],
    ['202466000800001', 'length'],
    ['20246600080000012', 'length'],
    ['2024-6600-08-000001', 'digits'],
    ['202466000800000A', 'digits'],
    ['1024660008000001', 'year'],
    ['2024060008000001', 'region'],
    ['2024660000000001', 'point'],
    ['2024660008000000', 'serial'],
  ])('%j: %s', (text, problem) => {
    expect(parseNumber(text)).toEqual({ ok: false, problem })
  })

  it.each([
    [2024, '8', 1],
    [2024, '08', 0],
    [2024, '08', 1_000_000],
    [24, '08', 1],
    [2024, '00', 1],
    [2024, '08', 1.5],
  ])('gives none for %d, %s, %d', (year, point, serial) => {
    expect(() => formatNumber(year, point, serial)).toThrow(RangeError)
  })
})
