import { notFound } from 'next/navigation'
import type { Actor } from '@/lib/domain/access/actor'
import { Problem } from '@/lib/domain/problems'
import { viewSchema } from '@/lib/domain/statistics/query'
import { readYear, type YearStatistics } from '@/lib/services/statistics/read-year'

export type Search = Record<string, string | string[] | undefined>

export interface AskedView {
  unit: string | null
  asOf: Date | null
  /** What of the address could not be read. */
  refused?: 'unreadable'
}

/** Unit and moment from an address; a moment nobody can read is left out and said so at its box. */
export function askedView(search: Search): AskedView {
  const whole = viewSchema.safeParse(search)
  if (whole.success) return { unit: whole.data.unit ?? null, asOf: whole.data.asOf ?? null }
  const rest = viewSchema.safeParse({ ...search, asOf: undefined })
  return { unit: rest.success ? (rest.data.unit ?? null) : null, asOf: null, refused: 'unreadable' }
}

/** The year's statistics; what lies outside the reader's reach doesn't exist, and a moment to come is now. */
export async function foundOrNot(
  actor: Actor,
  year: number,
  { unit, asOf, refused }: AskedView,
): Promise<{ read: YearStatistics; refused?: 'unreadable' | 'future' | undefined }> {
  try {
    return { read: await readYear(actor, year, { unit, asOf }), refused }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    if (error.detail.code === 'not-found') notFound()
    if (error.detail.code !== 'invalid-input' || !asOf) throw error
    return { read: await readYear(actor, year, { unit }), refused: 'future' }
  }
}
