import 'server-only'
import { type AuditScope, readRecords } from '@/db/audit/records'
import { setChecks } from '@/db/audit/sets'
import { rulesOn } from '@/db/audit/switches'
import type { Tx } from '@/db/client'
import { readSettings } from '@/db/queries/reference'
import { auditRule, isSetRule, placeOf } from '@/lib/domain/audit/catalogue'
import { lookAt } from '@/lib/domain/audit/look'
import type { AuditRule, Hit } from '@/lib/domain/audit/rule'

/** What is run: over which contracts, and by which rules; without `rules`, those that are switched on. */
export interface AuditRun extends AuditScope {
  rules?: readonly string[]
}

/**
 * What the rules find in the registered contracts of a year within the reach of the transaction, as they stand now.
 * Rules over the set read the whole year and tell what lies in the scope; with `types`, nothing is said of units. Names
 * that no rule has are passed over. Ordered by rule, unit, contract and place, the same at each run.
 */
export async function runRules(tx: Tx, { rules, ...scope }: AuditRun): Promise<Hit[]> {
  const asked = rules ? rules.flatMap((id) => auditRule(id) ?? []) : await rulesOn(tx)
  const hits = [...(await fromRecords(tx, scope, asked)), ...(await fromSets(tx, scope, asked))]
  return hits.sort(inOrder)
}

async function fromRecords(tx: Tx, scope: AuditScope, asked: readonly AuditRule[]): Promise<Hit[]> {
  const looking = asked.filter((rule) => !isSetRule(rule))
  if (looking.length === 0) return []
  const hits: Hit[] = []
  for await (const batch of readRecords(tx, scope)) {
    for (const record of batch) hits.push(...lookAt(record, looking))
  }
  return hits
}

async function fromSets(
  tx: Tx,
  { year, units, types }: AuditScope,
  asked: readonly AuditRule[],
): Promise<Hit[]> {
  const settings = await readSettings(tx, `${year}-12-31`)
  const hits: Hit[] = []
  for (const { id, severity } of asked.filter(isSetRule)) {
    for (const { type, ...found } of await setChecks[id](tx, { year, settings })) {
      if (units && !units.includes(found.unit)) continue
      if (types && !types.includes(type ?? '')) continue
      hits.push({ rule: id, severity, ...found })
    }
  }
  return hits
}

const inOrder = (a: Hit, b: Hit): number =>
  (placeOf.get(a.rule) ?? 0) - (placeOf.get(b.rule) ?? 0) ||
  compare(a.unit, b.unit) ||
  compare(a.contract ?? '', b.contract ?? '') ||
  compare(a.path ?? '', b.path ?? '')

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
