import 'server-only'
import type { Actor } from '@/lib/domain/access/actor'
import { paramsOf } from '@/lib/domain/contract/list-query'
import { type CrossQuery, readCrossQuery } from '@/lib/domain/statistics/cross-query'

/** The question of a cross-table from the text of its address, as this person asks it. */
export const questionOf = (actor: Actor, search: string): CrossQuery =>
  readCrossQuery(paramsOf(new URLSearchParams(search)), actor.unit === null)
