import type { Actor } from '../access/actor'

/**
 * Whether an announcement may move what waits for somebody: `inbox` and a person, a role, or a role and a unit (the trigger
 * `jishi_tell_pages`), or `work` and a unit, where things lie that wait by themselves.
 */
export function concernsInbox({ id, role, unit, standsFor = [] }: Actor, announced: string): boolean {
  const [, kind, to] = /^(inbox|work) (\S+)$/.exec(announced) ?? []
  if (!kind || !to) return false
  if (kind === 'work') return role === 'registrar' ? to === unit : role === 'approver' || role === 'auditor'
  const [desk, office] = to.split('/')
  if (desk === role) return office === undefined || office === unit
  return to === id || standsFor.some((principal) => principal.id === to)
}
