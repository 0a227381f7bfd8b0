import type { Words } from '../../words'
import type { Row, Table } from '../compute'
import { compare, type Figure, isFigure } from '../figure'
import type { MeasureName } from '../measures'
import { before, contracts, money } from './quantities'
import { none, type Telling } from './telling'

/** A row's figure; null where it has none. */
export function figureOf(row: Row, name: MeasureName): Figure | null {
  const cell = row.cells[name]
  return cell && isFigure(cell) ? cell : null
}

/**
 * A row's sum: a count, or money in fen.
 * @throws {RangeError} where the table has no such column
 */
export function sumOf(row: Row | null, name: MeasureName): bigint {
  const figure = row && figureOf(row, name)
  if (!figure) throw new RangeError(`No ${name} in this table`)
  return figure.n / figure.d
}

/**
 * The row of a member or a group.
 * @throws {RangeError} where the table has no such row
 */
export function rowOf({ rows, groups }: Table, member: string): Row {
  const row = [...groups, ...rows].find((one) => one.member === member)
  if (!row) throw new RangeError(`No row ${member} in this table`)
  return row
}

/** All rows that share the greatest figure; none where no row has one. */
export function greatest(rows: readonly Row[], name: MeasureName): Row[] {
  let found: { figure: Figure; rows: Row[] } | null = null
  for (const row of rows) {
    const figure = figureOf(row, name)
    if (!figure) continue
    const order = found ? compare(figure, found.figure) : 1
    if (order > 0) found = { figure, rows: [row] }
    else if (order === 0) found?.rows.push(row)
  }
  return found?.rows ?? []
}

/** Groups in place of their members, then all other rows. */
export function folded({ rows, groups }: Table): Row[] {
  const inGroups = new Set(groups.flatMap(({ members = [] }) => members))
  return [...groups, ...rows.filter(({ member }) => !inGroups.has(member))]
}

/** What there is to say of a year that has no contract, or none with a price; null where there is more to say. */
export function emptiness({ total }: Table, telling: Telling): Words | null {
  const registered = sumOf(total, 'contracts')
  if (registered === 0n) return nothingRegistered(telling)
  return sumOf(total, 'turnover') > 0n ? null : registeredForNothing(registered)
}

export function registeredForNothing(registered: bigint): Words {
  const { zh, en } = contracts(registered)
  return { zh: `登记 ${zh}，成交额为零`, en: `${en} registered, no turnover` }
}

export function nothingRegistered(telling: Telling): Words {
  const { zh, en } = none(telling)
  return { zh: `${zh}登记合同`, en: `${en} contract registered` }
}

/** An amount under its name, or that it is nothing. */
export const amount = (words: Words, fen: bigint): Words =>
  fen === 0n
    ? { zh: `${words.zh}为零`, en: `no ${words.en}` }
    : { zh: before(words.zh, money(fen).zh), en: `${words.en} ${money(fen).en}` }
