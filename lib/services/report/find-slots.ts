import 'server-only'
import { z } from 'zod'
import { inSnapshot } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import { Problem } from '@/lib/domain/problems'
import { type Choice, choicesFor, choicesSaying } from '@/lib/domain/report/manuscript/choices'
import { viewOf } from '../statistics/read-year'
import { parseInput } from '../verb'
import { generatedIn } from './read-report'
import { reportKey } from './report-key'

const input = z.union([
  z.strictObject({ report: reportKey, text: z.string().max(100) }),
  /** A number as somebody typed it, with its unit. */
  z.strictObject({ report: reportKey, digits: z.string().max(60) }),
])

/**
 * Figures and exhibits of a report that may be put into a text, by words of them or by a number that says the same.
 * @throws {Problem} forbidden, invalid-input, not-found for an unknown unit
 */
export async function findSlots(actor: Actor, raw: unknown): Promise<Choice[]> {
  if (!may(actor.role, 'report.edit')) throw new Problem({ code: 'forbidden' })
  const asked = parseInput(input, raw)
  const view = await viewOf(actor, asked.report.year, { unit: asked.report.unit })
  return inSnapshot(actor, async (tx, at) => {
    const { statistics, report, figures } = await generatedIn(tx, at, actor, view)
    const tables = statistics.tables.flatMap((one) => ('table' in one ? [one] : []))
    return 'text' in asked
      ? choicesFor(asked.text, report, tables, figures)
      : choicesSaying(asked.digits, tables, figures)
  })
}
