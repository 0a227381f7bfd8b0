import { CHINA } from '../contract/code-lists'
import type { Content } from '../contract/content'
import { units } from '../units'
import type { Words } from '../words'

/** Said of a contract whose file has no column for it. Each is shown before anything is imported. */
export const assumed: readonly { target: string; words: Words; of: (content: Content) => unknown }[] = [
  { target: 'isSecret', words: { zh: '否', en: 'No' }, of: () => false },
  { target: 'language', words: { zh: '中文', en: 'Chinese' }, of: () => 'zh' },
  { target: 'currency', words: { zh: '人民币', en: 'Yuan' }, of: () => 'CNY' },
  {
    target: 'registrantRole',
    words: { zh: '卖方（技术进口为买方）', en: 'The seller; the buyer for an import' },
    of: ({ trade }) => (trade === '1' ? '2' : '1'),
  },
  { target: 'seller.country', words: { zh: '中国', en: 'China' }, of: () => CHINA },
  { target: 'buyer.country', words: { zh: '中国', en: 'China' }, of: () => CHINA },
  {
    target: 'nonTechnical',
    words: {
      zh: '成交额高于技术交易额的，差额记为一项非技术性费用',
      en: 'Turnover above technology turnover counts as one non-technical cost',
    },
    of: ({ turnover, technology }) =>
      turnover !== undefined && technology !== undefined && turnover > technology
        ? [{ what: '非技术性费用', amount: turnover - technology }]
        : undefined,
  },
]

export const isRegistrationUnit = (code: string): boolean => units.some((unit) => unit.code === code)
