import type { Role } from './roles'

/** Who acts: a signed-in account, with the unit a registrar belongs to. */
export interface Actor {
  id: string
  username: string
  name: string
  role: Role
  /** Unit code; null for everyone but registrars. */
  unit: string | null
  /** Whom they stand in for today: on leave, or with their work handed over (decision 24). */
  standsFor?: readonly Principal[]
}

export interface Principal {
  id: string
  name: string
}

/** The one among these people whom the actor stands in for; what that one may not decide, neither may their deputy. */
export const principalAmong = (
  { standsFor = [] }: Pick<Actor, 'standsFor'>,
  people: readonly (string | null)[],
): Principal | undefined => standsFor.find(({ id }) => people.includes(id))
