import { normalise, similarity } from '../text/similarity'
import { daysBetween } from '../time/dates'
import type { Words } from '../words'
import type { Finding } from './check'
import type { Content } from './content'
import { amountLevel, type ProbableDuplicate } from './duplicates'
import type { FieldSpec } from './field-spec'
import { fields } from './fields'
import { type Status, statuses } from './lifecycle'
import { partyFields } from './party-fields'

/** A probable duplicate as a person is shown it: whole where it is within reach, else what agrees and where it stands. */
export type NearDuplicate = ProbableDuplicate & {
  unit: Words
  status: Status
} & (
    | { within: true; id: string; localNumber: string; number: string | null; content: Content }
    | { within: false }
  )

/** Where a duplicate stands, as rules and pages call it: “六师的已登记合同 2024660006000001”. */
export const duplicateWords = (duplicate: NearDuplicate): Words => {
  const status = statuses[duplicate.status]
  const number = duplicate.within ? ` ${duplicate.number ?? duplicate.localNumber}` : ''
  return {
    zh: `${duplicate.unit.zh}一份“${status.zh}”合同${number}`,
    en: `a contract of ${duplicate.unit.en} (${status.en.toLowerCase()})${number}`,
  }
}

/** What was refused or has left the register may be entered anew, and the approver should know. */
const mayRecur: readonly Status[] = ['refused', 'cancelled', 'revoked']

const agreeing = ({ evidence }: ProbableDuplicate): Words => ({
  zh: evidence.map(({ words }) => words.zh).join('、'),
  en: evidence.map(({ words }) => words.en.charAt(0).toLowerCase() + words.en.slice(1)).join(', '),
})

/** Rules Q13 and Q14 of the self-audit: the same contract again is refused, one much like another must be explained. */
export const duplicateFindings = (duplicates: readonly NearDuplicate[]): Finding[] =>
  duplicates.map((duplicate) => {
    const [where, agreed] = [duplicateWords(duplicate), agreeing(duplicate)]
    const source = '《技术合同认定登记管理办法》：同一合同不得重复登记'
    return duplicate.exact && !mayRecur.includes(duplicate.status)
      ? {
          rule: 'Q13',
          severity: 'error',
          path: 'name',
          source,
          message: {
            zh: `与${where.zh}重复（${agreed.zh}），不能再次登记。`,
            en: `It repeats ${where.en} (${agreed.en}) and can’t be registered again.`,
          },
        }
      : {
          rule: 'Q14',
          severity: 'warning',
          path: 'name',
          source,
          message: {
            zh: `疑似与${where.zh}重复：${agreed.zh}。不是同一合同的，请说明区别。`,
            en: `It may repeat ${where.en}: ${agreed.en}. If it is another contract, say how they differ.`,
          },
        }
  })

/** One field of two contracts beside each other. */
export interface Compared {
  path: string
  spec: FieldSpec
  label: Words
  left: unknown
  right: unknown
  agreement: 'same' | 'similar' | 'different'
}

const COMPARED = ['name', 'subtype', 'turnover', 'technology', 'signDate', 'endDate'] as const

/** What a person looks at to tell whether two contracts are one: names, parties, type, amounts, dates. */
export function compareFields(left: Content, right: Content): Compared[] {
  const parties = (['seller', 'buyer'] as const).flatMap((side): Compared[] => {
    const [one, other] = [left[side] ?? {}, right[side] ?? {}]
    const same =
      one.code && other.code
        ? one.code === other.code
        : normalise(one.name ?? '') === normalise(other.name ?? '')
    const alike = similarity(one.name ?? '', other.name ?? '') >= 0.8
    return [
      {
        path: side,
        spec: partyFields.name,
        label: fields[side].label,
        left: one.name,
        right: other.name,
        agreement: same ? 'same' : alike ? 'similar' : 'different',
      },
    ]
  })
  const plain = COMPARED.map(
    (path): Compared => ({
      path,
      spec: fields[path],
      label: fields[path].label,
      left: left[path],
      right: right[path],
      agreement: agreementOf(left[path], right[path], fields[path].kind),
    }),
  )
  return [...plain.slice(0, 2), ...parties, ...plain.slice(2)]
}

function agreementOf(left: unknown, right: unknown, kind: FieldSpec['kind']): Compared['agreement'] {
  if (left === undefined || right === undefined) return 'different'
  if (left === right) return 'same'
  const near =
    kind === 'text'
      ? similarity(String(left), String(right)) >= 0.5
      : kind === 'money'
        ? ['within1', 'within5'].includes(amountLevel(left as bigint, right as bigint))
        : kind === 'date' && Math.abs(daysBetween(String(left), String(right))) <= 30
  if (kind === 'text' && normalise(String(left)) === normalise(String(right))) return 'same'
  return near ? 'similar' : 'different'
}
