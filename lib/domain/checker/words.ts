import { type CodeListName, codeList } from '../contract/code-lists'
import type { Words } from '../words'
import type { Claim, Meaning } from './claim'
import { periodWords } from './reading/periods'
import type { Of, Split, Subject } from './subject'

const lists: Partial<Record<Split, CodeListName>> = {
  unit: 'unit',
  type: 'contractType',
  plan: 'planSource',
  flow: 'flow',
  seller: 'sellerGroup',
  field: 'techField',
  band: 'sizeBand',
  trade: 'trade',
}

const own: Record<string, Words> = {
  'area:north': { zh: '北疆', en: 'North' },
  'area:south': { zh: '南疆', en: 'South' },
  'plan:fiscal': { zh: '财政计划', en: 'Fiscal plans' },
  'seller:enterprise': { zh: '企业', en: 'Enterprises' },
  'direction:in': { zh: '流入', en: 'Inflow' },
  'direction:out': { zh: '输出', en: 'Outflow' },
}

function subjectName({ split, code }: Subject): Words {
  const found = own[`${split}:${code}`]
  if (found) return found
  if (split === 'over') return { zh: `${code}万元及以上`, en: `${code}0,000 yuan and over` }
  if (split === 'below') return { zh: `${code}万元以下`, en: `below ${code}0,000 yuan` }
  if (split === 'between') return { zh: `${code}万元`, en: `${code} (10,000 yuan)` }
  if (split === 'period') return periodWords(code)
  const list = lists[split]
  const words = list && codeList(list).find((one) => one.code === code)?.words
  const name = code.replace(/·\d+$/, '')
  return words ?? { zh: name, en: name }
}

/** What a figure is of, in words. */
export function codeWordsOf(of: Of): Words {
  if (of.length === 0) return { zh: '合计', en: 'Total' }
  const names = of.map(subjectName)
  return { zh: names.map(({ zh }) => zh).join(''), en: names.map(({ en }) => en).join(', ') }
}

const bases: Record<string, Words> = {
  contracts: { zh: '合同数', en: 'contracts' },
  turnover: { zh: '成交额', en: 'turnover' },
  technology: { zh: '技术交易额', en: 'technology turnover' },
  target: { zh: '目标', en: 'target' },
  mean: { zh: '单项平均成交额', en: 'mean turnover' },
}

const kinds: Record<Meaning['kind'], Words> = {
  amount: { zh: '', en: '' },
  share: { zh: '占比', en: 'share' },
  lead: { zh: '高出的百分点', en: 'lead in points' },
  points: { zh: '占比变动', en: 'change of share' },
  growth: { zh: '增幅', en: 'growth' },
  increase: { zh: '增量', en: 'increase' },
  multiple: { zh: '倍数', en: 'multiple' },
  ratio: { zh: '比值', en: 'ratio' },
  rank: { zh: '名次', en: 'place' },
  list: { zh: '列举的界限', en: 'mark of a list' },
  rate: { zh: '比率', en: 'rate' },
  per: { zh: '平均数', en: 'mean' },
  other: { zh: '其他数量', en: 'another quantity' },
  label: { zh: '名称、日期或编号', en: 'a name, date or number of a thing' },
}

/** What a number was understood to say: year, of what, which measure. */
export function describe({ meaning }: Claim): Words {
  const kind = kinds[meaning.kind]
  if (!('of' in meaning)) return kind
  const names = meaning.of.slice(0, 4).map(codeWordsOf)
  const base = bases[meaning.base] ?? kind
  return {
    zh: [`${meaning.year}年`, names.map(({ zh }) => zh).join('、'), `${base.zh}${kind.zh}`].join(' '),
    en: [meaning.year, names.map(({ en }) => en).join(' and '), `${base.en} ${kind.en}`.trim()].join(', '),
  }
}
