import { count, day, papers, remarks, text } from './common-fields'
import { workKind } from './kind'

/** 平台 (domain.md §10.4): what the platform has published altogether up to a day; the latest snapshot of a year counts. */
export const platform = workKind({
  words: { zh: '平台数据', en: 'Snapshots of the platform' },
  intro: {
    zh: '“兵团科技成果转化与技术转移平台”截至某日的累计数。年报取当年最近一次。',
    en: 'What the Corps’ transfer platform has published up to a day; the report takes the latest of the year.',
  },
  owners: 'centre',
  fields: {
    name: text('平台名称', 'Platform', 'always'),
    asOf: day('截至日期', 'Up to', 'always'),
    results: count('累计发布科技成果（项）', 'Achievements published', 'always'),
    demands: count('累计发布技术需求（项）', 'Demands published', 'always'),
    listings: count('累计挂牌成果（项）', 'Achievements listed for sale', 'always'),
    deals: count('累计签约成交（项）', 'Deals signed', 'always'),
    papers,
    remarks,
  },
  title: 'name',
  day: 'asOf',
  identity: ['name', 'asOf'],
  columns: ['asOf', 'results', 'demands', 'listings', 'deals'],
  rules: [
    {
      id: 'W20',
      path: 'deals',
      message: {
        zh: '签约成交不能多于发布的成果与需求之和。',
        en: 'There can’t be more deals than publications.',
      },
      source: '平台统计口径',
      holds: ({ results, demands, deals }) => (deals ?? 0) <= (results ?? 0) + (demands ?? 0),
      fails: { deals: 593 },
    },
  ],
  example: {
    name: '兵团科技成果转化与技术转移平台',
    asOf: '2024-12-31',
    results: 416,
    demands: 176,
    listings: 160,
    deals: 4,
  },
})
