import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byField, byUnit, fieldOfPath, foremost, type ReturnGroup } from './returns'

const reason = (code: string, path: string) => ({ code, path })

describe('returns by field', () => {
  it.each([
    ['turnover', 'turnover'],
    ['buyer.region', 'buyer.region'],
    ['instalments.0.amount', 'instalments.amount'],
    ['extraSellers.12', 'extraSellers'],
    ['ATT01', 'ATT01'],
  ])('%s points at %s', (path, field) => {
    expect(fieldOfPath(path)).toBe(field)
  })

  it('count a return once at each field and for each reason there', () => {
    const groups: ReturnGroup[] = [
      {
        unit: 'D08',
        returns: 2,
        reasons: [
          reason('B04', 'instalments.0.amount'),
          reason('B04', 'instalments.1.amount'),
          reason('B11', 'instalments.1.amount'),
        ],
      },
      { unit: 'D08', returns: 3, reasons: [reason('B16', 'techField')] },
    ]
    expect(byField(groups)).toEqual({
      returns: 5,
      fields: [
        { key: 'techField', returns: 3, reasons: [{ key: 'B16', returns: 3 }] },
        {
          key: 'instalments.amount',
          returns: 2,
          reasons: [
            { key: 'B04', returns: 2 },
            { key: 'B11', returns: 2 },
          ],
        },
      ],
    })
  })
})

describe('what is named most often', () => {
  it('is named only where nothing else is named as often', () => {
    const of = (...all: number[]) => foremost(all.map((returns) => ({ returns })))
    expect(of(1, 3, 2)).toEqual({ returns: 3 })
    expect([of(), of(0, 0), of(2, 2, 1)]).toEqual([null, null, null])
  })
})

const units = ['D01', 'D02', 'D03']
const anyGroup = fc.record({
  unit: fc.constantFrom(...units),
  returns: fc.integer({ min: 1, max: 5 }),
  reasons: fc.array(
    fc.record({
      code: fc.constantFrom('B01', 'B02', 'B03', 'B04', 'B05'),
      path: fc.constantFrom('name', 'turnover', 'buyer.name', 'instalments.0.amount', 'instalments.1.amount'),
    }),
    { minLength: 1, maxLength: 4 },
  ),
})

/** The returns one by one, counted without the rules under test. */
const singly = (groups: readonly ReturnGroup[]) =>
  groups.flatMap((group) => Array<ReturnGroup>(group.returns).fill(group))

describe('any returns', () => {
  it('add up over units; no column holds more than the returns, and nothing is left out of the columns', () => {
    fc.assert(
      fc.property(fc.array(anyGroup), fc.integer({ min: 1, max: 6 }), (groups, columns) => {
        const { codes, rows, total } = byUnit(groups, units, columns)
        const all = singly(groups)
        expect(total.returns).toBe(all.length)
        codes.forEach((code, index) => {
          const naming = all.filter(({ reasons }) => reasons.some((one) => one.code === code))
          expect(total.byReason[index]).toBe(naming.length)
          expect(rows.reduce((sum, { byReason }) => sum + (byReason[index] ?? 0), 0)).toBe(naming.length)
        })
        const others = all.filter(({ reasons }) => reasons.some(({ code }) => !codes.includes(code)))
        expect(total.others).toBe(others.length)
        expect(codes.length).toBe(Math.min(columns, new Set(all.flatMap(codesOf)).size))
      }),
    )
  })

  it('come by field in falling order, no reason more often than its field', () => {
    fc.assert(
      fc.property(fc.array(anyGroup), (groups) => {
        const { returns, fields } = byField(groups)
        expect(returns).toBe(singly(groups).length)
        fields.forEach((field, index) => {
          expect(field.returns).toBeLessThanOrEqual(fields[index - 1]?.returns ?? returns)
          for (const one of field.reasons) expect(one.returns).toBeLessThanOrEqual(field.returns)
        })
      }),
    )
  })
})

const codesOf = ({ reasons }: ReturnGroup) => reasons.map(({ code }) => code)
