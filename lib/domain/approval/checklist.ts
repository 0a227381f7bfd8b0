import { z } from 'zod'
import { topCode } from '../contract/code-lists'
import type { Words } from '../words'

/** One thing to look at before deciding; ticking it is an aid and enters the event if it was ticked. */
export interface CheckItem {
  id: string
  words: Words
}

export interface Checklist {
  /** What must hold, all of it, for the contract to be of its type. */
  conditions: readonly CheckItem[]
  /** What is often taken for this type and is not. */
  notThis: Words
  source: string
}

const item = (id: string, zh: string, en: string): CheckItem => ({ id, words: { zh, en } })

const mastered = [
  item(
    'TRA1',
    '标的是当事人已经掌握的技术成果（专利、技术秘密等）',
    'The subject is technology already mastered (patent, know-how, other rights)',
  ),
  item(
    'TRA2',
    '技术完整、实用，构成一项技术、产品、工艺、材料、品种或其改进',
    'It is complete and practical: a technology, product, process, material, variety or its improvement',
  ),
  item('TRA3', '有明确的知识产权权属条款', 'A clause says clearly who owns the rights'),
]

const recognition = '《技术合同认定登记规则》；《民法典》第二十章'

const lists = {
  development: {
    conditions: [
      item(
        'DEV1',
        '有明确、具体的科学研究和技术开发目标',
        'The goal of research and development is clear and concrete',
      ),
      item(
        'DEV2',
        '订立合同时，所需技术方案是当事人尚未掌握的',
        'At signing, the parties had not yet mastered the technical solution',
      ),
      item('DEV3', '研究开发工作有相应的技术创新内容', 'The work has matching innovation content'),
    ],
    notThis: {
      zh: '已有技术方案、工业化产品；单纯改变尺寸、参数、排列或配方；一般检验、测试、鉴定、仿制、应用。',
      en: 'Solutions already mastered or industrialised; mere changes of size, parameter, arrangement or recipe; general inspection, testing, appraisal, imitation or application.',
    },
    source: recognition,
  },
  transfer: {
    conditions: mastered,
    notThis: {
      zh: '进入公有领域的知识；权利已届满或终止。',
      en: 'Knowledge in the public domain; rights that have expired or ended.',
    },
    source: '《技术合同认定登记规则》第九至十二条',
  },
  licence: {
    conditions: [
      ...mastered,
      item(
        'LIC1',
        '写明许可的范围、方式、期限和地域',
        'Scope, mode, term and territory of the licence are written',
      ),
    ],
    notThis: {
      zh: '进入公有领域的知识；权利已届满或终止；销售标准软件或附带许可的商品。',
      en: 'Public-domain knowledge; ended rights; sale of standard software or goods with an embedded licence.',
    },
    source: '《技术合同认定登记规则》第九至十二条',
  },
  consulting: {
    conditions: [
      item(
        'CON1',
        '标的是特定技术项目的咨询课题',
        'The subject is a consulting topic for a specific technical project',
      ),
      item(
        'CON2',
        '运用科学技术手段进行分析、论证、评价或预测',
        'It analyses, argues, evaluates or forecasts by scientific and technical means',
      ),
      item('CON3', '成果是咨询报告和意见', 'The result is a report and an opinion'),
    ],
    notThis: {
      zh: '一般经济分析、法律咨询、社会发展论证与调查；设备、材料的购买咨询；实施咨询方案（属技术服务）。',
      en: 'Economic analysis, legal advice, social surveys; purchase advice on equipment or material; carrying out the advice (a service).',
    },
    source: '《技术合同认定登记规则》第三十四至三十八条',
  },
  service: {
    conditions: [
      item(
        'SER1',
        '运用专业技术知识、经验和信息解决特定技术问题',
        'Professional knowledge, experience and information solve a specific technical problem',
      ),
      item(
        'SER2',
        '改进产品结构、工艺、质量、成本、能耗、环保、安全或效益',
        'It improves structure, process, quality, cost, energy, environment, safety or benefit',
      ),
      item('SER3', '成果有具体的质量和数量指标', 'The result has concrete indices of quality and quantity'),
      item(
        'SER4',
        '传递的技术知识不涉及专利、技术秘密等权属',
        'The knowledge passed on does not touch the ownership of patents or secrets',
      ),
    ],
    notThis: {
      zh: '承揽合同和建设工程合同；常规加工、修理、印刷、一般检验、翻译、摄影、普通广告。',
      en: 'Work contracts and construction contracts; routine processing, repair, printing, general inspection, translation, photography, ordinary advertising.',
    },
    source: '《民法典》第八百七十八条；《技术合同认定登记规则》',
  },
  training: {
    conditions: [
      item(
        'TRN1',
        '传授特定项目的专业技术知识',
        'It teaches specific professional technical knowledge of a specific project',
      ),
      item(
        'TRN2',
        '学员是委托方指定、与该项目有关的专业技术人员',
        'The trainees, named by the client, are technical staff of that project',
      ),
    ],
    notThis: {
      zh: '职工素质、文化、职业技能培训；随销售附带的产品使用培训；开发、转让、许可合同内的培训不单独登记。',
      en: 'Staff quality, culture or vocational skills; product-use training tied to a sale; training inside development, transfer or licence contracts is not registered apart.',
    },
    source: '《技术合同认定登记规则》第二十五至二十七条',
  },
  brokerage: {
    conditions: [
      item(
        'BRK1',
        '以促成委托方与第三方的技术交易为目的',
        'It aims at a technology deal between the client and a third party',
      ),
      item('BRK2', '内容是特定的技术成果或技术项目', 'Its content is a specific result or project'),
    ],
    notThis: { zh: '发布信息、一般代理。', en: 'Posting of information, general agency.' },
    source: '《技术合同认定登记规则》第二十九至三十一条',
  },
} as const satisfies Record<string, Checklist>

const knowHow = item(
  'SEC1',
  '技术秘密不为公众知悉、有经济价值、实用，并采取了保密措施',
  'The know-how is not public, brings benefit, is practical, and is kept confidential',
)

/** The review checklist of a contract's type (domain §5.2); null where no type is chosen. */
export function checklistOf(subtype: string | undefined): Checklist | null {
  if (subtype === undefined) return null
  if (subtype === '53') return lists.training
  if (subtype === '52') return lists.brokerage
  const list = byType[topCode('contractType', subtype)]
  if (!list) return null
  return subtype === '21' || subtype === '32' ? { ...list, conditions: [...list.conditions, knowHow] } : list
}

const byType: Record<string, Checklist> = {
  '1': lists.development,
  '2': lists.transfer,
  '3': lists.licence,
  '4': lists.consulting,
  '5': lists.service,
}

/** Every id that can be ticked; an act may name no other. */
export const checkItemIds: readonly string[] = [
  ...new Set([
    ...Object.values(lists).flatMap(({ conditions }) => conditions.map(({ id }) => id)),
    knowHow.id,
  ]),
]

/** What was ticked, as a deciding verb takes it. */
export const checkedSchema = z
  .array(z.string().refine((id) => checkItemIds.includes(id)))
  .max(checkItemIds.length)
  .default([])

/** What was ticked, as an event keeps it: nothing where nothing was. */
export const ticked = (checked: readonly string[]) => (checked.length > 0 ? { checked } : {})
