import { day, papers, remarks, text } from './common-fields'
import { inOrder, workKind } from './kind'

/** 院所制度 (domain.md §10.2): measures of universities and institutes on turning their achievements to use. */
export const measures = workKind({
  words: { zh: '院所制度', en: 'Measures of institutions' },
  intro: {
    zh: '高校科研院所制订的科技成果转化管理办法。年末有现行办法的院所数除以名录中的院所数，即制订率。',
    en: 'Measures by which institutions turn achievements to use; the rate is institutions of the list with one in force.',
  },
  owners: 'anyone',
  fields: {
    institution: {
      kind: 'code',
      list: 'institution',
      open: true,
      label: { zh: '高校科研院所', en: 'Institution' },
      required: 'always',
    },
    title: { ...text('办法名称', 'Title', 'always', 200), minLength: 4 },
    documentNumber: text('文号', 'Document number'),
    issuedOn: day('印发日期', 'Issued on', 'always'),
    endsOn: day('失效日期', 'In force until', 'never', {
      zh: '自这一日起不再有效；长期有效的不填。',
      en: 'From this day on it is no longer in force; empty where it has no end.',
    }),
    rewardRatio: {
      kind: 'decimal',
      label: { zh: '转化奖励比例（占净收益 %）', en: 'Reward (% of net income)' },
      required: 'never',
      least: 0,
      most: 100,
      decimals: 2,
    },
    assetRule: {
      kind: 'longText',
      label: { zh: '成果处置规定', en: 'Rule on disposing of achievements' },
      required: 'never',
      maxLength: 1000,
    },
    papers,
    remarks,
  },
  title: 'title',
  day: 'issuedOn',
  identity: ['institution', 'title'],
  columns: ['institution', 'documentNumber', 'issuedOn', 'endsOn'],
  rules: [
    {
      id: 'W03',
      path: 'endsOn',
      message: { zh: '失效日期应晚于印发日期。', en: 'It must end after it was issued.' },
      source: '兵团政策登记口径',
      holds: ({ issuedOn, endsOn }) =>
        endsOn === undefined || (inOrder(issuedOn, endsOn) && issuedOn !== endsOn),
      fails: { endsOn: '2024-01-01' },
    },
  ],
  example: {
    institution: 'A13',
    title: '十三师农科所科技成果转化管理办法',
    documentNumber: '十三师农科发〔2024〕6号',
    issuedOn: '2024-06-20',
    rewardRatio: 70,
  },
})
