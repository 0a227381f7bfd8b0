import 'server-only'
import { z } from 'zod'
import { readRows } from '@/db/queries/import-rows'
import { findBatch } from '@/db/queries/imports'
import { recordTrail } from '@/db/trail'
import { inTransaction } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import { type Cell, cellText, numberText } from '@/lib/domain/import/cell'
import { mappingSchema } from '@/lib/domain/import/mapping'
import type { RowIssue } from '@/lib/domain/import/read-row'
import { Problem } from '@/lib/domain/problems'
import { concatenated } from '../spreadsheet/concatenated'
import { type Marked, sheetName, type XlsxCell, XlsxWriter } from '../spreadsheet/xlsx'
import { withFile } from './file'

/** Heading of the column that says why; it is of no field, so the file can be sent again as it is. */
export const REASON = '不能导入的原因'

/**
 * The rejected rows as they came, the cells at fault coloured, and a last column that says why: corrected, the same file is
 * sent again. On the trail before it goes.
 * @throws {Problem} forbidden, not-found
 */
export async function returnedRows(
  actor: Actor,
  id: string,
): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  if (!may(actor.role, 'contract.import')) throw new Problem({ code: 'forbidden' })
  const { batch, bad } = await inTransaction(actor, async (tx) => {
    const found = z.uuid().safeParse(id).success ? await findBatch(tx, actor, id) : null
    if (!found) throw new Problem({ code: 'not-found' })
    const rows = await readRows(tx, id, 'bad', { limit: 1_000_000 })
    await recordTrail(tx, actor, {
      action: 'contract.export',
      subjectKind: 'export',
      subject: null,
      details: { list: 'import-rows', batch: id, verdict: 'bad', format: 'xlsx', rows: rows.length },
    })
    return { batch: found, bad: new Map(rows.map(({ row, issues }) => [row, issues ?? []])) }
  })
  const { sheet, headingRow } = mappingSchema.parse(batch.mapping)
  const bytes = await withFile(actor, id, async (table) => {
    let writer: XlsxWriter | undefined
    let width = 0
    for await (const rows of table.rows(sheet)) {
      for (const { number, cells } of rows) {
        if (number === headingRow) {
          const headings = cells.map(cellText)
          // Sent again, the file has the column already.
          if (headings.at(-1) === REASON) headings.pop()
          width = headings.length
          writer = new XlsxWriter(
            sheetName(table.sheets[sheet]?.name || '合同'),
            [...headings, REASON].map((heading) => ({ heading, width: heading === REASON ? 60 : 18 })),
          )
        }
        const issues = bad.get(number)
        if (issues && writer) writer.add([line(cells, issues, width)])
      }
    }
    writer?.end()
    return concatenated(writer?.take() ?? [])
  })
  return { name: `${batch.fileName.replace(/\.[a-z]{3,4}$/i, '')}-需改正.xlsx`, bytes }
}

function line(cells: readonly Cell[], issues: readonly RowIssue[], width: number): (XlsxCell | Marked)[] {
  const faulty = new Set(issues.map(({ column }) => column))
  const reason = issues
    .map(({ message }, at) => (issues.length > 1 ? `${at + 1}. ${message.zh}` : message.zh))
    .join('\n')
  return [
    ...Array.from({ length: width }, (_, at) => {
      const cell = cellFor(cells[at] ?? null)
      return faulty.has(at) ? { marked: cell } : cell
    }),
    { marked: reason },
  ]
}

/** What was text stays text, a number a number: nothing is lost by coming back. */
function cellFor(cell: Cell): XlsxCell {
  if (cell === null || typeof cell === 'string') return cell
  if ('number' in cell) return { count: numberText(cell.number) }
  if ('date' in cell && cell.date.length === 10) return { day: cell.date }
  return cellText(cell)
}
