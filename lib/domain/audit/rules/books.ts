import { units } from '../../units'
import type { SetRule } from '../rule'

/** What is said of units and of the books themselves. */
export const bookRules = {
  Q49: {
    title: { zh: '登记与统计入账不符', en: 'Register and postings disagree' },
    severity: 'error',
    source: '统计口径：已登记的合同计一次，撤销、解除的不计',
    message: {
      zh: '应计 {due} 次，统计账上计 {counted} 次。',
      en: 'Should count {due} times; the ledger counts it {counted} times.',
    },
    examples: {
      passes: [[{ on: '2024-06-14' }]],
      fails: [[{ on: '2024-06-14', postings: 0 }], [{ on: '2024-06-14', postings: 2 }]],
    },
  },
  Q53: {
    title: { zh: '年末集中登记', en: 'Much registered in the last days' },
    severity: 'hint',
    source: '合同登记自查：突击登记',
    message: {
      zh: '全年 {contracts} 份合同中，{late} 份（{share}%）在最后 10 天登记。',
      en: '{late} of {contracts} contracts ({share} %) were registered in the last 10 days of the year.',
    },
    examples: {
      passes: [
        [
          { on: '2024-06-14', times: 8 },
          { on: '2024-12-28', times: 2 },
        ],
      ],
      fails: [
        [
          { on: '2024-06-14', times: 7 },
          { on: '2024-12-28', times: 3 },
        ],
      ],
    },
  },
  Q54: {
    title: { zh: '零登记单位', en: 'Unit without registrations' },
    severity: 'hint',
    source: '年度自查：零登记单位',
    message: { zh: '{name}本年没有登记合同。', en: '{name} registered no contract this year.' },
    examples: {
      passes: [units.map(({ code }) => ({ on: '2024-06-14', unit: code }))],
      fails: [[{ on: '2024-06-14', unit: 'D08' }]],
    },
  },
  Q55: {
    title: { zh: '分项合计与总计不等', en: 'Parts differ from the whole' },
    severity: 'error',
    source: '统计口径：各分项之和等于总计',
    message: {
      zh: '按{dimension}合计 {parts} 万元（{contracts} 份），总计 {whole} 万元（{all} 份）。',
      en: 'By {dimension} {parts} × 10,000 yuan ({contracts} contracts), in all {whole} ({all}).',
    },
    examples: {
      passes: [[{ on: '2024-06-14' }]],
      fails: [[{ on: '2024-06-14', missingFrom: 'field' }]],
    },
  },
} as const satisfies Record<string, Omit<SetRule, 'id' | 'scope'>>
