import type { SetRule } from '../rule'

const EXTREMES = '科技部关于开展技术合同认定登记自查的通知（2021）：核查异常值'

const seller = { seller: { name: '新疆农垦科学院（示例）', code: '12650104MAMEH0504A' } }
const amount = (turnover: bigint) => ({ turnover, technology: turnover })

/** Amounts that stand out from the others, and what hangs on one contract. */
export const amountRules = {
  'Q05-median': {
    title: { zh: '金额与卖方其他合同悬殊', en: 'Amount far from the seller’s others' },
    severity: 'warning',
    source: '合同登记自查：计量单位元与万元混淆',
    message: {
      zh: '成交额 {turnover} 元，约为卖方本年 {contracts} 份合同中位数（{median} 元）的 {times} 倍，请核对单位。',
      en: 'A turnover of {turnover} yuan, {times} times the median {median} of the seller’s {contracts} contracts this year; check the unit.',
    },
    examples: {
      passes: [
        [
          { on: '2024-06-14', changes: seller, times: 4 },
          { on: '2024-06-17', changes: { ...seller, ...amount(400_000n) } },
        ],
      ],
      fails: [
        [
          { on: '2024-06-14', changes: seller, times: 4 },
          { on: '2024-06-17', changes: { ...seller, ...amount(40_000n) } },
        ],
      ],
    },
  },
  'Q52-outlier': {
    title: { zh: '金额异常', en: 'Amount out of the ordinary' },
    severity: 'hint',
    source: EXTREMES,
    message: {
      zh: '成交额 {turnover} 元，约为同类别同领域 {contracts} 份合同中位数（{median} 元）的 {times} 倍。',
      en: 'A turnover of {turnover} yuan, {times} times the median {median} of {contracts} contracts of its type and field.',
    },
    examples: {
      passes: [
        [
          { on: '2024-06-14', times: 24 },
          { on: '2024-06-17', changes: amount(6_000_000n) },
        ],
      ],
      fails: [
        [
          { on: '2024-06-14', times: 24 },
          { on: '2024-06-17', changes: amount(60_000n) },
        ],
      ],
    },
  },
  'Q52-cell': {
    title: { zh: '一份合同占一半以上', en: 'One contract is more than half' },
    severity: 'hint',
    source: EXTREMES,
    message: {
      zh: '占“{cell}”成交额的 {share}%，该项共 {contracts} 份合同。',
      en: '{share} % of the turnover of “{cell}”, which holds {contracts} contracts.',
    },
    examples: {
      passes: [
        [
          { on: '2024-06-14', times: 7 },
          { on: '2024-06-17', changes: amount(200_000_000n) },
        ],
      ],
      fails: [
        [
          { on: '2024-06-14', times: 7 },
          { on: '2024-06-17', changes: amount(400_000_000n) },
        ],
      ],
    },
  },
  'Q36-number': {
    title: { zh: '计划来源与项目编号不符', en: 'Plan source and project number disagree' },
    severity: 'warning',
    source: '国家登记表填写说明：计划来源',
    message: {
      zh: '项目编号 {number} 与本年 {contracts} 份“{usual}”项目同类，登记为“{plan}”。',
      en: 'Project number {number} is of a kind that {contracts} contracts this year give under “{usual}”; registered as “{plan}”.',
    },
    examples: {
      passes: [
        [
          { on: '2024-06-14', changes: { planSource: '41', planNumber: '2024SS001' }, times: 10 },
          { on: '2024-06-17', changes: { planSource: '31', planNumber: '2024AB002' } },
        ],
      ],
      fails: [
        [
          { on: '2024-06-14', changes: { planSource: '41', planNumber: '2024SS001' }, times: 10 },
          { on: '2024-06-17', changes: { planSource: '31', planNumber: '2024SS002' } },
        ],
      ],
    },
  },
} as const satisfies Record<string, Omit<SetRule, 'id' | 'scope'>>
