import { createReadStream, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, setDatabase } from '@/db/client'
import { account } from '@/db/schema'
import { inTransaction } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { people, person, registrarOf } from '@/lib/services/demo/people'
import { beginImport } from '@/lib/services/import/begin'
import { contractSheet, type SheetContract } from '@/lib/services/import/contract-sheet'
import { judgeImport } from '@/lib/services/import/judge'
import { readBatch } from '@/lib/services/import/read'
import { workOn } from '@/lib/services/import/work'
import { writeImport } from '@/lib/services/import/write'
import { completeContent, partiesOf } from '@/lib/testing/content'
import { table } from './measure'

/**
 * Time and memory of a workbook of so many contracts with every field of the dictionary: as drafts of an office, and as already
 * registered by the centre; then the same file again, which changes nothing.
 */
export async function benchImport({ appUrl }: { appUrl: string }, count: number): Promise<void> {
  const app = openDatabase(appUrl, { max: 4 })
  setDatabase(app)
  await inTransaction(person('admin'), (tx) => tx.insert(account).values([...people]))
  const home = mkdtempSync(join(tmpdir(), 'jishi-bench-import-'))
  const rows: string[][] = []
  for (const actor of [registrarOf('D08'), person('auditor')]) {
    const kind = actor.role === 'registrar' ? 'draft' : 'registered'
    const path = join(home, `${kind}.xlsx`)
    writeFileSync(
      path,
      contractSheet(
        kind,
        Array.from({ length: count }, (_, index) => contractOf(index, kind)),
      ),
    )
    rows.push([kind, ...(await timed(actor, path, count, true))])
    rows.push([`${kind} again`, ...(await timed(actor, path, count, false))])
  }
  table(['', 'MB', 'read', 'judge', 'write', 'all', 'rows/s', 'memory MB'], rows)
  rmSync(home, { recursive: true, force: true })
  await app.close()
}

async function timed(actor: Actor, path: string, count: number, writes: boolean): Promise<string[]> {
  let highest = 0
  const watch = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage().rss)
  }, 100)
  const marks = [performance.now()]
  const { id } = await beginImport(actor, { fileName: 'bench.xlsx' }, createReadStream(path))
  marks.push(performance.now())
  await judgeImport(actor, { id, mapping: (await readBatch(actor, id))?.mapping })
  await workOn(actor, id)
  marks.push(performance.now())
  await writeImport(actor, { id })
  await workOn(actor, id)
  marks.push(performance.now())
  clearInterval(watch)
  const counts = (await readBatch(actor, id))?.counts
  const expected = writes ? counts?.written : counts?.same
  if (expected !== count) throw new Error(`Not every row came in: ${JSON.stringify(counts)}`)
  const [start = 0, read = 0, judged = 0, written = 0] = marks
  const seconds = (from: number, to: number) => `${((to - from) / 1000).toFixed(1)} s`
  return [
    (statSync(path).size / 1024 ** 2).toFixed(0),
    seconds(start, read),
    seconds(read, judged),
    seconds(judged, written),
    seconds(start, written),
    (count / ((written - start) / 1000)).toFixed(0),
    (highest / 1024 ** 2).toFixed(0),
  ]
}

function contractOf(index: number, kind: 'draft' | 'registered'): SheetContract {
  const day = '2024-05-06'
  const content = completeContent({
    ...partiesOf(index),
    ...(kind === 'registered' && { signDate: day, effectiveDate: day, endDate: '2027-05-06' }),
    turnover: 10_000_000n + BigInt(index),
    technology: 10_000_000n + BigInt(index),
  })
  if (kind === 'draft') return { content }
  return {
    content,
    record: {
      number: `20246600080${String(index).padStart(5, '0')}`,
      unit: 'D08',
      registeredOn: '2024-06-03',
      acceptedOn: '2024-06-03',
    },
  }
}
