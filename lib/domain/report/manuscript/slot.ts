import type { SplitTable, TableId } from '../../statistics/catalogue'
import type { Figure } from '../../statistics/figure'
import { type MeasureName, measures } from '../../statistics/measures'
import { contracts, money, share, times, wan } from '../../statistics/statements/quantities'
import type { Words } from '../../words'
import { number } from '../numbers'
import { membersIn, type Source, specOf } from '../source'
import type { Said } from '../spans'
import { type FigureSlot, isSlotMeasure, type Slot } from './model'

/** What a slot says in this year's report; null where the year or the view has no such figure. */
export type Figures = (slot: FigureSlot) => Said | null

/** The slots' figures from what a report is made of. */
export const figuresOf =
  (source: Pick<Source, 'has' | 'table' | 'cite'>): Figures =>
  ({ table, members, measure, wan: inWan }) => {
    if (!isSlotMeasure(table, measure)) return null
    const [of, name] = [table as TableId, measure as MeasureName]
    if (!source.has(of) || !isKnown(specOf(of), source, members)) return null
    try {
      const cited = source.cite(of, members, name)
      return number(printed(cited.value, name, inWan), cited)
    } catch (error) {
      if (error instanceof RangeError) return null
      throw error
    }
  }

/** A table that lists all its members knows them; another one has zero for those that don't occur. */
function isKnown(spec: SplitTable, source: Pick<Source, 'table'>, members: readonly string[]): boolean {
  if (members.length === 0) return true
  if (spec.split === 'all') return false
  if (spec.rows !== 'all') return true
  const { rows, groups } = source.table(spec.id as TableId)
  const known = new Set([...rows, ...groups].flatMap(membersIn))
  return members.every((member) => known.has(member))
}

/** A figure as it is printed, with its sign: the words around it don't know whether it fell. */
function printed({ n, d }: Figure, measure: MeasureName, inWan: boolean): Words {
  const sign = n < 0n ? '−' : ''
  const text = sized(n < 0n ? -n : n, d, measure, inWan)
  return { zh: sign + text.zh, en: sign + text.en }
}

function sized(n: bigint, d: bigint, measure: MeasureName, inWan: boolean): Words {
  switch (measures[measure].unit) {
    case 'money':
      return inWan || d !== 1n ? wan(n, d) : money(n)
    case 'percent':
      return share(n, d)
    case 'times':
      return { zh: `${times(n, d)} 倍`, en: `${times(n, d)} times` }
    default:
      return contracts(n)
  }
}

/** Names a slot by what it asks. */
export const slotKey = (slot: Slot): string =>
  slot.kind === 'exhibit' ? slot.to : [slot.table, slot.measure, slot.wan, ...slot.members].join(' ')
