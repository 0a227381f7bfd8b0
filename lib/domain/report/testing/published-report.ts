import { published } from '../../statistics/testing/published-years'
import type { Report } from '../model'
import type { Said } from '../spans'
import { reported, sentencesOf } from './reported'

/** The report of 2024 as the registers of the demo make it, with what the self-audit of the printed report came to. */
export const publishedReport: Report = reported({
  ...published,
  unit: null,
  before: [],
  audits: { campaigns: 1, corrected: 12, revoked: 2 },
})

/** Its sentences and its notes. */
export const saidIn = (report: Report): { id: string; said: Said }[] => [
  ...sentencesOf(report),
  ...report.chapters.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'note' ? [block] : [])),
  ),
]
