import 'server-only'
import { findEnabled } from '@/db/queries/accounts'
import { gate, inTransaction } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { normalUsername } from './prove'

/** The enabled account of that name, for the operator's command line: whoever holds the data directory is trusted. */
export function actorNamed(username: string): Promise<Actor | null> {
  return inTransaction(gate, (tx) => findEnabled(tx, { username: normalUsername(username) }))
}
