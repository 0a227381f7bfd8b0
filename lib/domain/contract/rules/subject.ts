import type { Content } from '../content'
import { found, quoted } from './reading'
import { type Hit, hit, type Rule } from './rule'

/**
 * Word aids: they read the name and the summary as an examiner would at first glance. A word proves nothing, so they only
 * ask. They judge mostly by the name: a summary mentions procurement or installation in many a true contract.
 */
const RECOGNITION = '《技术合同认定登记规则》'

const aid = (path: string, words: readonly string[], zh: string, en: string): Hit[] => {
  if (words.length === 0) return []
  const shown = quoted(words)
  return [hit(path, `出现${shown.zh}：${zh}`, `Mentions ${shown.en}: ${en}`)]
}

const CREATES = /研发|研究|开发|研制|攻关|选育|创制/
const REPORTS = /咨询|评估|评价|论证|规划|可行性|方案|研究|报告|预测|调查|分析|查新|诊断/
const OTHER_CONTRACTS =
  /买卖合同|购销|采购合同|供货合同|施工合同|工程承包|承揽|租赁合同|劳务(?:合同|派遣)|物业|监理合同|运输合同|保险合同|广告合同|代理记账|保洁|食堂/g
const ROUTINE = /采购|安装|维保|运维|租赁|施工|监理|检测|年审|广告|物业/g
const ASSIGNS =
  /(?:专利权?|著作权|所有权|知识产权|品种权)(?:的)?(?:转让|归[^，。；]{0,6}(?:甲方|乙方|买方|受让方)所有|转移(?:给|至))|权属转移/g
const PRODUCT_USE =
  /产品使用|设备操作|操作培训|岗前|入职|职业技能|职业资格|安全教育|安全生产培训|素质|普法|礼仪|文化课|学历/g
const MONOPOLY =
  /不得(?:再|进行|作出)?(?:改进|研究|开发)|禁止改进|无偿(?:回授|回让)|限制竞争|搭售|指定(?:采购|供应商)|不得质疑/g
const FRAMEWORK = /框架(?:协议|合同)|战略合作|意向(?:书|协议)|合作备忘录/g

/** Words in a name that speak for one type, with the first digits of the sub-types they fit. */
const NAMED_TYPES: readonly (readonly [pattern: RegExp, prefix: string, zh: string, en: string])[] = [
  [/专利实施许可|使用许可|许可使用|著作权许可|品种权许可/, '3', '技术许可', 'a licence'],
  [/专利权?转让|专利申请权转让|著作权转让|品种权转让|技术秘密转让|技术转让/, '2', '技术转让', 'a transfer'],
  [/技术咨询|咨询服务|可行性研究|技术评估/, '4', '技术咨询', 'consulting'],
  [/技术开发|委托开发|合作开发/, '1', '技术开发', 'development'],
  [/技术培训/, '53', '技术培训', 'training'],
  [/技术中介|居间/, '52', '技术中介', 'brokerage'],
]

const is = ({ subtype }: Content, prefix: string) => subtype?.startsWith(prefix) === true

export const subjectRules: readonly Rule[] = [
  {
    id: 'G05',
    title: { zh: '名称不像技术合同', en: 'Name of another kind of contract' },
    severity: 'warning',
    source: '《技术合同认定规则》第五条；《民法典》第八百七十八条',
    check: ({ name }) =>
      aid(
        'name',
        found(OTHER_CONTRACTS, name),
        '买卖、承揽、建设工程、租赁、物业等合同不属于技术合同，请核对合同性质或说明技术内容。',
        'sale, works, lease and the like are no technology contracts; check, or say what technology it holds.',
      ),
    examples: {
      passes: [[{ name: '棉花采摘机视觉导航技术研发' }]],
      fails: [[{ name: '园区管网施工合同' }]],
    },
  },
  {
    id: 'G07',
    title: { zh: '名称与合同类别不符', en: 'Name and type disagree' },
    severity: 'warning',
    source: '技术合同认定登记问答（2021）：名称应与权利义务一致',
    check: (content) => {
      const named = NAMED_TYPES.filter(([pattern]) => pattern.test(content.name ?? ''))
      const [first] = named
      if (!first || content.subtype === undefined || named.some(([, prefix]) => is(content, prefix)))
        return []
      return [
        hit(
          'subtype',
          `合同名称像是“${first[2]}”，与所选合同类别不同；类别按内容确定，请核对或说明。`,
          `The name suggests ${first[3]}, another type than chosen. The content decides; check or explain.`,
        ),
      ]
    },
    examples: {
      passes: [
        [{ name: '番茄品种权许可', subtype: '35', licenceMode: '3', intellectualProperty: ['5'] }],
        [{ name: '灌溉技术开发与技术咨询', subtype: '11' }],
      ],
      fails: [[{ name: '节水灌溉技术咨询', subtype: '11' }]],
    },
  },
  {
    id: 'G09',
    title: { zh: '框架、意向性协议', en: 'Framework agreement' },
    severity: 'warning',
    source: `${RECOGNITION}第三十九条：标的、价款应明确`,
    check: ({ name }) =>
      aid(
        'name',
        found(FRAMEWORK, name),
        '框架、意向性协议没有具体项目和金额的不予登记，请说明本合同的具体项目和价款依据。',
        'a framework without a project and an amount is not registered; say what this one fixes.',
      ),
    examples: {
      passes: [[{ name: '区域试验站框架结构监测技术服务', subtype: '51' }]],
      fails: [[{ name: '农业科技战略合作框架协议' }]],
    },
  },
  {
    id: 'G12',
    title: { zh: '疑似垄断技术条款', en: 'Perhaps a monopoly of technology' },
    severity: 'warning',
    source: '《民法典》第八百五十条；《技术合同认定登记规则》第三十九条',
    check: ({ summary }) =>
      aid(
        'summary',
        found(MONOPOLY, summary),
        '疑似非法垄断技术的条款，请核对合同文本或说明。',
        'may be a term that monopolises technology; check the text or explain.',
      ),
    examples: {
      passes: [[{}]],
      fails: [
        [
          {
            summary:
              '受让方不得改进所受让的技术，后续成果应无偿回授给让与方。合同标的为膜下滴灌自动控制技术，成果为控制系统样机、技术报告与操作规程，并约定验收指标。',
          },
        ],
      ],
    },
  },
  {
    id: 'Q28',
    title: { zh: '技术服务转移权属', en: 'Service that assigns rights' },
    severity: 'warning',
    source: `${RECOGNITION}：技术服务不涉及专利、技术秘密等成果权属的转移`,
    check: (content) =>
      is(content, '51')
        ? aid(
            'subtype',
            found(ASSIGNS, content.name, content.summary),
            '技术服务合同不转移知识产权的权属；确有转移的应选技术转让，请核对或说明。',
            'a service does not assign rights; if it does, it is a transfer. Check or explain.',
          )
        : [],
    examples: {
      passes: [[{ name: '专利导航分析技术服务', subtype: '51' }]],
      fails: [[{ name: '软件升级及著作权转让技术服务', subtype: '51' }]],
    },
  },
  {
    id: 'Q29',
    title: { zh: '技术开发含常规业务', en: 'Routine work as development' },
    severity: 'warning',
    source: `${RECOGNITION}：技术开发须有尚未掌握的技术方案和相应的创新内容`,
    check: (content) =>
      is(content, '1') && !CREATES.test(content.name ?? '')
        ? aid(
            'subtype',
            found(ROUTINE, content.name),
            '常规采购、安装、运维、检测等不属于技术开发，请改选类别或说明研发内容。',
            'routine purchase, installation, maintenance or testing is no development; choose another type or explain.',
          )
        : [],
    examples: {
      passes: [[{ name: '土壤重金属快速检测技术研发', subtype: '11' }]],
      fails: [[{ name: '智慧农场平台运维', subtype: '11' }]],
    },
  },
  {
    id: 'Q30',
    title: { zh: '技术咨询含实施内容', en: 'Consulting that carries out work' },
    severity: 'warning',
    source: `${RECOGNITION}：技术咨询的成果是报告和意见，实施方案的属技术服务`,
    check: (content) =>
      is(content, '4') && !REPORTS.test(content.name ?? '')
        ? aid(
            'subtype',
            found(/实施|施工|建设|安装|生产|研制|开发|运营/g, content.name),
            '技术咨询只出具报告和意见，实施的属技术服务，请核对类别或说明。',
            'consulting ends in a report; carrying it out is a service. Check the type or explain.',
          )
        : [],
    examples: {
      passes: [[{ name: '高标准农田建设技术咨询', subtype: '4' }]],
      fails: [[{ name: '高标准农田智能化建设', subtype: '4' }]],
    },
  },
  {
    id: 'Q31',
    title: { zh: '培训不属技术培训', en: 'Training without technology' },
    severity: 'warning',
    source: `${RECOGNITION}第二十五条、第二十七条`,
    check: (content) =>
      is(content, '53')
        ? aid(
            'subtype',
            found(PRODUCT_USE, content.name, content.summary),
            '产品使用培训、职业技能和一般素质培训不属于技术培训合同，请核对或说明。',
            'product use, vocational and general staff training is no technical training; check or explain.',
          )
        : [],
    examples: {
      passes: [[{ name: '棉花机采技术培训', subtype: '53' }]],
      fails: [[{ name: '新员工入职职业技能技术培训', subtype: '53' }]],
    },
  },
  {
    id: 'Q32',
    title: { zh: '技术中介未写明第三方', en: 'Brokerage without its third party' },
    severity: 'hint',
    source: `${RECOGNITION}第二十九条、第三十条`,
    check: ({ subtype, summary = '' }) =>
      subtype === '52' && !/第三方|第三人|委托人|供需|需求方|供方|受让方|让与方/.test(summary)
        ? [
            hit(
              'summary',
              '技术中介应促成委托人与第三方订立技术合同，请在摘要中写明所促成的技术合同及双方。',
              'Brokerage leads to a technology contract with a third party; name it and its parties in the summary.',
            ),
          ]
        : [],
    examples: {
      passes: [
        [
          {
            subtype: '52',
            registrantRole: '3',
            name: '节水设备技术中介服务',
            summary:
              '促成委托人与第三方订立膜下滴灌自动控制技术转让合同，提供技术需求分析、成果评价、谈判撮合与合同履行跟踪服务，约定成交后支付报酬的条件和方式。',
          },
        ],
      ],
      fails: [[{ subtype: '52', registrantRole: '3', name: '节水设备技术中介服务' }]],
    },
  },
]
