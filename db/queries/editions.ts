import { and, asc, desc, eq, isNull, ne, type SQL, sql } from 'drizzle-orm'
import type { EditionHead, EditionStatus } from '@/lib/domain/edition/edition'
import { thaw } from '@/lib/domain/edition/frozen'
import type { SeenChapter } from '@/lib/domain/edition/lines'
import type { Signature } from '@/lib/domain/edition/signatures'
import type { Tx } from '../client'
import { hold } from '../locks'
import { account, publishedEdition, reportEdition, reportFile, reportSignature } from '../schema'

/** Whose report of which year; row-level security says which of its editions are there for the reader. */
export interface ReportKey {
  year: number
  /** Null for the whole Corps. */
  unit: string | null
}

const ofReport = ({ year, unit }: ReportKey): SQL =>
  and(
    eq(reportEdition.year, year),
    unit === null ? isNull(reportEdition.unit) : eq(reportEdition.unit, unit),
  ) as SQL

const head = {
  id: reportEdition.id,
  year: reportEdition.year,
  unit: reportEdition.unit,
  number: reportEdition.number,
  status: sql<EditionStatus>`${reportEdition.status}`,
  publishedAt: reportEdition.publishedAt,
  knownAt: reportEdition.knownAt,
  isPublic: reportEdition.isPublic,
}

/** The published editions of a report, the latest first. */
export const listPublished = (tx: Tx, key: ReportKey): Promise<EditionHead[]> =>
  tx
    .select(head)
    .from(reportEdition)
    .where(and(ofReport(key), eq(reportEdition.status, 'published')))
    .orderBy(desc(reportEdition.number))

/** The latest public edition of the whole Corps for each year, the latest year first. */
export const listPublic = (tx: Tx): Promise<EditionHead[]> =>
  tx
    .selectDistinctOn([reportEdition.year], head)
    .from(reportEdition)
    .where(and(isNull(reportEdition.unit), reportEdition.isPublic))
    .orderBy(desc(reportEdition.year), desc(reportEdition.number))

export type OpenEdition = EditionHead &
  Pick<typeof reportEdition.$inferSelect, 'round' | 'openedBy' | 'openedAt'>

const openColumns = {
  ...head,
  round: reportEdition.round,
  openedBy: reportEdition.openedBy,
  openedAt: reportEdition.openedAt,
}

const open = (key: ReportKey) => and(ofReport(key), ne(reportEdition.status, 'published'))

/** The edition that is being made of a report, in review or back as a draft; null where there is none. */
export async function findOpen(tx: Tx, key: ReportKey): Promise<OpenEdition | null> {
  const [found] = await tx.select(openColumns).from(reportEdition).where(open(key))
  return found ?? null
}

/** The same, held against everybody else's acts until the transaction ends. */
export async function holdOpen(tx: Tx, key: ReportKey): Promise<OpenEdition | null> {
  await hold(tx, 'edition', `${key.year}/${key.unit ?? ''}`)
  return findOpen(tx, key)
}

/** The number of the next edition: printed reports that were recorded count as editions too. */
export async function nextNumber(tx: Tx, key: ReportKey): Promise<number> {
  const [latest] = await listPublished(tx, key)
  if (key.unit !== null) return (latest?.number ?? 0) + 1
  const [recorded] = await tx
    .select({ last: sql<number>`coalesce(max(${publishedEdition.edition}), 0)` })
    .from(publishedEdition)
    .where(eq(publishedEdition.year, key.year))
  return Math.max(latest?.number ?? 0, recorded?.last ?? 0) + 1
}

export async function insertReview(
  tx: Tx,
  row: ReportKey & { id: string; number: number; openedBy: string },
): Promise<void> {
  await tx.insert(reportEdition).values(row)
}

export type EditionChange = Partial<Omit<typeof reportEdition.$inferInsert, 'id' | 'year' | 'unit'>>

/** Changes an edition that still stands as it was seen. @returns whether it did */
export async function moveEdition(
  tx: Tx,
  seen: Pick<OpenEdition, 'id' | 'status' | 'round'>,
  change: EditionChange,
): Promise<boolean> {
  const rows = await tx
    .update(reportEdition)
    .set(change)
    .where(
      and(
        eq(reportEdition.id, seen.id),
        eq(reportEdition.status, seen.status),
        eq(reportEdition.round, seen.round),
      ),
    )
    .returning({ id: reportEdition.id })
  return rows.length > 0
}

/** Opens or closes a published edition to the public. */
export async function setPublic(tx: Tx, id: string, isPublic: boolean): Promise<void> {
  await tx.update(reportEdition).set({ isPublic }).where(eq(reportEdition.id, id))
}

export interface PublishedRecord {
  content: string
  contentHash: string
  errata: string | null
  catalogueHash: string
  outlineHash: string
  headSeal: number | null
  headRoot: string | null
  openedBy: string
  publishedBy: string
}

/** Everything that a published edition keeps. */
export async function readRecord(tx: Tx, id: string): Promise<PublishedRecord | null> {
  const [row] = await tx.select().from(reportEdition).where(eq(reportEdition.id, id))
  if (!row || row.content === null) return null
  const { content, contentHash, errata, catalogueHash, outlineHash, headSeal, headRoot } = row
  return {
    content,
    contentHash: contentHash ?? '',
    errata,
    catalogueHash: catalogueHash ?? '',
    outlineHash: outlineHash ?? '',
    headSeal,
    headRoot,
    openedBy: row.openedBy,
    publishedBy: row.publishedBy ?? '',
  }
}

export async function insertSignature(tx: Tx, row: typeof reportSignature.$inferInsert): Promise<void> {
  await tx.insert(reportSignature).values(row)
}

/** The signatures of a round, in their order. */
export async function readSignatures(tx: Tx, edition: string, round: number): Promise<Signature[]> {
  const rows = await tx
    .select({
      chapter: reportSignature.chapter,
      by: reportSignature.signedBy,
      name: account.name,
      at: reportSignature.signedAt,
      hash: reportSignature.hash,
      seen: reportSignature.seen,
    })
    .from(reportSignature)
    .innerJoin(account, eq(account.id, reportSignature.signedBy))
    .where(and(eq(reportSignature.edition, edition), eq(reportSignature.round, round)))
    .orderBy(asc(reportSignature.id))
  return rows.map(({ seen, ...row }) => ({ ...row, seen: thaw<SeenChapter>(seen) }))
}

export async function insertFile(tx: Tx, row: typeof reportFile.$inferInsert): Promise<void> {
  await tx.insert(reportFile).values(row)
}

export const listFiles = (tx: Tx, edition: string) =>
  tx
    .select({
      form: reportFile.form,
      locale: reportFile.locale,
      sha256: reportFile.sha256,
      size: sql<number>`octet_length(${reportFile.bytes})`,
    })
    .from(reportFile)
    .where(eq(reportFile.edition, edition))
    .orderBy(asc(reportFile.form), asc(reportFile.locale))

export async function readFile(tx: Tx, edition: string, form: string, locale: string) {
  const [row] = await tx
    .select({ bytes: reportFile.bytes, sha256: reportFile.sha256 })
    .from(reportFile)
    .where(and(eq(reportFile.edition, edition), eq(reportFile.form, form), eq(reportFile.locale, locale)))
  return row ?? null
}
