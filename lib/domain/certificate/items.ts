import { codeOf, codeWords } from '../contract/code-lists'
import { formatYuan, inCapitals } from '../money'
import type { Words } from '../words'
import { groupedNumber } from './code'
import { type CertificateFacts, fenOf } from './facts'

/** What each item is called; `technology` by the rules of today. */
export const itemNames = {
  number: { zh: '合同登记编号', en: 'Registration number' },
  name: { zh: '合同名称', en: 'Contract' },
  subtype: { zh: '合同类别', en: 'Type' },
  sellers: { zh: '卖方', en: 'Seller' },
  buyers: { zh: '买方', en: 'Buyer' },
  turnover: { zh: '合同成交额', en: 'Turnover' },
  technology: { zh: '技术交易额', en: 'Technology turnover' },
  signDate: { zh: '合同签订日期', en: 'Signed on' },
  term: { zh: '合同有效期', en: 'Term' },
  unit: { zh: '登记机构', en: 'Registration office' },
  registrar: { zh: '登记员', en: 'Registrar' },
  approvers: { zh: '审核员', en: 'Approved by' },
  registeredOn: { zh: '登记日期', en: 'Registered on' },
  version: { zh: '版本', en: 'Version' },
} as const satisfies Record<string, Words>
export type ItemKey = keyof typeof itemNames

/** One line of a certificate; the paper and the public page are both made of these. */
export interface Item {
  key: ItemKey
  label: Words
  values: readonly Words[]
}

const same = (text: string): Words => ({ zh: text, en: text })

/** `2026年3月1日`; a dash where the register has none. */
export const dayWords = (day: string | null): Words => {
  if (day === null) return same('—')
  const [year, month, date] = day.split('-').map(Number)
  return { zh: `${year}年${month}月${date}日`, en: day }
}

const typeWords = (code: string): Words => {
  const parent = codeOf('contractType', code)?.parent
  const own = codeWords('contractType', code)
  if (parent === undefined) return own
  const above = codeWords('contractType', parent)
  return { zh: `${above.zh}（${own.zh}）`, en: `${above.en} (${own.en})` }
}

/** In figures, and as officials write money so that nobody adds a digit. */
const amountWords = (text: string): Words[] => [
  { zh: `人民币 ${formatYuan(fenOf(text))} 元`, en: `RMB ${formatYuan(fenOf(text))}` },
  { zh: `（大写）${inCapitals(fenOf(text))}`, en: `(in words) ${inCapitals(fenOf(text))}` },
]

/** The version of a contract as a list names it. */
export const listedVersion = ({ version }: { version: number }): Words => ({
  zh: `第 ${version} 版`,
  en: `version ${version}`,
})

const madeBy = {
  approve: null,
  import: null,
  correct: { zh: '更正', en: 'corrected' },
  change: { zh: '变更', en: 'changed' },
} as const satisfies Record<CertificateFacts['act'], Words | null>

export function versionWords({
  version,
  act,
  madeOn,
}: Pick<CertificateFacts, 'version' | 'act' | 'madeOn'>): Words {
  const by = madeBy[act]
  if (by === null) return { zh: `第 ${version} 版`, en: `Version ${version}` }
  const day = dayWords(madeOn)
  return { zh: `第 ${version} 版（${day.zh}${by.zh}）`, en: `Version ${version} (${by.en} on ${day.en})` }
}

/** A paper is made of what is on the register alone, and says so. */
const standingWords = ({ zh, en }: Words): Words => ({ zh: `${zh}，登记有效`, en: `${en}, on the register` })

/** What the rules of 2000 call otherwise: 核定技术性收入 is what they state of an income. */
const namesOf2000: Partial<Record<ItemKey, Words>> = {
  name: { zh: '项目名称', en: 'Project' },
  technology: {
    zh: '核定技术交易额（技术性收入）',
    en: 'Technology turnover (technical income) as approved',
  },
}

/** Everything a certificate states, in its order. */
export function itemsOf(facts: CertificateFacts): Item[] {
  const { ruleSet, registrar, approvers } = facts
  const [from, to] = [dayWords(facts.from), dayWords(facts.to)]
  const item = (key: ItemKey, ...values: Words[]): Item => ({
    key,
    label: (ruleSet === 'R2000' && namesOf2000[key]) || itemNames[key],
    values,
  })
  return [
    item('number', same(groupedNumber(facts.number))),
    item('name', same(facts.name)),
    item('subtype', typeWords(facts.subtype)),
    item('sellers', ...facts.sellers.map(same)),
    item('buyers', ...facts.buyers.map(same)),
    item('turnover', ...amountWords(facts.turnover)),
    item('technology', ...amountWords(facts.technology)),
    item('signDate', dayWords(facts.signDate)),
    item('term', { zh: `${from.zh}至${to.zh}`, en: `${from.en} to ${to.en}` }),
    item('unit', facts.unit),
    ...(registrar === null ? [] : [item('registrar', same(registrar))]),
    ...(approvers.length === 0 ? [] : [item('approvers', list(approvers))]),
    item('registeredOn', dayWords(facts.registeredOn)),
    item('version', standingWords(versionWords(facts))),
  ]
}

const list = (names: readonly string[]): Words => ({ zh: names.join('、'), en: names.join(', ') })

/** Facts that a later version may state otherwise, by the item that shows them. */
export const itemOfFact: Readonly<Record<string, ItemKey>> = {
  name: 'name',
  subtype: 'subtype',
  sellers: 'sellers',
  buyers: 'buyers',
  turnover: 'turnover',
  technology: 'technology',
  signDate: 'signDate',
  from: 'term',
  to: 'term',
}
