import 'server-only'
import { readEditions, readPrinted } from '@/db/queries/published'
import { readUnits } from '@/db/queries/reference'
import { readBridgeLines, readMoved, readWhole } from '@/db/statistics/bridge'
import { inSnapshot, planEachTime } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { Problem } from '@/lib/domain/problems'
import type { Edition } from '@/lib/domain/published/places'
import { type Bridge, type BridgeLine, bridge, type Cause } from '@/lib/domain/statistics/bridge'
import type { UnitMember } from '@/lib/domain/statistics/members'
import { refused } from '../refuse'
import { lastDay, momentOf, unitMembers, unitOfView } from './read-year'

export interface AskedBridge {
  year: number
  unit?: string | null | undefined
  /** A moment, or the edition of the year's report whose publication it starts with. */
  from: Date | number
  /** Null for now. */
  to: Date | null
  /** The acts of one cause, page by page. */
  lines?: { cause: Cause; before?: number | undefined; most?: number } | undefined
}

export interface BridgeAnswer extends Bridge {
  year: number
  unit: string | null
  from: Date
  to: Date
  /** `to` is the moment of reading. */
  toNow: boolean
  /** Where it starts with a publication: the edition, and the turnover it prints in fen; null where it prints none. */
  edition: (Edition & { printed: bigint | null }) | null
  /** Null where no cause was asked about. */
  lines: readonly BridgeLine[] | null
  /** Give it as `before` for the next page of lines; null at the end. */
  next: number | null
  units: readonly UnitMember[]
}

/**
 * What moved the figures of a year between two moments, cause by cause, from one snapshot; a moment to come is now.
 * @throws {Problem} forbidden; not-found for a unit outside reach; invalid-input `edition` where none is recorded,
 *   `to` where it lies before `from`
 */
export async function readBridge(actor: Actor, asked: AskedBridge): Promise<BridgeAnswer> {
  const { year, lines } = asked
  const { unit, edition, start, end } = await endsOf(actor, asked)
  return inSnapshot(actor, async (tx, at) => {
    await planEachTime(tx)
    const [from, to] = [start ?? at, end ?? at]
    const span = { year, unit, from, to: end }
    const most = lines?.most ?? 50
    const [opening, moved, dated, printed, found] = await Promise.all([
      readWhole(tx, actor, { year, unit, at: from }),
      readMoved(tx, actor, span),
      readUnits(tx, lastDay(year, to)),
      edition ? readPrinted(tx, edition, unit) : null,
      lines ? readBridgeLines(tx, actor, span, { ...lines, most: most + 1 }) : null,
    ])
    if (unit !== null && !dated.has(unit)) throw new Problem({ code: 'not-found' })
    const page = found?.slice(0, most) ?? null
    return {
      ...bridge(opening, moved),
      year,
      unit,
      from,
      to,
      toNow: end === null,
      edition: edition && { ...edition, printed },
      lines: page,
      next: found && found.length > most ? (page?.at(-1)?.posting ?? null) : null,
      units: unitMembers(dated, () => true),
    }
  })
}

/**
 * Between which moments a bridge leads, both settled; null for now.
 * @throws {Problem} as `readBridge` does
 */
export async function endsOf(actor: Actor, asked: Omit<AskedBridge, 'lines'>) {
  const { year, from, to } = asked
  const unit = unitOfView(actor, asked.unit ?? null)
  const edition = typeof from === 'number' ? await editionOf(actor, year, from) : null
  const [start, end] = [
    await momentOf(from instanceof Date ? from : edition?.publishedAt),
    await momentOf(to),
  ]
  if (end !== null && (start === null || end < start)) throw refused('to', 'order')
  return { unit, edition, start, end }
}

/** The editions of a year's report that are recorded, the latest first. */
export function editionsOf(actor: Actor, year: number): Promise<Edition[]> {
  unitOfView(actor, null)
  return inSnapshot(actor, (tx) => readEditions(tx, year))
}

async function editionOf(actor: Actor, year: number, asked: number): Promise<Edition> {
  const edition = (await editionsOf(actor, year)).find((one) => one.edition === asked)
  if (!edition) throw refused('edition', 'unknown')
  return edition
}
