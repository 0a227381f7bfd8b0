import 'server-only'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { insertLines, insertReconciliation } from '@/db/queries/reconciliation'
import { recordTrail } from '@/db/trail'
import { inTransaction } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import { MOST_MEGABYTES } from '@/lib/domain/import/batch'
import { isSecretRow } from '@/lib/domain/import/judge'
import type { Mapping } from '@/lib/domain/import/mapping'
import { rowReader } from '@/lib/domain/import/read-row'
import { Problem } from '@/lib/domain/problems'
import { MOST_ROWS, periodSchema } from '@/lib/domain/reconcile/period'
import { isPlain } from '@/lib/domain/reconcile/plain'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { receiveAside } from '../files/receive'
import { shownName } from '../import/begin'
import { lookEverywhere } from '../import/look'
import { refused } from '../refuse'
import { noNotes, type Table, unreadable } from '../spreadsheet/reading/cell'
import { openTable } from '../spreadsheet/reading/open'
import { parseInput } from '../verb'
import { compareNow } from './compare'

const input = z.strictObject({ fileName: z.string().trim().min(1).max(1000), period: periodSchema })

/**
 * Takes in the national system's file of a month or year, row by row as it came, each sheet that has headings. Where every
 * column of the first is understood it is compared at once; else its columns are to be matched first, or another sheet chosen.
 * @throws {Problem} forbidden, invalid-input, too-large, unreadable-file, state-secret
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
      const sheets = await lookEverywhere(actor, table, 'registered')
      const [{ file, understood }] = sheets
      const { mapping, columns: seen } = understood
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
        const rows = await keepRows(
          tx,
          id,
          table,
          sheets.map((one) => one.understood.mapping),
        )
        await recordTrail(tx, actor, {
          action: 'reconcile.begin',
          subjectKind: 'reconciliation',
          subject: id,
          details: { period, unit: actor.unit, sha256, rows },
        })
        if (isPlain(mapping)) await compareNow({ tx, actor, at }, id, mapping)
      })
      return { id }
    } finally {
      table.close()
    }
  })
}

/** Keeps the rows of some sheets as they are read. @returns how many @throws {Problem} too many of them; state-secret */
async function keepRows(tx: Tx, id: string, table: Table, sheets: readonly Mapping[]): Promise<number> {
  let kept = 0
  for (const mapping of sheets) {
    const read = rowReader({ ...mapping, assume: false })
    for await (const rows of table.rows(mapping.sheet, noNotes())) {
      const below = rows.filter(({ number }) => number > mapping.headingRow)
      kept += below.length
      if (kept > MOST_ROWS) throw unreadable('too-many-rows', MOST_ROWS)
      if (below.some(({ cells }) => isSecretRow(read(cells)))) throw new Problem({ code: 'state-secret' })
      await insertLines(tx, id, mapping.sheet, rows)
    }
  }
  return kept
}
