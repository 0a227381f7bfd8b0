import 'server-only'
import type { Tx } from '@/db/client'
import { readClosedReports } from '@/db/queries/campaigns'
import { readInstitutions } from '@/db/queries/institutions'
import { readRevisions } from '@/db/queries/report-manuscripts'
import { readCounted } from '@/db/queries/work-records-counted'
import { readYearsToDay } from '@/db/statistics/days'
import { readYears } from '@/db/statistics/lines'
import { inSnapshot } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { auditsOf } from '@/lib/domain/report/audits'
import { reportOf } from '@/lib/domain/report/build'
import { edited } from '@/lib/domain/report/manuscript/edited'
import { blankManuscript } from '@/lib/domain/report/manuscript/model'
import { type Figures, figuresOf } from '@/lib/domain/report/manuscript/slot'
import type { Report } from '@/lib/domain/report/model'
import { type Material, sourceOf } from '@/lib/domain/report/source'
import { nothing } from '@/lib/domain/report/spans'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { type Choice, type View, viewOf, type YearStatistics, yearIn } from '../statistics/read-year'

/** A report with the statistics that it was made from, whose tables and pictures stand in it. */
export interface ReadReport extends Report, YearStatistics {}

/**
 * The annual report of a year for whoever asks, from one snapshot; live, or as it stood at a moment, with what staff had
 * laid over it by then. An office reads its own unit's report, the centre and leadership that of the whole Corps or of
 * the unit asked for.
 * @throws {Problem} forbidden; not-found for a unit outside the actor's reach
 */
export async function readReport(
  actor: Actor,
  { year, ...choice }: { year: number } & Choice,
): Promise<ReadReport> {
  const view = await viewOf(actor, year, choice)
  return inSnapshot(actor, async (tx, at) => {
    const [{ statistics, report, figures }, [latest]] = await Promise.all([
      generatedIn(tx, at, actor, view),
      readRevisions(tx, actor, view, { most: 1, asOf: view.asOf }),
    ])
    return { ...statistics, ...edited(report, latest?.content ?? blankManuscript, figures) }
  })
}

/** What the register tells of a year, as nobody has edited it yet, and what slots say of it. */
export interface Generated {
  statistics: YearStatistics
  report: Report
  figures: Figures
}

/** Inside a snapshot that somebody else opened at `at`. @throws {Problem} as `readReport` does */
export async function generatedIn(tx: Tx, at: Date, actor: Actor, view: View): Promise<Generated> {
  const [statistics, history, closed, work, institutions] = await Promise.all([
    yearIn(tx, at, actor, view),
    historyOf(tx, actor, view),
    readClosedReports(tx, view.year, view.asOf),
    readCounted(tx, view),
    readInstitutions(tx, view.asOf),
  ])
  const audits = auditsOf(closed, view.unit)
  const material = { ...materialOf(statistics), history, audits, work, institutions }
  return {
    statistics,
    report: reportOf(material),
    figures: figuresOf(sourceOf(material, () => nothing)),
  }
}

function materialOf({
  year,
  unit,
  asOf,
  readAt,
  book,
  units,
  tables,
}: YearStatistics): Omit<Material, 'history' | 'audits' | 'work' | 'institutions'> {
  const listed = (pick: 'largest' | 'imports') =>
    tables.flatMap((one) => ('contracts' in one && one.spec.pick === pick ? one.contracts : []))
  return {
    year,
    unit,
    today: shanghaiDate(asOf ?? readAt),
    book,
    units,
    largest: listed('largest'),
    imports: listed('imports'),
  }
}

/** Turnover of every known year; of a past moment none, since only the year and the one before are read as of then. */
async function historyOf(tx: Tx, actor: Actor, { year, unit, asOf }: View): Promise<Material['history']> {
  if (asOf) return null
  const known = (await readYears(tx, actor)).filter((one) => one <= year)
  const days = known.map((one) => ({ year: one, day: `${one}-12-31` }))
  const years = await readYearsToDay(tx, actor, days, unit)
  return years.map((one) => ({ year: one.year, turnover: one.full.turnover }))
}
