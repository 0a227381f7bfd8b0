import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Book } from './book'
import type { SplitTable } from './catalogue'
import { compute, type Row } from './compute'
import { type Cell, figureText, isFigure } from './figure'
import { ledgerOf } from './ledger-of'
import { measures } from './measures'
import { sdmxCsv, sdmxId } from './sdmx'
import { knownUnits, randomYears } from './testing/random-years'
import { splitTables } from './testing/told'

type Line = Record<string, string>

const read = (text: string): Line[] => parse(text, { columns: true }) as Line[]

/** Where a row of the table stands among the observations, said in this test's own words. */
function placeOf(spec: SplitTable, row: Row, as: 'row' | 'group' | 'total'): Line {
  const whole = { FREQ: 'A', REF_AREA: 'XPCC', TIME_PERIOD: '2024' }
  const own = { TYPE: '', [spec.split.toUpperCase()]: '' }
  switch (spec.split) {
    case 'all':
      return whole
    case 'unit':
      return as === 'total' ? whole : { ...whole, REF_AREA: row.member }
    case 'month':
      return as === 'total' ? whole : { ...whole, FREQ: 'M', TIME_PERIOD: `2024-${row.member}` }
    default: {
      const member =
        as === 'total'
          ? '_T'
          : as === 'group'
            ? row.member.toUpperCase().replaceAll('-', '_')
            : row.member || '_X'
      return { ...whole, [Object.keys(own).at(-1) ?? '']: member }
    }
  }
}

describe('SDMX-CSV', () => {
  test('says of every table exactly what the catalogue computes', () => {
    fc.assert(
      fc.property(randomYears, fc.boolean(), (years, provisional) => {
        const book: Book = { this: ledgerOf(years.now, years.elsewhere), last: ledgerOf(years.earlier) }
        for (const spec of splitTables) {
          const table = compute(spec, book, knownUnits)
          const lines = read(sdmxCsv(spec, table, { year: 2024, unit: null, provisional }))
          const expected: [Line, Cell, string][] = [
            ...table.rows.map((row) => ['row', row] as const),
            ...table.groups.map((row) => ['group', row] as const),
            ...(table.total ? [['total', table.total] as const] : []),
          ].flatMap(([as, row]) =>
            spec.measures.flatMap((name): [Line, Cell, string][] => {
              const cell = row.cells[name]
              return cell ? [[{ ...placeOf(spec, row, as), INDICATOR: sdmxId(name) }, cell, name]] : []
            }),
          )
          expect(lines).toHaveLength(expected.length + table.between.length)
          for (const [at, [place, cell, name]] of expected.entries()) {
            expect(lines[at]).toMatchObject(place)
            const { unit } = measures[name as keyof typeof measures]
            expect(lines[at]?.OBS_VALUE).toBe(isFigure(cell) ? figureText(cell, unit) : '')
            expect(lines[at]?.OBS_STATUS).toBe(isFigure(cell) ? (provisional ? 'P' : 'A') : 'M')
          }
        }
      }),
      { numRuns: 25 },
    )
  })

  test('every observation has a place of its own', () => {
    fc.assert(
      fc.property(randomYears, (years) => {
        const book: Book = { this: ledgerOf(years.now, years.elsewhere), last: ledgerOf(years.earlier) }
        for (const spec of splitTables) {
          const text = sdmxCsv(spec, compute(spec, book, knownUnits), {
            year: 2024,
            unit: spec.scope === 'corps' ? null : 'D08',
            provisional: false,
          })
          const keys = read(text).map(({ OBS_VALUE: _, OBS_STATUS: __, ...key }) => JSON.stringify(key))
          expect(new Set(keys).size, spec.id).toBe(keys.length)
        }
      }),
      { numRuns: 10 },
    )
  })

  test('identifiers are written as SDMX writes them', () => {
    expect(['turnoverSameDayGrowth', 'growing-units', 'all'].map(sdmxId)).toEqual([
      'TURNOVER_SAME_DAY_GROWTH',
      'GROWING_UNITS',
      'ALL',
    ])
  })
})
