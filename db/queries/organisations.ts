import { and, asc, eq, gt, type SQL, sql } from 'drizzle-orm'
import { pgView } from 'drizzle-orm/pg-core'
import { type Party, partySchema } from '@/lib/domain/contract/content'
import type { Organisation } from '@/lib/domain/organisation/organisation'
import type { Tx } from '../client'
import { organisation, organisationColumns } from '../schema'

type Row = typeof organisation.$inferSelect

/** The registry as it is searched: the policy's bounds as a view, which leaves the planner free to use the indexes (migration 0057). */
const inReach = pgView('organisation_in_reach', organisationColumns).existing()

/** More candidates than this are not ranked: whoever typed so little has to type on. */
const considered = 400

/**
 * Organisations whose name or code holds every word typed; names that begin with it first, short ones before long.
 * Two characters or more use the index of character pairs, a single one the index of names.
 */
export async function searchOrganisations(tx: Tx, text: string, limit: number): Promise<Organisation[]> {
  const words = wordsOf(text)
  const first = words[0]
  if (first === undefined) return []
  const candidates = tx.select().from(inReach).where(holdsAll(words)).limit(considered).as('candidates')
  const rows = await tx
    .select()
    .from(candidates)
    .orderBy(
      sql`not (starts_with(lower(${candidates.name}), ${first}) or starts_with(lower(${candidates.code}), ${first}))`,
      sql`length(${candidates.name})`,
      candidates.name,
    )
    .limit(limit)
  return rows.map(readOrganisation)
}

/** One page of the registry by name (pinyin), and how many there are in all. */
export async function listOrganisations(
  tx: Tx,
  text: string,
  page: {
    offset: number
    limit: number
    /** Walks them in the order in which they were made, from the one after this on; '' from the first. */
    after?: string | undefined
  },
): Promise<{ rows: Organisation[]; total: number }> {
  const where = holdsAll(wordsOf(text))
  const [count] = await tx.select({ total: sql<number>`count(*)::int` }).from(inReach).where(where)
  const rows = await tx
    .select()
    .from(inReach)
    .where(page.after ? and(where, gt(inReach.id, page.after)) : where)
    .orderBy(...(page.after === undefined ? [sql`${inReach.name} collate "zh-x-icu"`] : []), asc(inReach.id))
    .offset(page.offset)
    .limit(page.limit)
  return { rows: rows.map(readOrganisation), total: count?.total ?? 0 }
}

export async function findOrganisation(tx: Tx, id: string): Promise<Organisation | null> {
  const [row] = await tx.select().from(organisation).where(eq(organisation.id, id))
  return row ? readOrganisation(row) : null
}

/** The same, held against other writers until the transaction ends. */
export async function holdOrganisation(tx: Tx, id: string): Promise<Organisation | null> {
  const [row] = await tx.select().from(organisation).where(eq(organisation.id, id)).for('update')
  return row ? readOrganisation(row) : null
}

export async function findOrganisationByCode(tx: Tx, code: string): Promise<Organisation | null> {
  const [row] = await tx.select().from(organisation).where(eq(organisation.code, code))
  return row ? readOrganisation(row) : null
}

/** False when another organisation holds the code already. */
export async function insertOrganisation(
  tx: Tx,
  id: string,
  details: Party,
  createdBy: string,
): Promise<boolean> {
  const added = await tx
    .insert(organisation)
    .values({ id, ...columnsOf(details), createdBy })
    .onConflictDoNothing({ target: organisation.code })
    .returning({ id: organisation.id })
  return added.length === 1
}

export async function changeOrganisation(tx: Tx, id: string, details: Party): Promise<void> {
  await tx
    .update(organisation)
    .set({ ...columnsOf(details), updatedAt: sql`jishi_now()` })
    .where(eq(organisation.id, id))
}

const columnsOf = (details: Party) => ({
  name: details.name ?? '',
  code: details.code ?? null,
  country: details.country ?? '',
  isCorps: details.isCorps === true,
  details,
})

const readOrganisation = (row: Pick<Row, 'id' | 'details' | 'updatedAt'>): Organisation => ({
  id: row.id,
  details: partySchema.parse(row.details),
  updatedAt: row.updatedAt,
})

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')

const holdsAll = (words: readonly string[]): SQL | undefined => and(...words.map(holdsWord))

const holdsWord = (word: string): SQL =>
  [...word].length < 2
    ? sql`(${inReach.name} ^@ ${word} or ${inReach.code} ^@ ${word.toUpperCase()})`
    : sql`(${inReach.grams} @> jishi_grams(${word})
        and position(${word} in lower(${inReach.name} || ' ' || coalesce(${inReach.code}, ''))) > 0)`
