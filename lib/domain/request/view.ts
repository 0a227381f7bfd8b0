import type { Finding } from '../contract/check'
import type { Difference } from '../contract/diff'
import type { Status } from '../contract/lifecycle'
import type { Cell, Figure, Moves } from '../statistics/moves'
import type { Words } from '../words'
import type { RequestAction, RequestKind, RequestStatus } from './kinds'
import type { RequestRefusal } from './lifecycle'

/** A paper a request rests on. */
export interface EvidenceFile {
  id: string
  fileName: string
  mediaType: string
  /** Bytes. */
  size: number
  sha256: string
}

/** The contract a request speaks of, as much as its page shows. */
export interface RequestedContract {
  id: string
  number: string
  name: string
  unit: string
  unitName: Words
  status: Status
  revision: number
  registeredOn: string
  year: number
  turnover: bigint
  technology: bigint
}

/** What a request would do, shown before it is made and before it is granted. */
export interface Preview extends Moves {
  differences: Difference[]
  /** What the rules say of the content after it. */
  findings: Finding[]
  /** Those that keep it from being asked: new ones, and those about what it changes. */
  blocking: Finding[]
  /** Two approvers have to agree. */
  large: boolean
}

/** A request as its page shows it. */
export interface RequestView {
  id: string
  number: string
  kind: RequestKind
  status: RequestStatus
  reason: string
  text: string
  askedBy: string
  askedAt: Date
  contract: RequestedContract
  differences: Difference[]
  evidence: EvidenceFile[]
  served: { on: string; text: string; hearingUntil: string } | null
  stated: { on: string; text: string } | null
  endorsed: { by: string; at: Date } | null
  decided: { by: string; at: Date; text: string } | null
  large: boolean
  /** What it will do, while it is open. */
  ahead: Moves | null
  /** What it did, once it is granted: each group and by how much. */
  moved: { cell: Cell; by: Figure }[] | null
  /** What the reader may do now. */
  may: RequestAction[]
  /** Why the reader can't grant it although their role may. */
  hindrance: RequestRefusal | null
}
