import type { Words } from '../words'
import type { DimensionName } from './dimensions'

/** What each dimension of the statistics counts by. */
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
