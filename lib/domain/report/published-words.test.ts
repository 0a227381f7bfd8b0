import { describe, expect, test } from 'vitest'
import { plain } from './spans'
import { publishedReport as report, saidIn } from './testing/published-report'

const said = saidIn(report)

describe('2024, as the centre would write it', () => {
  test.each([
    [
      'opening.total',
      '2024 年，兵团认定登记技术合同 777 项，成交额 8.14 亿元，创历史新高（2023 年以来）。',
      'In 2024, 777 contracts of the Corps were registered, with a turnover of 814 million yuan, the highest on record (since 2023).',
    ],
    [
      'opening.self-audit',
      '开展了 2024 年技术合同登记自查工作，纠正错误信息 12 项，撤销登记 2 项。',
      'The contracts registered in 2024 were self-audited: 12 errors corrected, 2 registrations revoked.',
    ],
    [
      'volume.turnover',
      '2024 年兵团共认定登记技术合同 777 项，比上年增加 44 项；合同成交总金额 81,423.37 万元（图 1），比上年的 61,442.80 万元增长 32.5%。',
      'In 2024 the Corps registered 777 contracts in all, 44 contracts more than last year; turnover came to 814,233,700 yuan (Figure 1), up 32.5% on last year, when it was 614,428,000 yuan.',
    ],
    [
      'volume.mean',
      '单项合同平均成交额由上年的 83.82 万元增至 104.79 万元，比上年增长 25.0%。',
      'The mean turnover of a contract rose from 838,200 yuan last year to 1,047,900 yuan, up 25.0% on last year.',
    ],
    [
      'units.leader',
      '2024 年十二师以成交额 12,921.46 万元居首位，八师（11,559.95 万元）、兵直及其他（9,785.34 万元）次之。',
      'In 2024 12th Division is in first place with a turnover of 129,214,600 yuan, followed by 8th Division (115,599,500 yuan) and Corps offices and others (97,853,400 yuan).',
    ],
    ['units.idle', '无“零登记”单位（表 1）。', 'No unit is without a registration (Table 1).'],
    [
      'units.large',
      '成交额超过 1 亿元的单位有十二师、八师。',
      'Turnover above 100 million yuan: 12th Division and 8th Division.',
    ],
    [
      'units.growing',
      '成交额较上年增长超过 10% 的有：二师、六师、七师、八师、十师、十二师、十三师、十四师、石河子大学、塔里木大学、兵直及其他。',
      'Turnover grew by more than 10% on last year in: 2nd Division, 6th Division, 7th Division, 8th Division, 10th Division, 12th Division, 13th Division, 14th Division, Shihezi University, Tarim University and Corps offices and others.',
    ],
    [
      'units.fastest',
      '其中十二师增长最快，成交额增加 10,815.68 万元，为上年的 6.1 倍，由师成交额第 8 名升至第 1 名。',
      'Of these 12th Division grew most: turnover increased by 108,156,800 yuan, 6.1 times last year, up from rank 8 to rank 1 among the divisions.',
    ],
    [
      'areas.change',
      '北疆、南疆成交额较上年均有增长。',
      'Turnover by area: North and South both grew on last year.',
    ],
    [
      'areas.shares',
      '北疆各师、院校技术合同成交额 68,946.09 万元，占成交总额的 84.7%；南疆各师及塔里木大学技术合同成交额 12,477.28 万元，占成交总额的 15.3%（图 2）。',
      'By area, the divisions and institutions of the north have a turnover of 689,460,900 yuan, 84.7% of the whole; the divisions of the south and Tarim University have a turnover of 124,772,800 yuan, 15.3% of the whole (Figure 2).',
    ],
    [
      'areas.ratio',
      '北疆与南疆成交额之比为 5.5:1，上年为 4.5:1，差距拉大。',
      'North stands to South as 5.5 to 1, last year 4.5 to 1: a wider gap.',
    ],
    [
      'types.change',
      '除技术转让外，其余 4 类合同成交额较上年均有增长。',
      'Turnover by type: all but Technology transfer grew on last year (4 types).',
    ],
    [
      'types.leading',
      '技术开发是技术交易最主要的方式，合同成交额 40,703.63 万元，占 50.0%（表 2、图 3），比上年增长 8.9%；技术服务次之，合同成交额 27,179.23 万元，占 33.4%，两者合计占 83.4%。',
      'Technology development is the main form of trade with a turnover of 407,036,300 yuan, 50.0% of the whole (Table 2, Figure 3), up 8.9% on last year; Technical service follows with 271,792,300 yuan, 33.4%, both together 83.4%.',
    ],
    [
      'types.fastest',
      '技术许可合同成交额增幅居首位，为上年的 11.0 倍；技术服务合同成交额增量最大，增加 10,952.45 万元，占全年成交额增量的 54.8%。',
      'Against last year, greatest growth: Technology licence, 11.0 times last year; greatest increase: Technical service, 109,524,500 yuan, 54.8% of the year’s increase.',
    ],
    [
      'plans.change',
      '财政计划项目成交额比上年增长 49.2%，计划外项目成交额比上年增长 13.4%。',
      'Turnover of the plans: publicly funded plans up 49.2% on last year, work outside any plan up 13.4% on last year.',
    ],
    [
      'plans.shares',
      '各级财政计划项目共认定登记技术合同 429 项，成交额 48,878.86 万元，占合同成交总额的 60.0%；计划外项目共认定登记技术合同 348 项，成交额 32,544.51 万元，占合同成交总额的 40.0%（图 4）。',
      'By plan source, publicly funded plans of all levels: 429 contracts, turnover 488,788,600 yuan, 60.0% of the whole; work outside any plan: 348 contracts, turnover 325,445,100 yuan, 40.0% of the whole (Figure 4).',
    ],
    [
      'plans.trend',
      '财政计划项目占比过半，较上年有所上升，计划外项目占比有所下降。',
      'The share of publicly funded plans is more than half and has risen, that of work outside any plan has fallen.',
    ],
    [
      'flows.shares',
      '从技术交易流向看，2024 年兵团登记的技术合同流向兵团的 499 项，成交额 42,078.08 万元，占总成交额的 51.7%；流向地方的 165 项，成交额 30,261.30 万元，占总成交额的 37.2%；流向疆外的 113 项，成交额 9,083.99 万元，占总成交额的 11.2%（图 5）。',
      'In 2024 contracts of the Corps went to the Corps: 499 contracts, turnover 420,780,800 yuan, 51.7%; to Xinjiang outside the Corps: 165 contracts, turnover 302,613,000 yuan, 37.2%; beyond Xinjiang: 113 contracts, turnover 90,839,900 yuan, 11.2% of the whole (Figure 5).',
    ],
    [
      'flows.inside',
      '疆内合计占 88.8%，科技成果转化以疆内转化为主，向外部转化辐射为辅。',
      'Within Xinjiang together 88.8%: most technology stays there.',
    ],
    [
      'inflow.total',
      '全年流入兵团的技术合同 1,065 项，合同成交额 67.04 亿元，技术交易额 17.46 亿元。',
      'Over the year 1,065 contracts flowed into the Corps, turnover 6,704 million yuan, technology turnover 1,746 million yuan.',
    ],
    [
      'inflow.balance',
      '以合同成交额计算的流入流出比为 8.2:1，兵团技术交易呈现输入特性，技术需求大于内部供给。',
      'By turnover, inflow stands to outflow as 8.2 to 1: the Corps takes in more technology than it gives out.',
    ],
    [
      'sellers.enterprises',
      '按登记主体类型分类，企业共登记 286 项合同，成交额 56,940.16 万元，占比 69.9%，其中国企 189 项、私企 97 项；成交额分别为 31,091.74 万元、25,848.42 万元（图 6）。',
      'By registering party, enterprises have 286 contracts with a turnover of 569,401,600 yuan, 69.9%: state-owned 189 contracts, private 97 contracts; turnover 310,917,400 yuan and 258,484,200 yuan (Figure 6).',
    ],
    [
      'sellers.role',
      '企业成交额占比过半，技术创新和技术交易主体地位显著。',
      'Enterprises have more than half of the turnover and are the main party of technology trade.',
    ],
    [
      'sellers.institutions',
      '企业以外，科研机构登记 110 项，成交额 9,079.62 万元，占比 11.2%；高等院校登记 199 项，成交额 11,104.30 万元，占比 13.6%；其他登记 182 项，成交额 4,299.29 万元，占比 5.3%。',
      'Beside enterprises: Research institutes 110 contracts, turnover 90,796,200 yuan, 11.2%; Universities 199 contracts, turnover 111,043,000 yuan, 13.6%; Others 182 contracts, turnover 42,992,900 yuan, 5.3%.',
    ],
    [
      'fields.leader',
      '农业领域技术合同项目数和成交额分别为 397 项和 23,460.20 万元（图 7），成交额居各技术领域首位，占总成交额的 28.8%（图 8），其次为新材料及其应用，成交额为 18,484.00 万元，占 22.7%。',
      'Agriculture has 397 contracts with a turnover of 234,602,000 yuan (Figure 7), the first place among the fields, 28.8% of the whole (Figure 8), followed by New materials and their applications with 184,840,000 yuan, 22.7%.',
    ],
    [
      'fields.fastest',
      '新材料及其应用是增长最快的领域，成交额为上年的 4.8 倍。',
      'New materials and their applications grew most, 4.8 times last year.',
    ],
    [
      'fields.large',
      '之后依次为电子信息、环境保护与资源综合利用、新能源与高效节能、城市建设与社会发展，成交额均在 6,000 万元以上。',
      'Then come Electronic information, Environmental protection and resource use, New energy and energy efficiency and Urban construction and social development, above 60,000,000 yuan each.',
    ],
    [
      'fields.small',
      '先进制造、“生物、医药和医疗器械”、现代交通领域成交额占比较小，均不足 5%。',
      'The shares of Advanced manufacturing, “Biology, medicine and medical devices” and Modern transport are small, below 5% each.',
    ],
    [
      'bands.large',
      '全年共认定登记 1 亿元及以上的大额技术合同 1 项，为技术开发合同，合同成交额 10,779.01 万元。',
      'Over the year 1 contract of 100 million yuan or more (Technology development) was registered, turnover 107,790,100 yuan.',
    ],
    [
      'trade.imports',
      '认定技术进口合同 1 项，为技术许可合同，合同成交额 2,052.00 万元。',
      'Technology import: 1 contract (Technology licence), turnover 20,520,000 yuan.',
    ],
    [
      'bands.order',
      '按单项合同成交额，成交额最大的区间为500-1000万元，为 16,016.37 万元，占成交总额的 19.7%；其次为200-500万元，为 15,169.67 万元，占成交总额的 18.6%；再次为1亿元及以上，为 10,779.01 万元，占成交总额的 13.2%（表 3）。',
      'By the size of contracts, the greatest turnover is that of 500–1000 × 10,000 yuan with 160,163,700 yuan, 19.7% of the whole; then 200–500 × 10,000 yuan with 151,696,700 yuan, 18.6% of the whole; then 100 million yuan and more with 107,790,100 yuan, 13.2% of the whole (Table 3).',
    ],
    [
      'rounding-units',
      '注：因四舍五入，各项成交额占比之和为 100.01%。',
      'Note: through rounding, the shares of turnover add up to 100.01%.',
    ],
    [
      'rounding-types',
      '注：因四舍五入，各项成交额占比之和为 100.01%。',
      'Note: through rounding, the shares of turnover add up to 100.01%.',
    ],
    [
      'rounding-flows',
      '注：因四舍五入，各项成交额占比之和为 100.1%。',
      'Note: through rounding, the shares of turnover add up to 100.1%.',
    ],
    [
      'rounding-bands',
      '注：因四舍五入，各项成交额之和为 81,423.38 万元，与合计 81,423.37 万元略有出入；各项份数占比之和为 99.98%；各项成交额占比之和为 99.99%。',
      'Note: through rounding, the parts of turnover add up to 814,233,800 yuan, not to 814,233,700 yuan; the shares of contracts add up to 99.98%; the shares of turnover add up to 99.99%.',
    ],
  ])('%s', (id, zh, en) => {
    const one = said.find((sentence) => sentence.id === id)?.said
    expect([plain(one?.zh ?? []), plain(one?.en ?? [])]).toEqual([zh, en])
  })

  test('in the order of the printed report, with its three tables and eight figures', () => {
    expect(report.chapters.map(({ heading }) => heading?.zh ?? '')).toEqual([
      '',
      '年度登记量基本情况',
      '各师市、院校登记情况',
      '技术合同类型',
      '合同任务来源',
      '技术交易流向',
      '不同交易主体成交情况',
      '技术交易领域构成',
      '单项合同成交额',
    ])
    const exhibits = report.chapters.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'table' || block.kind === 'figure'
          ? `${block.kind} ${block.number} ${block.table}`
          : [],
      ),
    )
    expect(exhibits).toEqual([
      'figure 1 headline',
      'table 1 units',
      'figure 2 areas',
      'table 2 types',
      'figure 3 types',
      'figure 4 plans',
      'figure 5 flows',
      'figure 6 sellers',
      'figure 7 fields',
      'figure 8 fields',
      'table 3 bands',
    ])
    expect(plain(report.title.zh)).toBe('2024 年兵团技术市场统计年报')
  })
})
