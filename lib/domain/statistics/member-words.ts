import { type CodeListName, codeWords } from '../contract/code-lists'
import { provinces } from '../regions'
import type { Words } from '../words'
import type { DimensionName } from './dimensions'

export const dimensionWords: Record<DimensionName, Words> = {
  month: { zh: '登记月份', en: 'Month' },
  area: { zh: '南北疆', en: 'Area' },
  type: { zh: '合同类别', en: 'Contract type' },
  subtype: { zh: '合同子类别', en: 'Sub-type' },
  plan: { zh: '计划来源', en: 'Plan source' },
  flow: { zh: '技术流向', en: 'Flow' },
  seller: { zh: '登记主体', en: 'Seller group' },
  field: { zh: '技术领域', en: 'Field of technology' },
  band: { zh: '金额规模', en: 'Size band' },
  property: { zh: '知识产权类别', en: 'Intellectual property' },
  goal: { zh: '社会经济目标', en: 'Socio-economic goal' },
  buyer: { zh: '买方类别', en: 'Buyer group' },
  province: { zh: '买方省份', en: 'Buyer’s province' },
  trade: { zh: '技术进出口', en: 'Import or export' },
}

/** The code list whose codes are the members of a dimension, where there is one. */
const lists: Partial<Record<DimensionName, CodeListName>> = {
  type: 'contractType',
  subtype: 'contractType',
  plan: 'planSource',
  flow: 'flow',
  seller: 'sellerGroup',
  field: 'techField',
  band: 'sizeBand',
  property: 'ipKind',
  goal: 'socioGoal',
  buyer: 'buyerGroup',
  trade: 'trade',
}

const areas: Record<string, Words> = {
  south: { zh: '南疆', en: 'South' },
  north: { zh: '北疆', en: 'North' },
}

const abroad: Words = { zh: '境外', en: 'Abroad' }

/** The label of a member of a dimension; an unknown member is shown as it is. */
export function memberWords(dimension: DimensionName, member: string): Words {
  const list = lists[dimension]
  const unknown = { zh: member, en: member }
  if (list) return codeWords(list, member)
  if (dimension === 'month') return { zh: `${Number(member)}月`, en: `Month ${Number(member)}` }
  if (dimension === 'area') return areas[member] ?? unknown
  if (member === 'abroad') return abroad
  return provinces.find(({ code }) => code.startsWith(member))?.words ?? unknown
}
