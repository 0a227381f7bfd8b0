import 'server-only'
import type { Tx } from '@/db/client'
import { readUnits } from '@/db/queries/reference'
import { readBook } from '@/db/statistics/book'
import { readToDay } from '@/db/statistics/days'
import { readLargest, readYears } from '@/db/statistics/lines'
import { settle } from '@/db/statistics/moment'
import { inSnapshot } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { may, reachOf } from '@/lib/domain/access/permissions'
import { sizeBand } from '@/lib/domain/contract/code-lists'
import { Problem } from '@/lib/domain/problems'
import { type Book, type Ledger, sumsOf } from '@/lib/domain/statistics/book'
import { type ContractTable, type SplitTable, tablesOfView } from '@/lib/domain/statistics/catalogue'
import { compute, type Table } from '@/lib/domain/statistics/compute'
import type { CountedContract } from '@/lib/domain/statistics/counted'
import type { UnitMember } from '@/lib/domain/statistics/members'
import { sameDayOf, yearIsOver } from '@/lib/domain/statistics/same-day'
import { shanghaiDate, yearOf } from '@/lib/domain/time/dates'

export interface View {
  year: number
  /** The unit whose figures these are; null for the whole Corps. */
  unit: string | null
  /** The past moment read; null for now. */
  asOf: Date | null
}

export interface YearStatistics extends View {
  readAt: Date
  /** The day of last year that figures to the same day end with; null once the year is closed. */
  sameDay: string | null
  units: readonly UnitMember[]
  book: Book
  tables: readonly (
    | { spec: SplitTable; table: Table }
    | { spec: ContractTable; contracts: readonly CountedContract[] }
  )[]
}

export interface Choice {
  unit?: string | null | undefined
  asOf?: Date | null | undefined
}

/**
 * Every table and figure of a year for whoever asks, from one snapshot; live, or as it stood at a moment.
 * A moment to come is now.
 * @throws {Problem} forbidden; not-found for a unit outside the actor's reach
 */
export async function readYear(actor: Actor, year: number, choice: Choice = {}): Promise<YearStatistics> {
  const view = await viewOf(actor, year, choice)
  return inSnapshot(actor, (tx, at) => yearIn(tx, at, actor, view))
}

/** What is read, once it is known to lie within reach, and its moment settled. @throws {Problem} as `readYear` does */
export async function viewOf(actor: Actor, year: number, choice: Choice): Promise<View> {
  const unit = unitOfView(actor, choice.unit ?? null)
  return { year, unit, asOf: await momentOf(choice.asOf) }
}

/** The same inside a snapshot that somebody else opened at `at`. */
export async function yearIn(tx: Tx, at: Date, actor: Actor, view: View): Promise<YearStatistics> {
  const { year, unit, asOf } = view
  const specs = tablesOfView(unit)
  const lists = specs.filter((spec) => spec.kind === 'contracts')
  const today = shanghaiDate(asOf ?? at)
  const sameDay = yearOf(today) === year && !yearIsOver(year, today) ? sameDayOf(year - 1, today) : null
  const [dated, years, toDay] = await Promise.all([
    readUnits(tx, lastDay(year, asOf ?? at)),
    readBook(tx, actor, year, unit, asOf),
    sameDay ? readToDay(tx, actor, { year: year - 1, day: sameDay, unit, asOf }) : undefined,
  ])
  const book = toDay ? { ...years, sameDay: toDay } : years
  const contracts = await Promise.all(
    lists.map(({ pick, most }) =>
      readLargest(tx, actor, year, view, {
        imports: pick === 'imports',
        most,
        bands: topBands(book.this, most),
      }),
    ),
  )
  if (unit !== null && !dated.has(unit)) throw new Problem({ code: 'not-found' })
  const units = unitsOf(dated, book)
  const tables = specs.map((spec) =>
    spec.kind === 'contracts'
      ? { spec, contracts: contracts[lists.indexOf(spec)] ?? [] }
      : { spec, table: compute(spec, book, units) },
  )
  return { ...view, readAt: at, sameDay, units, book, tables }
}

/** The years that can be opened, the latest first. */
export async function statisticsYears(actor: Actor): Promise<number[]> {
  if (!may(actor.role, 'statistics.read')) throw new Problem({ code: 'forbidden' })
  return inSnapshot(actor, (tx) => readYears(tx, actor))
}

/** The unit an actor sees figures of: an office its own, the centre the one it asks for. */
export function unitOfView(actor: Actor, asked: string | null): string | null {
  const reach = reachOf(actor.role, 'statistics.read')
  if (reach === null) throw new Problem({ code: 'forbidden' })
  if (reach !== 'unit') return asked
  if (asked !== null && asked !== actor.unit) throw new Problem({ code: 'not-found' })
  return actor.unit ?? ''
}

/** A moment whose postings are all committed; null for now, which a moment to come is too. */
export const momentOf = async (asOf: Date | null | undefined): Promise<Date | null> =>
  asOf && (await settle(asOf)) === 'settled' ? asOf : null

/** Names and ranks are those of the year's last day, or of the day of reading while the year runs. */
export function lastDay(year: number, moment: Date): string {
  const today = shanghaiDate(moment)
  const end = `${year}-12-31`
  return today < end ? today : end
}

/** The highest size bands that together hold so many contracts; all of them where there are fewer. */
function topBands(ledger: Ledger, most: number): string[] {
  let held = 0n
  return sizeBand
    .map(({ code }) => code)
    .reverse()
    .filter((code) => {
      const needed = held < BigInt(most)
      held += sumsOf(ledger, 'band', code).contracts
      return needed
    })
}

type Dated = Awaited<ReturnType<typeof readUnits>>

/** Units open in the year, and closed ones that still have figures in it or the year before. */
export const unitsOf = (dated: Dated, book: Book): UnitMember[] =>
  unitMembers(dated, (code) => [book.this, book.last].some((ledger) => ledger.get('unit')?.has(code)))

/** Units as they stood on a day, those closed by then only where they are counted. */
export const unitMembers = (dated: Dated, counted: (code: string) => boolean): UnitMember[] =>
  [...dated.values()]
    .filter(({ unit, closed }) => !closed || counted(unit))
    .map(({ unit, nameZh, nameEn, ranked }) => ({ code: unit, words: { zh: nameZh, en: nameEn }, ranked }))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
