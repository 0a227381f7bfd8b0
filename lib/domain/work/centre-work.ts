import type { Member } from '../statistics/members'
import type { AgeId, AgeSpan } from './ages'
import type { DecisionDay } from './decisions'
import type { ShownWaiting } from './office-work'
import type { Quality } from './quality'
import type { ReturnedField, ReturnsByUnit } from './returns'

export interface UnitInHand {
  unit: string
  contracts: number
  ages: Record<AgeId, number>
  overdue: number
  /** Due within the near days. */
  near: number
}

/** The centre's work: what is in hand and the last days are always of now, returns and quality are of the year. */
export interface CentreWork {
  year: number
  today: string
  /** Open units, and closed ones that anything here is of. */
  units: Member[]
  spans: AgeSpan[]
  inHand: { rows: UnitInHand[]; total: UnitInHand }
  nearest: ShownWaiting[]
  /** Open requests about registered contracts. */
  requests: number
  days: DecisionDay[]
  returns: ReturnsByUnit & { fields: ReturnedField[] }
  quality: { rows: Quality[]; total: Quality }
}
