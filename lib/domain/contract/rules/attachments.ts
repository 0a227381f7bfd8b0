import type { Words } from '../../words'
import { codeWords } from '../code-lists'
import { holds } from '../conditions'
import type { Content } from '../content'
import { hit, hitWhen, type Rule } from './rule'

const MATERIALS = '《技术合同认定登记管理办法》：申请认定登记应提交的材料'

/** A rule that asks for a kind of attachment where the content calls for it. */
const asks = (
  id: string,
  title: Words,
  severity: Rule['severity'],
  kind: string,
  when: (content: Content) => boolean,
  why: Words,
  examples: Rule['examples'],
  source = MATERIALS,
): Rule => ({
  id,
  title,
  severity,
  source,
  examples,
  check: (content, { attachments }) => {
    const words = codeWords('attachmentKind', kind)
    return hitWhen(
      when(content) && !attachments.includes(kind),
      kind,
      `${why.zh}，请上传“${words.zh}”。`,
      `${why.en}: attach the ${words.en.charAt(0).toLowerCase()}${words.en.slice(1)}.`,
    )
  },
})

export const attachmentRules: readonly Rule[] = [
  asks(
    'Q45',
    { zh: '缺少合同文本', en: 'Contract text missing' },
    'error',
    'ATT01',
    () => true,
    { zh: '缺少合同文本', en: 'The contract text is missing' },
    { passes: [[{}, { attachments: ['ATT01'] }]], fails: [[{}, { attachments: [] }]] },
  ),
  asks(
    'Q34',
    { zh: '财政计划项目缺少立项证明', en: 'Public project without its proof' },
    'warning',
    'ATT05',
    (content) => holds('isPlanProject', content),
    { zh: '财政计划项目应附立项证明；暂缺的请说明', en: 'A public project needs its proof (or say why not)' },
    {
      passes: [
        [{ planSource: '9' }],
        [{ planSource: '31', planNumber: '2024AB001' }, { attachments: ['ATT01', 'ATT05'] }],
      ],
      fails: [[{ planSource: '31', planNumber: '2024AB001' }]],
    },
    '《技术合同认定登记规则》第三十八条',
  ),
  asks(
    'Q24-papers',
    { zh: '技术进口缺少登记证书', en: 'Import without its certificate' },
    'warning',
    'ATT10',
    ({ trade }) => trade === '1',
    {
      zh: '技术进口合同应附登记证书及数据表；暂缺的请说明',
      en: 'An import needs its certificate (or say why not)',
    },
    {
      passes: [[{ trade: '0' }], [{ trade: '1' }, { attachments: ['ATT01', 'ATT10'] }]],
      fails: [[{ trade: '1' }]],
    },
    '《技术进出口合同登记管理办法》',
  ),
  {
    id: 'Q46',
    title: { zh: '外文合同缺少中文副本', en: 'Foreign text without a Chinese copy' },
    severity: 'error',
    source: '《技术合同认定登记规则》第三十六条',
    check: (content, { attachments }) => {
      if (!holds('isForeignText', content)) return []
      if (content.hasChineseCopy === false) {
        return [
          hit(
            'hasChineseCopy',
            '外文合同须附中文副本及一致性承诺书，备齐后再提交。',
            'A text in a foreign language needs a Chinese copy and the promise that both agree.',
          ),
        ]
      }
      return hitWhen(
        !attachments.includes('ATT09'),
        'ATT09',
        '外文合同须附中文副本及一致性承诺书，请上传。',
        'Attach the Chinese copy and the promise that both texts agree.',
      )
    },
    examples: {
      passes: [
        [{ language: 'zh' }],
        [{ language: 'ru', hasChineseCopy: true }, { attachments: ['ATT01', 'ATT09'] }],
      ],
      fails: [
        [{ language: 'ru', hasChineseCopy: false }, { attachments: ['ATT01', 'ATT09'] }],
        [{ language: 'ru', hasChineseCopy: true }],
      ],
    },
  },
  asks(
    'V10',
    { zh: '费用构成表提示', en: 'Notice of the cost breakdown' },
    'hint',
    'ATT13',
    ({ nonTechnical = [] }) => nonTechnical.length > 0,
    { zh: '价款含非技术性费用，审核时可能要求费用构成', en: 'The price holds non-technical costs' },
    {
      passes: [[{ nonTechnical: [] }]],
      fails: [
        [
          {
            turnover: 10_000_000n,
            technology: 8_000_000n,
            nonTechnical: [{ what: '材料费', amount: 2_000_000n }],
          },
        ],
      ],
    },
  ),
  asks(
    'proof-of-rights',
    { zh: '权属证明提示', en: 'Notice of the proof of rights' },
    'hint',
    'ATT06',
    ({ subtype = '', intellectualProperty = [] }) =>
      /^[23]/.test(subtype) && intellectualProperty.some((code) => code !== '1' && code !== '9'),
    {
      zh: '转让或许可知识产权的，审核时可能要求权属证明',
      en: 'A transfer or licence of rights may have to be proved',
    },
    {
      passes: [[{ subtype: '11', intellectualProperty: ['21'] }]],
      fails: [[{ subtype: '22', intellectualProperty: ['21'] }]],
    },
    '《技术合同认定登记规则》第十条',
  ),
  asks(
    'statement-on-know-how',
    { zh: '技术秘密说明提示', en: 'Notice of the statement on know-how' },
    'hint',
    'ATT07',
    ({ subtype }) => subtype === '21' || subtype === '32',
    { zh: '转让或许可技术秘密的，审核时可能要求书面说明', en: 'Know-how may have to be described' },
    {
      passes: [[{ subtype: '11', intellectualProperty: ['1'] }]],
      fails: [[{ subtype: '21', intellectualProperty: ['1'] }]],
    },
    '《技术合同认定登记规则》第十一条',
  ),
  {
    // The self-audit calls it an error; here it asks for a word, because the wrong one may be the other contract.
    id: 'Q15',
    title: { zh: '同一附件用于其他合同', en: 'File attached to another contract too' },
    severity: 'warning',
    source: '合同登记自查：同一附件用于多份合同',
    check: (_, { filesMetAgain = [] }) =>
      filesMetAgain.map((kind) => {
        const words = codeWords('attachmentKind', kind)
        return hit(
          kind,
          `“${words.zh}”：同一文件已附于另一份合同，请核对是否传错；无误的请说明。`,
          `${words.en}: the same file is attached to another contract. Check that it is the right one, or say why.`,
        )
      }),
    examples: {
      passes: [[{}], [{}, { filesMetAgain: [] }]],
      fails: [[{}, { filesMetAgain: ['ATT01'] }]],
    },
  },
]
