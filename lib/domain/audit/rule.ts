import type { Content } from '../contract/content'
import type { Example, Severity } from '../contract/rules/rule'
import type { DimensionName } from '../statistics/dimensions'
import type { Words } from '../words'
import type { AuditRecord } from './record'
import type { SetRuleId } from './rules/set'

/** What a message is filled with; words where the two languages differ. Plain JSON, so that a hit can be kept. */
export type Param = string | number | Words
export type Params = Readonly<Record<string, Param>>

/** One thing found in the register of a year. `contract` is null where it is said of a unit, `unit` '' where of all. */
export interface Hit {
  rule: string
  severity: Severity
  contract: string | null
  unit: string
  /** Field it stands at, or kind of attachment. */
  path?: string
  params: Params
}

/** What a check tells; the engine adds the rule, the contract and its unit. */
export interface Found {
  path?: string
  params: Params
}

interface Declared {
  /** Number in the self-audit (Q), or a name of ours; hits are kept under it, so it never changes. */
  id: string
  title: Words
  severity: Severity
  /** Law, standard or notice. */
  source: string
  /** Sentences with `{name}` for what a hit is filled with. */
  message: Words
  /** Said of every contract of a kind: it stays off until somebody wants it. */
  startsOff?: true
}

/** A rule of the form (lib/domain/contract/rules), asked again of what was registered. */
export interface ContentRule extends Declared {
  scope: 'content'
  since?: string
  examples: { passes: readonly Example[]; fails: readonly Example[] }
}

/** What is different from a sound record of the tests; `content` field by field, parties too. */
export type RecordExample = Partial<Omit<AuditRecord, 'content'>> & { content?: Content }

/** A rule that needs the registration beside the content: days, people, numbers, files, the registry. */
export interface RecordRule extends Declared {
  scope: 'record'
  check(record: AuditRecord): Found[]
  examples: { passes: readonly RecordExample[]; fails: readonly RecordExample[] }
}

/** Contracts of an example register: sound ones, each between parties of its own, with these changes. */
export interface Planting {
  /** Day of registration. */
  on: string
  unit?: string
  changes?: Content
  /** How many of them, one if left out. */
  times?: number
  /** Fingerprint of a file each of them carries. */
  file?: string
  /** The same contract in the list of those registered elsewhere. */
  elsewhere?: true
  /** Postings it counts by, one if left out. */
  postings?: 0 | 1 | 2
  /** Dimension whose totals leave it out. */
  missingFrom?: DimensionName
}

export type ExampleRegister = readonly Planting[]

/** A rule over all contracts of a year together; db/audit/sets holds its SQL under the same name. */
export interface SetRule<Id extends string = string> extends Declared {
  id: Id
  scope: 'set'
  examples: { passes: readonly ExampleRegister[]; fails: readonly ExampleRegister[] }
}

export type AuditRule = ContentRule | RecordRule | SetRule<SetRuleId>
