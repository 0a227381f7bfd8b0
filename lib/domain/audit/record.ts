import type { Content, Party } from '../contract/content'
import type { Settings } from '../settings'

/** A registered contract as the self-audit reads it. Days are Asia/Shanghai. */
export interface AuditRecord {
  id: string
  unit: string
  content: Content
  /** Statistical year it counts in. */
  year: number
  number: string | null
  registeredOn: string
  /** Day of its last submission. */
  acceptedOn: string | null
  /** Day it was first applied for. */
  appliedOn: string | null
  dueOn: string | null
  decidedOn: string | null
  enteredBy: string
  editedBy: string
  firstApprover: string | null
  decidedBy: string | null
  /** What happened to it after its registration, by the names of the acts. */
  laterActs: readonly string[]
  /** Kinds (ATTxx) of the files attached. */
  attachments: readonly string[]
  /** Registration point of its unit, and whether the unit was closed on the day of registration. */
  point: string
  unitClosed: boolean
  /** What the registry of organisations says of the two parties, found by their codes. */
  registry: { seller: Party | null; buyer: Party | null }
  /** In force on the day of acceptance. */
  settings: Settings
}
