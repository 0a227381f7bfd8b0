import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, setDatabase } from '@/db/client'
import { account } from '@/db/schema'
import { inTransaction } from '@/db/transaction'
import { people, person } from '@/lib/services/demo/people'
import { apart } from './apart'
import type { ImportTimes } from './import-once'
import { table } from './measure'

const shares = [0.1, 0.5, 1]

/**
 * Time and memory of a workbook of so many contracts with every field of the dictionary: as drafts of an office, and as already
 * registered by the centre; then the same file again, which changes nothing. Each in a process that does nothing else.
 */
export async function benchImport({ appUrl }: { appUrl: string }, count: number): Promise<void> {
  const app = openDatabase(appUrl, { max: 1 })
  setDatabase(app)
  await inTransaction(person('admin'), (tx) => tx.insert(account).values([...people]))
  await app.close()
  const home = mkdtempSync(join(tmpdir(), 'jishi-bench-import-'))
  const rows: string[][] = []
  for (const kind of ['draft', 'registered']) {
    const path = join(home, `${kind}.xlsx`)
    await apart('import-file.ts', [kind, String(count), path])
    for (const again of [false, true]) {
      const times = await apart<ImportTimes>('import-once.ts', [appUrl, kind, path])
      if ((again ? times.counts.same : times.counts.written) !== count)
        throw new Error(`Not every row came in: ${JSON.stringify(times.counts)}`)
      rows.push([
        again ? `${kind} again` : kind,
        (statSync(path).size / 1024 ** 2).toFixed(0),
        ...told(times, count),
      ])
    }
  }
  table(['', 'MB', 'read', 'judge', 'write', 'all', 'rows/s', 'judging MB', 'writing MB'], rows)
  console.log(`memory of the process at ${shares.map((share) => `${share * 100} %`).join(', ')} of the rows`)
  rmSync(home, { recursive: true, force: true })
}

function told({ read, judge, write, memory }: ImportTimes, count: number): string[] {
  const all = read + judge + write
  const seconds = [read, judge, write, all].map((time) => `${(time / 1000).toFixed(1)} s`)
  const held = [memory.judge, memory.write].map((at) =>
    shares
      .map((share) => at.find(({ rows }) => rows >= share * count)?.megabytes.toFixed(0) ?? '-')
      .join(' '),
  )
  return [...seconds, (count / (all / 1000)).toFixed(0), ...held]
}
