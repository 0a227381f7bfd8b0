import { notFound, redirect } from 'next/navigation'
import { Problem } from '@/lib/domain/problems'
import { currentYear, instantSchema, viewSchema, yearSchema } from '@/lib/domain/statistics/query'
import { withQuery } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'
import { livePosition } from '@/lib/services/live/position'

export type Search = Record<string, string | string[] | undefined>

export interface YearProps {
  params: Promise<{ year: string }>
  searchParams: Promise<Search>
}

export interface AskedView {
  unit: string | null
  asOf: Date | null
  /** The address asks for a moment that nobody can read. */
  refused: boolean
}

/** Unit and moment from an address; a moment nobody can read is left out and said so at its box. */
export function askedView(search: Search): AskedView {
  const whole = viewSchema.safeParse(search)
  if (whole.success) return { unit: whole.data.unit ?? null, asOf: whole.data.asOf ?? null, refused: false }
  const rest = viewSchema.safeParse({ ...search, asOf: undefined })
  return { unit: rest.success ? (rest.data.unit ?? null) : null, asOf: null, refused: true }
}

/** A form sends what the office's clock shows; the address that is kept and sent on has the instant. */
export function leadToInstant(path: string, search: Search, names: readonly string[] = ['asOf']): void {
  const settled = { ...search }
  for (const name of names) {
    const read = instantSchema.safeParse(search[name])
    if (read.success) settled[name] = read.data.toISOString()
    else if (search[name] === '') settled[name] = undefined
  }
  if (names.some((name) => settled[name] !== search[name])) redirect(withQuery(path, settled))
}

/** How a page of a year opens: who asks for which year, unit and moment, and what was heard before anything is read. */
export async function openYear({ params, searchParams }: YearProps, address: (year: number) => string) {
  const actor = await requireActor('statistics.read')
  const year = yearSchema.safeParse((await params).year)
  if (!year.success) notFound()
  const search = await searchParams
  leadToInstant(address(year.data), search)
  const { refused, ...asked } = askedView(search)
  return { actor, year: year.data, asked, refused, position: livePosition(actor) }
}

/** The years that can be chosen: those met, the one that runs, and the one that is shown; the latest first. */
export const yearsToChoose = (met: readonly number[], readAt: Date, shown: readonly number[]): number[] =>
  [...new Set([...met, currentYear(readAt), ...shown])].sort((a, b) => b - a)

/** What a reader finds; what lies outside the reader's reach doesn't exist. */
export async function orNotFound<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof Problem && error.detail.code === 'not-found') notFound()
    throw error
  }
}
