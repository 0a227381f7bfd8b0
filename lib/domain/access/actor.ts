import { type Permission, reachOf } from './permissions'
import type { Role } from './roles'

/** Who acts: a signed-in account, with the unit a registrar belongs to. */
export interface Actor {
  id: string
  username: string
  name: string
  role: Role
  /** Unit code; null for everyone but registrars. */
  unit: string | null
}

/** Whether the actor's reach for a permission covers a contract of this unit. Status bounds are the lifecycle's. */
export function covers(actor: Actor, permission: Permission, unit: string): boolean {
  const reach = reachOf(actor.role, permission)
  if (reach === null) return false
  return reach === 'unit' ? actor.unit === unit : true
}
