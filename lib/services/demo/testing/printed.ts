import { ofRole, readPdf } from '../../report/forms/testing/read-pdf'
import { readWord } from '../../report/forms/testing/read-word'

/** What a file of the report says, read from its bytes alone: without white space and thousands separators. */
export interface SaidInFile {
  text: string
  /** Its tables, the head first; a cell that another covers is empty or missing. */
  tables: string[][][]
}

const bare = (text: string): string => text.replace(/\s/g, '').replace(/(?<=\d),(?=\d{3})/g, '')

export function saidInWord(bytes: Uint8Array): SaidInFile {
  const { paragraphs, tables } = readWord(bytes)
  return {
    text: bare(paragraphs.map(({ text }) => text).join('\n')),
    tables: tables.map((rows) => rows.map((cells) => cells.map(({ text }) => bare(text)))),
  }
}

export async function saidInPdf(bytes: Uint8Array): Promise<SaidInFile> {
  const { elements } = await readPdf(bytes)
  const tables: string[][][] = []
  for (const { text, children } of ofRole(elements, 'TR')) {
    if (!text) continue
    if (children.every(({ role }) => role === 'TH')) tables.push([])
    tables.at(-1)?.push(children.map((cell) => bare(cell.text)))
  }
  return { text: bare(elements.map(({ text }) => text).join('')), tables }
}

/** The cell of a table by its row and the heading of its column; undefined where the file has none. */
export function cellIn({ tables }: SaidInFile, row: string, heading: string): string | undefined {
  const table = tables.find(
    ([head, ...rows]) => head?.some((one) => one.startsWith(heading)) && rows.some(([name]) => name === row),
  )
  const column = table?.[0]?.findIndex((one) => one.startsWith(heading)) ?? -1
  return table?.find(([name]) => name === row)?.[column]
}

type Row = Record<string, number | string | null>

/** The figures of the printed report as `annual-report-2024.json` gives them. */
// biome-ignore lint/suspicious/noExplicitAny: a file of the printed report, whose parts are of many shapes
export type Printed = Record<string, any>

const wan = (value: number): string => value.toFixed(2)

/**
 * Every figure of the printed report that stands in its text, in the sentence that the files have to say it in: as printed
 * where arithmetic confirms it, as it should be where not.
 */
export function sentencesOf(print: Printed): string[] {
  const { headline: head, figure_2_north_south: areas, figure_4_plan_source: plans } = print
  const { figure_5_flow: flows, figure_6_seller: sellers, figures_7_8_field: fields } = print
  const { types_growth: growth, inflow, policies, platform, training, single_contracts: single } = print
  const [development, , , services] = print.table_2_by_type
  const registered = print.achievement_registration
  const bands = new Map<string, Row>(print.table_3_by_size.map((row: Row) => [row.band, row]))
  const unit = (name: string) => print.table_1_by_unit.find((row: Row) => row.unit === name)
  const right = (where: string) =>
    print.where_print_and_arithmetic_differ.find((one: Row) => one.where === where).computed
  const size = (band: string) => Number(bands.get(band)?.turnover)
  const [, , { computed: together }] = print.where_print_and_arithmetic_differ
  const [twelfth, eighth] = [unit('十二师'), unit('八师')]
  const ofWhole = (band: string) => Number(bands.get(band)?.turnover_share_percent_computed).toFixed(1)
  const growing = print.table_1_by_unit.filter(
    (row: Row) => Number(row.turnover) > 1.1 * Number(row.turnover_previous),
  )
  return [
    `认定登记技术合同${head.contracts}项，成交额8.14亿元，创历史新高`,
    `认定登记技术合同${head.contracts}项，比上年增加${head.contracts_increase}项`,
    `合同成交总金额${wan(head.turnover)}万元（图1），比上年的${wan(head.turnover_previous)}万元增长${head.turnover_growth_percent}%`,
    `平均成交额由上年的${right('section 1, mean turnover of 2023')}万元增至${right('section 1, mean turnover')}万元，比上年增长${right('section 1, growth of the mean').toFixed(1)}%`,
    `十二师以成交额${wan(twelfth.turnover)}万元居首位，八师（${wan(eighth.turnover)}万元）、兵直及其他（${wan(unit('兵直及其他').turnover)}万元）次之`,
    '无“零登记”单位',
    '成交额超过1亿元的单位有十二师、八师',
    `成交额较上年增长超过10%的有：${growing.map((row: Row) => row.unit).join('、')}`,
    `成交额增加${wan(twelfth.turnover - twelfth.turnover_previous)}万元，为上年的6.1倍，由师成交额第8名升至第${twelfth.division_rank}名`,
    `成交额${wan(areas.north_turnover)}万元，占成交总额的84.7%`,
    `成交额${wan(areas.south_turnover)}万元，占成交总额的15.3%`,
    `成交额之比为${right('section 2.2, north to south ratio').toFixed(1)}:1，上年为${areas.ratio_previous_printed}:1，差距拉大`,
    `除${growth.only_decrease}外，其余4类合同成交额较上年均有增长`,
    `成交额${wan(development.turnover)}万元，占50.0%（表2、图3），比上年增长${growth.技术开发_percent}%`,
    `成交额${wan(services.turnover)}万元，占${services.share_percent_computed.toFixed(1)}%，两者合计占${together.toFixed(1)}%`,
    `技术许可合同成交额增幅居首位，为上年的${(growth.技术许可_times + 1).toFixed(1)}倍`,
    `增加${wan(growth.技术服务_increase)}万元，占全年成交额增量的${growth.技术服务_share_of_increase_percent}%`,
    `财政计划项目成交额比上年增长${plans.fiscal_growth_percent}%，计划外项目成交额比上年增长${plans.outside_growth_percent}%`,
    `技术合同${plans.fiscal_contracts}项，成交额${wan(plans.fiscal_turnover)}万元，占合同成交总额的${plans.fiscal_share_percent.toFixed(1)}%`,
    `成交额${wan(plans.outside_turnover)}万元，占合同成交总额的${plans.outside_share_percent.toFixed(1)}%`,
    ...flows.map(
      ({ contracts, turnover, share_percent }: Row, at: number) =>
        // The last share is printed so that the three make 100.
        `${contracts}项，成交额${wan(Number(turnover))}万元，占总成交额的${at === 2 ? '11.2' : share_percent}%`,
    ),
    `流入兵团的技术合同${inflow.contracts}项，合同成交额${inflow.turnover_100m_yuan}亿元，技术交易额${inflow.technology_turnover_100m_yuan}亿元`,
    `流入流出比为${inflow.inflow_to_outflow_ratio}:1`,
    `企业共登记${sellers.enterprise.contracts}项合同，成交额56940.16万元，占比${sellers.enterprise.share_percent}%，其中国企${sellers.state_owned.contracts}项、私企${sellers.private.contracts}项；成交额分别为31091.74万元、25848.42万元`,
    `成交额${wan(sellers.research_institute.turnover)}万元，占比${sellers.research_institute.share_percent}%`,
    `成交额${wan(sellers.university.turnover)}万元，占比${sellers.university.share_percent}%`,
    `分别为${fields.农业.contracts}项和${wan(fields.农业.turnover)}万元（图7），成交额居各技术领域首位，占总成交额的${fields.农业.share_percent}%（图8），其次为新材料及其应用，成交额为${wan(fields.新材料及其应用.turnover)}万元，占${fields.新材料及其应用.share_percent}%`,
    `新材料及其应用是增长最快的领域，成交额为上年的${(1 + fields.新材料及其应用.growth_percent / 100).toFixed(1)}倍`,
    `之后依次为${fields.over_6000_in_order.join('、')}，成交额均在6000万元以上`,
    `1亿元及以上的大额技术合同${single.over_100m_yuan.contracts}项，为${single.over_100m_yuan.type}合同，合同成交额${single.over_100m_yuan.turnover}万元`,
    `技术进口合同${single.imports.contracts}项，为${single.imports.type}合同，合同成交额${wan(single.imports.turnover)}万元`,
    `500-1000万元，为${wan(size('500-1000'))}万元，占成交总额的${ofWhole('500-1000')}%`,
    `200-500万元，为${wan(size('200-500'))}万元，占成交总额的${ofWhole('200-500')}%`,
    `1亿元及以上，为${wan(size('10000+'))}万元，占成交总额的${ofWhole('10000+')}%（表3）`,
    `各项成交额之和为${right("Table 3, sum of the bands' turnover")}万元，与合计${wan(head.turnover)}万元略有出入`,
    `纠正错误信息${print.self_audit.corrected}项，撤销登记${print.self_audit.revoked}项`,
    `${policies.issued_in_year.join('、')}出台了促进科技成果转化相关政策，至此，${policies.divisions}个师市中累计已有${policies.with_policy}个师市出台了科技成果转化相关政策，出台率${policies.rate_percent}%`,
    `${policies.institutions}家高校科研院所累计已有${policies.with_measures}家制订了科技成果转化管理办法，制订率47.1%`,
    `发布科技成果${platform.achievements_published}项、技术需求${platform.needs_published}项、挂牌成果${platform.achievements_listed}项、签约成交${platform.deals_signed}项`,
    `成果登记${registered.total}项，其中应用技术成果${registered.applied_technology}项，基础理论成果${registered.basic_theory}项，软科学成果${registered.soft_science}项`,
    `发布推介科技成果${print.matchmaking.achievements_presented}余项`,
    `业务培训${training.registration_sessions}场，培训${training.registration_trainees}人次，发放《技术合同认定登记务实手册》${training.handbooks}余份`,
    `成果评价与技术转移培训${training.evaluation_sessions}期，培训${training.evaluation_trainees}人次；技术经理人培训${training.manager_sessions}期`,
    `取得合格证书${training.certified_in_division_courses}余人`,
  ]
}

/** What stands in print and is wrong, as the files must not say it. */
export const wrongInPrint = ['104.52', '83.48', '25.2%', '45.9%', '5.6:1', '13.64', '56940.2万元'] as const

/** Every cell of the three printed tables: its row, the heading of its column, and what has to stand there. */
export function cellsOf(print: Printed): [row: string, heading: string, expected: string][] {
  const { headline: head } = print
  return [
    ...print.table_1_by_unit.flatMap(
      ({ unit, turnover_previous, turnover, division_rank }: Row): ReturnType<typeof cellsOf> => [
        [String(unit), '2023年成交额', wan(Number(turnover_previous))],
        [String(unit), '2024年成交额', wan(Number(turnover))],
        [String(unit), '师成交额排名', division_rank === null ? '—' : String(division_rank)],
      ],
    ),
    ['合计', '2023年成交额', wan(head.turnover_previous)],
    ['合计', '2024年成交额', wan(head.turnover)],
    ...print.table_2_by_type.flatMap(
      ({ type, contracts, turnover, share_percent_computed }: Row): ReturnType<typeof cellsOf> => [
        [String(type), '合同数', String(contracts)],
        [String(type), '2024年成交额', wan(Number(turnover))],
        [String(type), '成交额占比', Number(share_percent_computed).toFixed(2)],
      ],
    ),
    ...print.table_3_by_size.flatMap((row: Row): ReturnType<typeof cellsOf> => {
      const name = row.band === '10000+' ? '1亿元及以上' : `${row.band}万元`
      return [
        [name, '合同数', String(row.contracts)],
        [name, '份数占比', Number(row.contracts_share_percent_computed).toFixed(2)],
        [name, '成交额（', wan(Number(row.turnover))],
        // The three small bands share one cell: what it says is the share of them together.
        [
          name,
          '成交额占比',
          row.band === '0-1'
            ? '0.83'
            : row.band === '1-5' || row.band === '5-10'
              ? ''
              : Number(row.turnover_share_percent_computed).toFixed(2),
        ],
      ]
    }),
  ]
}
