import type { ItemFieldSpec } from './field-spec'

const no = '是否'

/**
 * What is known of a party to a contract (domain.md §3.2, §3.3), the same for sellers and buyers.
 * The organisation registry holds these, a contract keeps its own copy as they were when it was submitted.
 */
export const partyFields = {
  name: {
    kind: 'text',
    label: { zh: '名称', en: 'Name' },
    help: {
      zh: '与公章、营业执照一致的全称。',
      en: 'The full name, as on the seal and the business licence.',
    },
    required: 'always',
    minLength: 2,
    maxLength: 200,
    source: '《技术合同认定登记规则》第三十九条',
  },
  country: {
    kind: 'code',
    list: 'country',
    label: { zh: '国别（地区）', en: 'Country or region' },
    headings: ['国别', '国家'],
    required: 'always',
  },
  code: {
    kind: 'text',
    label: { zh: '统一社会信用代码', en: 'Unified social credit code' },
    headings: ['社会信用代码', '信用代码', '组织机构代码'],
    help: {
      zh: '18 位；输入时自动校验末位校验码。',
      en: '18 characters; the check character is verified as you type.',
    },
    required: 'partyIsDomesticBody',
    shownWhen: 'partyIsDomesticBody',
    as: 'uscc',
    maxLength: 18,
    source: 'GB 32100-2015',
  },
  kind: {
    kind: 'code',
    list: 'partyKind',
    label: { zh: '单位性质', en: 'Kind of organisation' },
    headings: ['性质', '类别'],
    required: 'always',
  },
  ownership: {
    kind: 'code',
    list: 'ownership',
    label: { zh: '所有制', en: 'Ownership' },
    help: {
      zh: '决定年报中国企、私企的归类。',
      en: 'Decides between state-owned and private in the annual report.',
    },
    required: 'partyIsEnterprise',
    shownWhen: 'partyIsEnterprise',
  },
  region: {
    kind: 'text',
    label: { zh: '行政区划', en: 'Administrative division' },
    headings: ['行政区划代码', '所在地区', '所在地', '地区'],
    help: {
      zh: '县（市、区）级；输入地名或 GB/T 2260 六位代码查找。',
      en: 'At county level; found by its name or the six digits of GB/T 2260.',
    },
    required: 'partyIsDomestic',
    shownWhen: 'partyIsDomestic',
    as: 'region',
    maxLength: 6,
    pattern: /^\d{6}$/,
    patternHelp: { zh: '应为 6 位数字。', en: 'must be six digits.' },
    source: 'GB/T 2260',
  },
  isCorps: {
    kind: 'flag',
    label: { zh: '是否兵团单位', en: 'Belongs to the Corps' },
    headings: ['兵团单位'],
    help: {
      zh: '买方为兵团单位的，计入流向兵团；不能由地址推断。',
      en: 'Decides the flow of the contract; can’t be told from the address.',
    },
    required: 'always',
  },
  unit: {
    kind: 'code',
    list: 'unit',
    label: { zh: '所属统计单位', en: 'Registration unit' },
    headings: ['所属师市'],
    required: 'never',
    shownWhen: 'partyIsCorps',
  },
  industry: {
    kind: 'code',
    list: 'industry',
    label: { zh: '国民经济行业', en: 'Industry' },
    headings: ['行业', '所属行业'],
    required: 'never',
    minor: true,
    source: 'GB/T 4754-2017',
  },
  scale: {
    kind: 'code',
    list: 'scale',
    label: { zh: '企业规模', en: 'Enterprise size' },
    headings: ['规模'],
    required: 'never',
    minor: true,
    shownWhen: 'partyIsEnterprise',
  },
  address: {
    kind: 'text',
    label: { zh: '通讯地址', en: 'Address' },
    headings: ['地址'],
    required: 'never',
    minor: true,
    maxLength: 200,
  },
  postcode: {
    kind: 'text',
    label: { zh: '邮政编码', en: 'Postcode' },
    headings: ['邮编'],
    required: 'never',
    minor: true,
    maxLength: 6,
    pattern: /^(?!000000)\d{6}$/,
    patternHelp: { zh: '应为 6 位数字，不填 000000。', en: 'must be six digits, not 000000.' },
  },
  representative: {
    kind: 'text',
    label: { zh: '法定代表人', en: 'Legal representative' },
    required: 'never',
    minor: true,
    maxLength: 60,
  },
  contact: {
    kind: 'text',
    label: { zh: '联系人', en: 'Contact' },
    required: 'never',
    minor: true,
    maxLength: 60,
    sensitive: true,
  },
  phone: {
    kind: 'text',
    label: { zh: '联系电话', en: 'Telephone' },
    headings: ['电话'],
    required: 'never',
    minor: true,
    maxLength: 20,
    sensitive: true,
    pattern: /^(?!0+$)(?!0?1?0{7,})[0-9+\- ]{7,20}$/,
    patternHelp: { zh: '应为有效的电话号码。', en: 'must be a working number.' },
  },
  isTransferAgency: {
    kind: 'flag',
    label: { zh: `${no}技术转移机构`, en: 'Technology transfer agency' },
    required: 'never',
    minor: true,
  },
  isResearchBody: {
    kind: 'flag',
    label: { zh: `${no}研发机构`, en: 'Research and development body' },
    required: 'never',
    minor: true,
  },
  isConvertedInstitute: {
    kind: 'flag',
    label: { zh: `${no}转制科研院所`, en: 'Converted research institute' },
    required: 'never',
    minor: true,
  },
  inHighTechZone: {
    kind: 'flag',
    label: { zh: `${no}国家高新区内企业`, en: 'In a national high-tech zone' },
    required: 'never',
    minor: true,
    shownWhen: 'partyIsEnterprise',
  },
  isListed: {
    kind: 'flag',
    label: { zh: `${no}上市公司`, en: 'Listed company' },
    required: 'never',
    minor: true,
    shownWhen: 'partyIsEnterprise',
  },
  isHighTech: {
    kind: 'flag',
    label: { zh: `${no}高新技术企业`, en: 'High-tech enterprise' },
    required: 'never',
    minor: true,
    shownWhen: 'partyIsEnterprise',
  },
} as const satisfies Record<string, ItemFieldSpec>

export type PartyFieldName = keyof typeof partyFields
export const partyFieldNames = Object.keys(partyFields) as PartyFieldName[]
