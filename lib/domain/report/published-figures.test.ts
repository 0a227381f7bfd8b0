import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { dataFile } from '@/lib/services/demo/data-file'
import { ratio } from '../money'
import { membersOf } from '../statistics/members'
import type { NumberSpan, ReportMeasure } from './spans'
import { publishedReport, saidIn } from './testing/published-report'

const said = saidIn(publishedReport)
const print = JSON.parse(readFileSync(dataFile('annual-report-2024.json'), 'utf8'))
const spans = said.flatMap((one) => one.said.zh.filter((span): span is NumberSpan => span.kind === 'number'))

/** The figure of the report that is a measure of a table's members, in units of so many fen or of a whole. */
function figure(
  measure: ReportMeasure,
  of: string,
  members: readonly string[],
  per: bigint,
  decimals: number,
) {
  const found = spans.find(
    (span) =>
      span.measure === measure &&
      (span.of?.table ?? 'none') === of &&
      [...(span.of?.members ?? [])].sort().join() === [...members].sort().join(),
  )
  expect(found, `${measure} of ${of} ${members}`).toBeDefined()
  return (
    found && ratio(found.value.n * (per < 0n ? -per : 1n), found.value.d * (per < 0n ? 1n : per), decimals)
  )
}

const WAN = 1_000_000n
const YI = 10_000_000_000n
/** Of fractions that are printed in per cent. */
const PERCENT = -100n
const ONE = 1n

const decimalsOf = (printed: number): number => `${printed}`.split('.')[1]?.length ?? 0
const head = print.headline
const [flows, sellers, plans] = [print.figure_5_flow, print.figure_6_seller, print.figure_4_plan_source]
const areas = print.figure_2_north_south
const fields = print.figures_7_8_field
const types: Record<string, string> = Object.fromEntries(
  membersOf('type', []).map(({ code, words }) => [words.zh, code]),
)
const typeCode = (name: string): string[] => [types[name] ?? '']
const growth = print.types_growth
const bands = new Map(print.table_3_by_size.map((row: { band: string }) => [row.band, row]))
const band = (name: string) => bands.get(name) as Record<string, number>
const unit = (name: string) =>
  print.table_1_by_unit.find((row: { unit: string }) => row.unit === name) as Record<string, number>

/** What arithmetic confirms, as it is printed. */
const confirmed: readonly (readonly [
  ReportMeasure,
  string,
  readonly string[],
  bigint,
  number | undefined,
])[] = [
  ['contracts', 'headline', [], ONE, head.contracts],
  ['contractsIncrease', 'headline', [], ONE, head.contracts_increase],
  ['turnover', 'headline', [], WAN, head.turnover],
  ['turnoverLast', 'headline', [], WAN, head.turnover_previous],
  ['turnoverGrowth', 'headline', [], PERCENT, head.turnover_growth_percent],
  ['turnover', 'units', ['D12'], WAN, unit('十二师').turnover],
  ['turnover', 'units', ['D08'], WAN, unit('八师').turnover],
  ['turnover', 'units', ['Z99'], WAN, unit('兵直及其他').turnover],
  ['divisionRank', 'units', ['D12'], ONE, unit('十二师').division_rank],
  ['turnover', 'areas', ['north'], WAN, areas.north_turnover],
  ['turnover', 'areas', ['south'], WAN, areas.south_turnover],
  ['turnoverShare', 'areas', ['north'], PERCENT, areas.north_share_percent],
  ['turnoverShare', 'areas', ['south'], PERCENT, areas.south_share_percent],
  ['turnover', 'types', typeCode('技术开发'), WAN, print.table_2_by_type[0].turnover],
  ['turnoverGrowth', 'types', typeCode('技术开发'), PERCENT, growth.技术开发_percent],
  ['turnoverIncrease', 'types', typeCode('技术服务'), WAN, growth.技术服务_increase],
  ['contribution', 'types', typeCode('技术服务'), PERCENT, growth.技术服务_share_of_increase_percent],
  ['turnoverMultiple', 'types', typeCode('技术许可'), ONE, growth.技术许可_times + 1],
  ['contracts', 'plans', ['1', '2', '3', '4'], ONE, plans.fiscal_contracts],
  ['turnover', 'plans', ['1', '2', '3', '4'], WAN, plans.fiscal_turnover],
  ['turnoverShare', 'plans', ['1', '2', '3', '4'], PERCENT, plans.fiscal_share_percent],
  ['turnoverGrowth', 'plans', ['1', '2', '3', '4'], PERCENT, plans.fiscal_growth_percent],
  ['turnover', 'plans', ['9'], WAN, plans.outside_turnover],
  ['turnoverShare', 'plans', ['9'], PERCENT, plans.outside_share_percent],
  ['turnoverGrowth', 'plans', ['9'], PERCENT, plans.outside_growth_percent],
  ...[0, 1, 2].flatMap(
    (at) =>
      [
        ['contracts', 'flows', [`${at + 1}`], ONE, flows[at].contracts],
        ['turnover', 'flows', [`${at + 1}`], WAN, flows[at].turnover],
      ] as const,
  ),
  ['turnoverShare', 'flows', ['1'], PERCENT, flows[0].share_percent],
  ['turnoverShare', 'flows', ['2'], PERCENT, flows[1].share_percent],
  ['contracts', 'inflow', ['elsewhere', 'within'], ONE, print.inflow.contracts],
  ['turnover', 'inflow', ['elsewhere', 'within'], YI, print.inflow.turnover_100m_yuan],
  ['technology', 'inflow', ['elsewhere', 'within'], YI, print.inflow.technology_turnover_100m_yuan],
  ['ratio', 'inflow', ['elsewhere', 'within'], ONE, print.inflow.inflow_to_outflow_ratio],
  ['contracts', 'sellers', ['1', '2'], ONE, sellers.enterprise.contracts],
  ['turnover', 'sellers', ['1', '2'], WAN, sellers.enterprise.turnover],
  ['turnoverShare', 'sellers', ['1', '2'], PERCENT, sellers.enterprise.share_percent],
  ['contracts', 'sellers', ['1'], ONE, sellers.state_owned.contracts],
  ['turnover', 'sellers', ['1'], WAN, sellers.state_owned.turnover],
  ['contracts', 'sellers', ['2'], ONE, sellers.private.contracts],
  ['turnover', 'sellers', ['2'], WAN, sellers.private.turnover],
  ['turnover', 'sellers', ['3'], WAN, sellers.research_institute.turnover],
  ['turnoverShare', 'sellers', ['3'], PERCENT, sellers.research_institute.share_percent],
  ['turnover', 'sellers', ['4'], WAN, sellers.university.turnover],
  ['turnoverShare', 'sellers', ['4'], PERCENT, sellers.university.share_percent],
  ['contracts', 'fields', ['09'], ONE, fields.农业.contracts],
  ['turnover', 'fields', ['09'], WAN, fields.农业.turnover],
  ['turnoverShare', 'fields', ['09'], PERCENT, fields.农业.share_percent],
  ['turnover', 'fields', ['05'], WAN, fields.新材料及其应用.turnover],
  ['turnoverShare', 'fields', ['05'], PERCENT, fields.新材料及其应用.share_percent],
  ['turnoverMultiple', 'fields', ['05'], PERCENT, fields.新材料及其应用.growth_percent + 100],
  ['contracts', 'bands', ['13'], ONE, print.single_contracts.over_100m_yuan.contracts],
  ['turnover', 'bands', ['13'], WAN, print.single_contracts.over_100m_yuan.turnover],
  ['contracts', 'trade', ['1'], ONE, print.single_contracts.imports.contracts],
  ['turnover', 'trade', ['1'], WAN, print.single_contracts.imports.turnover],
  ['turnover', 'bands', ['09'], WAN, band('500-1000').turnover],
  ['turnoverShare', 'bands', ['09'], PERCENT, band('500-1000').turnover_share_percent_printed],
  ['turnover', 'bands', ['08'], WAN, band('200-500').turnover],
  ['turnoverShare', 'bands', ['08'], PERCENT, band('200-500').turnover_share_percent_printed],
  ['turnoverShare', 'bands', ['13'], PERCENT, band('10000+').turnover_share_percent_printed],
  ['corrected', 'none', [], ONE, print.self_audit.corrected],
  ['revoked', 'none', [], ONE, print.self_audit.revoked],
]

/** Where the print is wrong, what the figures come to. */
const wrong = (where: string): number =>
  print.where_print_and_arithmetic_differ.find((one: { where: string }) => one.where === where).computed
const mended: typeof confirmed = [
  ['mean', 'headline', [], WAN, wrong('section 1, mean turnover')],
  ['meanLast', 'headline', [], WAN, wrong('section 1, mean turnover of 2023')],
  ['meanGrowth', 'headline', [], PERCENT, wrong('section 1, growth of the mean')],
  ['ratio', 'areas', ['north'], ONE, wrong('section 2.2, north to south ratio')],
  ['turnoverShare', 'types', typeCode('技术开发'), PERCENT, print.table_2_by_type[0].share_percent_computed],
  ['turnoverShare', 'types', typeCode('技术服务'), PERCENT, print.table_2_by_type[3].share_percent_computed],
  ['turnoverShare', 'types', ['1', '5'], PERCENT, 83.37],
  // 51.7, 37.2 and 11.1 were made to add up to 100; the last is 11.16.
  ['turnoverShare', 'flows', ['3'], PERCENT, 11.16],
]

describe('the figures of the printed report', () => {
  test.each([...confirmed, ...mended])('%s of %s %j', (measure, of, members, per, printed) => {
    expect(printed).toBeDefined()
    const decimals = decimalsOf(printed ?? 0)
    expect(figure(measure, of, members, per, decimals)).toBe(printed?.toFixed(decimals))
  })
})
