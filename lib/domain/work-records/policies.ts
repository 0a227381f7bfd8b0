import { day, remarks, text } from './common-fields'
import { inOrder, workKind } from './kind'

/** 师市政策 (domain.md §10.1): policies of divisions on turning achievements to use. */
export const policies = workKind({
  words: { zh: '师市政策', en: 'Policies of divisions' },
  intro: {
    zh: '各师市出台的促进科技成果转化政策。年末有现行政策的师市数除以师市总数，即出台率。',
    en: 'Policies by which divisions promote the use of achievements; the rate is divisions with one in force.',
  },
  owners: 'divisions',
  fields: {
    title: { ...text('政策名称', 'Title', 'always', 200), minLength: 4 },
    documentNumber: text('文号', 'Document number', 'always'),
    issuer: text('发文机关', 'Issued by', 'always'),
    kind: {
      kind: 'code',
      list: 'policyKind',
      label: { zh: '政策类别', en: 'Kind' },
      required: 'always',
    },
    issuedOn: day('印发日期', 'Issued on', 'always'),
    effectiveOn: day('施行日期', 'In force from', 'never', {
      zh: '不填则自印发之日起施行。',
      en: 'Left out, it is in force from the day it was issued.',
    }),
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
    subsidies: {
      kind: 'longText',
      label: { zh: '奖补内容', en: 'Subsidies' },
      help: {
        zh: '登记奖补、技术经理人、平台等方面的奖补。',
        en: 'For registrations, technology managers, platforms and the like.',
      },
      required: 'never',
      maxLength: 1000,
    },
    remarks,
  },
  title: 'title',
  day: 'issuedOn',
  identity: ['title', 'documentNumber'],
  columns: ['documentNumber', 'kind', 'issuedOn', 'endsOn'],
  rules: [
    {
      id: 'W01',
      path: 'effectiveOn',
      message: { zh: '施行日期不能早于印发日期。', en: 'It can’t be in force before it was issued.' },
      source: '兵团政策登记口径',
      holds: ({ issuedOn, effectiveOn }) => inOrder(issuedOn, effectiveOn),
      fails: { effectiveOn: '2024-03-01' },
    },
    {
      id: 'W02',
      path: 'endsOn',
      message: {
        zh: '失效日期应晚于印发和施行日期。',
        en: 'It must end after it was issued and came into force.',
      },
      source: '兵团政策登记口径',
      holds: ({ issuedOn, effectiveOn, endsOn }) =>
        endsOn === undefined ||
        (inOrder(effectiveOn ?? issuedOn, endsOn) && endsOn !== (effectiveOn ?? issuedOn)),
      fails: { endsOn: '2024-04-01' },
    },
  ],
  example: {
    title: '八师石河子市促进科技成果转化若干措施',
    documentNumber: '师市发〔2024〕18号',
    issuer: '八师石河子市',
    kind: '2',
    issuedOn: '2024-04-12',
    effectiveOn: '2024-05-01',
    rewardRatio: 70,
  },
})
