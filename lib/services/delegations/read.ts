import 'server-only'
import { findAccount } from '@/db/queries/accounts'
import {
  type Colleague,
  colleaguesOf,
  type DelegationLine,
  delegationsOf,
  inHandOf,
} from '@/db/queries/delegations'
import type { Actor } from '@/lib/domain/access/actor'
import { Problem } from '@/lib/domain/problems'
import { reading } from '../reader'
import { delegable } from './make'

export type { DelegationLine } from '@/db/queries/delegations'

export interface Delegations {
  /** Of whom: the one signed in, or the account an administrator looks at. */
  of: { id: string; name: string; username: string }
  lines: DelegationLine[]
  /** Of the same role and office; who has not left could stand in. */
  colleagues: Colleague[]
  /** Whether this role can be stood in for, and whether its work can be handed over. */
  delegable: boolean
  handsOver: boolean
  /** What would pass with a hand-over, as numbers. */
  inHand: Record<string, number>
}

/** Deputies of a person, past and to come, and who could be one. @throws {Problem} forbidden, not-found */
export const readDelegations = (actor: Actor, of: string = actor.id): Promise<Delegations> =>
  reading(actor, of === actor.id ? 'account.self' : 'account.read', async (tx) => {
    const account = await findAccount(tx, of)
    if (!account) throw new Problem({ code: 'not-found' })
    const [lines, colleagues, inHand] = await Promise.all([
      delegationsOf(tx, of),
      colleaguesOf(tx, account),
      inHandOf(tx, of),
    ])
    return {
      of: { id: of, name: account.name, username: account.username },
      lines,
      colleagues,
      delegable: delegable.includes(account.role),
      handsOver: account.role === 'registrar',
      inHand,
    }
  })
