import { describe, expect, it } from 'vitest'
import { type PublishedRow, placeAmong, placesOf } from './places'

const row = (
  year: number,
  edition: number,
  unit: string,
  turnover: bigint,
  rank: number | null,
): PublishedRow => ({ year, edition, unit, turnover, rank })

describe('a place among others', () => {
  it('is shared by equals, and the next one is skipped', () => {
    const all = [50n, 80n, 50n, 20n]
    expect(all.map((turnover) => placeAmong(turnover, all))).toEqual([2, 1, 2, 4])
  })
})

describe('a unit’s published places', () => {
  const rows = [
    row(2023, 1, 'D08', 900n, 1),
    row(2023, 1, 'D01', 500n, 2),
    row(2024, 1, 'D08', 700n, 2),
    row(2024, 1, 'D01', 800n, 1),
    row(2024, 2, 'D08', 850n, 1),
    row(2024, 2, 'D01', 800n, 2),
    row(2024, 2, 'U01', 990n, null),
  ]

  it('come from the latest edition of each year, the latest year first', () => {
    expect(placesOf('D08', rows)).toEqual([
      { year: 2024, edition: 2, turnover: 850n, rank: 1, ranked: 2 },
      { year: 2023, edition: 1, turnover: 900n, rank: 1, ranked: 2 },
    ])
  })

  it('are there for a unit without a rank, and only for years that print it', () => {
    expect(placesOf('U01', rows)).toEqual([{ year: 2024, edition: 2, turnover: 990n, rank: null, ranked: 2 }])
    expect(placesOf('D14', rows)).toEqual([])
  })
})
