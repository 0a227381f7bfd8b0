import type { Circumstances } from '@/lib/domain/contract/check'
import type { Content } from '@/lib/domain/contract/content'
import { settingsOn } from '@/lib/domain/settings'

/** A contract with which nothing is wrong, from which tests take what they need. */
export const soundContent: Content = {
  name: '棉花膜下滴灌水肥一体化技术研发',
  subtype: '11',
  registrantRole: '1',
  language: 'zh',
  form: '2',
  summary:
    '围绕棉花膜下滴灌水肥一体化的实际技术问题，开展方案设计、试验验证与应用指导，形成技术报告、操作规程和可考核的性能指标，并约定验收方法与成果归属。',
  isSecret: false,
  seller: {
    name: '新疆农垦科学院（示例）',
    country: '142',
    code: '12650104MAMEH0504A',
    kind: '0211',
    region: '659001',
    isCorps: true,
  },
  buyer: {
    name: '绿洲节水有限公司（示例）',
    country: '142',
    code: '91650203MA81K5507N',
    kind: '150',
    ownership: '2',
    region: '652301',
    isCorps: false,
  },
  turnover: 36_000_000n,
  technology: 36_000_000n,
  currency: 'CNY',
  payMethod: '1',
  techField: '09',
  goal: '09',
  planSource: '9',
  intellectualProperty: ['1'],
  isRelated: false,
  trade: '0',
  signDate: '2024-05-06',
  effectiveDate: '2024-05-06',
  endDate: '2025-12-31',
}

/** Of its submission: a day in its term, with the contract text attached. */
export const soundCircumstances: Circumstances = {
  today: '2024-06-03',
  unit: 'I01',
  attachments: ['ATT01'],
  settings: settingsOn('2024-06-03', []),
}
