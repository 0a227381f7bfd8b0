import { FEN_PER_YUAN, formatWan } from '../../money'
import { codeList, codeOf, codeWords } from '../code-lists'
import { isAbroad, quoted } from './reading'
import { hit, hitWhen, type Rule } from './rule'

const RECOGNITION = '《技术合同认定登记规则》'
const TRADE = '《技术合同认定登记管理办法》；《技术进出口管理条例》'

/** Kinds of intellectual property (CL07, by prefix) of which a sub-type of transfer or licence must name one. */
const PROPERTY_OF_SUBTYPE: Readonly<Record<string, string>> = {
  '21': '1',
  '22': '2',
  '23': '2',
  '24': '3',
  '25': '4',
  '26': '5',
  '27': '6',
  '31': '2',
  '32': '1',
  '33': '3',
  '34': '4',
  '35': '5',
  '36': '6',
}

/** Check character of a Chinese patent number of 2003 or later: digits weighted 2…9, 2…5, modulo 11 (ZC 0006-2003). */
function patentNumberFits(number: string): boolean | null {
  const [, digits, check] =
    /^(?:ZL|CN)?((?:19|20)\d{2}[12389]\d{7})\.?([\dX])$/.exec(number.toUpperCase().replace(/\s/g, '')) ?? []
  if (digits === undefined) return null
  const total = [...digits].reduce((sum, digit, at) => sum + Number(digit) * ((at % 8) + 2), 0)
  return '0123456789X'.charAt(total % 11) === check
}

export const classificationRules: readonly Rule[] = [
  {
    id: 'Q25',
    title: { zh: '转让、许可未涉及知识产权', en: 'Transfer or licence without intellectual property' },
    severity: 'error',
    source: `${RECOGNITION}第九条：技术转让、许可的标的是权利归属明确的技术成果`,
    check: ({ subtype, intellectualProperty }) =>
      hitWhen(
        /^[23]/.test(subtype ?? '') && intellectualProperty?.includes('9') === true,
        'intellectualProperty',
        `“${codeWords('contractType', subtype ?? '').zh}”必然涉及知识产权，不能选“未涉及知识产权”；确实不涉及的，请更改合同类别。`,
        `“${codeWords('contractType', subtype ?? '').en}” always involves intellectual property; choose the kind, or another type.`,
      ),
    examples: {
      passes: [
        [{ subtype: '22', intellectualProperty: ['21'] }],
        [{ subtype: '51', intellectualProperty: ['9'] }],
      ],
      fails: [[{ subtype: '22', intellectualProperty: ['9'] }]],
    },
  },
  {
    id: 'Q26',
    title: { zh: '子类别与知识产权类别不符', en: 'Sub-type and intellectual property disagree' },
    severity: 'error',
    source: `${RECOGNITION}第九条`,
    check: ({ subtype = '', intellectualProperty = [] }) => {
      const needed = PROPERTY_OF_SUBTYPE[subtype]
      if (needed === undefined || intellectualProperty.length === 0 || intellectualProperty.includes('9'))
        return []
      const [type, kind] = [codeWords('contractType', subtype), codeWords('ipKind', needed)]
      return hitWhen(
        !intellectualProperty.some((code) => code.startsWith(needed)),
        'intellectualProperty',
        `合同类别为“${type.zh}”，知识产权类别应含“${kind.zh}”。`,
        `For “${type.en}” the intellectual property must include “${kind.en}”.`,
      )
    },
    examples: {
      passes: [
        [{ subtype: '24', intellectualProperty: ['3', '1'] }],
        [{ subtype: '31', licenceMode: '3', intellectualProperty: ['22'] }],
      ],
      fails: [[{ subtype: '24', intellectualProperty: ['21'] }]],
    },
  },
  {
    id: 'Q27',
    title: { zh: '签订时权利已终止', en: 'Right had ended at signing' },
    severity: 'error',
    source: `${RECOGNITION}第十二条：权利已终止的技术成果不得转让、许可`,
    check: ({ signDate, intellectualProperties = [] }) =>
      intellectualProperties.flatMap(({ name, validUntil }, index) =>
        hitWhen(
          validUntil !== undefined && signDate !== undefined && validUntil < signDate,
          `intellectualProperties.${index}.validUntil`,
          `“${name ?? `第 ${index + 1} 项`}”的有效期至 ${validUntil}，在合同签订（${signDate}）前已终止。`,
          `“${name ?? index + 1}” was valid until ${validUntil} and had ended when the contract was signed on ${signDate}.`,
        ),
      ),
    examples: {
      passes: [
        [
          {
            subtype: '22',
            signDate: '2024-05-06',
            intellectualProperty: ['21'],
            intellectualProperties: [{ name: '一种滴灌带', number: '1', validUntil: '2024-05-06' }],
          },
        ],
      ],
      fails: [
        [
          {
            subtype: '22',
            signDate: '2024-05-06',
            intellectualProperty: ['21'],
            intellectualProperties: [{ name: '一种滴灌带', number: '1', validUntil: '2024-05-05' }],
          },
        ],
      ],
    },
  },
  {
    id: 'patent-number',
    title: { zh: '专利号校验位不符', en: 'Patent number’s check digit wrong' },
    severity: 'warning',
    source: 'ZC 0006-2003 专利申请号标准',
    check: ({ intellectualProperties = [] }) =>
      intellectualProperties.flatMap(({ number = '' }, index) =>
        hitWhen(
          patentNumberFits(number) === false,
          `intellectualProperties.${index}.number`,
          `专利号 ${number} 的校验位不符，请核对是否有录入错误。`,
          `The check digit of patent number ${number} does not fit; a digit was mistyped.`,
        ),
      ),
    examples: {
      passes: [
        [
          {
            intellectualProperty: ['21'],
            intellectualProperties: [
              { name: '一种滴灌带', number: 'ZL 200310100002.X' },
              { name: '软件', number: '2023SR0123456' },
            ],
          },
        ],
      ],
      fails: [
        [
          {
            intellectualProperty: ['21'],
            intellectualProperties: [{ name: '一种滴灌带', number: 'ZL200310100002.3' }],
          },
        ],
      ],
    },
  },
  {
    id: 'G15',
    title: { zh: '技术入股未按转让认定', en: 'Equity not registered as a transfer' },
    severity: 'error',
    source: `${RECOGNITION}第八条：技术入股合同按技术转让合同认定`,
    check: ({ subtype, payMethod }) =>
      hitWhen(
        payMethod === '5' && subtype !== undefined && !subtype.startsWith('2'),
        'subtype',
        '支付方式为技术入股的，合同类别应为技术转让（技术入股）。',
        'Technology paid for in equity is registered as a technology transfer.',
      ),
    examples: {
      passes: [[{ subtype: '28', payMethod: '5', equityShare: 10, intellectualProperty: ['1'] }]],
      fails: [[{ subtype: '11', payMethod: '5', equityShare: 10 }]],
    },
  },
  {
    id: 'Q24',
    title: { zh: '登记主体与技术进出口不符', en: 'Registering party and trade disagree' },
    severity: 'error',
    source: TRADE,
    check: ({ registrantRole, trade, seller, buyer }) => [
      ...hitWhen(
        registrantRole === '2' && trade !== undefined && trade !== '1',
        'trade',
        '登记主体为境内买方的，技术进出口应选“技术进口”。',
        'Registered by the domestic buyer, it has to be a technology import.',
      ),
      ...hitWhen(
        registrantRole === '2' && isAbroad(buyer),
        'registrantRole',
        '登记主体选了境内买方，而买方在境外，请核对。',
        'The domestic buyer is to register it, but the buyer is abroad; check.',
      ),
      ...hitWhen(
        registrantRole === '1' && isAbroad(seller),
        'registrantRole',
        '卖方在境外的，由境内买方登记，登记主体请选“境内买方（技术进口）”。',
        'With a seller abroad the domestic buyer registers the contract.',
      ),
      ...hitWhen(
        isAbroad(seller) &&
          buyer?.country !== undefined &&
          !isAbroad(buyer) &&
          trade !== undefined &&
          trade !== '1',
        'trade',
        '卖方在境外、买方在境内，技术进出口应选“技术进口”。',
        'With the seller abroad and the buyer in China it is a technology import.',
      ),
      ...hitWhen(
        isAbroad(seller) && isAbroad(buyer),
        'seller.country',
        '买卖双方都在境外，不属于本地登记范围。',
        'Seller and buyer are both abroad; it is not registered here.',
      ),
    ],
    examples: {
      passes: [
        [{ registrantRole: '2', trade: '1', seller: { country: '145', kind: '500' } }],
        [{ registrantRole: '1', trade: '1' }],
      ],
      fails: [
        [{ registrantRole: '2', trade: '0' }],
        [{ registrantRole: '1', trade: '1', seller: { country: '145', kind: '500' } }],
        [{ registrantRole: '2', trade: '0', seller: { country: '145', kind: '500' } }],
      ],
    },
  },
  {
    // A warning: the Corps' register holds an import sold by a company in China, an agent or subsidiary of the foreign owner.
    id: 'Q24-parties',
    title: { zh: '技术进出口与双方所在地不符', en: 'Trade and the parties’ countries disagree' },
    severity: 'warning',
    source: TRADE,
    check: ({ trade, seller, buyer }) => [
      ...hitWhen(
        trade === '1' && seller?.country !== undefined && !isAbroad(seller),
        'trade',
        '技术进口合同的卖方一般在境外，本合同卖方在境内，请核对或说明（如外方在华代理、子公司）。',
        'The seller of an import is usually abroad; this one is in China. Check or explain (an agent or subsidiary).',
      ),
      ...hitWhen(
        trade === '2' && buyer?.country !== undefined && !isAbroad(buyer),
        'trade',
        '技术出口合同的买方一般在境外，本合同买方在境内，请核对或说明。',
        'The buyer of an export is usually abroad; this one is in China. Check or explain.',
      ),
      ...hitWhen(
        isAbroad(buyer) && trade === '0',
        'trade',
        '买方在境外，技术进出口选了“无”，请核对或说明。',
        'The buyer is abroad, yet it is marked as no export. Check or explain.',
      ),
    ],
    examples: {
      passes: [[{ trade: '0' }], [{ trade: '2', buyer: { country: '145', kind: '500', isCorps: false } }]],
      fails: [[{ trade: '1' }], [{ trade: '0', buyer: { country: '145', kind: '500', isCorps: false } }]],
    },
  },
  {
    id: 'broker-role',
    title: { zh: '中介方登记了非中介合同', en: 'Broker registers another type' },
    severity: 'warning',
    source: `${RECOGNITION}第三十一条`,
    check: ({ registrantRole, subtype }) =>
      hitWhen(
        registrantRole === '3' && subtype !== undefined && subtype !== '52',
        'registrantRole',
        '登记主体为中介方，而合同类别不是技术中介，请核对或说明。',
        'The broker is to register it, but the type is not brokerage; check or explain.',
      ),
    examples: {
      passes: [
        [{ registrantRole: '3', subtype: '52', summary: '为委托方与第三方订立技术合同提供居间服务。' }],
      ],
      fails: [[{ registrantRole: '3', subtype: '11' }]],
    },
  },
  {
    id: 'Q30-large',
    title: { zh: '技术咨询金额偏大', en: 'Large consulting contract' },
    severity: 'warning',
    source: `${RECOGNITION}：技术咨询以咨询报告为成果`,
    check: ({ subtype, technology }, { settings }) =>
      hitWhen(
        subtype === '4' &&
          technology !== undefined &&
          technology >= BigInt(settings.largeThreshold) * FEN_PER_YUAN,
        'technology',
        `技术咨询合同的技术交易额达 ${formatWan(technology ?? 0n)} 万元，请说明报告之外是否含实施内容。`,
        `A consulting contract of ${formatWan(technology ?? 0n)} × 10,000 yuan: say whether it holds more than a report.`,
      ),
    examples: {
      passes: [[{ subtype: '4', turnover: 10_000_000n, technology: 10_000_000n }]],
      fails: [[{ subtype: '4', turnover: 500_000_000n, technology: 500_000_000n }]],
    },
  },
  {
    id: 'Q35',
    title: { zh: '项目任务书选了计划外', en: 'Project assignment outside any plan' },
    severity: 'warning',
    source: '国家登记表填写说明：计划来源',
    check: ({ planSource, form }) =>
      hitWhen(
        planSource === '9' && form === '4',
        'planSource',
        '合同文本是项目任务书，而计划来源选了“计划外”，请核对或说明。',
        'The text is a project assignment, yet the plan source is “outside any plan”; check or explain.',
      ),
    examples: {
      passes: [[{ planSource: '9', form: '2' }]],
      fails: [[{ planSource: '9', form: '4' }]],
    },
  },
  {
    id: 'Q35-buyer',
    title: { zh: '机关委托选了计划外', en: 'Government buyer outside any plan' },
    severity: 'hint',
    source: '国家登记表填写说明：计划来源',
    check: ({ planSource, buyer }) =>
      hitWhen(
        planSource === '9' && buyer?.kind?.startsWith('01') === true,
        'planSource',
        '买方是机关法人，计划来源为“计划外”：如属财政科技计划项目，请改选相应计划。',
        'The buyer is a government body: if this is a public project, choose its plan.',
      ),
    examples: {
      passes: [[{ planSource: '9', buyer: { kind: '150', ownership: '1' } }]],
      fails: [[{ planSource: '9', buyer: { kind: '013' } }]],
    },
  },
  {
    id: 'Q36',
    title: { zh: '计划层级与委托方不符', en: 'Plan level and buyer disagree' },
    severity: 'warning',
    source: '国家登记表填写说明：计划来源',
    check: ({ planSource = '', buyer }) => {
      const national = /^[12]/.test(planSource) && /^01[34]/.test(buyer?.kind ?? '')
      const local = planSource.startsWith('4') && buyer?.kind?.startsWith('011') === true
      const [plan, kind] = [codeWords('planSource', planSource), codeWords('partyKind', buyer?.kind ?? '')]
      return hitWhen(
        national || local,
        'planSource',
        `计划来源为“${plan.zh}”，而委托的买方是“${kind.zh}”，层级不一致，请核对或说明。`,
        `The plan is “${plan.en}” but the buyer is “${kind.en}”; the levels differ. Check or explain.`,
      )
    },
    examples: {
      passes: [[{ planSource: '41', planNumber: '2024SS001', buyer: { kind: '013' } }]],
      fails: [[{ planSource: '13', planNumber: '2024YFD001', buyer: { kind: '014' } }]],
    },
  },
  {
    id: 'Q37',
    title: { zh: '技术领域未选到二级', en: 'Technology field without its second level' },
    severity: 'hint',
    source: '国家登记表填写说明：技术领域',
    check: ({ techField = '' }) =>
      hitWhen(
        codeOf('techField', techField)?.whole === true &&
          codeList('techField').some(({ parent }) => parent === techField),
        'techField',
        `技术领域“${codeWords('techField', techField).zh}”有二级分类，知道的请选到二级。`,
        `“${codeWords('techField', techField).en}” has a second level; choose it if known.`,
      ),
    examples: { passes: [[{ techField: '0702' }], [{ techField: '09' }]], fails: [[{ techField: '07' }]] },
  },
  {
    id: 'keywords',
    title: { zh: '关键词过多', en: 'Too many keywords' },
    severity: 'hint',
    source: '国家登记表填写说明：关键词不超过 5 个',
    check: ({ keywords = '' }) => {
      const words = keywords.split(/[、，,;；\s]+/).filter((word) => word !== '')
      if (words.length <= 5) return []
      const { zh, en } = quoted(words.slice(5))
      return [
        hit(
          'keywords',
          `关键词有 ${words.length} 个，最多 5 个，可删去${zh}。`,
          `${words.length} keywords; five at most. Leave out ${en}.`,
        ),
      ]
    },
    examples: {
      passes: [[{ keywords: '棉花、滴灌' }]],
      fails: [[{ keywords: '棉花、滴灌、水肥、节水、智能、灌溉' }]],
    },
  },
]
