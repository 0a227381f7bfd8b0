import type { Words } from '../words'

/** A report is live until it is sent for review; what comes back is a draft again. */
export const editionStatuses = {
  draft: { zh: '草稿', en: 'Draft' },
  review: { zh: '审签中', en: 'Under review' },
  published: { zh: '已发布', en: 'Published' },
} as const satisfies Record<string, Words>

export type EditionStatus = keyof typeof editionStatuses

/** What is known of an edition without opening it. */
export interface EditionHead {
  id: string
  year: number
  /** Null for the whole Corps. */
  unit: string | null
  number: number
  status: EditionStatus
  publishedAt: Date | null
  /** The moment whose figures it prints. */
  knownAt: Date | null
  isPublic: boolean
}
