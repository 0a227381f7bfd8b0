import type { StandingReason } from '../approval/order'

/** What an office still has to answer in one self-audit. */
export interface OpenAnswers {
  campaign: string
  number: string
  year: number
  /** Findings not answered, or sent back. */
  count: number
  dueOn: string
  deadline: StandingReason
  /** When the auditor last reminded the office. */
  remindedAt: Date | null
}
