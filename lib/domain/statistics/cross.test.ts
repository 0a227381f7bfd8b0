import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { units } from '../units'
import { addSums, type Ledger, noSums, type Sums } from './book'
import { compute } from './compute'
import { type CrossSum, cross } from './cross'
import { crossDoor } from './cross-door'
import { type CrossQuery, crossMeasures, type Side, sides } from './cross-query'
import { crossTitle } from './cross-words'
import { isFigure } from './figure'
import { membersOf } from './members'

const unitMembers = units.map(({ code, words, ranked }) => ({ code, words, ranked }))
const question: CrossQuery = {
  rows: 'type',
  columns: 'area',
  measures: ['turnover'],
  years: [2024],
  filters: [],
  asOf: null,
  bySize: false,
  zeros: false,
  ignored: [],
}

/** Members of a side as a posting could carry them: of its list, and one that has left it. */
const memberOf = (side: Side | null) =>
  side === null || side === 'year'
    ? fc.constant('')
    : fc.constantFrom(...membersOf(side, unitMembers).map(({ code }) => code), '', 'X9')

const money = fc.bigInt({ min: 0n, max: 10n ** 15n })
const sumsOfSides = (rows: Side, columns: Side | null): fc.Arbitrary<CrossSum[]> =>
  fc.uniqueArray(
    fc.record({
      row: memberOf(rows),
      column: memberOf(columns),
      year: fc.integer({ min: 2021, max: 2024 }),
      contracts: fc.bigInt({ min: 1n, max: 999n }),
      turnover: money,
      technology: money,
    }),
    { selector: ({ row, column, year }) => `${row} ${column} ${year}`, maxLength: 40 },
  )

const asked = fc
  .tuple(fc.constantFrom(...sides), fc.option(fc.constantFrom(...sides)))
  .filter(([rows, columns]) => rows !== columns)
  .chain(([rows, columns]) =>
    fc.record({
      query: fc.record({
        ...Object.fromEntries(Object.entries(question).map(([name, value]) => [name, fc.constant(value)])),
        rows: fc.constant(rows),
        columns: fc.constant(columns),
        measures: fc.uniqueArray(fc.constantFrom(...crossMeasures), { minLength: 1, maxLength: 3 }),
        years: fc
          .uniqueArray(fc.integer({ min: 2022, max: 2024 }), { minLength: 1 })
          .map((all) => all.sort()),
        bySize: fc.boolean(),
        zeros: fc.boolean(),
      }) as fc.Arbitrary<CrossQuery>,
      sums: sumsOfSides(rows, columns),
    }),
  )

const summed = (sums: readonly CrossSum[], years: readonly number[]): Sums =>
  sums.filter(({ year }) => years.includes(year)).reduce<Sums>(addSums, noSums)

describe('a cross-table', () => {
  it('adds up: cells to their row, rows to the whole, and the whole to every sum there is', () => {
    const additive = ['contracts', 'turnover', 'turnoverLast'] as const
    fc.assert(
      fc.property(asked, ({ query, sums }) => {
        const table = cross({ ...query, measures: [...additive] }, sums, unitMembers)
        const figure = (cells: (typeof table.total)['total'], name: (typeof additive)[number]) => {
          const cell = cells[name]
          return cell && isFigure(cell) ? cell.n : null
        }
        const add = (all: (bigint | null)[]) => all.reduce((sum, one) => (sum ?? 0n) + (one ?? 0n), 0n)
        for (const name of additive) {
          for (const row of [...table.rows, table.total]) {
            if (query.columns === null) expect(row.cells).toEqual([])
            else expect(add(row.cells.map((cells) => figure(cells, name)))).toBe(figure(row.total, name))
          }
          table.columns.forEach((_, index) => {
            const column = table.rows.map((row) => figure(row.cells[index] ?? {}, name))
            expect(add(column)).toBe(figure(table.total.cells[index] ?? {}, name))
          })
          expect(add(table.rows.map(({ total }) => figure(total, name)))).toBe(
            figure(table.total.total, name),
          )
        }
        expect(figure(table.total.total, 'turnover')).toBe(summed(sums, query.years).turnover)
        expect(figure(table.total.total, 'turnoverLast')).toBe(
          summed(
            sums,
            query.years.map((year) => year - 1),
          ).turnover,
        )
      }),
    )
  })

  it('without columns says what a table of the catalogue says', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('type' as const, 'unit' as const, 'flow' as const),
        fc.boolean(),
        sumsOfSides('type', null),
        (rows, zeros, sums) => {
          const ledger = (of: number): Ledger => {
            const lines = sums.filter(({ year }) => year === of)
            return new Map([
              ['all', new Map([['', summed(lines, [of])]])],
              [rows, new Map(lines.map((line) => [line.row, line]))],
            ])
          }
          const spec = {
            id: 'x',
            title: { zh: '', en: '' },
            chapter: 'overview',
            kind: 'table',
            split: rows,
            measures: crossMeasures,
            rows: zeros ? 'all' : 'occurring',
            order: 'turnover',
            total: true,
            scope: 'any',
          } as const
          const expected = compute(spec, { this: ledger(2024), last: ledger(2023) }, unitMembers)
          const table = cross(
            {
              ...question,
              rows,
              columns: null,
              measures: ['turnover', ...crossMeasures.filter((name) => name !== 'turnover')],
              bySize: true,
              zeros,
            },
            sums.filter(({ year }) => year >= 2023),
            unitMembers,
          )
          expect(table.rows.map(({ member, words, total }) => ({ member, words, cells: total }))).toEqual(
            expected.rows,
          )
          expect(table.total.total).toEqual(expected.total?.cells)
        },
      ),
    )
  })

  it('shows zeros only where they are asked for, but every year that was chosen', () => {
    const sums = [{ row: '2', column: '', year: 2024, contracts: 1n, turnover: 5n, technology: 5n }]
    const query: CrossQuery = { ...question, columns: 'year', years: [2023, 2024] }
    const table = cross(query, sums, unitMembers)
    expect(table.rows.map(({ member }) => member)).toEqual(['2'])
    expect(table.columns.map(({ member }) => member)).toEqual(['2023', '2024'])
    expect(cross({ ...query, zeros: true }, sums, unitMembers).rows).toHaveLength(5)
    expect(cross({ ...query, years: [2001] }, [], unitMembers)).toMatchObject({ rows: [], empty: true })
  })

  it('keeps a row that had something last year where last year is asked about', () => {
    const sums = [{ row: '2', column: 'north', year: 2023, contracts: 1n, turnover: 5n, technology: 5n }]
    expect(cross(question, sums, unitMembers)).toMatchObject({ rows: [], empty: true })
    const growing = cross({ ...question, measures: ['turnoverIncrease'] }, sums, unitMembers)
    expect(growing).toMatchObject({ empty: false, rows: [{ member: '2' }] })
    expect(growing.total.total.turnoverIncrease).toEqual({ n: -5n, d: 1n })
  })
})

describe('last year to the same day', () => {
  const sum = (year: number, turnover: bigint): CrossSum => ({
    row: '1',
    column: '',
    year,
    contracts: 1n,
    turnover,
    technology: 0n,
  })
  const sums = [sum(2024, 700n), sum(2023, 500n), sum(2022, 300n)]
  const running = { year: 2024, toDay: [sum(2023, 200n)] }
  const query: CrossQuery = {
    ...question,
    columns: 'year',
    years: [2023, 2024],
    measures: ['turnoverSameDay'],
  }

  it('ends with the day for the year that runs, and is the whole of last year for any other', () => {
    const table = cross(query, sums, unitMembers, running)
    expect(table.rows[0]?.cells).toEqual([
      { turnoverSameDay: { n: 300n, d: 1n } },
      { turnoverSameDay: { n: 200n, d: 1n } },
    ])
    expect(table.total.total.turnoverSameDay).toEqual({ n: 500n, d: 1n })
    expect(cross(query, sums, unitMembers, null).total.total.turnoverSameDay).toEqual({ n: 800n, d: 1n })
  })

  it('leads to a list that ends with the day, and nowhere where a year among several would have to', () => {
    const day = { year: 2024, until: '2023-11-26' }
    const door = (column: string | null, filters: CrossQuery['filters'] = []) =>
      crossDoor({ ...query, filters }, { row: '1', column }, 'turnoverSameDay', day)
    expect(door('2024')).toContainEqual({
      key: 'registeredOn',
      operator: 'during',
      from: null,
      to: '2023-11-26',
    })
    expect(door('2023')).toEqual([
      { key: 'year', operator: 'in', codes: ['2022'] },
      { key: 'cell.type', operator: 'cell', dimension: 'type', members: ['1'] },
    ])
    expect(door(null)).toBeNull()
    const early = { key: 'registeredOn', operator: 'during', from: '2023-01-01', to: '2023-02-01' } as const
    expect(door('2024', [early])).toContainEqual(early)
  })
})

describe('the door of a cell', () => {
  const narrowed: CrossQuery = {
    ...question,
    rows: 'unit',
    columns: 'year',
    years: [2023, 2024],
    filters: [
      { key: 'unit', operator: 'in', codes: ['D01', 'D08'] },
      { key: 'cell.type', operator: 'cell', dimension: 'type', members: ['1', '2'] },
    ],
  }

  it('asks for row, column and everything the table asks for', () => {
    expect(crossDoor(narrowed, { row: 'D08', column: '2024' }, 'turnover', null)).toEqual([
      { key: 'year', operator: 'in', codes: ['2024'] },
      { key: 'cell.type', operator: 'cell', dimension: 'type', members: ['1', '2'] },
      { key: 'unit', operator: 'in', codes: ['D08'] },
    ])
    expect(crossDoor(narrowed, { row: null, column: null }, 'contractsLast', null)).toEqual([
      { key: 'year', operator: 'in', codes: ['2022', '2023'] },
      ...narrowed.filters,
    ])
  })

  it('is none where a filter lets nothing through, and none for what no list adds up to', () => {
    expect(crossDoor(narrowed, { row: 'D02', column: null }, 'turnover', null)).toBeNull()
    expect(crossDoor(narrowed, { row: 'D08', column: null }, 'turnoverShare', null)).toBeNull()
    expect(crossDoor(narrowed, { row: 'D08', column: null }, 'mean', null)).toBeNull()
  })
})

it('a title is a sentence of what is counted', () => {
  const query: CrossQuery = {
    ...question,
    measures: ['turnover', 'contracts'],
    years: [2020, 2022, 2023, 2024],
  }
  expect(crossTitle(query)).toEqual({
    zh: '2020、2022—2024年按合同类别和南北疆统计的成交额、合同数',
    en: 'Turnover · Contracts by contract type and area, 2020, 2022–2024',
  })
  expect(crossTitle({ ...query, columns: null, years: [2024], measures: ['mean'] }).zh).toBe(
    '2024年按合同类别统计的单项平均成交额',
  )
})
