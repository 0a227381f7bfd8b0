import type { Words } from '../words'
import type { CodeListName } from './code-lists'

export const sections = {
  identity: { zh: '合同信息', en: 'Contract' },
  seller: { zh: '卖方', en: 'Seller' },
  buyer: { zh: '买方', en: 'Buyer' },
  amounts: { zh: '金额与支付', en: 'Amounts and payment' },
  classification: { zh: '分类', en: 'Classification' },
  dates: { zh: '日期', en: 'Dates' },
} as const satisfies Record<string, Words>

export type SectionName = keyof typeof sections
export const sectionNames = Object.keys(sections) as SectionName[]

/** Conditions on a content (`conditions.ts`). */
export type ContentConditionName =
  | 'isForeignText'
  | 'isForeignCurrency'
  | 'isPaidInInstalments'
  | 'isPaidByRoyalty'
  | 'isEquity'
  | 'isPlanProject'
  | 'involvesIntellectualProperty'
  | 'isLicence'
  | 'isRelatedTransaction'

/** Conditions on the party a field belongs to. */
export type PartyConditionName =
  | 'partyIsDomestic'
  | 'partyIsDomesticBody'
  | 'partyIsEnterprise'
  | 'partyIsCorps'

export type ConditionName = ContentConditionName | PartyConditionName

/** What every field says of itself, whatever its kind. */
interface Common {
  label: Words
  /** One or two sentences beside the input. */
  help?: Words
  /** Must be filled at submission: always, never, or when the condition holds. */
  required: 'always' | 'never' | ConditionName
  /** Asked only when the condition holds; a hidden field carries no value. */
  shownWhen?: ConditionName
  /** Column headings by which an import recognises the field, besides the label. */
  headings?: readonly string[]
  /** Column of the contract table that mirrors the value; makes the field filterable and sortable. */
  column?: string
  /** Folded away in the form until somebody wants it; never required. */
  minor?: true
  /** Answered yes, the contract may not be entered at all: nothing of it is kept. */
  forbids?: true
  /** Identity that no correction may touch. */
  correctable?: false
  /** Personal or bank data: shown to the office itself and the centre, never exported or listed. */
  sensitive?: true
  /** Left out when a new contract is begun from an earlier one (amounts, dates, numbers). */
  copied?: false
  /** Where the rule for the field comes from, as the form cites it. */
  source?: string
}

export type FieldSpec =
  | (Common & {
      kind: 'text'
      maxLength: number
      minLength?: number
      pattern?: RegExp
      patternHelp?: Words
      /** A code that the form helps to find or verifies while it is typed. */
      as?: 'region' | 'uscc'
    })
  | (Common & { kind: 'longText'; maxLength: number; minLength?: number })
  /** `open`: the register adds to the list; what joined it is called by its name. */
  | (Common & { kind: 'code'; list: CodeListName; open?: true })
  | (Common & { kind: 'codes'; list: CodeListName; exclusive?: string; most?: number })
  | (Common & { kind: 'money'; zero?: true })
  | (Common & { kind: 'date' })
  | (Common & { kind: 'flag' })
  | (Common & { kind: 'decimal'; least: number; most: number; decimals: number })
  | (Common & { kind: 'party' })
  | (Common & { kind: 'parties'; most: number })
  | (Common & { kind: 'items'; items: Record<string, ItemFieldSpec>; most: number })

/** Fields inside a party or an item are flat: no lists within lists. */
export type ItemFieldSpec = Exclude<FieldSpec, { kind: 'party' | 'parties' | 'items' }>

export type FieldKind = FieldSpec['kind']

export type SectionedFieldSpec = FieldSpec & { section: SectionName }
