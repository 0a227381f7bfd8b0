import type { ListedFile } from '../attachments/files'
import type { Finding } from '../contract/check'
import type { Content } from '../contract/content'
import type { HistoryEntry } from '../contract/history'
import type { Action, Status } from '../contract/lifecycle'
import type { NearDuplicate } from '../contract/near-duplicates'
import type { AskedAgainstDone } from './asked'
import type { Looker } from './desk'
import type { Hindrance, StandingReason } from './order'

/** An earlier contract of a party. */
export interface EarlierContract {
  id: string
  localNumber: string
  number: string | null
  unit: string
  status: Status
  name: string
  subtype: string | null
  sellerName: string | null
  buyerName: string | null
  turnover: bigint | null
  technology: bigint | null
  signDate: string | null
}

/** What the register holds of a party beside this contract: counts, sums of the registered ones in fen, the last ten. */
export interface PartyRecord {
  side: 'seller' | 'buyer'
  name: string
  contracts: number
  registered: number
  turnover: bigint
  technology: bigint
  latest: EarlierContract[]
}

/** Everything an approver has before them when they decide. */
export interface DecisionView {
  id: string
  localNumber: string
  number: string | null
  unit: string
  status: Status
  revision: number
  content: Content
  acceptedOn: string | null
  dueOn: string | null
  submittedAt: Date | null
  ruleSet: string | null
  enteredBy: string
  large: boolean
  disputed: boolean
  /** Threshold of a large contract on the day of acceptance, in yuan. */
  threshold: number
  /** Why it stands at the desk; empty once it is decided. */
  reasons: StandingReason[]
  /** What the viewer may do now. */
  possible: Action[]
  hindrance: Hindrance
  /** What the checks say under the circumstances of the submission. */
  findings: Finding[]
  /** What the office said to each warning, by rule. */
  explanations: Record<string, string>
  /** Probable duplicates as the register stands now, the most probable first. */
  duplicates: NearDuplicate[]
  history: HistoryEntry[]
  /** Files attached now. */
  files: ListedFile[]
  /** After a resubmission: the last return against what was done about it. */
  asked: (AskedAgainstDone & { by: string; at: string; text: string }) | null
  /** The first approval of a large contract. */
  first: { by: string; at: string; text: string | null; claimed?: bigint; approved?: bigint } | null
  parties: PartyRecord[]
  lookers: Looker[]
  queue: { previous: string | null; next: string | null; place: number | null; of: number }
}
