import type { Content } from '../contract/content'
import { type Difference, differences } from '../contract/diff'
import { type Status, statuses } from '../contract/lifecycle'
import type { RowTitle } from '../import/batch'
import { changedBy } from '../import/identity'
import type { ReadRow, RowIssue } from '../import/read-row'
import { targetOf } from '../import/targets'
import { units } from '../units'
import type { Words } from '../words'

/** What a comparison says of a contract. */
export const outcomes = {
  here: { zh: '仅本库有', en: 'Only here' },
  there: { zh: '仅全国系统有', en: 'Only there' },
  differs: { zh: '内容不同', en: 'Differing' },
  unread: { zh: '无法读取', en: 'Not readable' },
  same: { zh: '一致', en: 'The same' },
} as const satisfies Record<string, Words>

export type Outcome = keyof typeof outcomes
/** Those that a person has to say something of. */
export const openOutcomes = ['differs', 'there', 'here', 'unread'] as const satisfies readonly Outcome[]

/** A contract of the register. */
export interface Ours {
  id: string
  unit: string
  number: string | null
  registeredOn: string | null
  status: Status
  content: Content
  /** Registered within the period; others were only met by their number. */
  within: boolean
}

/** A row of the national system's file. */
export type Theirs = Pick<ReadRow, 'said' | 'record' | 'issues'> & { row: number }

/** Where the two differ, at the smallest field, both sides in words. */
export type FieldDifference = Pick<Difference, 'path' | 'label' | 'before' | 'after' | 'moves'>

export interface Compared {
  outcome: Outcome
  row: number | null
  contract: string | null
  unit: string | null
  number: string | null
  title: RowTitle
  differences: FieldDifference[]
  issues: RowIssue[]
}

export interface Sum {
  contracts: number
  /** Fen; null where the file has no column for it. */
  turnover: bigint | null
  technology: bigint | null
}

export interface Comparison {
  found: Compared[]
  ours: Sum
  theirs: Sum
}

const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

/** What a contract is known again by where no number says so: parties, name and day. Null where one is missing. */
function likeness({ seller, buyer, name, signDate }: Content): string | null {
  if (!seller?.name || !buyer?.name || !name || !signDate) return null
  return [seller.name, buyer.name, name, signDate].map(plain).join('|')
}

/**
 * The register against a file of the national system, contract by contract: by registration number, else by parties, name and
 * day. Of a contract only what the file speaks of is compared. Every row and every contract of the period stands in one result.
 */
export function compare(ours: readonly Ours[], theirs: readonly Theirs[]): Comparison {
  const byNumber = new Map(ours.flatMap((one) => (one.number ? [[one.number, one] as const] : [])))
  const numbers = new Set(theirs.flatMap(({ record }) => record.number ?? []))
  const byLikeness = new Map<string, Ours[]>()
  for (const one of ours) {
    const key = one.within && !(one.number && numbers.has(one.number)) ? likeness(one.content) : null
    if (key) byLikeness.set(key, [...(byLikeness.get(key) ?? []), one])
  }
  const met = new Set<string>()
  const seen = new Map<string, number>()
  const found = theirs.map((row): Compared => {
    const { number } = row.record
    const earlier = number === undefined ? undefined : seen.get(number)
    if (number !== undefined && earlier === undefined) seen.set(number, row.row)
    const key = likeness(row.said)
    const one =
      (number === undefined || earlier !== undefined ? undefined : byNumber.get(number)) ??
      (key === null || earlier !== undefined
        ? undefined
        : byLikeness.get(key)?.find(({ id }) => !met.has(id)))
    if (one) met.add(one.id)
    const place = {
      row: row.row,
      contract: one?.id ?? null,
      unit: one?.unit ?? row.record.unit ?? null,
      number: number ?? one?.number ?? null,
      title: titleOf(row.said, one?.content),
      differences: [],
      issues: [],
    }
    const issues = earlier === undefined ? row.issues : [twice(earlier)]
    if (issues.length > 0) return { ...place, outcome: 'unread', issues: [...issues] }
    if (!number && key === null) return { ...place, outcome: 'unread', issues: [nameless] }
    if (!one) return { ...place, outcome: 'there' }
    const differing = [...ofRecord(one, row), ...ofContent(one, row)]
    return { ...place, outcome: differing.length > 0 ? 'differs' : 'same', differences: differing }
  })
  const alone = ours.filter((one) => one.within && one.status === 'registered' && !met.has(one.id))
  return {
    found: [
      ...found,
      ...alone.map(
        (one): Compared => ({
          outcome: 'here',
          row: null,
          contract: one.id,
          unit: one.unit,
          number: one.number,
          title: titleOf(one.content),
          differences: [],
          issues: [],
        }),
      ),
    ],
    ours: sumOf(
      ours.filter(({ within, status }) => within && status === 'registered').map(({ content }) => content),
    ),
    theirs: sumOf(
      theirs.map(({ said }) => said),
      true,
    ),
  }
}

function titleOf(first: Content, second: Content = {}): RowTitle {
  return {
    name: first.name ?? second.name ?? '',
    seller: first.seller?.name ?? second.seller?.name ?? '',
    buyer: first.buyer?.name ?? second.buyer?.name ?? '',
  }
}

function sumOf(contents: readonly Content[], mayLack = false): Sum {
  const add = (name: 'turnover' | 'technology') =>
    mayLack && contents.every((one) => one[name] === undefined)
      ? null
      : contents.reduce((sum, one) => sum + (one[name] ?? 0n), 0n)
  return { contracts: contents.length, turnover: add('turnover'), technology: add('technology') }
}

const ofContent = ({ content }: Ours, { said }: Theirs): FieldDifference[] => {
  const after = changedBy(content, said)
  return after ? differences(content, after).map(({ field: _, ...one }) => one) : []
}

function ofRecord(one: Ours, { record }: Theirs): FieldDifference[] {
  const found: FieldDifference[] = []
  const add = (key: 'number' | 'unit' | 'registeredOn', before: string | null, after: string | undefined) => {
    if (after === undefined || after === before) return
    const words = (text: string | null): Words | null =>
      text === null
        ? null
        : (key === 'unit' && units.find(({ code }) => code === text)?.words) || { zh: text, en: text }
    const path = `record.${key}`
    found.push({
      path,
      label: targetOf(path)?.label ?? { zh: key, en: key },
      before: words(before),
      after: words(after),
      moves: [],
    })
  }
  add('number', one.number, record.number)
  add('registeredOn', one.registeredOn, record.registeredOn)
  add('unit', one.unit, record.unit)
  if (one.status !== 'registered') {
    found.push({
      path: 'record.status',
      label: { zh: '状态', en: 'Status' },
      before: statuses[one.status],
      after: { zh: '在库', en: 'On the register' },
      moves: [],
    })
  }
  return found
}

const twice = (row: number): RowIssue => ({
  column: null,
  path: 'record.number',
  message: { zh: `登记编号与第 ${row} 行重复。`, en: `Row ${row} has the same registration number.` },
})

const nameless: RowIssue = {
  column: null,
  path: '',
  message: {
    zh: '没有登记编号，也没有完整的合同名称、双方和签订日期，无法比对。',
    en: 'Neither a registration number nor name, parties and day of signing: it can’t be matched.',
  },
}
