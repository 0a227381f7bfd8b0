import { z } from 'zod'
import type { Permission } from '../access/permissions'
import type { Words } from '../words'

/** What is remembered as opened, and the permission to read it. */
export const recentKinds = {
  contract: { words: { zh: '合同', en: 'Contract' }, permission: 'contract.read' },
  request: { words: { zh: '登记后申请', en: 'Request' }, permission: 'request.read' },
  campaign: { words: { zh: '自查', en: 'Self-audit' }, permission: 'campaign.read' },
  organisation: { words: { zh: '单位', en: 'Party' }, permission: 'organisation.read' },
} as const satisfies Record<string, { words: Words; permission: Permission }>

export type RecentKind = keyof typeof recentKinds
export const recentKindNames = Object.keys(recentKinds) as RecentKind[]

/** So many are kept of a person. */
export const mostRecent = 30

/** Something opened before, as it stands now. */
export interface Recent {
  kind: RecentKind
  id: string
  href: string
  title: string
  detail: string
}

export const thingSchema = z.strictObject({ kind: z.enum(recentKindNames), id: z.uuid() })
export type Thing = z.infer<typeof thingSchema>
