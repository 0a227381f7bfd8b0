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
