import 'server-only'
import type { Tx } from '@/db/client'
import { readCandidates, readExplained } from '@/db/queries/campaigns'
import { readSettings } from '@/db/queries/reference'
import type { Plan } from '@/lib/domain/audit/plan'
import type { Hit } from '@/lib/domain/audit/rule'
import { type Candidate, drawSample, type SampleReason } from '@/lib/domain/audit/sample'
import { runRules } from '../audit/run-rules'

/** What a plan comes to on the register as it stands. */
export interface Looking {
  candidates: Candidate[]
  sample: Map<string, SampleReason[]>
  hits: Hit[]
  /** Hits left out because the office had explained them. */
  explained: number
}

/** Runs a plan: scope, sample, rules. The same for its preview and its opening. */
export async function look(tx: Tx, year: number, plan: Plan): Promise<Looking> {
  const { largeThreshold } = await readSettings(tx, `${year}-12-31`)
  const { units, types } = plan
  const candidates = await readCandidates(tx, { year, units, types, large: BigInt(largeThreshold) * 100n })
  const found = await runRules(tx, {
    year,
    rules: plan.rules,
    ...(units.length > 0 && { units }),
    ...(types.length > 0 && { types }),
  })
  // Said of the whole Corps: there is no office to answer it.
  const ours = found.filter(({ unit }) => unit !== '')
  const explained = plan.explained ? new Map() : await readExplained(tx, contractsOf(ours))
  const hits = ours.filter(
    ({ contract, rule, severity }) =>
      severity === 'error' || contract === null || !explained.get(contract)?.has(rule),
  )
  return {
    candidates,
    sample: drawSample(candidates, plan.sample),
    hits,
    explained: ours.length - hits.length,
  }
}

const contractsOf = (hits: readonly Hit[]): string[] => [
  ...new Set(hits.flatMap(({ contract }) => contract ?? [])),
]
