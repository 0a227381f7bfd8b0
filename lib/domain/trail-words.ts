import { columns } from './contract/columns'
import { filterables } from './contract/filters'
import { settings } from './settings'
import { causes } from './statistics/bridge'
import { tableOf } from './statistics/catalogue'
import { sideWords } from './statistics/cross-words'
import { measures } from './statistics/measures'
import type { Words } from './words'

const same = (text: string): Words => ({ zh: text, en: text })

const forms: Record<string, Words> = {
  xlsx: same('Excel'),
  csv: same('CSV'),
  sdmx: same('SDMX-CSV'),
  docx: same('Word'),
  pdf: same('PDF'),
}

const labels = (specs: Record<string, { label: Words }>, name: string): Words | undefined =>
  Object.hasOwn(specs, name) ? specs[name]?.label : undefined

/** What a code among the details of a trail entry stands for, by the name it is noted under; undefined where it is no code. */
export function trailWords(name: string, given: string): Words | undefined {
  switch (name) {
    case 'table':
      return given === 'cross' ? { zh: '交叉表', en: 'Cross-table' } : tableOf(given)?.title
    case 'measures':
      return Object.hasOwn(measures, given) ? measures[given as keyof typeof measures].words : undefined
    case 'sides':
      return Object.hasOwn(sideWords, given) ? sideWords[given as keyof typeof sideWords] : undefined
    case 'filters':
      return labels(filterables, given)
    case 'columns':
      return given === 'all' ? { zh: '全部字段', en: 'All fields' } : labels(columns, given)
    case 'setting':
      return labels(settings, given)
    case 'cause':
      return Object.hasOwn(causes, given) ? causes[given as keyof typeof causes] : undefined
    case 'format':
    case 'form':
      return forms[given]
    default:
      return undefined
  }
}
