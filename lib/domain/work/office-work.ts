import type { StandingReason } from '../approval/order'
import type { PublishedPlace } from '../published/places'
import type { AgeId, AgeSpan } from './ages'
import type { ReturnedField } from './returns'
import type { YearTurnaround } from './turnaround'

/** Where an office's unfinished contracts lie: on its own desk, back on it, at the centre. */
export const waitingKinds = ['draft', 'returned', 'submitted'] as const
export type WaitingKind = (typeof waitingKinds)[number]

export interface WaitingContract {
  id: string
  unit: string
  /** Null or empty while a draft has none. */
  name: string | null
  localNumber: string
  /** The day it was entered, returned or accepted. */
  since: string
  dueOn: string | null
  /** Reasons of the return to be mended. */
  points: number
}

export interface ShownWaiting extends WaitingContract {
  /** Where the deadline stands; null without one. */
  deadline: StandingReason | null
}

export interface WaitingGroup {
  contracts: number
  ages: Record<AgeId, number>
  overdue: number
  /** Due within the near days. */
  near: number
  /** Those to see to first. */
  first: ShownWaiting[]
}

/** An office's work: what waits is always of now, the rest is of the year. */
export interface OfficeWork {
  unit: string
  year: number
  today: string
  /** Last day that counts as near. */
  nearUntil: string
  spans: AgeSpan[]
  waiting: Record<WaitingKind, WaitingGroup>
  /** Open requests about registered contracts. */
  requests: number
  returns: { returns: number; fields: ReturnedField[] }
  turnaround: YearTurnaround
  places: PublishedPlace[]
}
