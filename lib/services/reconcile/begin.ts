import 'server-only'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { insertLines, insertReconciliation } from '@/db/queries/reconciliation'
import { recordTrail } from '@/db/trail'
import { inTransaction } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import { MOST_MEGABYTES } from '@/lib/domain/import/batch'
import { Problem } from '@/lib/domain/problems'
import { periodSchema } from '@/lib/domain/reconcile/period'
import { isPlain } from '@/lib/domain/reconcile/plain'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { receiveAside } from '../files/receive'
import { shownName } from '../import/begin'
import { lookAnywhere } from '../import/look'
import { refused } from '../refuse'
import { noNotes, type SheetRow, unreadable } from '../spreadsheet/reading/cell'
import { openTable } from '../spreadsheet/reading/open'
import { parseInput } from '../verb'
import { compareNow } from './compare'

const input = z.strictObject({ fileName: z.string().trim().min(1).max(1000), period: periodSchema })

/** Contracts of a year; more are no file of one. */
export const MOST_ROWS = 20_000

/**
 * Takes in the national system's file of a month or year, row by row as it came. Where every column is understood it is compared
 * at once; else its columns are to be matched first.
 * @throws {Problem} forbidden, invalid-input, too-large, unreadable-file
 */
export async function beginReconciliation(
  actor: Actor,
  raw: unknown,
  parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  announced?: number,
): Promise<{ id: string }> {
  if (!may(actor.role, 'reconcile.write')) throw new Problem({ code: 'forbidden' })
  const { fileName, period } = parseInput(input, raw)
  if (period.slice(0, 7) > shanghaiDate(new Date()).slice(0, period.length)) throw refused('period', 'future')
  const limits = { most: MOST_MEGABYTES, ...(announced !== undefined && { announced }) }
  return receiveAside(parts, limits, async ({ path, size, sha256 }) => {
    const table = await openTable(path)
    try {
      const { file, understood } = await lookAnywhere(actor, table, 'registered')
      const { mapping, columns: seen } = understood
      const rows: SheetRow[] = []
      for await (const some of table.rows(mapping.sheet, noNotes())) {
        rows.push(...some.filter(({ number }) => number > mapping.headingRow))
        if (rows.length > MOST_ROWS) throw unreadable('too-many-rows', MOST_ROWS)
      }
      const id = newId()
      await inTransaction(actor, async (tx, at) => {
        await insertReconciliation(tx, {
          id,
          unit: actor.unit,
          period,
          status: 'mapping',
          fileName: shownName(fileName),
          size,
          sha256,
          file,
          seen,
          mapping,
          uploadedBy: actor.id,
        })
        for (let from = 0; from < rows.length; from += 500) {
          await insertLines(tx, id, rows.slice(from, from + 500))
        }
        await recordTrail(tx, actor, {
          action: 'reconcile.begin',
          subjectKind: 'reconciliation',
          subject: id,
          details: { period, unit: actor.unit, sha256, rows: rows.length },
        })
        if (isPlain(mapping)) await compareNow({ tx, actor, at }, id, mapping)
      })
      return { id }
    } finally {
      table.close()
    }
  })
}
