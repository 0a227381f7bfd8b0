import 'server-only'
import type { Actor } from '@/lib/domain/access/actor'
import { planSchema } from '@/lib/domain/audit/plan'
import { reading } from '../reader'
import { parseInput } from '../verb'
import { look } from './looking'

export interface CampaignPreview {
  contracts: number
  /** Contracts to be held against their text, and how many for each reason. */
  sampled: number
  findings: number
  explained: number
  byRule: { rule: string; findings: number }[]
}

/** What a plan would find today; nothing is kept. @throws {Problem} forbidden, invalid-input */
export const previewCampaign = (actor: Actor, year: number, given: unknown): Promise<CampaignPreview> =>
  reading(actor, 'audit.run', async (tx) => {
    const { candidates, sample, hits, explained } = await look(tx, year, parseInput(planSchema, given))
    const byRule = new Map<string, number>()
    for (const { rule } of hits) byRule.set(rule, (byRule.get(rule) ?? 0) + 1)
    return {
      contracts: candidates.length,
      sampled: sample.size,
      findings: hits.length + sample.size,
      explained,
      byRule: [...byRule].map(([rule, findings]) => ({ rule, findings })),
    }
  })
