import { count, day, remarks, text } from './common-fields'
import { inOrder, workKind } from './kind'

/** 转移机构 (domain.md §10.8): centres and branches of technology transfer. */
export const bodies = workKind({
  words: { zh: '转移机构', en: 'Transfer bodies' },
  intro: {
    zh: '技术转移中心、分中心、示范机构等平台载体。',
    en: 'Centres, branches and model institutions of technology transfer.',
  },
  owners: 'anyone',
  fields: {
    name: { ...text('机构名称', 'Body', 'always', 200), minLength: 4 },
    kind: { kind: 'code', list: 'bodyKind', label: { zh: '机构类别', en: 'Kind' }, required: 'always' },
    level: { kind: 'code', list: 'bodyLevel', label: { zh: '级别', en: 'Level' }, required: 'never' },
    host: text('依托单位', 'Host', 'never', 200),
    approval: text('批准文件及文号', 'Approval', 'never', 200),
    setUpOn: day('设立日期', 'Set up on', 'always'),
    endedOn: day('撤销日期', 'Ended on'),
    staff: count('工作人员（人）', 'Staff'),
    managers: count('技术经理人（人）', 'Technology managers'),
    deals: count('促成合同（项）', 'Contracts brought about'),
    income: {
      kind: 'money',
      label: { zh: '年服务收入（元）', en: 'Income of the year (yuan)' },
      required: 'never',
      zero: true,
    },
    remarks,
  },
  title: 'name',
  day: 'setUpOn',
  identity: ['name'],
  columns: ['kind', 'level', 'host', 'setUpOn'],
  rules: [
    {
      id: 'W60',
      path: 'endedOn',
      message: { zh: '撤销日期不能早于设立日期。', en: 'It can’t end before it was set up.' },
      source: '机构登记口径',
      holds: ({ setUpOn, endedOn }) => inOrder(setUpOn, endedOn),
      fails: { endedOn: '2024-05-01' },
    },
    {
      id: 'W61',
      path: 'managers',
      message: { zh: '技术经理人不能多于工作人员。', en: 'There can’t be more managers than staff.' },
      source: '机构登记口径',
      holds: ({ staff, managers }) => staff === undefined || (managers ?? 0) <= staff,
      fails: { managers: 9 },
    },
  ],
  example: {
    name: '新疆科技成果（技术）交易中心石河子分中心',
    kind: '1',
    level: '2',
    host: '石河子科技成果转移转化中心',
    setUpOn: '2024-05-28',
    staff: 8,
    managers: 3,
  },
})
