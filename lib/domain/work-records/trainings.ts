import { count, day, floor, papers, remarks, text } from './common-fields'
import { inOrder, workKind } from './kind'

/** 培训 (domain.md §10.5): 场 and 期 are sessions, 人次 attendances, which are no persons. */
export const trainings = workKind({
  words: { zh: '技术转移培训', en: 'Trainings' },
  intro: {
    zh: '登记业务、成果评价和技术转移人才培训的场（期）数、人次、发放资料和取得的证书。',
    en: 'Sessions, attendances, handouts and certificates of trainings on technology transfer.',
  },
  owners: 'anyone',
  fields: {
    title: { ...text('培训名称', 'Training', 'always', 200), minLength: 4 },
    kind: { kind: 'code', list: 'trainingKind', label: { zh: '培训类别', en: 'Kind' }, required: 'always' },
    organiser: text('主办单位', 'Organised by', 'always'),
    partner: text('联合、依托单位', 'Together with'),
    place: text('地点', 'Place'),
    startsOn: day('开始日期', 'Begins on', 'always'),
    endsOn: day('结束日期', 'Ends on'),
    hours: { ...count('学时', 'Hours'), most: 2000 },
    sessions: { ...count('场（期）数', 'Sessions', 'always'), least: 1, most: 1000 },
    attendances: count('培训人次', 'Attendances', 'never', {
      zh: '每人每场计一次；只掌握人数的按人数填写。',
      en: 'Each person once for each session.',
    }),
    handout: text('发放资料名称', 'Handout'),
    copies: count('发放资料（份）', 'Copies handed out'),
    copiesAreFloor: floor('份数为下限', 'The number of copies is a floor'),
    certificates: count('取得合格证书（人）', 'Certificates given'),
    certificatesAreFloor: floor('证书数为下限', 'The number of certificates is a floor'),
    cost: {
      kind: 'money',
      label: { zh: '经费（元）', en: 'Cost (yuan)' },
      required: 'never',
      zero: true,
    },
    papers,
    remarks,
  },
  title: 'title',
  day: 'startsOn',
  identity: ['title', 'startsOn'],
  columns: ['kind', 'organiser', 'startsOn', 'sessions', 'attendances'],
  rules: [
    {
      id: 'W40',
      path: 'endsOn',
      message: { zh: '结束日期不能早于开始日期。', en: 'It can’t end before it begins.' },
      source: '培训统计口径',
      holds: ({ startsOn, endsOn }) => inOrder(startsOn, endsOn),
      fails: { endsOn: '2024-03-31' },
    },
    {
      id: 'W41',
      path: 'certificates',
      message: {
        zh: '取得证书的人数不能多于培训人次。',
        en: 'There can’t be more certificates than attendances.',
      },
      source: '培训统计口径',
      holds: ({ attendances, certificates }) =>
        attendances === undefined || (certificates ?? 0) <= attendances,
      fails: { certificates: 251 },
    },
  ],
  example: {
    title: '2024 年技术合同认定登记业务培训（石河子）',
    kind: '1',
    organiser: '兵团科技发展促进中心',
    place: '石河子市',
    startsOn: '2024-04-18',
    endsOn: '2024-04-18',
    hours: 8,
    sessions: 1,
    attendances: 250,
    handout: '《技术合同认定登记务实手册》',
    copies: 170,
    copiesAreFloor: true,
    certificates: 0,
  },
})
