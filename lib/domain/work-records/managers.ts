import { day, papers, remarks, text } from './common-fields'
import { inOrder, workKind } from './kind'

/**
 * 技术经理人 (domain.md §10.7). No number of an identity card is kept: whoever bears the same name at the same employer
 * is one person.
 */
export const managers = workKind({
  words: { zh: '技术经理人', en: 'Technology managers' },
  intro: {
    zh: '取得资质证书的技术经理人、技术经纪人和科技评估师。不录入身份证号。',
    en: 'Holders of a certificate in technology transfer. Numbers of identity cards are not entered.',
  },
  owners: 'anyone',
  fields: {
    name: text('姓名', 'Name', 'always', 50),
    employer: text('所在单位', 'Employer', 'always'),
    kind: { kind: 'code', list: 'managerKind', label: { zh: '资质类别', en: 'Kind' }, required: 'always' },
    level: { kind: 'code', list: 'managerLevel', label: { zh: '等级', en: 'Level' }, required: 'always' },
    certificate: text('证书编号', 'Certificate number', 'always', 50),
    issuer: text('发证单位', 'Issued by', 'always'),
    certifiedOn: day('发证日期', 'Certified on', 'always'),
    validUntil: day('有效期至', 'Valid until', 'never', {
      zh: '含当日；长期有效的不填。',
      en: 'Including that day; empty where it has no end.',
    }),
    papers,
    remarks,
  },
  title: 'name',
  day: 'certifiedOn',
  identity: ['certificate'],
  columns: ['employer', 'kind', 'level', 'certifiedOn', 'validUntil'],
  rules: [
    {
      id: 'W50',
      path: 'validUntil',
      message: { zh: '有效期不能早于发证日期。', en: 'It can’t expire before it was issued.' },
      source: '技术经理人登记口径',
      holds: ({ certifiedOn, validUntil }) => inOrder(certifiedOn, validUntil),
      fails: { validUntil: '2024-05-31' },
    },
    {
      id: 'W51',
      path: 'certificate',
      message: {
        zh: '这是身份证号，不得录入，请填写证书编号。',
        en: 'This is the number of an identity card, which is not kept; give the certificate’s number.',
      },
      source: '《个人信息保护法》第六条',
      holds: ({ certificate }) => !/^\d{6}(?:19|20)\d{9}[\dXx]$/.test((certificate ?? '').replace(/\s/g, '')),
      fails: { certificate: '659001199001011234' },
    },
  ],
  example: {
    name: '张示例',
    employer: '石河子大学',
    kind: '1',
    level: '1',
    certificate: 'JSJL-2024-0001',
    issuer: '国家技术转移人才培养基地（塔里木大学）',
    certifiedOn: '2024-06-30',
    validUntil: '2027-06-29',
  },
})
