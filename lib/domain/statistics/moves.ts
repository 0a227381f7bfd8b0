import type { DimensionName } from './dimensions'
import type { Facts } from './facts'

/** Contracts and amounts in fen. */
export interface Figure {
  contracts: number
  turnover: bigint
  technology: bigint
}

export const nothing: Figure = { contracts: 0, turnover: 0n, technology: 0n }

/** A group of a year's figures, or the whole year with member ''. */
export interface Cell {
  dimension: DimensionName | 'all'
  member: string
}

/** A figure of the year as it stands and as it will stand. */
export interface Move extends Cell {
  before: Figure
  after: Figure
}

/** What an act will do to the figures. */
export interface Moves {
  /** Of the unit. */
  moves: Move[]
  /** Of the whole Corps; empty where the actor sees one unit alone. */
  corps: Move[]
  /** Place among the divisions by turnover; null where the actor does not see the others, or the unit is not ranked. */
  rank: { before: number; after: number } | null
}

/** A line that the act takes out of the figures or puts into them. */
export interface Line {
  sign: 1 | -1
  facts: Facts
}

/** The groups that people look at when a contract is put in or taken out. */
const shown = ['all', 'type', 'field', 'plan', 'flow', 'seller', 'band'] as const

export const keyOf = ({ dimension, member }: Cell): string => `${dimension}:${member}`

/** The cells that lines touch, each once, and by how much: those that stay as they are left out where both signs meet. */
export function touched(lines: readonly Line[]): { cell: Cell; by: Figure }[] {
  const cells = new Map<string, { cell: Cell; by: Figure }>()
  for (const dimension of shown) {
    for (const { sign, facts } of lines) {
      const member = dimension === 'all' ? '' : facts[dimension]
      if (dimension !== 'all' && member === '') continue
      const cell = { dimension, member }
      const { by } = cells.get(keyOf(cell)) ?? { by: nothing }
      cells.set(keyOf(cell), { cell, by: plus(by, scaled(facts, sign)) })
    }
  }
  const stays = ({ cell, by }: { cell: Cell; by: Figure }) =>
    cell.dimension !== 'all' && by.contracts === 0 && by.turnover === 0n && by.technology === 0n
  return [...cells.values()].filter((one) => !stays(one))
}

export const plus = (a: Figure, b: Figure): Figure => ({
  contracts: a.contracts + b.contracts,
  turnover: a.turnover + b.turnover,
  technology: a.technology + b.technology,
})

const scaled = ({ turnover, technology }: Facts, sign: 1 | -1): Figure => ({
  contracts: sign,
  turnover: BigInt(sign) * turnover,
  technology: BigInt(sign) * technology,
})
