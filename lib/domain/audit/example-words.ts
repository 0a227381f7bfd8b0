import { codeWords } from '../contract/code-lists'
import type { Content, Party } from '../contract/content'
import { differences } from '../contract/diff'
import { pathWords } from '../contract/path-words'
import type { Words } from '../words'
import type { AuditRule, Planting } from './rule'

/** One line of an example: what is different, and how. */
export interface ExampleLine {
  label: Words
  value: Words
}

/** A case of a rule, line by line; without lines nothing is different from a sound contract. */
export type ExampleCase = readonly ExampleLine[]

/** The cases of a rule as a person reads them. */
export function exampleWords(rule: AuditRule): { passes: ExampleCase[]; fails: ExampleCase[] } {
  switch (rule.scope) {
    case 'content':
      return both(rule.examples, ([content, circumstances = {}]) => [
        ...contentLines(content),
        ...plainLines(circumstances),
      ])
    case 'record':
      return both(rule.examples, ({ content = {}, registry, ...record }) => [
        ...contentLines(content),
        ...plainLines(record),
        ...partyLines({ zh: '单位库中的卖方', en: 'Seller in the registry' }, registry?.seller),
        ...partyLines({ zh: '单位库中的买方', en: 'Buyer in the registry' }, registry?.buyer),
      ])
    case 'set':
      return both(rule.examples, (register) => register.map(plantingLine))
  }
}

const both = <Example>(
  { passes, fails }: { passes: readonly Example[]; fails: readonly Example[] },
  lines: (example: Example) => ExampleCase,
) => ({ passes: passes.map(lines), fails: fails.map(lines) })

const contentLines = (content: Content): ExampleLine[] => [
  ...differences({}, content).flatMap(({ label, after }) => (after ? [{ label, value: after }] : [])),
  ...Object.entries(content).flatMap(([name, value]) =>
    value === undefined ? [{ label: pathWords(name), value: NOT_FILLED }] : [],
  ),
]

const partyLines = (label: Words, party: Party | null | undefined): ExampleLine[] =>
  party ? [{ label, value: joined(contentLines({ seller: party }).map(({ value }) => value)) }] : []

/** Circumstances and parts of a record that examples change. */
const names: Readonly<Record<string, Words>> = {
  today: { zh: '提交日期', en: 'Submitted on' },
  appliedOn: { zh: '首次申请日期', en: 'First applied for on' },
  acceptedOn: { zh: '受理日期', en: 'Accepted on' },
  decidedOn: { zh: '审核日期', en: 'Decided on' },
  registeredOn: { zh: '登记日期', en: 'Registered on' },
  dueOn: { zh: '审核期限', en: 'Due by' },
  unit: { zh: '登记机构', en: 'Unit' },
  unitClosed: { zh: '登记机构已撤并', en: 'Unit closed' },
  number: { zh: '登记编号', en: 'Registration number' },
  attachments: { zh: '附件', en: 'Files' },
  laterActs: { zh: '登记后的记录', en: 'Acts after registration' },
  enteredBy: { zh: '录入人', en: 'Entered by' },
  editedBy: { zh: '最后修改人', en: 'Last edited by' },
  firstApprover: { zh: '初审人', en: 'First approver' },
  decidedBy: { zh: '审核人', en: 'Decided by' },
}

const plainLines = (given: object): ExampleLine[] =>
  Object.entries(given).flatMap(([name, value]) => {
    const label = names[name]
    return label ? [{ label, value: plainWords(name, value) }] : []
  })

const NOT_FILLED: Words = { zh: '未填', en: 'not filled in' }
const NONE: Words = { zh: '无', en: 'none' }

function plainWords(name: string, value: unknown): Words {
  if (name === 'laterActs' && Array.isArray(value) && value.length > 0) {
    return { zh: `${value.length} 项`, en: String(value.length) }
  }
  if (Array.isArray(value)) {
    const codes: Words[] = value.map((one) =>
      name === 'attachments' ? codeWords('attachmentKind', String(one)) : same(String(one)),
    )
    return codes.length === 0 ? NONE : joined(codes)
  }
  if (value === null) return NONE
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }
  if (name === 'unit') return codeWords('unit', String(value))
  // People stand for anybody; the last character tells them apart.
  return /By$|Approver$/.test(name) ? same(String(value).slice(-1).toUpperCase()) : same(String(value))
}

/** A contract of an example register, or several alike: the day, how many, and what they say. */
function plantingLine({ on, unit, times = 1, changes = {}, ...rest }: Planting): ExampleLine {
  const count = times === 1 ? { zh: '', en: '' } : { zh: `，${times} 份`, en: `, ${times} contracts` }
  const parts = [
    ...(unit ? [codeWords('unit', unit)] : []),
    ...contentLines(changes).map(({ label, value }) => ({
      zh: `${label.zh} ${value.zh}`,
      en: `${label.en} ${value.en}`,
    })),
    ...(changes.turnover === undefined ? [USUAL] : []),
    ...spoiltWords(rest),
  ]
  return {
    label: { zh: `${on} 登记${count.zh}`, en: `Registered on ${on}${count.en}` },
    value: joined(parts),
  }
}

/** What the tests plant where an example gives no amount. */
const USUAL: Words = { zh: '成交额 10 万至 70 万元', en: 'turnover 100,000 to 700,000 yuan' }

const spoiltWords = ({ file, elsewhere, postings, missingFrom }: Omit<Planting, 'on'>): Words[] => [
  ...(file ? [{ zh: `附件指纹 ${file}…`, en: `file fingerprint ${file}…` }] : []),
  ...(elsewhere ? [{ zh: '外地也已登记', en: 'also registered elsewhere' }] : []),
  ...(postings === undefined ? [] : [{ zh: `统计账上计 ${postings} 次`, en: `counted ${postings} times` }]),
  ...(missingFrom ? [{ zh: '一项分项统计中缺少', en: 'missing from one breakdown' }] : []),
]

const same = (text: string): Words => ({ zh: text, en: text })
const joined = (parts: readonly Words[]): Words => ({
  zh: parts.map(({ zh }) => zh).join('；'),
  en: parts.map(({ en }) => en).join('; '),
})
