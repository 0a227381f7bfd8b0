import type { Content } from '../../contract/content'
import type { SetRule } from '../rule'

const REPEATED = '合同登记自查：重复登记'

/** Two parties that several contracts of an example share. */
const pair: Content = {
  seller: { name: '新疆农垦科学院（示例）', code: '12650104MAMEH0504A' },
  buyer: { name: '绿洲节水有限公司（示例）', code: '91650203MA81K5507N' },
}
const drip: Content = {
  ...pair,
  name: '棉花膜下滴灌自动控制技术研发',
  turnover: 30_000_000n,
  technology: 30_000_000n,
  signDate: '2024-05-06',
}

/** Contracts that may be one and the same, or parts of one. */
export const alikeRules = {
  Q13: {
    title: { zh: '重复登记', en: 'Registered twice' },
    severity: 'error',
    source: REPEATED,
    message: {
      zh: '与 {other} 的双方、名称、成交额、签订日期完全相同。',
      en: 'Parties, name, turnover and signing date are those of {other}.',
    },
    examples: {
      passes: [
        [
          { on: '2024-06-14', changes: drip },
          {
            on: '2024-06-17',
            changes: { ...drip, name: '加工番茄品质检测技术研发', signDate: '2024-01-15' },
          },
        ],
      ],
      fails: [
        [
          { on: '2024-06-14', changes: drip },
          { on: '2024-06-17', changes: drip },
        ],
      ],
    },
  },
  Q16: {
    title: { zh: '其他机构已登记', en: 'Registered by another office too' },
    severity: 'error',
    source: `${REPEATED}；同一合同只能在一处登记`,
    message: {
      zh: '{where}已登记相同的合同（{other}）。',
      en: 'The same contract is registered by {where} ({other}).',
    },
    examples: {
      passes: [
        [
          { on: '2024-06-14', unit: 'D08', changes: drip },
          { on: '2024-06-17', unit: 'D01' },
        ],
      ],
      fails: [
        [
          { on: '2024-06-14', unit: 'D08', changes: drip },
          { on: '2024-06-17', unit: 'D01', changes: drip },
        ],
        [{ on: '2024-06-14', changes: drip, elsewhere: true }],
      ],
    },
  },
  Q14: {
    title: { zh: '疑似重复登记', en: 'Perhaps registered twice' },
    severity: 'warning',
    source: REPEATED,
    message: {
      zh: '与 {other} 双方相同，名称相似度 {likeness}%，成交额相差不超过 1%，签订日期相差 {days} 天。',
      en: 'Same parties as {other}; names {likeness} % alike, turnover within 1 %, signed {days} days apart.',
    },
    examples: {
      passes: [
        [
          { on: '2024-06-14', changes: { ...drip, name: '棉花膜下滴灌自动控制技术研发（一期）' } },
          { on: '2024-06-17', changes: { ...drip, name: '棉花膜下滴灌自动控制技术研发（二期）' } },
        ],
        [
          { on: '2024-06-14', changes: drip },
          { on: '2024-06-17', changes: { ...drip, signDate: '2024-06-06' } },
        ],
      ],
      fails: [
        [
          { on: '2024-06-14', changes: drip },
          {
            on: '2024-06-17',
            changes: { ...drip, name: '棉花膜下滴灌自动控制技术的研发', turnover: 30_200_000n },
          },
        ],
      ],
    },
  },
  'Q15-file': {
    title: { zh: '同一附件用于多份合同', en: 'Same file on several contracts' },
    severity: 'error',
    source: '合同登记自查：同一附件用于多份合同',
    message: {
      zh: '“{kind}”与 {other} 的是同一文件。',
      en: '{kind}: the very file of {other}.',
    },
    examples: {
      passes: [
        [
          { on: '2024-06-14', file: 'a1' },
          { on: '2024-06-17', file: 'b2' },
        ],
      ],
      fails: [
        [
          { on: '2024-06-14', file: 'a1' },
          { on: '2024-06-17', file: 'a1' },
        ],
      ],
    },
  },
  Q17: {
    title: { zh: '疑似拆分合同', en: 'Perhaps split' },
    severity: 'warning',
    source: '《技术合同认定登记管理办法（征求意见稿）》第十四条：大额合同标准',
    message: {
      zh: '双方 30 天内签订 {contracts} 份合同，均低于大额标准，技术交易额合计 {technology} 万元，已达标准。',
      en: '{contracts} contracts between the two within 30 days, each below the large threshold, add up to {technology} × 10,000 yuan of technology.',
    },
    examples: {
      passes: [
        [
          { on: '2024-06-14', changes: { ...drip, turnover: 190_000_000n, technology: 190_000_000n } },
          {
            on: '2024-08-17',
            changes: { ...pair, turnover: 180_000_000n, technology: 180_000_000n, signDate: '2024-06-20' },
          },
          {
            on: '2024-10-17',
            changes: { ...pair, turnover: 170_000_000n, technology: 170_000_000n, signDate: '2024-08-10' },
          },
        ],
      ],
      fails: [
        [
          { on: '2024-06-14', changes: { ...drip, turnover: 190_000_000n, technology: 190_000_000n } },
          {
            on: '2024-06-17',
            changes: { ...pair, turnover: 180_000_000n, technology: 180_000_000n, signDate: '2024-05-20' },
          },
          {
            on: '2024-06-18',
            changes: { ...pair, turnover: 170_000_000n, technology: 170_000_000n, signDate: '2024-06-01' },
          },
        ],
      ],
    },
  },
} as const satisfies Record<string, Omit<SetRule, 'id' | 'scope'>>
