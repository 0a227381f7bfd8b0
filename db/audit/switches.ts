import { desc, eq } from 'drizzle-orm'
import { auditRule, auditRules } from '@/lib/domain/audit/catalogue'
import type { AuditRule } from '@/lib/domain/audit/rule'
import type { Tx } from '../client'
import { hold } from '../locks'
import { account, auditRuleSwitch } from '../schema'

/** A rule as it was switched, when and by whom. */
export interface Switched {
  on: boolean
  at: Date
  by: string
}

/** Every switching of a rule, newest first. */
export const readSwitchings = (tx: Tx, rule: string): Promise<Switched[]> =>
  tx
    .select({ on: auditRuleSwitch.on, at: auditRuleSwitch.at, by: account.name })
    .from(auditRuleSwitch)
    .innerJoin(account, eq(account.id, auditRuleSwitch.by))
    .where(eq(auditRuleSwitch.rule, rule))
    .orderBy(desc(auditRuleSwitch.at))

/** Whether each rule of the catalogue is on, by its name. */
export async function readStates(tx: Tx): Promise<Map<string, boolean>> {
  const switched = await tx
    .selectDistinctOn([auditRuleSwitch.rule], { rule: auditRuleSwitch.rule, on: auditRuleSwitch.on })
    .from(auditRuleSwitch)
    .orderBy(auditRuleSwitch.rule, desc(auditRuleSwitch.at))
  const latest = new Map(switched.map(({ rule, on }) => [rule, on]))
  return new Map(auditRules.map(({ id, startsOff }) => [id, latest.get(id) ?? !startsOff]))
}

/** The rules that are on, in the order of the catalogue. */
export async function rulesOn(tx: Tx): Promise<AuditRule[]> {
  const states = await readStates(tx)
  return auditRules.filter(({ id }) => states.get(id))
}

/** Whether the rule is on once this transaction holds it against other switchings; null where there is no such rule. */
export async function holdState(tx: Tx, rule: string): Promise<boolean | null> {
  if (!auditRule(rule)) return null
  await hold(tx, 'auditRule', rule)
  return (await readStates(tx)).get(rule) ?? null
}

export async function insertSwitch(tx: Tx, values: typeof auditRuleSwitch.$inferInsert): Promise<void> {
  await tx.insert(auditRuleSwitch).values(values)
}
