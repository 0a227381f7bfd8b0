import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '@/lib/domain/access/actor'
import type { Filter } from '@/lib/domain/contract/filters'
import { conditionOf } from '../conditions'
import { contract, posting } from '../schema'
import { visibleAnd } from '../visibility'
import { instant } from './moment'

/** A filter asked of the joined posting where the posting knows the answer, and of the contract otherwise. */
export function ofPosting(filter: Filter): SQL | undefined {
  if (filter.key === 'year' && filter.operator === 'in') {
    return inArray(posting.year, filter.codes.map(Number))
  }
  if (filter.operator === 'cell') return inArray(posting[filter.dimension], filter.members)
  return filter.operator === 'in' && filter.key === 'unit'
    ? inArray(posting.unit, filter.codes)
    : conditionOf(filter)
}

/**
 * The lines of the contracts that counted, now or at a moment; `where` may ask their posting and, by the columns of
 * `contract`, what was known of them then. Those of the moment are the lines in force now that were there already, and
 * those taken out since, with their own words.
 */
export function linesInForce(actor: Actor, asOf: Date | null, where: SQL | undefined): SQL {
  const now = sql`
    select posting.* from contract_in_reach as contract
      join ${posting} on ${posting.year} = ${contract.year} and ${posting.id} = ${contract.posting}
    where ${visibleAnd(actor, eq(contract.status, 'registered'), where)}`
  if (!asOf) return now
  const back = (when: SQL) => sql`exists (
    select from posting back where back.year = posting.year and back.contract = posting.contract and back.sign = -1
      and back.id > posting.id and back.known_at ${when})`
  const then = and(
    sql`${posting.sign} = 1`,
    back(sql`> ${instant(asOf)}`),
    sql`not ${back(sql`<= ${instant(asOf)}`)}`,
  )
  return sql`
    ${now} and ${posting.knownAt} <= ${instant(asOf)}
    union all
    select posting.* from counted_line as contract
      join ${posting} on ${posting.year} = ${contract.year} and ${posting.id} = ${contract.posting}
    where ${posting.knownAt} <= ${instant(asOf)} and ${and(then, where)}`
}
