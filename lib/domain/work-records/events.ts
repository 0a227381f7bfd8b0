import { count, day, floor, papers, remarks, text } from './common-fields'
import { inOrder, workKind } from './kind'

/** 活动 (domain.md §10.6): meetings that bring achievements and demands together. */
export const events = workKind({
  words: { zh: '对接活动', en: 'Events' },
  intro: {
    zh: '对接会、联盟会议、路演和宣传推介，以及活动上发布的成果、需求和签约。',
    en: 'Matchmaking meetings, alliances, roadshows, and what was presented and signed at them.',
  },
  owners: 'anyone',
  fields: {
    name: { ...text('活动名称', 'Event', 'always', 200), minLength: 4 },
    kind: { kind: 'code', list: 'eventKind', label: { zh: '活动类别', en: 'Kind' }, required: 'always' },
    area: { kind: 'code', list: 'eventArea', label: { zh: '地区', en: 'Area' }, required: 'always' },
    place: text('地点', 'Place'),
    startsOn: day('开始日期', 'Begins on', 'always'),
    endsOn: day('结束日期', 'Ends on'),
    organisers: text('主办和承办单位', 'Organisers', 'always', 200),
    results: count('发布推介成果（项）', 'Achievements presented'),
    resultsAreFloor: floor('成果数为下限', 'The number of achievements is a floor'),
    demands: count('发布需求（项）', 'Demands presented'),
    companies: count('参加企业（家）', 'Companies'),
    intended: count('意向签约（项）', 'Intended deals'),
    signed: count('正式签约（项）', 'Signed deals'),
    signedAmount: {
      kind: 'money',
      label: { zh: '签约金额（元）', en: 'Amount signed (yuan)' },
      required: 'never',
      zero: true,
    },
    papers,
    remarks,
  },
  title: 'name',
  day: 'startsOn',
  identity: ['name', 'startsOn'],
  columns: ['kind', 'area', 'startsOn', 'results', 'signed'],
  rules: [
    {
      id: 'W30',
      path: 'endsOn',
      message: { zh: '结束日期不能早于开始日期。', en: 'It can’t end before it begins.' },
      source: '活动统计口径',
      holds: ({ startsOn, endsOn }) => inOrder(startsOn, endsOn),
      fails: { endsOn: '2024-09-01' },
    },
    {
      id: 'W31',
      path: 'signedAmount',
      message: {
        zh: '有签约金额时，正式签约项数应大于零。',
        en: 'An amount signed needs at least one signed deal.',
      },
      source: '活动统计口径',
      holds: ({ signed, signedAmount }) => (signedAmount ?? 0n) === 0n || (signed ?? 0) > 0,
      fails: { signed: 0, signedAmount: 1_000_000n },
    },
  ],
  example: {
    name: '2024 南疆兵团科技创新联盟会议暨产学研对接会',
    kind: '2',
    area: 'south',
    place: '阿拉尔市',
    startsOn: '2024-09-20',
    endsOn: '2024-09-21',
    organisers: '兵团科技发展促进中心',
    results: 800,
    resultsAreFloor: true,
    signed: 6,
    signedAmount: 1_200_000_00n,
  },
})
