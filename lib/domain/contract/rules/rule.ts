import type { Settings } from '../../settings'
import type { Words } from '../../words'
import type { Content } from '../content'

/** `error` blocks submission, `warning` asks for an explanation, `hint` only tells. */
export type Severity = 'error' | 'warning' | 'hint'

/** What a rule may know besides the content. Days are Asia/Shanghai. */
export interface Circumstances {
  /** Day of submission (or today, while the form is filled in). */
  today: string
  /** Unit the contract is entered by. */
  unit: string
  /** Kinds (ATTxx) of the files attached. */
  attachments: readonly string[]
  settings: Settings
}

/** One thing found. `path` is the field it stands at ('seller.code', 'instalments'), or an attachment kind. */
export interface Finding {
  rule: string
  severity: Severity
  path: string
  message: Words
  source: string
}

/** What a rule's check tells; the engine adds the rule's own name, severity and source. */
export interface Hit {
  path: string
  message: Words
}

/** A rule, declared once: the form, the API, the approval desk and the self-audit all run this. */
export interface Rule {
  /** Id of domain.md §6 where it has one (Q04), else a name of ours. */
  id: string
  severity: Severity
  /** Law, standard or notice. */
  source: string
  check(content: Content, circumstances: Circumstances): Hit[]
}
