import type { Words } from '../words'
import type { FigureUnit } from './figure'

/** The year itself, the year before it, or that one up to the same day. */
export type YearOfSum = 'this' | 'last' | 'sameDay'

export type Rule<Name> =
  /** A sum of the ledger. */
  | { kind: 'sum'; amount: 'contracts' | 'turnover' | 'technology'; year: YearOfSum }
  | { kind: 'difference'; of: Name; less: Name }
  /** `whole`: the divisor is read from the table's total, which makes the ratio a share. */
  | { kind: 'ratio'; of: Name; to: Name; whole?: true }
  /** The sum of this row and all rows before it. */
  | { kind: 'running'; of: Name }
  /** 1 for the greatest; equal figures share a rank and the next one is skipped. */
  | { kind: 'rank'; by: Name }

export interface Measure<Name = string> {
  words: Words
  unit: FigureUnit
  rule: Rule<Name>
  /** How it is to be read. */
  note?: Words
}

const sum = (
  zh: string,
  en: string,
  amount: 'contracts' | 'turnover' | 'technology',
  year: YearOfSum,
): Measure<never> => ({
  words: { zh, en },
  unit: amount === 'contracts' ? 'count' : 'money',
  rule: { kind: 'sum', amount, year },
})

const table = {
  contracts: sum('合同数', 'Contracts', 'contracts', 'this'),
  contractsLast: sum('上年合同数', 'Contracts, last year', 'contracts', 'last'),
  turnover: sum('成交额', 'Turnover', 'turnover', 'this'),
  turnoverLast: sum('上年成交额', 'Turnover, last year', 'turnover', 'last'),
  technology: sum('技术交易额', 'Technology turnover', 'technology', 'this'),
  technologyLast: sum('上年技术交易额', 'Technology turnover, last year', 'technology', 'last'),

  contractsSameDay: sum('上年同期合同数', 'Contracts, last year to the same day', 'contracts', 'sameDay'),
  turnoverSameDay: sum('上年同期成交额', 'Turnover, last year to the same day', 'turnover', 'sameDay'),
  technologySameDay: sum(
    '上年同期技术交易额',
    'Technology turnover, last year to the same day',
    'technology',
    'sameDay',
  ),

  contractsIncrease: {
    words: { zh: '合同数增量', en: 'Increase in contracts' },
    unit: 'count',
    rule: { kind: 'difference', of: 'contracts', less: 'contractsLast' },
  },
  turnoverIncrease: {
    words: { zh: '成交额增量', en: 'Increase in turnover' },
    unit: 'money',
    rule: { kind: 'difference', of: 'turnover', less: 'turnoverLast' },
  },
  technologyIncrease: {
    words: { zh: '技术交易额增量', en: 'Increase in technology turnover' },
    unit: 'money',
    rule: { kind: 'difference', of: 'technology', less: 'technologyLast' },
  },
  contractsGrowth: {
    words: { zh: '合同数同比', en: 'Growth of contracts' },
    unit: 'percent',
    rule: { kind: 'ratio', of: 'contractsIncrease', to: 'contractsLast' },
  },
  turnoverGrowth: {
    words: { zh: '成交额同比', en: 'Growth of turnover' },
    unit: 'percent',
    rule: { kind: 'ratio', of: 'turnoverIncrease', to: 'turnoverLast' },
    note: {
      zh: '增量 ÷ 上年成交额；上年为零时不计算。',
      en: 'Increase ÷ last year; none where last year is zero.',
    },
  },
  technologyGrowth: {
    words: { zh: '技术交易额同比', en: 'Growth of technology turnover' },
    unit: 'percent',
    rule: { kind: 'ratio', of: 'technologyIncrease', to: 'technologyLast' },
  },
  contractsSameDayIncrease: {
    words: { zh: '合同数较上年同期增量', en: 'Increase in contracts since the same day' },
    unit: 'count',
    rule: { kind: 'difference', of: 'contracts', less: 'contractsSameDay' },
  },
  turnoverSameDayIncrease: {
    words: { zh: '成交额较上年同期增量', en: 'Increase in turnover since the same day' },
    unit: 'money',
    rule: { kind: 'difference', of: 'turnover', less: 'turnoverSameDay' },
  },
  technologySameDayIncrease: {
    words: { zh: '技术交易额较上年同期增量', en: 'Increase in technology turnover since the same day' },
    unit: 'money',
    rule: { kind: 'difference', of: 'technology', less: 'technologySameDay' },
  },
  contractsSameDayGrowth: {
    words: { zh: '合同数较上年同期', en: 'Contracts against the same day' },
    unit: 'percent',
    rule: { kind: 'ratio', of: 'contractsSameDayIncrease', to: 'contractsSameDay' },
  },
  turnoverSameDayGrowth: {
    words: { zh: '成交额较上年同期', en: 'Turnover against the same day' },
    unit: 'percent',
    rule: { kind: 'ratio', of: 'turnoverSameDayIncrease', to: 'turnoverSameDay' },
    note: {
      zh: '上年同期指上年 1 月 1 日至同月同日；年度结束后即上年全年。',
      en: 'Last year from 1 January to the same day; once the year is closed, the whole of last year.',
    },
  },
  technologySameDayGrowth: {
    words: { zh: '技术交易额较上年同期', en: 'Technology turnover against the same day' },
    unit: 'percent',
    rule: { kind: 'ratio', of: 'technologySameDayIncrease', to: 'technologySameDay' },
  },
  turnoverMultiple: {
    words: { zh: '为上年的倍数', en: 'Times last year' },
    unit: 'times',
    rule: { kind: 'ratio', of: 'turnover', to: 'turnoverLast' },
  },
  contribution: {
    words: { zh: '对增量的贡献', en: 'Share of the increase' },
    unit: 'percent',
    rule: { kind: 'ratio', of: 'turnoverIncrease', to: 'turnoverIncrease', whole: true },
    note: {
      zh: '本行增量 ÷ 全年增量；减少的行为负，其他行可超过 100%。',
      en: 'Increase of the row ÷ increase of the whole; a row that fell is negative, others can then exceed 100%.',
    },
  },

  contractsShare: {
    words: { zh: '份数占比', en: 'Share of contracts' },
    unit: 'percent',
    rule: { kind: 'ratio', of: 'contracts', to: 'contracts', whole: true },
  },
  turnoverShare: {
    words: { zh: '成交额占比', en: 'Share of turnover' },
    unit: 'percent',
    rule: { kind: 'ratio', of: 'turnover', to: 'turnover', whole: true },
  },
  technologyShare: {
    words: { zh: '技术交易额占成交额', en: 'Technology share of turnover' },
    unit: 'percent',
    rule: { kind: 'ratio', of: 'technology', to: 'turnover' },
  },

  mean: {
    words: { zh: '单项平均成交额', en: 'Mean turnover' },
    unit: 'money',
    rule: { kind: 'ratio', of: 'turnover', to: 'contracts' },
  },
  meanLast: {
    words: { zh: '上年单项平均', en: 'Mean turnover, last year' },
    unit: 'money',
    rule: { kind: 'ratio', of: 'turnoverLast', to: 'contractsLast' },
  },
  meanIncrease: {
    words: { zh: '单项平均增量', en: 'Increase of the mean' },
    unit: 'money',
    rule: { kind: 'difference', of: 'mean', less: 'meanLast' },
  },
  meanGrowth: {
    words: { zh: '单项平均同比', en: 'Growth of the mean' },
    unit: 'percent',
    rule: { kind: 'ratio', of: 'meanIncrease', to: 'meanLast' },
  },

  meanSameDay: {
    words: { zh: '上年同期单项平均', en: 'Mean turnover, last year to the same day' },
    unit: 'money',
    rule: { kind: 'ratio', of: 'turnoverSameDay', to: 'contractsSameDay' },
  },
  meanSameDayIncrease: {
    words: { zh: '单项平均较上年同期增量', en: 'Increase of the mean since the same day' },
    unit: 'money',
    rule: { kind: 'difference', of: 'mean', less: 'meanSameDay' },
  },
  meanSameDayGrowth: {
    words: { zh: '单项平均较上年同期', en: 'Mean against the same day' },
    unit: 'percent',
    rule: { kind: 'ratio', of: 'meanSameDayIncrease', to: 'meanSameDay' },
  },

  contractsRunning: {
    words: { zh: '累计合同数', en: 'Contracts to date' },
    unit: 'count',
    rule: { kind: 'running', of: 'contracts' },
  },
  turnoverRunning: {
    words: { zh: '累计成交额', en: 'Turnover to date' },
    unit: 'money',
    rule: { kind: 'running', of: 'turnover' },
  },
  turnoverRunningLast: {
    words: { zh: '上年累计成交额', en: 'Turnover to date, last year' },
    unit: 'money',
    rule: { kind: 'running', of: 'turnoverLast' },
  },

  divisionRank: {
    words: { zh: '师成交额排名', en: 'Rank among divisions' },
    unit: 'rank',
    rule: { kind: 'rank', by: 'turnover' },
    note: {
      zh: '仅在 14 个师之间排名；成交额相同的并列。',
      en: 'Among the 14 divisions alone; equal turnover shares a rank.',
    },
  },
  divisionRankLast: {
    words: { zh: '上年师排名', en: 'Rank last year' },
    unit: 'rank',
    rule: { kind: 'rank', by: 'turnoverLast' },
    note: {
      zh: '按上年全年成交额，在今年参加排名的师之间排列。',
      en: 'By the turnover of all last year, among the divisions ranked this year.',
    },
  },
  divisionRankRise: {
    words: { zh: '名次变动', en: 'Places gained' },
    unit: 'rank',
    rule: { kind: 'difference', of: 'divisionRankLast', less: 'divisionRank' },
    note: {
      zh: '上年名次减今年名次；正数为上升，负数为下降。',
      en: 'Last year’s rank less this year’s; above zero is a rise.',
    },
  },
} as const satisfies Record<string, Measure>

export type MeasureName = keyof typeof table

/** Every measure by name. What is derived names the two measures it comes from; a test proves that each chain ends in sums. */
export const measures: Readonly<Record<MeasureName, Measure<MeasureName>>> = table
export const measureNames = Object.keys(table) as MeasureName[]

/** The measures at the end of a measure's chain: sums, or what hangs on a line's place among the others. */
export function sourcesOf(name: MeasureName): MeasureName[] {
  const { rule } = measures[name]
  switch (rule.kind) {
    case 'difference':
      return [...sourcesOf(rule.of), ...sourcesOf(rule.less)]
    case 'ratio':
      return [...sourcesOf(rule.of), ...sourcesOf(rule.to)]
    default:
      return [name]
  }
}
