import { found, quoted } from './reading'
import { hit, hitWhen, type Rule } from './rule'

const SECRECY_LAW = '《保守国家秘密法》；涉密技术合同线下办理'

/** Marks as they stand on classified papers: 秘密★10年. A 技术秘密 is know-how, not a state secret. */
const MARKS = /(?:绝密|机密|(?<!技术|商业)秘密)\s*[★☆*]|绝密级|机密级|秘密级/g
const WORDS = /国家秘密|绝密|机密|涉密/g
const DENIES = /(?:不|未|非|无)(?:含|涉及|属于|是)?(?:任何)?(?:国家秘密|绝密|机密|涉密|密)/g

export const secrecyRules: readonly Rule[] = [
  {
    id: 'Q60',
    title: { zh: '涉及国家秘密', en: 'State secrets' },
    severity: 'error',
    source: SECRECY_LAW,
    check: ({ isSecret, name, summary, keywords }) => {
      const marks = found(MARKS, name, summary, keywords)
      return [
        ...hitWhen(
          isSecret === true,
          'isSecret',
          '涉密合同不得在本系统录入。请删除已填内容、作废本草稿，按保密规定线下办理。',
          'A contract with state secrets must not be entered here. Clear what was filled in, discard the draft and handle it offline.',
        ),
        ...hitWhen(
          marks.length > 0,
          found(MARKS, name).length > 0 ? 'name' : 'summary',
          `文字中有密级标志${quoted(marks).zh}。涉密内容不得在本系统录入，请立即删除并按保密规定处理。`,
          `The text bears a classification mark (${quoted(marks).en}). State secrets must not be entered here; remove it at once.`,
        ),
      ]
    },
    examples: {
      passes: [
        [{ isSecret: false, name: '番茄育种技术秘密转让', subtype: '21', intellectualProperty: ['1'] }],
      ],
      fails: [[{ isSecret: true }], [{ name: '某型装备导航技术研发（机密★10年）' }]],
    },
  },
  {
    id: 'Q60-words',
    title: { zh: '文字疑似涉密', en: 'Words of secrecy' },
    severity: 'warning',
    source: SECRECY_LAW,
    check: ({ name, summary, keywords }) => {
      const words = [name, summary, keywords].flatMap((text) => found(WORDS, text?.replace(DENIES, '')))
      if (words.length === 0) return []
      const { zh, en } = quoted([...new Set(words)])
      return [
        hit(
          found(WORDS, name).length > 0 ? 'name' : 'summary',
          `文字中出现${zh}，请确认不含国家秘密，并说明。`,
          `The text mentions ${en}; make sure it holds no state secret, and explain.`,
        ),
      ]
    },
    examples: {
      passes: [
        [{ keywords: '技术秘密、商业秘密' }],
        [
          {
            summary:
              '本合同不涉及国家秘密。围绕膜下滴灌自动控制开展方案设计、试验验证与应用指导，形成技术报告、操作规程和可考核的性能指标，并约定验收方法与成果归属。',
          },
        ],
      ],
      fails: [[{ name: '涉密信息系统集成技术服务', subtype: '51' }]],
    },
  },
]
