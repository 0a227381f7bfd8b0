import type { Settings } from '../../settings'
import type { Words } from '../../words'
import type { Content } from '../content'

/** `error` blocks submission, `warning` asks for an explanation, `hint` only tells. */
export type Severity = 'error' | 'warning' | 'hint'

/** What each is called. */
export const severities: Record<Severity, Words> = {
  error: { zh: '错误', en: 'Error' },
  warning: { zh: '警告', en: 'Warning' },
  hint: { zh: '提示', en: 'Hint' },
}

/** What a rule may know besides the content. Days are Asia/Shanghai. */
export interface Circumstances {
  /** Day of submission (or today, while the form is filled in). */
  today: string
  /** Day it was first applied for, where it has been returned since: terms and delays are reckoned from then. */
  appliedOn?: string
  /** Unit the contract is entered by. */
  unit: string
  /** Kinds (ATTxx) of the files attached. */
  attachments: readonly string[]
  /** Kinds of those whose very file hangs on another contract too, papers that may aside. */
  filesMetAgain?: readonly string[]
  settings: Settings
  /** Whether a GB/T 2260 code is a place a party can sit in; left out in the browser, which doesn't carry the table. */
  isPlace?: (code: string) => boolean
  /** Whether the register is looked back on: then every rule holds, also one younger than the contract. */
  lookingBack?: boolean
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

/** What is different from a sound contract of the tests (parties field by field), and from its circumstances. */
export type Example = readonly [changes: Content, circumstances?: Partial<Circumstances>]

/** A rule, declared once: the form, the API, the approval desk and the self-audit all run this. */
export interface Rule {
  /** Number of the recognition rule (G, V) or self-audit rule (Q) where it has one, else a name of ours. */
  id: string
  /** What it finds, in a few words. */
  title: Words
  severity: Severity
  /** Law, standard or notice. */
  source: string
  /** First day of application it is asked on; the self-audit asks it of every year. */
  since?: string
  check(content: Content, circumstances: Circumstances): Hit[]
  /** Cases that keep the rule honest; a test runs every one. */
  examples: { passes: readonly Example[]; fails: readonly Example[] }
}

export const hit = (path: string, zh: string, en: string): Hit => ({ path, message: { zh, en } })

/** The hit where the condition holds, for rules that can find one thing only. */
export const hitWhen = (holds: boolean, path: string, zh: string, en: string): Hit[] =>
  holds ? [hit(path, zh, en)] : []
