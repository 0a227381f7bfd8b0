import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase, setDatabase } from '@/db/client'
import { appUrl, ownerUrl } from '@/db/testing/database'
import { sql } from '@/db/testing/sql'
import type { Actor } from '@/lib/domain/access/actor'
import { ratio, wanText } from '@/lib/domain/money'
import type { TableId } from '@/lib/domain/statistics/catalogue'
import type { Row, Table } from '@/lib/domain/statistics/compute'
import { type Cell, isFigure } from '@/lib/domain/statistics/figure'
import { type MeasureName, measures } from '@/lib/domain/statistics/measures'
import { units } from '@/lib/domain/units'
import { readCampaigns } from '../campaigns/read'
import { readEditionFile } from '../editions/read-edition'
import { recount } from '../ledger/recount'
import { verifyLedger } from '../ledger/verify'
import { readBridge } from '../statistics/read-bridge'
import { readYear, type YearStatistics } from '../statistics/read-year'
import { readOfficeWork } from '../work/read-office-work'
import { registrarOf } from './people'
import { tellStory } from './tell-story'
import { cellIn, cellsOf, saidInPdf, saidInWord, sentencesOf, wrongInPrint } from './testing/printed'

const published = JSON.parse(readFileSync(new URL('./data/annual-report-2024.json', import.meta.url), 'utf8'))
const leader: Actor = {
  id: '00000000-0000-7000-8000-000000000009',
  username: 'reader',
  name: 'Reader',
  role: 'leader',
  unit: null,
}

let read: YearStatistics
const files = mkdtempSync(join(tmpdir(), 'jishi-published-'))

beforeAll(async () => {
  process.env.DATA_DIR = files
  await tellStory(ownerUrl(), 'A password of the story 2024', () => {})
  setDatabase(openDatabase(appUrl()))
  read = await readYear(leader, 2024)
}, 600_000)

afterAll(() => rmSync(files, { recursive: true, force: true }))

function table(id: TableId): Table {
  const found = read.tables.find(({ spec }) => spec.id === id)
  if (!found || !('table' in found)) throw new Error(`No table ${id}`)
  return found.table
}

function rowNamed(id: TableId, name: string): Row {
  const { rows, groups } = table(id)
  const row = [...rows, ...groups].find(({ words, member }) => words.zh === name || member === name)
  if (!row) throw new Error(`No row ${name} in ${id}`)
  return row
}

/** A cell to as many decimals as the report prints: 万元, per cent, or plain. */
function shown(row: Row, name: MeasureName, decimals: number): number | null {
  const cell: Cell | undefined = row.cells[name]
  if (!cell || !isFigure(cell)) return null
  const { unit } = measures[name]
  const [n, d] =
    unit === 'money'
      ? [cell.n, cell.d * 1_000_000n]
      : unit === 'percent'
        ? [cell.n * 100n, cell.d]
        : [cell.n, cell.d]
  return Number(ratio(n, d, decimals))
}

const between = (id: TableId, which: string, decimals: number) => {
  const cell = table(id).between.find((one) => one.id === which)?.cell
  return cell && isFigure(cell) ? Number(ratio(cell.n, cell.d, decimals)) : null
}

describe('the register of 2024 says what the printed report says', () => {
  test('headline', () => {
    const { headline } = published
    const [row] = table('headline').rows as [Row]
    expect(shown(row, 'contracts', 0)).toBe(headline.contracts)
    expect(shown(row, 'contractsIncrease', 0)).toBe(headline.contracts_increase)
    expect(shown(row, 'turnover', 2)).toBe(headline.turnover)
    expect(shown(row, 'turnoverLast', 2)).toBe(headline.turnover_previous)
    expect(shown(row, 'turnoverGrowth', 1)).toBe(headline.turnover_growth_percent)
  })

  test('table 1, with the ranks', () => {
    for (const { unit, turnover_previous, turnover, division_rank } of published.table_1_by_unit) {
      const row = rowNamed('units', unit)
      expect([
        unit,
        shown(row, 'turnoverLast', 2),
        shown(row, 'turnover', 2),
        shown(row, 'divisionRank', 0),
      ]).toEqual([unit, turnover_previous, turnover, division_rank])
    }
  })

  test('table 1, how the ranks moved', () => {
    const moved = (unit: string) =>
      (['divisionRankLast', 'divisionRank', 'divisionRankRise'] as const).map((name) =>
        shown(rowNamed('units', unit), name, 0),
      )
    expect(moved('十二师')).toEqual([8, 1, 7])
    expect(moved('八师')).toEqual([1, 2, -1])
    expect(moved('石河子大学')).toEqual([null, null, null])
  })

  test('units that grew by more than a tenth, and the one that multiplied', () => {
    const named = table('growing-units').rows.map(({ words }) => words.zh)
    const printed = [
      '二师',
      '六师',
      '七师',
      '八师',
      '十师',
      '十二师',
      '十三师',
      '十四师',
      '石河子大学',
      '塔里木大学',
      '兵直及其他',
    ]
    expect([...named].sort()).toEqual([...printed].sort())
    expect(named[0]).toBe('十二师')
    expect(shown(rowNamed('growing-units', '十二师'), 'turnoverMultiple', 1)).toBe(6.1)
    expect(shown(rowNamed('growing-units', '十二师'), 'turnoverIncrease', 2)).toBe(10815.68)
  })

  test('figure 2, north and south', () => {
    const { figure_2_north_south: printed } = published
    expect(shown(rowNamed('areas', 'north'), 'turnover', 2)).toBe(printed.north_turnover)
    expect(shown(rowNamed('areas', 'south'), 'turnover', 2)).toBe(printed.south_turnover)
    expect(shown(rowNamed('areas', 'north'), 'turnoverShare', 0)).toBe(printed.north_share_percent)
    expect(shown(rowNamed('areas', 'south'), 'turnoverShare', 0)).toBe(printed.south_share_percent)
    expect(between('areas', 'north-to-south-last', 1)).toBe(printed.ratio_previous_printed)
  })

  test('table 2, by type, with growth', () => {
    for (const { type, contracts, turnover, share_percent_computed } of published.table_2_by_type) {
      const row = rowNamed('types', type)
      expect([
        type,
        shown(row, 'contracts', 0),
        shown(row, 'turnover', 2),
        shown(row, 'turnoverShare', 2),
      ]).toEqual([type, contracts, turnover, share_percent_computed])
    }
    const { types_growth: growth } = published
    expect(shown(rowNamed('types', '技术开发'), 'turnoverGrowth', 1)).toBe(growth.技术开发_percent)
    expect(shown(rowNamed('types', '技术服务'), 'turnoverIncrease', 2)).toBe(growth.技术服务_increase)
    expect(shown(rowNamed('types', '技术服务'), 'contribution', 1)).toBe(
      growth.技术服务_share_of_increase_percent,
    )
    expect((shown(rowNamed('types', '技术许可'), 'turnoverGrowth', 0) ?? 0) / 100).toBeCloseTo(
      growth.技术许可_times,
      0,
    )
    const fell = table('types').rows.filter((row) => (shown(row, 'turnoverIncrease', 2) ?? 0) < 0)
    expect(fell.map(({ words }) => words.zh)).toEqual([growth.only_decrease])
  })

  test('figure 4, by plan', () => {
    const { figure_4_plan_source: printed } = published
    const [fiscal, outside] = [rowNamed('plans', 'public'), rowNamed('plans', 'outside')]
    expect(shown(fiscal, 'contracts', 0)).toBe(printed.fiscal_contracts)
    expect(shown(fiscal, 'turnover', 2)).toBe(printed.fiscal_turnover)
    expect(shown(fiscal, 'turnoverShare', 0)).toBe(printed.fiscal_share_percent)
    expect(shown(fiscal, 'turnoverGrowth', 1)).toBe(printed.fiscal_growth_percent)
    expect(shown(outside, 'turnover', 2)).toBe(printed.outside_turnover)
    expect(shown(outside, 'turnoverShare', 0)).toBe(printed.outside_share_percent)
    expect(shown(outside, 'turnoverGrowth', 1)).toBe(printed.outside_growth_percent)
  })

  test('figure 5, by flow, and what flows in', () => {
    published.figure_5_flow.forEach(
      ({ contracts, turnover, share_percent }: Record<string, number>, index: number) => {
        const row = table('flows').rows[index] as Row
        expect([shown(row, 'contracts', 0), shown(row, 'turnover', 2)]).toEqual([contracts, turnover])
        // The last share is printed so that the three make 100.
        expect(shown(row, 'turnoverShare', 1)).toBe(index === 2 ? 11.2 : share_percent)
      },
    )
    const { inflow } = published
    const row = rowNamed('inflow', 'in')
    expect(shown(row, 'contracts', 0)).toBe(inflow.contracts)
    expect(Math.round((shown(row, 'turnover', 2) ?? 0) / 100) / 100).toBe(inflow.turnover_100m_yuan)
    expect(Math.round((shown(row, 'technology', 2) ?? 0) / 100) / 100).toBe(
      inflow.technology_turnover_100m_yuan,
    )
    expect(between('inflow', 'in-to-out', 1)).toBe(inflow.inflow_to_outflow_ratio)
  })

  test('figure 6, by registering party', () => {
    const { figure_6_seller: printed } = published
    const enterprise = rowNamed('sellers', 'enterprise')
    expect(shown(enterprise, 'contracts', 0)).toBe(printed.enterprise.contracts)
    expect(shown(enterprise, 'turnoverShare', 1)).toBe(printed.enterprise.share_percent)
    for (const [name, key] of [
      ['国企', 'state_owned'],
      ['私企', 'private'],
    ] as const) {
      expect(shown(rowNamed('sellers', name), 'contracts', 0)).toBe(printed[key].contracts)
      expect(shown(rowNamed('sellers', name), 'turnover', 1)).toBe(printed[key].turnover)
    }
    for (const [name, key] of [
      ['科研机构', 'research_institute'],
      ['高等院校', 'university'],
    ] as const) {
      expect(shown(rowNamed('sellers', name), 'turnover', 2)).toBe(printed[key].turnover)
      expect(shown(rowNamed('sellers', name), 'turnoverShare', 1)).toBe(printed[key].share_percent)
    }
  })

  test('figures 7 and 8, by field', () => {
    const { figures_7_8_field: printed } = published
    const farming = rowNamed('fields', '农业')
    expect(shown(farming, 'contracts', 0)).toBe(printed.农业.contracts)
    expect(shown(farming, 'turnover', 2)).toBe(printed.农业.turnover)
    expect(shown(farming, 'turnoverShare', 1)).toBe(printed.农业.share_percent)
    const materials = rowNamed('fields', '新材料及其应用')
    expect(shown(materials, 'turnover', 2)).toBe(printed.新材料及其应用.turnover)
    expect(shown(materials, 'turnoverShare', 1)).toBe(printed.新材料及其应用.share_percent)
    expect(shown(materials, 'turnoverGrowth', 0)).toBe(printed.新材料及其应用.growth_percent)
    expect(table('fields').rows).toHaveLength(11)
    const order = [...table('fields').rows].sort(
      (a, b) => (shown(b, 'turnover', 2) ?? 0) - (shown(a, 'turnover', 2) ?? 0),
    )
    const over = order.slice(2, 6)
    expect(over.map(({ words }) => words.zh)).toEqual(printed.over_6000_in_order)
    expect(over.every((row) => (shown(row, 'turnover', 2) ?? 0) > 6000)).toBe(true)
  })

  test('table 3, by size, and the single contracts', () => {
    published.table_3_by_size.forEach((printed: Record<string, number>, index: number) => {
      const row = table('bands').rows[index] as Row
      expect([
        printed.band,
        shown(row, 'contracts', 0),
        shown(row, 'turnover', 2),
        shown(row, 'contractsShare', 2),
        shown(row, 'turnoverShare', 2),
      ]).toEqual([
        printed.band,
        printed.contracts,
        printed.turnover,
        printed.contracts_share_percent_computed,
        printed.turnover_share_percent_computed,
      ])
    })
    expect(shown(rowNamed('bands', 'below-10'), 'turnoverShare', 2)).toBe(0.83)
    const { imports, over_100m_yuan } = published.single_contracts
    const first = read.tables.flatMap((one) =>
      'contracts' in one && one.spec.id === 'largest' ? one.contracts : [],
    )[0]
    expect([first?.type, Number(first?.turnover) / 1e6]).toEqual(['1', over_100m_yuan.turnover])
    const bought = rowNamed('trade', '技术进口')
    expect([shown(bought, 'contracts', 0), shown(bought, 'turnover', 2)]).toEqual([
      imports.contracts,
      imports.turnover,
    ])
    const listed = read.tables.flatMap((one) =>
      'contracts' in one && one.spec.id === 'imports' ? one.contracts : [],
    )
    expect(listed.map(({ type }) => type)).toEqual(['3'])
  })

  test('where print and arithmetic differ, arithmetic is shown', () => {
    const [row] = table('headline').rows as [Row]
    const computed = (where: string) =>
      published.where_print_and_arithmetic_differ.find((one: { where: string }) => one.where === where)
        .computed
    expect(shown(row, 'mean', 2)).toBe(computed('section 1, mean turnover'))
    expect(shown(row, 'meanLast', 2)).toBe(computed('section 1, mean turnover of 2023'))
    expect(shown(row, 'meanGrowth', 1)).toBe(computed('section 1, growth of the mean'))
    expect(between('areas', 'north-to-south', 2)).toBe(computed('section 2.2, north to south ratio'))
    // Each part rounded on its own adds up to the figure of the list; the exact sum is the printed one after all.
    const parts = ['国企', '私企'].map((name) => shown(rowNamed('sellers', name), 'turnover', 1) ?? 0)
    expect(Number(parts.reduce((a, b) => a + b).toFixed(1))).toBe(computed('section 6, enterprises'))
    expect(shown(rowNamed('sellers', 'enterprise'), 'turnover', 1)).toBe(
      published.figure_6_seller.enterprise.turnover,
    )
    const bands = table('bands').rows.reduce((sum, one) => sum + (shown(one, 'turnover', 2) ?? 0), 0)
    expect(Number(bands.toFixed(2))).toBe(computed("Table 3, sum of the bands' turnover"))
  })

  test('each office finds its turnover and place in the reports of both years', async () => {
    const printed: {
      unit: string
      turnover: number
      turnover_previous: number
      division_rank: number | null
    }[] = published.table_1_by_unit
    const divisions = printed
      .filter(({ division_rank }) => division_rank !== null)
      .map(({ turnover_previous }) => turnover_previous)
      .sort((a, b) => b - a)
    for (const row of printed) {
      const code = units.find(({ words }) => words.zh === row.unit)?.code ?? ''
      const { places } = await readOfficeWork(registrarOf(code), 2024)
      const before = row.division_rank === null ? null : divisions.indexOf(row.turnover_previous) + 1
      expect(
        places.map(({ year, turnover, rank }) => [row.unit, year, Number(wanText(turnover)), rank]),
      ).toEqual([
        [row.unit, 2024, row.turnover, row.division_rank],
        [row.unit, 2023, row.turnover_previous, before],
      ])
    }
  })

  test.each(['docx', 'pdf'] as const)(
    'its published report says in %s every figure that arithmetic confirms, and the right one where print is wrong',
    async (form) => {
      const { bytes, number } = await readEditionFile(leader, {
        year: 2024,
        unit: null,
        form,
        locale: 'zh-CN',
      })
      expect(number).toBe(1)
      const said = form === 'docx' ? saidInWord(bytes) : await saidInPdf(bytes)
      const missing = sentencesOf(published).filter((sentence) => !said.text.includes(sentence))
      expect(missing).toEqual([])
      for (const wrong of wrongInPrint) expect(said.text).not.toContain(wrong)
      const cells = cellsOf(published).map(([row, heading, expected]) => [
        row,
        heading,
        expected,
        cellIn(said, row, heading) ?? '',
      ])
      expect(cells.filter(([, , expected, found]) => expected !== found)).toEqual([])
      expect(said.text).toContain('塔里木大学全年登记技术合同成交额3644.02万元，比上年增长11.5%')
      expect(said.text).toContain('石河子大学7407.28万元，增长58.2%（表1）')
      expect(said.text).toContain('实现了系统迁移平稳过渡')
    },
    60_000,
  )

  test('before the self-audit it said something else, as the files tell, and the printed mean is of then', async () => {
    const then = await readYear(leader, 2024, { asOf: new Date('2024-12-28T00:00:00Z') })
    const headline = then.tables.find(({ spec }) => spec.id === 'headline')
    const [row] = headline && 'table' in headline ? headline.table.rows : []
    if (!row) throw new Error('No headline')
    expect(shown(row, 'contracts', 0)).toBe(779)
    const counted = row.cells.contracts
    const now = table('headline').rows[0]?.cells.turnover
    if (!counted || !isFigure(counted) || !now || !isFigure(now)) throw new Error('No figures')
    // 104.52, as printed: the turnover of after the self-audit over the contracts of before it.
    expect(Number(ratio(now.n, counted.n * 1_000_000n, 2))).toBe(104.52)
    const { parts } = await readBridge(leader, {
      year: 2024,
      from: new Date('2024-12-28T00:00:00Z'),
      to: null,
    })
    const by = Object.fromEntries(parts.map(({ cause, ...part }) => [cause, part]))
    expect(by.corrected).toMatchObject({ acts: 12n, change: { contracts: 0n, turnover: 324_000_00n } })
    expect(by.revoked).toMatchObject({ acts: 2n, change: { contracts: -2n } })
  })

  test('the self-audits of both years close with the sentence the report prints', async () => {
    const campaigns = await readCampaigns({ ...leader, role: 'auditor' })
    const said = campaigns.map(({ campaign: { year, report } }) => [year, report?.sentence.zh ?? null])
    expect(said).toEqual([
      [expect.any(Number), null],
      [2024, '纠正错误信息 12 项，撤销登记 2 项'],
      [2023, '纠正错误信息 0 项，撤销登记 3 项'],
    ])
  })

  test('what was decided for an approver on leave says so on the trail', async () => {
    const acts =
      await sql()`select actor_name, action, details -> 'standsFor' as for from trail where details ? 'standsFor'`
    expect(acts).toEqual([{ actor_name: '审核员乙', action: 'contract.approve', for: ['审核员甲'] }])
  })

  test('and a recount from the contracts agrees, and every record of the story is proven', async () => {
    expect(await recount({ ...leader, role: 'auditor' })).toMatchObject({ agrees: true, differences: [] })
    expect((await verifyLedger({ ...leader, role: 'auditor' })).faults).toEqual([])
  })
})
