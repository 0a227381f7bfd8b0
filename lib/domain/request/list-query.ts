import { z } from 'zod'
import { units } from '../units'
import { type RequestKind, requestKindNames } from './kinds'

export const requestTabs = ['waiting', 'settled'] as const
export type RequestTab = (typeof requestTabs)[number]

/** What the list can be narrowed by, as it stands in the address; what is not known is left out, never an error. */
export const requestListSchema = z.object({
  tab: z.enum(requestTabs).catch('waiting'),
  kind: z.enum(requestKindNames).optional().catch(undefined),
  unit: z
    .enum(units.map(({ code }) => code) as [string, ...string[]])
    .optional()
    .catch(undefined),
  /** From 1. */
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

export type RequestListQuery = z.output<typeof requestListSchema>

/** The query as it travels in links; a change of what is listed begins at the first page. */
export const requestQuery = ({
  tab,
  kind,
  unit,
  page,
}: {
  tab: RequestTab
  kind?: RequestKind | undefined
  unit?: string | undefined
  page?: number
}) => ({
  tab: tab === 'waiting' ? undefined : tab,
  kind,
  unit,
  page: page === 1 ? undefined : page,
})
