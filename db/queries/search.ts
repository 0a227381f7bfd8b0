import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '@/lib/domain/access/actor'
import { partySchema } from '@/lib/domain/contract/content'
import type { Status } from '@/lib/domain/contract/lifecycle'
import type { Organisation } from '@/lib/domain/organisation/organisation'
import type { Tx } from '../client'
import { hasGrams, holdsWord } from '../conditions'
import { contract, organisation } from '../schema'
import { inReach, visibleAnd } from '../visibility'

/** A contract as the search box shows it. */
export interface FoundContract {
  id: string
  number: string | null
  localNumber: string
  name: string | null
  seller: string | null
  buyer: string | null
  unit: string
  status: Status
}

/** The contracts within reach of which that holds, the last touched first; read as the list reads them. */
async function contractsWhere(tx: Tx, actor: Actor, condition: SQL, limit: number): Promise<FoundContract[]> {
  const rows = await tx.execute<Record<string, unknown>>(sql`
    select ${contract.id} as id, ${contract.number}::text as number, ${contract.localNumber} as "localNumber",
      ${contract.name} as name, ${contract.sellerName} as seller, ${contract.buyerName} as buyer,
      ${contract.unit} as unit, ${contract.status} as status
    from ${inReach} where ${visibleAnd(actor, condition)}
    order by ${contract.updatedAt} desc, ${contract.id} desc limit ${limit}`)
  return rows.map((row) => ({ ...row })) as unknown as FoundContract[]
}

/** The contract of that registration number or local number. */
export async function contractNumbered(tx: Tx, actor: Actor, number: string): Promise<FoundContract | null> {
  const whole = /^\d{16}$/.test(number) ? eq(contract.number, number) : eq(contract.localNumber, number)
  return (await contractsWhere(tx, actor, whole, 1))[0] ?? null
}

/** Contracts whose registration number ends in these digits, four or more. */
export const contractsEndingIn = (
  tx: Tx,
  actor: Actor,
  digits: string,
  limit: number,
): Promise<FoundContract[]> =>
  contractsWhere(
    tx,
    actor,
    sql`${hasGrams(digits)} and right(${contract.number}::text, ${digits.length}) = ${digits}`,
    limit,
  )

/** Contracts that hold all words, as the list searches, within units and years where any are named. */
export const contractsHolding = (
  tx: Tx,
  actor: Actor,
  { words, units, years }: { words: readonly string[]; units: readonly string[]; years: readonly number[] },
  limit: number,
): Promise<FoundContract[]> =>
  contractsWhere(
    tx,
    actor,
    and(
      ...words.map(holdsWord),
      units.length > 0 ? inArray(contract.unit, [...units]) : undefined,
      years.length > 0 ? inArray(contract.year, [...years]) : undefined,
    ) ?? sql`true`,
    limit,
  )

/** Contracts with a party that is spelled in one of these ways (`spellingsSought`). */
export async function contractsSpelled(
  tx: Tx,
  actor: Actor,
  ways: readonly string[],
  limit: number,
): Promise<FoundContract[]> {
  const found = await tx.execute<{ id: string }>(
    sql`select id from jishi_contracts_spelled(${list(ways)}, ${limit})`,
  )
  const ids = found.map(({ id }) => id)
  return ids.length > 0 ? contractsWhere(tx, actor, inArray(contract.id, ids), limit) : []
}

/** Organisations whose name is spelled in one of these ways, short names first. */
export async function organisationsSpelled(
  tx: Tx,
  ways: readonly string[],
  limit: number,
): Promise<Organisation[]> {
  const found = await tx.execute<{ id: string }>(
    sql`select id from jishi_organisations_spelled(${list(ways)}, ${limit}) as id`,
  )
  if (found.length === 0) return []
  const rows = await tx
    .select()
    .from(organisation)
    .where(or(...found.map(({ id }) => eq(organisation.id, id))))
    .orderBy(sql`length(${organisation.name})`, organisation.name)
  return rows.map(({ id, details, updatedAt }) => ({ id, details: partySchema.parse(details), updatedAt }))
}

const list = (texts: readonly string[]): SQL =>
  sql`array[${sql.join(
    texts.map((text) => sql`${text}`),
    sql`, `,
  )}]::text[]`
