/** What a published report says of a unit. */
export interface PublishedRow {
  year: number
  edition: number
  unit: string
  /** Turnover in fen, as printed. */
  turnover: bigint
  /** Place among the divisions; null for a unit that isn't ranked. */
  rank: number | null
}

/** An edition of a year's report, published at a moment. */
export interface Edition {
  year: number
  edition: number
  publishedAt: Date
}

/** A unit's place in the latest edition of a year's report. */
export interface PublishedPlace extends Omit<PublishedRow, 'unit'> {
  /** How many are ranked. */
  ranked: number
}

/** 1 for the greatest; equal turnover shares a place and the next one is skipped. */
export const placeAmong = (turnover: bigint, all: readonly bigint[]): number =>
  1 + all.filter((other) => other > turnover).length

/** A unit's place in each published year by its latest edition, the latest year first. */
export function placesOf(unit: string, rows: readonly PublishedRow[]): PublishedPlace[] {
  const latest = new Map<number, number>()
  for (const { year, edition } of rows) latest.set(year, Math.max(edition, latest.get(year) ?? 0))
  const inForce = rows.filter(({ year, edition }) => latest.get(year) === edition)
  return inForce
    .filter((row) => row.unit === unit)
    .map(({ unit: _, ...place }) => ({
      ...place,
      ranked: inForce.filter(({ year, rank }) => year === place.year && rank !== null).length,
    }))
    .sort((a, b) => b.year - a.year)
}
