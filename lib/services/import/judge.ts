import 'server-only'
import { z } from 'zod'
import { keepHeadings } from '@/db/queries/headings'
import { dropRows } from '@/db/queries/import-rows'
import { seenSchema } from '@/lib/domain/import/batch'
import { type Mapping, mappingSchema } from '@/lib/domain/import/mapping'
import type { SeenColumn } from '@/lib/domain/import/understand'
import { verb } from '../verb'
import { holdBatch, step } from './act'
import { officeOf } from './look'

const input = z.strictObject({ id: z.uuid(), mapping: mappingSchema })

/**
 * Settles how the columns are read and has every row judged; nothing is imported yet. The office's next file with these
 * headings is understood the same way.
 * @throws {Problem} import-status
 */
export const judgeImport = verb('contract.import', input, async (work, { id, mapping }) => {
  const batch = await holdBatch(work, id, ['mapping', 'judged'])
  await keepHeadings(work.tx, headingsOf(officeOf(work.actor), seenSchema.parse(batch.seen), mapping))
  await dropRows(work.tx, id)
  await step(work, batch, 'import.judge', { status: 'judging', mapping, done: 0, rows: 0, stopping: false })
  return { id }
})

/** How an office read the headings of a file, to be remembered. */
export function headingsOf(office: string, seen: readonly SeenColumn[], mapping: Mapping) {
  const byColumn = new Map(mapping.columns.map((one) => [one.column, one]))
  const headings = new Map(seen.map(({ heading, column }) => [heading, column]))
  return [...headings]
    .filter(([heading]) => heading !== '' && heading.length <= 200)
    .map(([heading, column]) => {
      const mapped = byColumn.get(column)
      return { office, heading, target: mapped?.target ?? '', money: mapped?.money ?? null }
    })
}
