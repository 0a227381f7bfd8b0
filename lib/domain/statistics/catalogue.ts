import type { Words } from '../words'
import type { SplitName } from './book'
import type { Figure } from './figure'
import type { MeasureName } from './measures'
import type { Picture } from './picture'

export const chapters = {
  overview: { zh: '年度登记量', en: 'The year' },
  units: { zh: '各师市、院校登记情况', en: 'Divisions and institutions' },
  types: { zh: '技术合同类型', en: 'Types of contract' },
  plans: { zh: '合同任务来源', en: 'Plan sources' },
  flows: { zh: '技术交易流向', en: 'Flow of technology' },
  parties: { zh: '交易主体', en: 'Parties' },
  fields: { zh: '技术领域与目标', en: 'Fields and goals' },
  sizes: { zh: '单项合同成交额', en: 'Size of contracts' },
} as const satisfies Record<string, Words>

export type ChapterName = keyof typeof chapters

/** Rows added up into one more row: 企业 = 国企 + 私企. */
export interface Group {
  id: string
  words: Words
  members: readonly string[]
}

/** One measure of a member against another's: north to south. */
export interface Between {
  id: string
  words: Words
  measure: MeasureName
  of: string
  to: string
}

export interface SplitTable {
  id: string
  title: Words
  /** Where the printed report shows it. */
  report?: Words
  chapter: ChapterName
  kind: 'headline' | 'table'
  split: SplitName
  measures: readonly MeasureName[]
  /** All members, zeros too; or those alone that occur this year or last. */
  rows: 'all' | 'occurring'
  /** Members left out. */
  without?: readonly string[]
  /** Rows in this measure's order, the greatest first; without it in the list's order. */
  order?: MeasureName
  /** Only rows whose measure lies strictly above the bound. */
  above?: { measure: MeasureName; bound: Figure }
  /** Rows that part the whole end in a total. */
  total: boolean
  groups?: readonly Group[]
  between?: readonly Between[]
  /** Once the year is closed it repeats the comparison with the year before; lists of tables leave it out then. */
  whileRunning?: true
  /** How it is drawn; the dashboard shows the tables that are. */
  pictures?: readonly Picture[]
  /** `corps`: for whoever sees every unit, when no unit is chosen. `any`: for an office's own figures too. */
  scope: 'corps' | 'any'
  note?: Words
}

export interface ContractTable {
  id: string
  title: Words
  report?: Words
  chapter: ChapterName
  kind: 'contracts'
  /** Registered contracts of the year, the largest first. */
  pick: 'largest' | 'imports'
  most: number
  scope: 'any'
  note?: Words
}

export type TableSpec = SplitTable | ContractTable

const years = ['contracts', 'turnoverLast', 'turnover', 'turnoverGrowth', 'turnoverShare'] as const

/** THE STATISTICS CATALOGUE: every table and figure of the year; pages, API, exports and reports are drawn from it. */
export const catalogue = [
  {
    id: 'headline',
    title: { zh: '年度总量', en: 'Headline' },
    report: { zh: '图 1', en: 'Figure 1' },
    chapter: 'overview',
    kind: 'headline',
    split: 'all',
    measures: [
      'contracts',
      'contractsLast',
      'contractsIncrease',
      'contractsGrowth',
      'turnover',
      'turnoverLast',
      'turnoverIncrease',
      'turnoverGrowth',
      'technology',
      'technologyLast',
      'technologyGrowth',
      'technologyShare',
      'mean',
      'meanLast',
      'meanIncrease',
      'meanGrowth',
    ],
    rows: 'all',
    total: false,
    scope: 'any',
  },
  {
    id: 'same-day',
    title: { zh: '与上年同期相比', en: 'Against last year to the same day' },
    chapter: 'overview',
    kind: 'table',
    split: 'all',
    measures: [
      'contracts',
      'contractsSameDay',
      'contractsSameDayIncrease',
      'contractsSameDayGrowth',
      'turnover',
      'turnoverSameDay',
      'turnoverSameDayIncrease',
      'turnoverSameDayGrowth',
      'technology',
      'technologySameDay',
      'technologySameDayIncrease',
      'technologySameDayGrowth',
      'mean',
      'meanSameDay',
      'meanSameDayIncrease',
      'meanSameDayGrowth',
    ],
    rows: 'all',
    total: false,
    whileRunning: true,
    scope: 'any',
  },
  {
    id: 'months',
    title: { zh: '逐月登记量', en: 'Month by month' },
    chapter: 'overview',
    kind: 'table',
    split: 'month',
    measures: [
      'contracts',
      'contractsLast',
      'turnover',
      'turnoverLast',
      'turnoverGrowth',
      'contractsRunning',
      'turnoverRunning',
      'turnoverRunningLast',
    ],
    rows: 'all',
    total: true,
    pictures: [
      { kind: 'columns', measure: 'turnover', against: 'turnoverLast' },
      { kind: 'columns', measure: 'turnoverRunning', against: 'turnoverRunningLast' },
    ],
    scope: 'any',
    note: { zh: '按登记日期所在月份。', en: 'By the month of registration.' },
  },
  {
    id: 'units',
    title: { zh: '各师、院校技术合同登记量', en: 'Turnover by division and institution' },
    report: { zh: '表 1', en: 'Table 1' },
    chapter: 'units',
    kind: 'table',
    split: 'unit',
    measures: [...years, 'divisionRank', 'divisionRankLast', 'divisionRankRise'],
    rows: 'all',
    total: true,
    pictures: [{ kind: 'bars', measure: 'turnover', against: 'turnoverLast', share: 'turnoverShare' }],
    scope: 'corps',
  },
  {
    id: 'units-same-day',
    title: { zh: '各单位与上年同期相比', en: 'Units against last year to the same day' },
    chapter: 'units',
    kind: 'table',
    split: 'unit',
    measures: ['turnover', 'turnoverSameDay', 'turnoverSameDayIncrease', 'turnoverSameDayGrowth'],
    rows: 'all',
    total: true,
    whileRunning: true,
    scope: 'corps',
  },
  {
    id: 'growing-units',
    title: { zh: '成交额增长超过 10% 的单位', en: 'Units that grew by more than 10%' },
    chapter: 'units',
    kind: 'table',
    split: 'unit',
    measures: [
      'turnoverLast',
      'turnover',
      'turnoverIncrease',
      'turnoverGrowth',
      'turnoverMultiple',
      'contribution',
    ],
    rows: 'all',
    order: 'turnoverGrowth',
    above: { measure: 'turnoverGrowth', bound: { n: 1n, d: 10n } },
    total: false,
    pictures: [{ kind: 'bars', measure: 'turnoverIncrease', share: 'turnoverGrowth' }],
    scope: 'corps',
    note: {
      zh: '按未四舍五入的增速判断，恰为 10% 的不计入。',
      en: 'Judged before rounding; exactly 10% is not above it.',
    },
  },
  {
    id: 'areas',
    title: { zh: '南北疆成交额', en: 'North and south' },
    report: { zh: '图 2', en: 'Figure 2' },
    chapter: 'units',
    kind: 'table',
    split: 'area',
    measures: years,
    rows: 'all',
    total: true,
    between: [
      {
        id: 'north-to-south',
        words: { zh: '北疆与南疆之比', en: 'North to south' },
        measure: 'turnover',
        of: 'north',
        to: 'south',
      },
      {
        id: 'north-to-south-last',
        words: { zh: '上年北疆与南疆之比', en: 'North to south, last year' },
        measure: 'turnoverLast',
        of: 'north',
        to: 'south',
      },
    ],
    pictures: [{ kind: 'parts', measure: 'turnover', share: 'turnoverShare' }],
    scope: 'corps',
    note: {
      zh: '南疆为一师、二师、三师、十四师和塔里木大学，其余为北疆。',
      en: 'South: the 1st, 2nd, 3rd and 14th Divisions and Tarim University; all others are north.',
    },
  },
  {
    id: 'types',
    title: { zh: '不同类型技术合同', en: 'Contracts by type' },
    report: { zh: '表 2、图 3', en: 'Table 2, Figure 3' },
    chapter: 'types',
    kind: 'table',
    split: 'type',
    measures: [
      'contracts',
      'turnover',
      'turnoverShare',
      'turnoverLast',
      'turnoverIncrease',
      'turnoverGrowth',
      'contribution',
    ],
    rows: 'all',
    total: true,
    pictures: [{ kind: 'bars', measure: 'turnover', against: 'turnoverLast', share: 'turnoverShare' }],
    scope: 'any',
  },
  {
    id: 'subtypes',
    title: { zh: '合同子类别', en: 'Contracts by sub-type' },
    chapter: 'types',
    kind: 'table',
    split: 'subtype',
    measures: years,
    rows: 'occurring',
    total: true,
    scope: 'any',
    note: { zh: '仅列今年或上年有登记的子类别。', en: 'Only sub-types registered this year or last.' },
  },
  {
    id: 'technology',
    title: { zh: '技术交易额占比', en: 'Technology turnover' },
    chapter: 'types',
    kind: 'table',
    split: 'type',
    measures: ['turnover', 'technology', 'technologyShare', 'technologyLast', 'technologyGrowth'],
    rows: 'all',
    total: true,
    pictures: [{ kind: 'bars', measure: 'technology', against: 'technologyLast', share: 'technologyShare' }],
    scope: 'any',
    note: {
      zh: '技术交易额为成交额扣除设备、材料等非技术性费用后的金额。',
      en: 'Technology turnover is turnover less equipment, material and other non-technical costs.',
    },
  },
  {
    id: 'property',
    title: { zh: '涉及知识产权情况', en: 'Intellectual property' },
    chapter: 'types',
    kind: 'table',
    split: 'property',
    measures: years,
    rows: 'all',
    total: true,
    groups: [
      {
        id: 'involved',
        words: { zh: '涉及知识产权', en: 'Involving intellectual property' },
        members: ['1', '21', '22', '23', '3', '4', '5', '6', '7', '8'],
      },
    ],
    scope: 'any',
    note: {
      zh: '涉及多项知识产权的合同按第一项统计。',
      en: 'A contract with several rights counts under the first.',
    },
  },
  {
    id: 'plans',
    title: { zh: '计划来源', en: 'Contracts by plan source' },
    report: { zh: '图 4', en: 'Figure 4' },
    chapter: 'plans',
    kind: 'table',
    split: 'plan',
    measures: years,
    rows: 'all',
    total: true,
    groups: [
      {
        id: 'public',
        words: { zh: '财政计划项目', en: 'Publicly funded plans' },
        members: ['1', '2', '3', '4'],
      },
      { id: 'outside', words: { zh: '计划外项目', en: 'Outside any plan' }, members: ['9'] },
    ],
    pictures: [{ kind: 'parts', measure: 'turnover', share: 'turnoverShare', only: ['public', 'outside'] }],
    scope: 'any',
  },
  {
    id: 'flows',
    title: { zh: '技术交易流向', en: 'Where the technology goes' },
    report: { zh: '图 5', en: 'Figure 5' },
    chapter: 'flows',
    kind: 'table',
    split: 'flow',
    measures: years,
    rows: 'all',
    total: true,
    pictures: [{ kind: 'parts', measure: 'turnover', share: 'turnoverShare' }],
    scope: 'any',
    note: {
      zh: '按买方所在：兵团、新疆地方、疆外（含境外）。',
      en: 'By the buyer; beyond Xinjiang includes abroad.',
    },
  },
  {
    id: 'inflow',
    title: { zh: '流入与流出', en: 'Into and out of the Corps' },
    chapter: 'flows',
    kind: 'table',
    split: 'direction',
    measures: ['contracts', 'turnoverLast', 'turnover', 'turnoverGrowth', 'technology'],
    groups: [
      {
        id: 'in',
        words: { zh: '流入（吸纳）', en: 'In: all bought by the Corps' },
        members: ['elsewhere', 'within'],
      },
    ],
    rows: 'all',
    total: false,
    between: [
      {
        id: 'in-to-out',
        words: { zh: '流入与流出之比（成交额）', en: 'Inflow to outflow (turnover)' },
        measure: 'turnover',
        of: 'in',
        to: 'out',
      },
    ],
    pictures: [
      { kind: 'bars', measure: 'turnover', against: 'turnoverLast', only: ['in', 'out'], order: 'list' },
    ],
    scope: 'corps',
    note: {
      zh: '流入为买方属兵团的全部合同：在各地登记的取自全国系统，加上兵团登记并流向兵团的；后者流入、流出都计。',
      en: 'Inflow is all that the Corps buys: registered elsewhere, from the national system, and registered here; the latter stand on both sides.',
    },
  },
  {
    id: 'provinces',
    title: { zh: '买方所在省份', en: 'Provinces of the buyers' },
    chapter: 'flows',
    kind: 'table',
    split: 'province',
    measures: years,
    rows: 'occurring',
    order: 'turnover',
    total: true,
    pictures: [
      { kind: 'bars', measure: 'turnover', against: 'turnoverLast', share: 'turnoverShare', most: 12 },
    ],
    scope: 'any',
    note: {
      zh: '按买方行政区划；兵团买方计入新疆。',
      en: 'By the buyer’s region; buyers of the Corps count as Xinjiang.',
    },
  },
  {
    id: 'sellers',
    title: { zh: '不同交易主体', en: 'Contracts by registering party' },
    report: { zh: '图 6', en: 'Figure 6' },
    chapter: 'parties',
    kind: 'table',
    split: 'seller',
    measures: years,
    rows: 'all',
    total: true,
    groups: [{ id: 'enterprise', words: { zh: '企业', en: 'Enterprises' }, members: ['1', '2'] }],
    pictures: [{ kind: 'parts', measure: 'turnover', share: 'turnoverShare' }],
    scope: 'any',
    note: {
      zh: '企业为国企与私企之和；技术进口按境内买方统计。',
      en: 'Enterprises are state-owned and private together; an import counts under its domestic buyer.',
    },
  },
  {
    id: 'buyers',
    title: { zh: '买方性质', en: 'Contracts by kind of buyer' },
    chapter: 'parties',
    kind: 'table',
    split: 'buyer',
    measures: years,
    rows: 'all',
    total: true,
    pictures: [{ kind: 'bars', measure: 'turnover', against: 'turnoverLast', share: 'turnoverShare' }],
    scope: 'any',
  },
  {
    id: 'fields',
    title: { zh: '技术领域', en: 'Fields of technology' },
    report: { zh: '图 7、图 8', en: 'Figures 7 and 8' },
    chapter: 'fields',
    kind: 'table',
    split: 'field',
    measures: years,
    rows: 'all',
    total: true,
    pictures: [{ kind: 'bars', measure: 'turnover', against: 'turnoverLast', share: 'turnoverShare' }],
    scope: 'any',
  },
  {
    id: 'goals',
    title: { zh: '社会经济目标', en: 'Socio-economic goals' },
    chapter: 'fields',
    kind: 'table',
    split: 'goal',
    measures: years,
    rows: 'all',
    total: true,
    scope: 'any',
  },
  {
    id: 'bands',
    title: { zh: '单项合同成交额规模', en: 'Contracts by size' },
    report: { zh: '表 3', en: 'Table 3' },
    chapter: 'sizes',
    kind: 'table',
    split: 'band',
    measures: ['contracts', 'contractsShare', 'turnover', 'turnoverShare'],
    rows: 'all',
    total: true,
    groups: [
      {
        id: 'below-10',
        words: { zh: '其中：10 万元以下', en: 'Of these, below 100,000 yuan' },
        members: ['01', '02', '03'],
      },
    ],
    pictures: [
      { kind: 'bars', measure: 'turnover', share: 'turnoverShare', order: 'list' },
      { kind: 'bars', measure: 'contracts', share: 'contractsShare', order: 'list' },
    ],
    scope: 'any',
    note: { zh: '各档含下限、不含上限。', en: 'A band includes its lower bound and not its upper one.' },
  },
  {
    id: 'trade',
    title: { zh: '技术进出口', en: 'Imports and exports' },
    chapter: 'sizes',
    kind: 'table',
    split: 'trade',
    measures: years,
    rows: 'all',
    without: ['0'],
    total: false,
    scope: 'any',
    note: {
      zh: '技术进口由境内买方登记，已含在总量内。',
      en: 'An import is registered by its domestic buyer and is part of the totals.',
    },
  },
  {
    id: 'largest',
    title: { zh: '成交额最大的合同', en: 'Largest contracts' },
    chapter: 'sizes',
    kind: 'contracts',
    pick: 'largest',
    most: 10,
    scope: 'any',
    note: {
      zh: '前 10 项；1 亿元以上合同的总数见规模表末行。',
      en: 'The first ten; all of 100 million yuan and more stand in the last size band.',
    },
  },
  {
    id: 'imports',
    title: { zh: '技术进口合同', en: 'Import contracts' },
    chapter: 'sizes',
    kind: 'contracts',
    pick: 'imports',
    most: 10,
    scope: 'any',
  },
] as const satisfies readonly TableSpec[]

export type TableId = (typeof catalogue)[number]['id']

export const tables: readonly TableSpec[] = catalogue

export const tableOf = (id: string): TableSpec | undefined => tables.find((one) => one.id === id)

/** Which tables exist in a view: an office, or one chosen unit, has nothing to compare units by. */
export const tablesOfView = (unit: string | null): readonly TableSpec[] =>
  tables.filter(({ scope }) => scope === 'any' || unit === null)
