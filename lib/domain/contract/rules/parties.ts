import { usccProblem, usccProblemWords } from '../../organisation/uscc'
import { normalise } from '../../text/similarity'
import { codeWords } from '../code-lists'
import { partyIsDomestic } from '../conditions'
import type { Party } from '../content'
import { isAbroad, type NamedParty, partiesOf } from './reading'
import { type Hit, hit, hitWhen, type Rule } from './rule'

const GOOD_CODE = '12650104MAMEH0504A'
const CORPS_NAME =
  /新疆生产建设兵团|^兵团|石河子大学|塔里木大学|农垦科学院|第?[一二三四五六七八九十]{1,2}师(?!傅|范)/

/** Leading characters of a unified code that belong to the group of kinds of CL02; other codes say nothing sure. */
const KIND_OF_CODE: Readonly<Record<string, RegExp>> = {
  '11': /^01/,
  '12': /^02/,
  '51': /^03/,
  '91': /^[123]/,
}

const FILLER = /^([*＊×xX/\\\-—_.。、?？0０]+|无|暂无|不详|未知|待定|待补|测试.*|test.*|同上|略)$/i

function same({ party: a }: NamedParty, { party: b }: NamedParty): boolean {
  if (a.code && b.code) return a.code === b.code
  return normalise(a.name ?? '') !== '' && normalise(a.name ?? '') === normalise(b.name ?? '')
}

function repeated(all: readonly NamedParty[]): Hit[] {
  return all.flatMap((one, index) => {
    const earlier = all.slice(0, index).find((other) => same(one, other))
    if (!earlier) return []
    const across = earlier.side !== one.side
    return [
      hit(
        one.party.code ? `${one.path}.code` : `${one.path}.name`,
        across
          ? `${one.zh}与${earlier.zh}是同一单位（${one.party.name ?? one.party.code}），买卖双方不能相同。`
          : `${one.zh}与${earlier.zh}重复（${one.party.name ?? one.party.code}），请删去一个。`,
        across
          ? `${one.en} is also ${earlier.en.toLowerCase()}; seller and buyer can’t be the same.`
          : `${one.en} repeats ${earlier.en.toLowerCase()}; remove one.`,
      ),
    ]
  })
}

const fillers = ({ path, zh, en, party }: NamedParty): Hit[] =>
  (
    [
      ['name', '名称', 'name'],
      ['address', '通讯地址', 'address'],
      ['representative', '法定代表人', 'legal representative'],
      ['contact', '联系人', 'contact'],
    ] as const
  ).flatMap(([field, label, english]) => {
    const text: Party[typeof field] = party[field]
    return hitWhen(
      text !== undefined && FILLER.test(text),
      `${path}.${field}`,
      `${zh}的${label}“${text}”像是占位内容，请填写真实信息或留空。`,
      `${en}’s ${english} “${text}” looks like a filler; give the real one or leave it empty.`,
    )
  })

export const partyRules: readonly Rule[] = [
  {
    id: 'Q18',
    title: { zh: '当事人重复', en: 'Same party twice' },
    severity: 'error',
    source: '《民法典》第四百六十四条：合同是民事主体之间的协议',
    check: (content) => repeated(partiesOf(content)),
    examples: {
      passes: [[{ coSellers: [{ name: '新疆另一研究院', code: '51659001MA04TG3011' }] }]],
      fails: [
        [{ seller: { code: GOOD_CODE }, buyer: { code: GOOD_CODE } }],
        [{ coBuyers: [{ name: '甲公司' }, { name: ' 甲公司' }] }],
      ],
    },
  },
  {
    id: 'Q20',
    title: { zh: '统一社会信用代码有误', en: 'Unified code wrong' },
    severity: 'error',
    source: 'GB 32100-2015',
    check: (content) =>
      partiesOf(content).flatMap(({ path, zh, en, party }) => {
        const problem = party.code ? usccProblem(party.code) : null
        if (!problem) return []
        const words = usccProblemWords[problem]
        return [hit(`${path}.code`, `${zh}的${words.zh}。`, `${en}: ${words.en}.`)]
      }),
    examples: {
      passes: [[{ seller: { code: GOOD_CODE } }]],
      fails: [[{ seller: { code: '12650104MAMEH0504B' } }], [{ buyer: { code: '123' } }]],
    },
  },
  {
    id: 'Q38',
    title: { zh: '行政区划代码有误', en: 'Division code wrong' },
    severity: 'error',
    source: 'GB/T 2260',
    check: (content, { isPlace }) =>
      partiesOf(content).flatMap(({ path, zh, en, party }) =>
        hitWhen(
          isPlace !== undefined && /^\d{6}$/.test(party.region ?? '') && !isPlace(party.region ?? ''),
          `${path}.region`,
          `${zh}的行政区划代码 ${party.region} 不存在或不到县（市、区）一级，请从列表中选择。`,
          `${en}’s division code ${party.region} does not exist or stops above county level; choose from the list.`,
        ),
      ),
    examples: {
      passes: [[{ seller: { region: '659001' } }]],
      fails: [[{ seller: { region: '650000' } }], [{ buyer: { region: '659099' } }]],
    },
  },
  {
    id: 'Q39',
    title: { zh: '名称与“是否兵团单位”不符', en: 'Name and Corps mark disagree' },
    severity: 'warning',
    source: '统计口径：技术流向按买方是否兵团单位划分',
    check: (content) =>
      partiesOf(content).flatMap(({ path, zh, en, party }) => {
        const { name = '', isCorps, region = '' } = party
        return [
          ...hitWhen(
            isCorps === false && partyIsDomestic(party) && CORPS_NAME.test(name),
            `${path}.isCorps`,
            `${zh}“${name}”的名称像是兵团单位，而“是否兵团单位”选了“否”，请核对：这一项决定技术流向。`,
            `${en} “${name}” sounds like a body of the Corps but is not marked as one; this decides the flow.`,
          ),
          ...hitWhen(
            isCorps === true && region !== '' && !region.startsWith('65'),
            `${path}.isCorps`,
            `${zh}标为兵团单位，但行政区划 ${region} 不在新疆，请核对。`,
            `${en} is marked as of the Corps but sits outside Xinjiang (${region}); check.`,
          ),
        ]
      }),
    examples: {
      passes: [
        [{ buyer: { name: '八师石河子市农业农村局', isCorps: true, region: '659001' } }],
        [{ buyer: { name: '新疆师范大学', isCorps: false } }],
      ],
      fails: [
        [{ buyer: { name: '八师石河子市农业农村局', isCorps: false } }],
        [{ buyer: { isCorps: true, region: '320102' } }],
      ],
    },
  },
  {
    id: 'abroad-corps',
    title: { zh: '境外单位标为兵团单位', en: 'Body abroad marked as of the Corps' },
    severity: 'error',
    source: '统计口径：技术流向按买方是否兵团单位划分',
    check: (content) =>
      partiesOf(content).flatMap(({ path, zh, en, party }) =>
        hitWhen(
          isAbroad(party) && party.isCorps === true,
          `${path}.isCorps`,
          `${zh}在境外，不能标为兵团单位。`,
          `${en} is abroad and can’t belong to the Corps.`,
        ),
      ),
    examples: {
      passes: [[{ buyer: { country: '145', kind: '500', isCorps: false } }]],
      fails: [[{ buyer: { country: '145', kind: '500', isCorps: true } }]],
    },
  },
  {
    // Sellers alone: their kind decides Figure 6, and buyers are often entered by a parent's code.
    id: 'Q40',
    title: { zh: '卖方性质与信用代码不符', en: 'Seller’s kind and code disagree' },
    severity: 'warning',
    source: 'GB 32100-2015 机构类别；国家登记表填写说明：卖方性质',
    check: (content) =>
      partiesOf(content).flatMap(({ path, side, zh, en, party }) => {
        const fitting = KIND_OF_CODE[party.code?.slice(0, 2) ?? '']
        const kind = codeWords('partyKind', party.kind ?? '')
        return hitWhen(
          side === 'seller' && party.kind !== undefined && fitting !== undefined && !fitting.test(party.kind),
          `${path}.kind`,
          `${zh}性质为“${kind.zh}”，与统一社会信用代码 ${party.code?.slice(0, 2)} 开头的机构类别不符，请核对。`,
          `${en} is “${kind.en}”, but its code begins with ${party.code?.slice(0, 2)}, another class of bodies; check.`,
        )
      }),
    examples: {
      passes: [[{ seller: { code: GOOD_CODE, kind: '0211' } }]],
      fails: [[{ seller: { code: GOOD_CODE, kind: '150', ownership: '1' } }]],
    },
  },
  {
    id: 'Q23',
    title: { zh: '登记主体不属本机构', en: 'Registering party of another office' },
    severity: 'warning',
    source: '《技术合同认定登记管理办法》：由登记主体所在地登记机构登记',
    check: ({ registrantRole, seller, buyer }, { unit }) => {
      const [path, party] = registrantRole === '2' ? ['buyer', buyer] : ['seller', seller]
      const [own, theirs] = [codeWords('unit', unit), codeWords('unit', party?.unit ?? '')]
      return hitWhen(
        registrantRole !== '3' && party?.unit !== undefined && party.unit !== unit,
        `${path}.unit`,
        `登记主体属于${theirs.zh}，一般应由${theirs.zh}登记；由${own.zh}登记的请说明。`,
        `The registering party belongs to ${theirs.en}, whose office usually registers it; say why ${own.en} does.`,
      )
    },
    examples: {
      passes: [[{ seller: { isCorps: true, unit: 'D08' } }, { unit: 'D08' }]],
      fails: [[{ seller: { isCorps: true, unit: 'D08' } }, { unit: 'D06' }]],
    },
  },
  {
    id: 'Q19',
    title: { zh: '疑似未申报的关联交易', en: 'Perhaps related parties' },
    severity: 'warning',
    source: '国家登记表填写说明：是否关联交易',
    check: ({ isRelated, seller, buyer }) => {
      if (isRelated !== false) return []
      const person = seller?.representative
      const phone = seller?.phone?.replace(/\D/g, '')
      return [
        ...hitWhen(
          person !== undefined && person.length > 1 && person === buyer?.representative,
          'isRelated',
          `买卖双方的法定代表人都是“${person}”，而关联交易选了“否”，请核对或说明。`,
          `Both parties have the legal representative “${person}”, yet it is marked as unrelated; check or explain.`,
        ),
        ...hitWhen(
          phone !== undefined && phone.length > 6 && phone === buyer?.phone?.replace(/\D/g, ''),
          'buyer.phone',
          `买卖双方的联系电话相同（${phone}），请核对或说明。`,
          `Both parties have the same telephone (${phone}); check or explain.`,
        ),
      ]
    },
    examples: {
      passes: [
        [{ isRelated: false, seller: { representative: '张伟' }, buyer: { representative: '李娜' } }],
        [
          {
            isRelated: true,
            relation: '同一控股股东',
            seller: { representative: '张伟' },
            buyer: { representative: '张伟' },
          },
        ],
      ],
      fails: [[{ isRelated: false, seller: { representative: '张伟' }, buyer: { representative: '张伟' } }]],
    },
  },
  {
    id: 'Q22',
    title: { zh: '联系信息为占位内容', en: 'Filler instead of contact data' },
    severity: 'warning',
    source: '合同登记自查：联系信息应真实',
    check: (content) => partiesOf(content).flatMap(fillers),
    examples: {
      passes: [[{ seller: { contact: '王芳', address: '北泉路 1 号' } }]],
      fails: [[{ seller: { contact: '***' } }], [{ buyer: { representative: '无' } }]],
    },
  },
]
