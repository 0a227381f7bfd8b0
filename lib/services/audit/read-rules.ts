import 'server-only'
import { readStates, readSwitchings, type Switched } from '@/db/audit/switches'
import type { Actor } from '@/lib/domain/access/actor'
import { auditRule, auditRules } from '@/lib/domain/audit/catalogue'
import type { AuditRule } from '@/lib/domain/audit/rule'
import { reading } from '../reader'

/** Every rule of the self-audit and whether it is on. @throws {Problem} forbidden */
export const readRules = (actor: Actor): Promise<{ rule: AuditRule; on: boolean }[]> =>
  reading(actor, 'audit.read', async (tx) => {
    const states = await readStates(tx)
    return auditRules.map((rule) => ({ rule, on: states.get(rule.id) === true }))
  })

/** A rule, whether it is on, and its switchings, newest first; null where there is none. @throws {Problem} forbidden */
export const readRule = (
  actor: Actor,
  id: string,
): Promise<{ rule: AuditRule; on: boolean; switchings: Switched[] } | null> =>
  reading(actor, 'audit.read', async (tx) => {
    const rule = auditRule(id)
    if (!rule) return null
    const states = await readStates(tx)
    return { rule, on: states.get(id) === true, switchings: await readSwitchings(tx, id) }
  })
