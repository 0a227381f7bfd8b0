import type { Words } from '../words'
import type { CertificateFacts } from './facts'

interface Wording {
  title: Words
  /** What the registration rests on. */
  intro: Words
}

/**
 * How each rule set certifies. R2000: 国科发政字〔2000〕063号 with 〔2001〕253号, for what was accepted before 2026-03-01; it states
 * the technical income as approved. R2026: the measures of 工业和信息化部, which state both turnovers.
 */
export const wordings: Readonly<Record<CertificateFacts['ruleSet'], Wording>> = {
  R2000: {
    title: {
      zh: '技术合同认定登记证明',
      en: 'Certificate of Recognition and Registration of a Technology Contract',
    },
    intro: {
      zh: '根据《技术合同认定登记管理办法》（国科发政字〔2000〕063号）和《技术合同认定规则》（国科发政字〔2001〕253号），经审查，下列合同符合技术合同认定条件，其技术性收入已经核定，准予登记。',
      en: 'Under the Measures for the Recognition and Registration of Technology Contracts (Guo Ke Fa Zheng Zi [2000] No. 063) and the Rules for the Recognition of Technology Contracts ([2001] No. 253), the contract below has been examined, recognised as a technology contract, its technical income approved, and registered.',
    },
  },
  R2026: {
    title: {
      zh: '技术合同认定登记证明',
      en: 'Certificate of Recognition and Registration of a Technology Contract',
    },
    intro: {
      zh: '根据工业和信息化部《技术合同认定登记管理办法》（自2026年3月1日起施行）及其附件《技术合同认定登记规则》，下列合同经认定为技术合同，其合同成交额和技术交易额如下，准予登记。',
      en: 'Under the Measures for the Recognition and Registration of Technology Contracts of the Ministry of Industry and Information Technology (in force from 1 March 2026) and the Rules annexed to them, the contract below has been recognised as a technology contract with the turnovers stated, and registered.',
    },
  },
}

export const paperWords = {
  closing: { zh: '特此证明。', en: 'This is hereby certified.' },
  seal: { zh: '（技术合同登记专用章）', en: '(special seal for technology contracts)' },
  code: { zh: '核验码', en: 'Check code' },
  translation: {
    zh: '',
    en: 'Translation for reference. The Chinese certificate of the same number, version and check code prevails.',
  },
  check: {
    zh: '扫描二维码，或在下列网址填写编号和核验码，可核对本证明所载事项及其后的更正、变更、注销和撤销：',
    en: 'Scan the code, or type number and check code at the address below, to see what this paper states and what has happened since:',
  },
  listTitle: { zh: '技术合同登记清单', en: 'List of Registered Technology Contracts' },
  listIntro: {
    zh: '下列技术合同截至{day}登记有效。清单所列合同此后更正、变更、注销或撤销的，以核验结果为准。本清单不作为办理税收优惠的凭证。',
    en: 'The technology contracts below were on the register on {day}. Where one of them has since been corrected, changed, cancelled or revoked, the result of the check prevails. This list is no proof for tax benefits.',
  },
  scope: { zh: '范围', en: 'Scope' },
  whole: { zh: '全部', en: 'All' },
  turnoverInWords: { zh: '成交额合计（大写）', en: 'Turnover, in words' },
  technologyInWords: { zh: '技术交易额合计（大写）', en: 'Technology turnover, in words' },
  sums: { zh: '合计', en: 'Total' },
} as const satisfies Record<string, Words>
