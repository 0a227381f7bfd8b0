import 'server-only'
import { type Comment, readComments } from '@/db/queries/report-comments'
import { type Revision, readRevisions } from '@/db/queries/report-manuscripts'
import { inSnapshot } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import { Problem } from '@/lib/domain/problems'
import { type Change, changesBetween } from '@/lib/domain/report/manuscript/changes'
import { blankManuscript, type Manuscript } from '@/lib/domain/report/manuscript/model'
import { type Figures, slotKey } from '@/lib/domain/report/manuscript/slot'
import type { Report } from '@/lib/domain/report/model'
import type { Said } from '@/lib/domain/report/spans'
import { viewOf, type YearStatistics } from '../statistics/read-year'
import { parseInput } from '../verb'
import { generatedIn } from './read-report'
import { reportKey } from './report-key'

/** So many sittings are told of. */
const MOST = 40

/** A sitting, by the revision it ended with, and what it changed. */
export interface Sitting extends Omit<Revision, 'content' | 'account'> {
  changes: readonly Change[]
}

/** A report as its writers see it: what the register tells, what they laid over it, and what was said about it. */
export interface Draft {
  statistics: YearStatistics
  report: Report
  saved: { revision: number; content: Manuscript }
  /** What the slots of the saved manuscript say, by their keys. */
  values: Readonly<Record<string, Said>>
  history: readonly Sitting[]
  comments: readonly Comment[]
}

/** @throws {Problem} forbidden; not-found for an unknown unit */
export async function readDraft(actor: Actor, year: number, unit: string | null): Promise<Draft> {
  if (!may(actor.role, 'report.comment')) throw new Problem({ code: 'forbidden' })
  const view = await viewOf(actor, year, { unit })
  return inSnapshot(actor, async (tx, at) => {
    const [{ statistics, report, figures }, revisions, comments] = await Promise.all([
      generatedIn(tx, at, actor, view),
      readRevisions(tx, actor, view, { most: MOST + 1, sittings: true }),
      readComments(tx, actor, view),
    ])
    const { revision = 0, content = blankManuscript } = revisions[0] ?? {}
    return {
      statistics,
      report,
      saved: { revision, content },
      values: valuesOf(content, figures),
      history: historyOf(report, revisions),
      comments,
    }
  })
}

/**
 * The newest revision of a report, for whoever finds that somebody was faster, and what its slots say.
 * @throws {Problem} forbidden, invalid-input; not-found for an unknown unit
 */
export async function readLatest(actor: Actor, raw: unknown): Promise<Pick<Draft, 'saved' | 'values'>> {
  const { year, unit } = parseInput(reportKey, raw)
  const { saved, values } = await readDraft(actor, year, unit)
  return { saved, values }
}

function valuesOf({ own }: Manuscript, figures: Figures): Record<string, Said> {
  const slots = own.flatMap((one) => Object.values(one.slots))
  return Object.fromEntries(
    slots.flatMap((slot) => {
      const said = slot.kind === 'figure' ? figures(slot) : null
      return said ? [[slotKey(slot), said]] : []
    }),
  )
}

const historyOf = (report: Report, revisions: readonly Revision[]): Sitting[] =>
  revisions.slice(0, MOST).map(({ content, account: _, ...ended }, at) => ({
    ...ended,
    changes: changesBetween(report, revisions[at + 1]?.content ?? blankManuscript, content),
  }))
