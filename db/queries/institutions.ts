import { and, asc, eq } from 'drizzle-orm'
import type { Institution } from '@/lib/domain/work-records/institutions'
import type { Tx } from '../client'
import { institution } from '../schema'

type Row = typeof institution.$inferSelect

/** The dated list in its order; `asOf`: as it was known at a moment. */
export async function readInstitutions(tx: Tx, asOf: Date | null = null): Promise<Institution[]> {
  const rows = await tx.select().from(institution).orderBy(asc(institution.listedAt), asc(institution.code))
  const known = (at: Date | null) => asOf === null || (at !== null && at <= asOf)
  return rows
    .filter(({ listedAt }) => known(listedAt))
    .map((row) => ({ ...shown(row), until: known(row.endedAt) ? row.until : null }))
    .sort((a, b) => place(a) - place(b))
}

const shown = ({ code, nameZh, nameEn, kind, unit, since, until }: Row): Institution => ({
  code,
  words: { zh: nameZh, en: nameEn },
  kind: kind as Institution['kind'],
  unit,
  since,
  until,
})

/** Universities, the academy, the divisions' institutes; those that joined later behind them. */
const first = ['U', 'I', 'A']
const place = ({ code }: Institution): number => {
  const at = /^[UIA]\d\d$/.test(code) ? first.indexOf(code[0] ?? '') : -1
  return at < 0 ? first.length : at
}

/** Holds one of the list, so that two changes of it come one after the other. */
export async function holdInstitution(tx: Tx, code: string): Promise<Institution | null> {
  const [row] = await tx.select().from(institution).where(eq(institution.code, code)).for('update')
  return row ? shown(row) : null
}

/** False where the list has one of that name already. */
export async function insertInstitution(
  tx: Tx,
  { code, words, kind, unit, since }: Institution,
  by: { id: string; at: Date },
): Promise<boolean> {
  const made = await tx
    .insert(institution)
    .values({
      code,
      nameZh: words.zh,
      nameEn: words.en,
      kind,
      unit,
      since,
      listedBy: by.id,
      listedAt: by.at,
    })
    .onConflictDoNothing()
    .returning({ code: institution.code })
  return made.length === 1
}

/** Sets or, with null, takes back the day from which one is no longer on the list. */
export async function endInstitution(
  tx: Tx,
  code: string,
  until: string | null,
  by: { id: string; at: Date },
): Promise<void> {
  await tx
    .update(institution)
    .set({ until, endedBy: until === null ? null : by.id, endedAt: until === null ? null : by.at })
    .where(eq(institution.code, code))
}

/** Takes back one that is not on the list yet. */
export async function deleteInstitution(tx: Tx, code: string, since: string): Promise<boolean> {
  const gone = await tx
    .delete(institution)
    .where(and(eq(institution.code, code), eq(institution.since, since)))
    .returning({ code: institution.code })
  return gone.length === 1
}
