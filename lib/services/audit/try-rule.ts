import 'server-only'
import { countRecords } from '@/db/audit/records'
import { readNumbers } from '@/db/queries/contracts'
import type { Actor } from '@/lib/domain/access/actor'
import { auditRule } from '@/lib/domain/audit/catalogue'
import type { Hit } from '@/lib/domain/audit/rule'
import { Problem } from '@/lib/domain/problems'
import { reading } from '../reader'
import { runRules } from './run-rules'

/** A hit as the page shows it: with number and name of its contract, where it is of one. */
export interface TriedHit extends Hit {
  number: string | null
  name: string | null
}

export interface Trial {
  /** Contracts it would find, and units where it speaks of these; of how many registered contracts. */
  contracts: number
  units: number
  registered: number
  /** The first of its hits, and how many there are. */
  hits: TriedHit[]
  all: number
}

const SHOWN = 200

/**
 * What a rule would find in a year's registered contracts if it were on. Nothing is kept.
 * @throws {Problem} forbidden, not-found where the catalogue has no such rule
 */
export const tryRule = (actor: Actor, rule: string, year: number): Promise<Trial> =>
  reading(actor, 'audit.read', async (tx) => {
    if (!auditRule(rule)) throw new Problem({ code: 'not-found' })
    const hits = await runRules(tx, { year, rules: [rule] })
    const shown = hits.slice(0, SHOWN)
    const named = await readNumbers(
      tx,
      actor,
      shown.flatMap(({ contract }) => contract ?? []),
    )
    const distinct = (values: (string | null)[]) => new Set(values.filter((value) => value !== null)).size
    return {
      contracts: distinct(hits.map(({ contract }) => contract)),
      units: distinct(hits.map(({ contract, unit }) => (contract === null ? unit : null))),
      registered: await countRecords(tx, { year }),
      hits: shown.map((hit) => {
        const { number = null, name = null } = named.get(hit.contract ?? '') ?? {}
        return { ...hit, number, name }
      }),
      all: hits.length,
    }
  })
