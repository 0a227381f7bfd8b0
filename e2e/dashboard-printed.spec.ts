import { plantPrintedYears, printed } from './fixtures/printed'
import { expect, test } from './fixtures/test'
import { DashboardPage, type Sheet } from './pages/dashboard'

test.beforeAll(plantPrintedYears)

/** What a number on the page is worth, and what it is when printed with so many decimals, halves up. */
const worth = (text: string | undefined) =>
  Number((text ?? 'nothing').replace(/[,%\s]/g, '').replace('−', '-'))
function said(text: string | undefined, decimals: number): number {
  const scale = 10 ** decimals
  return Math.round((worth(text) + Number.EPSILON) * scale) / scale
}
const row = (sheet: Sheet, name: string) => {
  const found = Object.entries(sheet).find(([head]) => head.replace(/\s/g, '') === name)
  if (!found) throw new Error(`No row ${name} among ${Object.keys(sheet).join(' ')}`)
  return found[1]
}

test('every figure of the report that arithmetic confirms stands on the leader’s dashboard', async ({
  as,
}) => {
  const dashboard = new DashboardPage(await as('leader'))
  await dashboard.open(2024)

  await test.step('headline', async () => {
    const { headline } = printed
    const text = (await dashboard.headline.innerText()).replaceAll(',', '')
    expect(text).toMatch(new RegExp(`登记合同\\s*${headline.contracts}\\s*项`))
    expect(text).toContain(`+${headline.contracts_increase}`)
    const units = await dashboard.sheet('units')
    expect(said(row(units, '合计').成交额, 2)).toBe(headline.turnover)
    expect(said(row(units, '合计').上年成交额, 2)).toBe(headline.turnover_previous)
    expect(said(row(units, '合计').成交额同比, 1)).toBe(headline.turnover_growth_percent)
    for (const [where, decimals] of [
      ['section 1, mean turnover', 2],
      ['section 1, mean turnover of 2023', 2],
    ] as const) {
      const { computed } = printed.where_print_and_arithmetic_differ.find(
        (one: { where: string }) => one.where === where,
      )
      expect(text).toContain(computed.toFixed(decimals))
    }
  })

  await test.step('table 1', async () => {
    const sheet = await dashboard.sheet('units')
    for (const { unit, turnover_previous, turnover, division_rank } of printed.table_1_by_unit) {
      const figures = row(sheet, unit)
      expect(said(figures.上年成交额, 2), unit).toBe(turnover_previous)
      expect(said(figures.成交额, 2), unit).toBe(turnover)
      if (division_rank) expect(worth(figures.师成交额排名), unit).toBe(division_rank)
      else expect(figures.师成交额排名, unit).toContain('不参加排名')
    }
    await expect(dashboard.panel('units')).toContainText('十二师居首')
    await expect(dashboard.panel('growing-units')).toContainText('为上年的 6.1 倍')
    const growing = await dashboard.sheet('growing-units')
    expect(said(row(growing, '十二师').成交额增量, 2)).toBe(10815.68)
  })

  await test.step('figure 2', async () => {
    const { figure_2_north_south: two } = printed
    const sheet = await dashboard.sheet('areas')
    expect(said(row(sheet, '北疆').成交额, 2)).toBe(two.north_turnover)
    expect(said(row(sheet, '南疆').成交额, 2)).toBe(two.south_turnover)
    expect(said(row(sheet, '北疆').成交额占比, 0)).toBe(two.north_share_percent)
    expect(said(row(sheet, '南疆').成交额占比, 0)).toBe(two.south_share_percent)
    const ratios = await dashboard.ratios('areas')
    expect(said(ratios.上年北疆与南疆之比?.split(':')[0], 1)).toBe(two.ratio_previous_printed)
    expect(said(ratios.北疆与南疆之比?.split(':')[0], 2)).toBe(5.53)
  })

  await test.step('table 2 and figure 3', async () => {
    const sheet = await dashboard.sheet('types')
    for (const { type, contracts, turnover, share_percent_computed } of printed.table_2_by_type) {
      const figures = row(sheet, type)
      expect(worth(figures.合同数), type).toBe(contracts)
      expect(said(figures.成交额, 2), type).toBe(turnover)
      expect(said(figures.成交额占比, 2), type).toBe(share_percent_computed)
    }
    const { types_growth: growth } = printed
    expect(said(row(sheet, '技术开发').成交额同比, 1)).toBe(growth.技术开发_percent)
    expect(Math.round(worth(row(sheet, '技术许可').成交额同比) / 100)).toBe(growth.技术许可_times)
    expect(said(row(sheet, '技术服务').成交额增量, 2)).toBe(growth.技术服务_increase)
    expect(said(row(sheet, '技术服务').对增量的贡献, 1)).toBe(growth.技术服务_share_of_increase_percent)
    const fell = printed.table_2_by_type.filter(
      ({ type }: { type: string }) => worth(row(sheet, type).成交额增量) < 0,
    )
    expect(fell.map(({ type }: { type: string }) => type)).toEqual([growth.only_decrease])
  })

  await test.step('figure 4', async () => {
    const { figure_4_plan_source: four } = printed
    const sheet = await dashboard.sheet('plans')
    const [fiscal, outside] = [row(sheet, '财政计划项目'), row(sheet, '计划外项目')]
    expect(worth(fiscal.合同数)).toBe(four.fiscal_contracts)
    expect(said(fiscal.成交额, 2)).toBe(four.fiscal_turnover)
    expect(said(fiscal.成交额占比, 0)).toBe(four.fiscal_share_percent)
    expect(said(fiscal.成交额同比, 1)).toBe(four.fiscal_growth_percent)
    expect(said(outside.成交额, 2)).toBe(four.outside_turnover)
    expect(said(outside.成交额占比, 0)).toBe(four.outside_share_percent)
    expect(said(outside.成交额同比, 1)).toBe(four.outside_growth_percent)
  })

  await test.step('figure 5 and what flows in', async () => {
    const sheet = await dashboard.sheet('flows')
    for (const { to, contracts, turnover, share_percent } of printed.figure_5_flow) {
      const figures = row(sheet, to === '新疆地方' ? '流向地方' : `流向${to}`)
      expect(worth(figures.合同数), to).toBe(contracts)
      expect(said(figures.成交额, 2), to).toBe(turnover)
      // The last share is printed so that the three make 100; arithmetic says 11.2.
      expect(said(figures.成交额占比, 1), to).toBe(to === '疆外' ? 11.2 : share_percent)
    }
    const { inflow } = printed
    const within = row(await dashboard.sheet('inflow'), '流入（吸纳）')
    expect(worth(within.合同数)).toBe(inflow.contracts)
    expect(Math.round(worth(within.成交额) / 100) / 100).toBe(inflow.turnover_100m_yuan)
    expect(Math.round(worth(within.技术交易额) / 100) / 100).toBe(inflow.technology_turnover_100m_yuan)
    const ratios = await dashboard.ratios('inflow')
    expect(said(Object.values(ratios)[0]?.split(':')[0], 1)).toBe(inflow.inflow_to_outflow_ratio)
  })

  await test.step('figure 6', async () => {
    const { figure_6_seller: six } = printed
    const sheet = await dashboard.sheet('sellers')
    const enterprise = row(sheet, '企业')
    expect(worth(enterprise.合同数)).toBe(six.enterprise.contracts)
    expect(said(enterprise.成交额占比, 1)).toBe(six.enterprise.share_percent)
    for (const [name, key] of [
      ['国企', 'state_owned'],
      ['私企', 'private'],
    ] as const) {
      expect(worth(row(sheet, name).合同数), name).toBe(six[key].contracts)
      expect(said(row(sheet, name).成交额, 1), name).toBe(six[key].turnover)
    }
    for (const [name, key] of [
      ['科研机构', 'research_institute'],
      ['高等院校', 'university'],
    ] as const) {
      expect(said(row(sheet, name).成交额, 2), name).toBe(six[key].turnover)
      expect(said(row(sheet, name).成交额占比, 1), name).toBe(six[key].share_percent)
    }
  })

  await test.step('figures 7 and 8', async () => {
    const { figures_7_8_field: seven } = printed
    const sheet = await dashboard.sheet('fields')
    expect(worth(row(sheet, '农业').合同数)).toBe(seven.农业.contracts)
    expect(said(row(sheet, '农业').成交额, 2)).toBe(seven.农业.turnover)
    expect(said(row(sheet, '农业').成交额占比, 1)).toBe(seven.农业.share_percent)
    const materials = row(sheet, '新材料及其应用')
    expect(said(materials.成交额, 2)).toBe(seven.新材料及其应用.turnover)
    expect(said(materials.成交额占比, 1)).toBe(seven.新材料及其应用.share_percent)
    expect(said(materials.成交额同比, 0)).toBe(seven.新材料及其应用.growth_percent)
    // The bars stand in the order of their turnover.
    const bars = await dashboard.panel('fields').getByRole('listitem').allInnerTexts()
    const names = bars.map((text) => text.split('\n')[0])
    expect(names).toHaveLength(11)
    expect(names.slice(2, 6)).toEqual(seven.over_6000_in_order)
  })

  await test.step('table 3 and the single contracts', async () => {
    const sheet = Object.values(await dashboard.sheet('bands'))
    printed.table_3_by_size.forEach((one: Record<string, number>, at: number) => {
      expect(
        [
          worth(sheet[at]?.合同数),
          said(sheet[at]?.份数占比, 2),
          said(sheet[at]?.成交额, 2),
          said(sheet[at]?.成交额占比, 2),
        ],
        String(one.band),
      ).toEqual([
        one.contracts,
        one.contracts_share_percent_computed,
        one.turnover,
        one.turnover_share_percent_computed,
      ])
    })
    const { imports, over_100m_yuan } = printed.single_contracts
    const first = dashboard.panel('largest').getByRole('row').nth(1)
    await expect(first).toContainText(over_100m_yuan.type)
    await expect(first).toContainText('10,779.01')
    const bought = dashboard.panel('imports').getByRole('row')
    await expect(bought).toHaveCount(1 + imports.contracts)
    await expect(bought.nth(1)).toContainText(imports.type)
    await expect(bought.nth(1)).toContainText('2,052.00')
  })
})
