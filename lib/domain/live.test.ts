import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Change, merge, readNotice, readSignal, signalText, touches } from './live'
import { liveReach, within } from './live-reach'
import { units } from './units'

const codes = units.map(({ code }) => code)
const notice = fc.oneof(
  fc
    .tuple(fc.integer({ min: 2023, max: 2026 }), fc.constantFrom('*', ...codes))
    .map((parts) => parts.join(' ')),
  fc.constantFrom(...codes).map((code) => `work ${code}`),
)
const read = (text: string) => readNotice(text) as Change
const gathered = (notices: readonly string[]): Change =>
  notices.map(read).reduce(merge, { years: [], work: [] })
const change = fc.array(notice, { minLength: 1, maxLength: 12 }).map(gathered)
const reach = fc.record({ unit: fc.option(fc.constantFrom(...codes)), work: fc.boolean() })
const shown = fc.record({
  year: fc.option(fc.integer({ min: 2023, max: 2027 })),
  units: fc.constantFrom('all', ...codes),
  work: fc.boolean(),
})

describe('a notice', () => {
  test('names a year and a unit, a whole year, or the contracts under way in a unit', () => {
    expect(read('2026 D08')).toEqual({ years: [{ year: 2026, units: ['D08'] }], work: [] })
    expect(read('2026 *')).toEqual({ years: [{ year: 2026, units: 'all' }], work: [] })
    expect(read('work D08')).toEqual({ years: [], work: ['D08'] })
  })

  test.each(['', 'pulse 7', '2026', '2026 D08 D09', 'work *', '26 D08', '2026  D08'])(
    '%j is none',
    (text) => {
      expect(readNotice(text)).toBeNull()
    },
  )
})

describe('gathering', () => {
  test('does not depend on order, grouping or repetition', () => {
    fc.assert(
      fc.property(change, change, change, (a, b, c) => {
        expect(merge(a, b)).toEqual(merge(b, a))
        expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)))
        expect(merge(a, a)).toEqual(a)
      }),
    )
  })

  test('loses nothing and adds nothing: a page is touched by the whole where a part touches it', () => {
    fc.assert(
      fc.property(fc.array(notice, { maxLength: 12 }), shown, (notices, page) => {
        expect(touches(page, gathered(notices))).toBe(notices.some((one) => touches(page, read(one))))
      }),
    )
  })
})

describe('a reach', () => {
  const office = { unit: 'D08', work: true }

  test('lets an office hear of itself and of what belongs to no unit, and of nobody else', () => {
    const all = gathered(['2026 D08', '2026 D09', '2025 D09', '2024 *', 'work D08', 'work D09'])
    expect(within(office, all)).toEqual({
      years: [
        { year: 2024, units: 'all' },
        { year: 2026, units: ['D08'] },
      ],
      work: ['D08'],
    })
    expect(within(office, gathered(['2026 D09', 'work D09']))).toBeNull()
  })

  test('never lets another unit’s code pass, nor work to those it does not concern', () => {
    fc.assert(
      fc.property(reach, change, (mine, moved) => {
        const told = within(mine, moved)
        const named = [
          ...(told?.years ?? []).flatMap((one) => (one.units === 'all' ? [] : one.units)),
          ...(told?.work ?? []),
        ]
        if (mine.unit !== null) expect(named.every((code) => code === mine.unit)).toBe(true)
        if (!mine.work) expect(told?.work ?? []).toEqual([])
      }),
    )
  })

  test('makes the same of the whole as of its parts, so that gathering may come first', () => {
    fc.assert(
      fc.property(reach, change, change, (mine, a, b) => {
        const [one, other] = [within(mine, a), within(mine, b)]
        expect(within(mine, merge(a, b))).toEqual(one && other ? merge(one, other) : (one ?? other))
      }),
    )
  })

  test('loses nothing of what a page of one’s own shows', () => {
    fc.assert(
      fc.property(fc.constantFrom(...codes), shown, change, (unit, page, moved) => {
        const told = within({ unit, work: true }, moved)
        expect(told !== null && touches({ ...page, units: unit }, told)).toBe(
          touches({ ...page, units: unit }, moved),
        )
      }),
    )
  })

  test('is as far as the role may read', () => {
    expect(liveReach({ role: 'registrar', unit: 'D08' })).toEqual(office)
    expect(liveReach({ role: 'approver', unit: null })).toEqual({ unit: null, work: true })
    expect(liveReach({ role: 'leader', unit: null })).toEqual({ unit: null, work: false })
    expect(liveReach({ role: 'admin', unit: null })).toBeNull()
    expect(liveReach({ role: 'security', unit: null })).toBeNull()
  })
})

describe('a page', () => {
  test('is touched by its year and the one it is compared with', () => {
    const page = { year: 2026, units: 'all', work: false }
    expect([2024, 2025, 2026, 2027].map((year) => touches(page, read(`${year} D01`)))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(touches(page, read('work D01'))).toBe(false)
    expect(touches({ year: null, units: 'D01', work: true }, gathered(['2026 D01', 'work D02']))).toBe(false)
  })
})

test('a signal is one block of the stream and comes out as it went in', () => {
  fc.assert(
    fc.property(change, fc.string(), (moved, position) => {
      const signal = { name: 'change', position, change: moved } as const
      const [, name, data] = /^event: (\w+)\ndata: (.*)\n\n$/.exec(signalText(signal)) ?? []
      expect(name).toBe('change')
      expect(readSignal('change', data ?? '')).toEqual(signal)
    }),
  )
})
