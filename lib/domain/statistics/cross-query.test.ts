import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyCrossParams, crossParameterNames } from '@/lib/testing/cross-params'
import { paramsOf } from '../contract/list-query'
import { crossMeasures, crossSearch, mostMeasures, readCrossQuery } from './cross-query'

const read = (search: string, acrossUnits = true) =>
  readCrossQuery(paramsOf(new URLSearchParams(search)), acrossUnits)

describe('readCrossQuery', () => {
  it('reads back what was written, whoever reads it', () => {
    fc.assert(
      fc.property(anyCrossParams, fc.boolean(), fc.boolean(), (params, writer, reader) => {
        const query = readCrossQuery(paramsOf(params), writer)
        expect(read(crossSearch(query), reader)).toEqual({ ...query, ignored: [] })
      }),
      { numRuns: 2000 },
    )
  }, 60_000)

  it('never throws, always asks something that can be answered, and names what it left out', () => {
    fc.assert(
      fc.property(anyCrossParams, (params) => {
        const { rows, columns, measures, years, ignored } = readCrossQuery(paramsOf(params), true)
        expect(columns).not.toBe(rows)
        expect(measures.length).toBeGreaterThan(0)
        expect(measures.length).toBeLessThanOrEqual(mostMeasures)
        expect(measures.every((name) => crossMeasures.includes(name))).toBe(true)
        expect(years).toEqual([...new Set(years)].sort())
        for (const name of params.keys()) {
          if (!crossParameterNames.includes(name)) expect(ignored).toContain(name)
        }
        for (const name of ignored) expect(params.has(name)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  }, 60_000)

  it('begins with a table that says something to whoever asks', () => {
    expect(read('')).toMatchObject({ rows: 'unit', columns: 'type', measures: ['turnover'], years: [] })
    expect(read('', false)).toMatchObject({ rows: 'field', columns: 'type' })
    expect(read('rows=type')).toMatchObject({ rows: 'type', columns: null, ignored: [] })
  })

  it('reads what a form with empty boxes sends', () => {
    const query = read(
      'rows=flow&columns=none&measure=contracts&measure=&measure=mean&year=2024&year=2023&name=&cell.month=&order=',
    )
    expect(query).toEqual({
      rows: 'flow',
      columns: null,
      asOf: null,
      measures: ['contracts', 'mean'],
      years: [2023, 2024],
      filters: [],
      bySize: false,
      zeros: false,
      ignored: [],
    })
  })

  it('leaves out and names what it can’t read', () => {
    const query = read(
      'rows=colour&columns=unit&measure=divisionRank&year=1900&order=up&zeros=no&cell.type=!&q=x&techField=06',
    )
    expect(query).toMatchObject({ rows: 'unit', columns: 'type', measures: ['turnover'], years: [] })
    expect(query.filters).toEqual([{ key: 'techField', operator: 'in', codes: ['06'] }])
    expect(new Set(query.ignored)).toEqual(
      new Set(['rows', 'columns', 'measure', 'year', 'order', 'zeros', 'cell.type', 'q']),
    )
  })

  it('takes no more than three measures', () => {
    expect(read('measure=turnover&measure=contracts&measure=mean&measure=turnover').measures).toHaveLength(3)
    expect(read('measure=turnover&measure=contracts&measure=mean&measure=technology').ignored).toEqual([
      'measure',
    ])
  })
})
