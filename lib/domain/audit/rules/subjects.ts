import { codeWords } from '../../contract/code-lists'
import type { RecordRule } from '../rule'

const RECOGNITION = '《技术合同认定登记规则》'

/** Words in a name that speak for one technology field (first level). They hint: a field is chosen by the subject. */
const FIELD_WORDS: readonly (readonly [field: string, words: RegExp])[] = [
  ['01', /软件开发|信息系统|大数据|决策支持系统|物联网平台/],
  ['04', /疫苗|药物|临床|医疗器械/],
  ['06', /光伏|风力发电|风电|储能|锅炉节能/],
  ['07', /污水|废水|废气|固废|秸秆综合利用|环境监测/],
  ['09', /栽培|育种|选育|病虫害|繁育|养殖|饲养|机采|施肥|盐碱地改良|畜牧/],
  ['10', /公路|铁路|桥梁/],
]

/** What the subject of a registered contract makes doubtful; nobody is asked at entry, since words prove nothing. */
export const subjectRules: readonly RecordRule[] = [
  {
    id: 'Q37-words',
    scope: 'record',
    title: { zh: '名称与技术领域不符', en: 'Name and technology field disagree' },
    severity: 'warning',
    source: '国家登记表填写说明：技术领域按合同标的归类',
    message: {
      zh: '名称提到“{word}”，像是“{likely}”，登记为“{field}”。',
      en: 'The name mentions “{word}”, which suggests {likely}; registered as {field}.',
    },
    check: ({ content: { name = '', techField = '' } }) => {
      const spoken = FIELD_WORDS.flatMap(([field, words]) => {
        const [word] = words.exec(name) ?? []
        return word === undefined ? [] : [{ field, word }]
      })
      const [first] = spoken
      if (!first || techField === '' || spoken.some(({ field }) => techField.startsWith(field))) return []
      const [likely, field] = [codeWords('techField', first.field), codeWords('techField', techField)]
      return [{ path: 'techField', params: { word: first.word, likely, field } }]
    },
    examples: {
      passes: [
        { content: { name: '棉花机采脱叶技术研发', techField: '09' } },
        { content: { name: '奶牛养殖废水处理技术研发', techField: '07' } },
      ],
      fails: [{ content: { name: '红枣提质增效栽培技术研发', techField: '01' } }],
    },
  },
  {
    id: 'Q28-development',
    scope: 'record',
    title: { zh: '技术服务含研发内容', en: 'Service that names research and development' },
    severity: 'hint',
    source: `${RECOGNITION}：技术开发与技术服务的区别`,
    message: {
      zh: '名称提到“{word}”，登记为“{type}”，请核对类别。',
      en: 'The name mentions “{word}” but the type is “{type}”; check it.',
    },
    check: ({ content: { name = '', subtype = '' } }) => {
      const [word] = /研发|研制|攻关|委托开发|合作开发/.exec(name) ?? []
      if (word === undefined || !/^[45]/.test(subtype)) return []
      return [{ path: 'subtype', params: { word, type: codeWords('contractType', subtype) } }]
    },
    examples: {
      passes: [{ content: { name: '细毛羊选育技术服务', subtype: '51' } }],
      fails: [{ content: { name: '加工番茄新品种选育技术研发', subtype: '51' } }],
    },
  },
  {
    id: 'Q27-term',
    scope: 'record',
    title: { zh: '权利在合同期内届满', en: 'Right ends before the contract' },
    severity: 'warning',
    source: `${RECOGNITION}第十二条`,
    message: {
      zh: '“{name}”有效期至 {validUntil}，早于合同终止日期 {endDate}。',
      en: '“{name}” is valid until {validUntil}, but the contract runs until {endDate}.',
    },
    check: ({ content: { endDate = '', intellectualProperties = [] } }) =>
      intellectualProperties.flatMap(({ name, validUntil = endDate }, index) =>
        validUntil < endDate
          ? [
              {
                path: `intellectualProperties.${index}.validUntil`,
                params: { name: name ?? String(index + 1), validUntil, endDate },
              },
            ]
          : [],
      ),
    examples: {
      passes: [
        {
          content: {
            endDate: '2025-12-31',
            intellectualProperties: [{ name: '一种滴灌带', number: '1', validUntil: '2030-01-01' }],
          },
        },
      ],
      fails: [
        {
          content: {
            endDate: '2025-12-31',
            intellectualProperties: [{ name: '一种滴灌带', number: '1', validUntil: '2025-06-30' }],
          },
        },
      ],
    },
  },
]
