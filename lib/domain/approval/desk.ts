import { z } from 'zod'
import { codeList, codeOf } from '../contract/code-lists'
import { units } from '../units'
import type { StandingReason, Waiting } from './order'

const code = (known: readonly string[]) =>
  z
    .enum(known as [string, ...string[]])
    .optional()
    .catch(undefined)

const topTypes = codeList('contractType').filter(({ parent }) => parent === undefined)

/** What the desk can be narrowed by, as it stands in the address; what is not known is left out, never an error. */
export const deskFilterSchema = z.object({
  view: z.enum(['all', 'overdue', 'near', 'second', 'large', 'disputed', 'clean']).catch('all'),
  unit: code(units.map((one) => one.code)),
  type: code(topTypes.map((one) => one.code)),
  /** How many rows to show. */
  show: z.coerce.number().int().min(50).max(500).catch(50),
})

export type DeskFilter = z.output<typeof deskFilterSchema>
export type DeskView = DeskFilter['view']
export const deskViews = ['all', 'overdue', 'near', 'second', 'large', 'disputed', 'clean'] as const

export const deskTypes = topTypes

/** The filter as it travels from the desk to a decision page and back, so that the queue stays the same. */
export const deskQuery = ({ view, unit, type }: DeskFilter) => ({
  view: view === 'all' ? undefined : view,
  unit,
  type,
})

/** Somebody of the centre who has a contract open. */
export interface Looker {
  account: string
  name: string
}

export interface DeskRow extends Waiting {
  localNumber: string
  unit: string
  revision: number
  name: string
  subtype: string | null
  sellerName: string | null
  buyerName: string | null
  turnover: bigint | null
  technology: bigint | null
  acceptedOn: string
  reasons: StandingReason[]
  lookers: Looker[]
  /** May be chosen for batch approval by this viewer now. */
  clean: boolean
}

/** At most so many contracts are approved in one batch. */
export const MOST_AT_ONCE = 200

/** The label of a type for the desk: the sub-type, where it is known. */
export const typeWords = (subtype: string | null) =>
  (subtype && codeOf('contractType', subtype)?.words) || { zh: '—', en: '—' }
