import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { together } from '@/db/statistics/book'
import { percent } from '../money'
import { units } from '../units'
import { type Book, type Ledger, noSums, type SplitName, type Sums } from './book'
import { catalogue, type SplitTable, tables } from './catalogue'
import { compute } from './compute'
import { dimensionNames } from './dimensions'
import { cellNamed, drill } from './drill'
import { figureText, isFigure } from './figure'
import { type MeasureName, measureNames, measures } from './measures'
import { membersOf } from './members'
import { instantSchema } from './query'

const known = units.map(({ code, words, ranked }) => ({ code, words, ranked }))
const splitTables = tables.filter((one): one is SplitTable => one.kind !== 'contracts')
const spec = (id: string) => splitTables.find((one) => one.id === id) as SplitTable

describe('the catalogue', () => {
  test('names each table once', () => {
    expect(new Set(catalogue.map(({ id }) => id)).size).toBe(catalogue.length)
  })

  test('derives every measure, without circles, from sums of the ledger', () => {
    const sources = (name: MeasureName, path: readonly MeasureName[] = []): MeasureName[] => {
      expect(path).not.toContain(name)
      const { rule } = measures[name]
      const parts =
        rule.kind === 'sum'
          ? []
          : rule.kind === 'rank'
            ? [rule.by]
            : rule.kind === 'difference'
              ? [rule.of, rule.less]
              : rule.kind === 'ratio'
                ? [rule.of, rule.to]
                : [rule.of]
      return parts.length === 0 ? [name] : parts.flatMap((part) => sources(part, [...path, name]))
    }
    for (const name of measureNames) {
      for (const source of sources(name)) expect(measures[source].rule.kind).toBe('sum')
    }
  })

  test('groups, comparisons and left-out members exist', () => {
    for (const { id, split, groups = [], between = [], without = [] } of splitTables) {
      const members = new Set(membersOf(split, known).map(({ code }) => code))
      for (const member of [...groups.flatMap((group) => group.members), ...without]) {
        expect(members, `${id} ${member}`).toContain(member)
      }
      const named = new Set([...members, ...groups.map((group) => group.id)])
      for (const { of, to } of between) expect(named.has(of) && named.has(to), id).toBe(true)
    }
  })

  test('every dimension of a posting is shown, kept by the trigger and summed for past moments', () => {
    const shown = new Set<SplitName>(splitTables.map(({ split }) => split))
    expect(dimensionNames.filter((name) => !shown.has(name))).toEqual([])
    const sql = readdirSync('db/migrations')
      .filter((name) => name.endsWith('.sql'))
      .map((name) => readFileSync(`db/migrations/${name}`, 'utf8'))
      .filter((text) => text.includes('FUNCTION jishi_keep_totals'))
      .at(-1)
    const kept = [...(sql ?? '').matchAll(/\('(\w+)', (?:NEW|line)\.(\w+)\)/g)].map(([, name, column]) => {
      expect(column).toBe(name)
      return name
    })
    expect(kept.sort()).toEqual([...dimensionNames].sort())
    expect(together.flat().sort()).toEqual(['unit', ...dimensionNames].sort())
  })

  test('compares with the same day where days are kept: as a whole and by unit', () => {
    const reaches = (name: MeasureName): boolean => {
      const { rule } = measures[name]
      if (rule.kind === 'sum') return rule.year === 'sameDay'
      const parts = rule.kind === 'rank' ? [rule.by] : 'less' in rule ? [rule.of, rule.less] : [rule.of]
      return parts.some(reaches)
    }
    for (const { id, split, measures: shown } of splitTables) {
      if (shown.some(reaches)) expect(['all', 'unit'], id).toContain(split)
    }
  })

  test('draws nothing but its own measures and rows', () => {
    for (const { id, split, measures: shown, groups = [], pictures = [] } of splitTables) {
      const named = [...membersOf(split, known).map(({ code }) => code), ...groups.map((group) => group.id)]
      for (const { measure, against, share, only = [] } of pictures) {
        for (const name of [measure, against, share]) if (name) expect(shown, id).toContain(name)
        for (const member of only) expect(named, id).toContain(member)
      }
    }
  })

  test('shows what the report shows, zeros too', () => {
    const rows = (id: string) => compute(spec(id), { this: new Map(), last: new Map() }, known).rows.length
    expect([rows('units'), rows('fields'), rows('bands'), rows('types'), rows('months')]).toEqual([
      18, 11, 13, 5, 12,
    ])
  })
})

const sums = fc.record({
  contracts: fc.bigInt(1n, 50n),
  turnover: fc.bigInt(0n, 10n ** 13n),
  technology: fc.bigInt(0n, 10n ** 12n),
})

/** A year whose members are drawn at random and whose whole is their sum. */
const yearOf = (split: SplitName) =>
  fc.array(sums, { minLength: 1, maxLength: 40 }).map((drawn): Ledger => {
    const members = membersOf(split, known)
    const by = new Map<string, Sums>()
    let all = noSums
    drawn.forEach((one, index) => {
      const code = members[(index * 7) % members.length]?.code ?? `x${index}`
      const before = by.get(code) ?? noSums
      const add = (a: Sums) => ({
        contracts: a.contracts + one.contracts,
        turnover: a.turnover + one.turnover,
        technology: a.technology + one.technology,
      })
      by.set(code, add(before))
      all = add(all)
    })
    return new Map([
      [split, by],
      ['all', new Map([['', all]])],
    ])
  })

const bookOf = (split: SplitName): fc.Arbitrary<Book> =>
  fc.record({ this: yearOf(split), last: yearOf(split) })

const value = (cell: unknown) => {
  if (!cell || !isFigure(cell as never)) throw new Error('no figure')
  return cell as { n: bigint; d: bigint }
}

describe('figures', () => {
  test.each(['units', 'types', 'fields', 'bands', 'sellers', 'subtypes'])(
    'parts of %s add up to the whole',
    (id) => {
      fc.assert(
        fc.property(bookOf(spec(id).split), (book) => {
          const { rows, total } = compute(spec(id), book, known)
          for (const name of ['contracts', 'turnover'] as const) {
            const sum = rows.reduce((a, { cells }) => a + value(cells[name]).n, 0n)
            expect(sum).toBe(value(total?.cells[name]).n)
          }
        }),
      )
    },
  )

  test('enterprises are the sum of state-owned and private, whatever is drawn', () => {
    fc.assert(
      fc.property(bookOf('seller'), (book) => {
        const { rows, groups } = compute(spec('sellers'), book, known)
        const [state, others] = [value(rows[0]?.cells.turnover), value(rows[1]?.cells.turnover)]
        expect(value(groups[0]?.cells.turnover).n).toBe(state.n + others.n)
      }),
    )
  })

  test('a share is rounded half up from exact sums', () => {
    fc.assert(
      fc.property(bookOf('field'), (book) => {
        const { rows, total } = compute(spec('fields'), book, known)
        const all = value(total?.cells.turnover).n
        for (const { cells } of rows) {
          const share = cells.turnoverShare
          if (all === 0n) expect(share).toEqual({ missing: 'no-base' })
          else expect(figureText(value(share), 'percent')).toBe(percent(value(cells.turnover).n, all, 2))
        }
      }),
    )
  })

  test('ranks follow turnover among divisions; equal turnover shares a rank and the next is skipped', () => {
    fc.assert(
      fc.property(bookOf('unit'), (book) => {
        const { rows } = compute(spec('units'), book, known)
        const ranked = rows.filter(({ member }) => member.startsWith('D'))
        expect(rows.filter(({ cells }) => cells.divisionRank && isFigure(cells.divisionRank))).toEqual(ranked)
        for (const a of ranked) {
          const ahead = ranked.filter((b) => value(b.cells.turnover).n > value(a.cells.turnover).n)
          expect(value(a.cells.divisionRank).n).toBe(BigInt(ahead.length + 1))
        }
      }),
    )
  })

  test('places gained are last year’s rank less this year’s; who is not ranked gains none', () => {
    fc.assert(
      fc.property(bookOf('unit'), (book) => {
        for (const { member, cells } of compute(spec('units'), book, known).rows) {
          if (!member.startsWith('D')) {
            expect(cells.divisionRankRise).toEqual({ missing: 'not-ranked' })
            continue
          }
          const place = (ledger: Ledger) => {
            const turnover = (code: string) => ledger.get('unit')?.get(code)?.turnover ?? 0n
            const divisions = known.filter(({ ranked }) => ranked)
            return divisions.filter(({ code }) => turnover(code) > turnover(member)).length + 1
          }
          expect(Number(value(cells.divisionRankLast).n)).toBe(place(book.last))
          expect(Number(value(cells.divisionRankRise).n)).toBe(place(book.last) - place(book.this))
        }
      }),
    )
  })

  test('growth is none from zero, and exactly a tenth is not above it', () => {
    const one = (turnover: bigint): Sums => ({ contracts: 1n, turnover, technology: 0n })
    const ledger = (entries: [string, bigint][]): Ledger =>
      new Map([['unit', new Map(entries.map(([unit, turnover]) => [unit, one(turnover)]))]])
    const book = {
      this: ledger([
        ['D01', 1100n],
        ['D02', 1101n],
        ['D03', 500n],
      ]),
      last: ledger([
        ['D01', 1000n],
        ['D02', 1000n],
      ]),
    }
    const growing = compute(spec('growing-units'), book, known).rows
    expect(growing.map(({ member }) => member)).toEqual(['D02'])
    const third = compute(spec('units'), book, known).rows[2]
    expect(third?.cells.turnoverGrowth).toEqual({ missing: 'no-base' })
  })
})

describe('doors', () => {
  test('every plain number leads to a cell that its address names again', () => {
    for (const table of splitTables) {
      for (const row of [...membersOf(table.split, known), ...(table.groups ?? [])]) {
        const member = 'code' in row ? row.code : row.id
        const cell = drill(
          table,
          2024,
          { member, members: 'members' in row ? row.members : undefined },
          'turnover',
        )
        if (cell && cell.split !== null) expect(cellNamed(table, 2024, member)).toEqual(cell)
      }
    }
    expect(drill(spec('types'), 2024, { member: '1' }, 'turnoverLast')?.year).toBe(2023)
    expect(drill(spec('units'), 2024, { member: 'D08' }, 'turnoverLast', '2023-11-26')?.until).toBeUndefined()
    const sameDay = { year: 2023, until: '2023-11-26', split: 'unit', members: ['D08'] }
    const units = spec('units-same-day')
    expect(drill(units, 2024, { member: 'D08' }, 'turnoverSameDay', '2023-11-26')).toEqual(sameDay)
    const toFebruary = { year: 2024, until: '2024-02-29', split: null, members: [] }
    expect(drill(spec('months'), 2024, { member: '02' }, 'turnoverRunning')).toEqual(toFebruary)
    expect(drill(spec('types'), 2024, { member: '1' }, 'turnoverShare')).toBeNull()
    expect(drill(spec('inflow'), 2024, { member: 'elsewhere' }, 'turnover')).toBeNull()
  })

  test('a moment without an offset is the office’s clock', () => {
    expect(instantSchema.parse('2024-12-09T08:00').toISOString()).toBe('2024-12-09T00:00:00.000Z')
    expect(instantSchema.parse('2024-12-09T08:00:00Z').toISOString()).toBe('2024-12-09T08:00:00.000Z')
    expect(instantSchema.safeParse('2024-13-09T08:00').success).toBe(false)
  })
})
