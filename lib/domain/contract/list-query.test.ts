import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyListParams } from '@/lib/testing/list-params'
import { paramsOf, readListQuery, writeListQuery } from './list-query'

const read = (search: string) => readListQuery(paramsOf(new URLSearchParams(search)))

describe('readListQuery', () => {
  it('never throws, whatever stands in the address, and names what it left out', () => {
    fc.assert(
      fc.property(anyListParams, (params) => {
        const query = readListQuery(paramsOf(params))
        const known = new Set([...new URLSearchParams(flat(writeListQuery(query))).keys()])
        for (const name of new Set(params.keys())) {
          const said = params.getAll(name).some((value) => value.trim() !== '')
          if (/^unknown/.test(name)) expect(query.ignored).toContain(name)
          else if (said && !query.ignored.includes(name) && /^(q|signDate\.from|isRelated)$/.test(name)) {
            expect(known).toContain(name)
          }
        }
      }),
      { numRuns: 2000 },
    )
  }, 60_000)

  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(anyListParams, (params) => {
        const { ignored: _, ...query } = readListQuery(paramsOf(params))
        const again = readListQuery(paramsOf(new URLSearchParams(flat(writeListQuery(query)))))
        expect(again).toEqual({ ...query, ignored: [] })
      }),
      { numRuns: 1000 },
    )
  }, 60_000)

  it('reads amounts in 万元 unless the address says 元', () => {
    expect(read('turnover.from=1.5&turnover.to=1,000').filters).toEqual([
      { key: 'turnover', operator: 'between', unit: 'wan', from: 1_500_000n, to: 1_000_000_000n },
    ])
    expect(read('turnover.from=1.5&turnover.in=yuan').filters).toMatchObject([{ from: 150n, to: null }])
  })

  it('keeps the way back to where a number led from, and never one out of the house', () => {
    const query = read('year=2024&from=%2Fstatistics%2Fcross%3Frows%3Dunit')
    expect(query).toMatchObject({ from: '/statistics/cross?rows=unit', ignored: [] })
    expect(writeListQuery(query)).toEqual({ year: ['2024'], from: '/statistics/cross?rows=unit' })
    expect(read('from=%2F%2Fexample.com')).toMatchObject({ from: null, ignored: [] })
  })

  it('has a dash for what the statistics count as not stated', () => {
    const query = read('cell.property=-&cell.property=1')
    expect(query.filters).toMatchObject([{ operator: 'cell', members: ['', '1'] }])
    expect(writeListQuery(query)).toEqual({ 'cell.property': ['-', '1'] })
  })

  it('leaves out and names what it can’t read', () => {
    const query = read('techField=99&signDate.from=2023-02-30&sort=buyer&after=x&colour=red&q=%00&year=2024')
    expect(query.filters).toEqual([{ key: 'year', operator: 'in', codes: ['2024'] }])
    expect(query.sort).toEqual({ key: 'updatedAt', descending: true })
    expect(new Set(query.ignored)).toEqual(
      new Set(['techField', 'signDate.from', 'sort', 'after', 'colour', 'q']),
    )
  })
})

const flat = (query: Record<string, string | string[]>): [string, string][] =>
  Object.entries(query).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one]))
