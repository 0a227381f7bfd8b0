import type { ListedFile } from '../attachments/files'
import type { ProblemDetail } from '../problems'
import type { RequestKind, RequestStatus } from '../request/kinds'
import type { Words } from '../words'
import type { Content } from './content'
import type { HistoryEntry } from './history'
import type { Action, Status } from './lifecycle'

/** A contract as its page shows it, within the reader's reach and with what they may not see hidden. */
export interface ContractView {
  id: string
  localNumber: string
  number: string | null
  status: Status
  unit: string
  unitName: Words
  revision: number
  content: Content
  year: number | null
  registeredOn: string | null
  acceptedOn: string | null
  dueOn: string | null
  /** Working days from today to the due day, negative once it is past; null while no clock runs. */
  daysLeft: number | null
  disputed: boolean
  large: boolean
  enteredBy: string
  editedBy: string
  updatedAt: Date
  history: HistoryEntry[]
  files: ListedFile[]
  /** Requests for something to be done to the registration, the latest first; none for who may not read them. */
  requests: { id: string; number: string; kind: RequestKind; status: RequestStatus; askedAt: Date }[]
  /** The reader may ask for one now. */
  mayAsk: boolean
  /** What the reader may do now. */
  may: Action[]
  /** What they could do but for a reason that lies in themselves, such as four eyes. */
  barred: { action: Action; problem: ProblemDetail }[]
}
