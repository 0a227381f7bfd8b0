import { z } from 'zod'
import { type NoticeKindName, noticeGroupNames } from './kinds'

/** A notice as its reader sees it. */
export interface Notice {
  id: number
  kind: NoticeKindName
  subject: string
  params: NoticeParams
  dueOn: string | null
  at: Date
  isRead: boolean
  /** Its cause is over. */
  isOver: boolean
  /** Whom it was addressed to, where the reader stands in for them. */
  standsFor: string | null
}

export const noticeParamsSchema = z
  .object({
    /** Of a contract on its way: its office's own number. */
    local: z.string(),
    /** Registration number, number of a request or of a self-audit. */
    number: z.string(),
    decision: z.string(),
    year: z.number(),
    unit: z.string(),
    edition: z.number(),
    rows: z.number(),
    register: z.string(),
    person: z.string(),
    from: z.string(),
    until: z.string(),
    drafts: z.number(),
    returned: z.number(),
    requests: z.number(),
    imports: z.number(),
  })
  .partial()
export type NoticeParams = z.output<typeof noticeParamsSchema>

export const noticesPerPage = 25
export const inboxTabs = ['unread', 'all'] as const

/** The address of an inbox; what can't be read is as if it were not there. */
export const inboxQuerySchema = z.object({
  tab: z.enum(inboxTabs).default('unread').catch('unread'),
  group: z.enum(noticeGroupNames).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).default(1).catch(1),
})
export type InboxQuery = z.output<typeof inboxQuerySchema>

/** The number something is known by, as a mail or a line names it; '' where it has none. */
export function nameOfNotice({ local, number, decision, year, unit, edition }: NoticeParams): string {
  if (year !== undefined) return [year, unit, edition && `#${edition}`].filter(Boolean).join(' ')
  return decision ?? number ?? local ?? ''
}
