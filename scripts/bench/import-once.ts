import { createReadStream } from 'node:fs'
import { openDatabase, setDatabase } from '@/db/client'
import { verdictNames } from '@/lib/domain/import/batch'
import { person, registrarOf } from '@/lib/services/demo/people'
import { beginImport } from '@/lib/services/import/begin'
import { judgeImport } from '@/lib/services/import/judge'
import { type BatchView, readBatch } from '@/lib/services/import/read'
import { workOn } from '@/lib/services/import/work'
import { writeImport } from '@/lib/services/import/write'

/** Milliseconds of an import's parts, and the megabytes its process held when so many rows of the part were done. */
export interface ImportTimes {
  read: number
  judge: number
  write: number
  counts: BatchView['counts']
  memory: { judge: Held[]; write: Held[] }
}

interface Held {
  rows: number
  megabytes: number
}

const EVERY = 250

/** Imports a file as the office or the centre would, and tells what it took: `import-once.ts URL KIND PATH`. */
const [appUrl = '', kind = 'draft', path = ''] = process.argv.slice(2)
setDatabase(openDatabase(appUrl, { max: 4 }))
const actor = kind === 'draft' ? registrarOf('D08') : person('auditor')
const begun = performance.now()
const { id } = await beginImport(actor, { fileName: 'bench.xlsx' }, createReadStream(path))
const read = performance.now()
await judgeImport(actor, { id, mapping: (await readBatch(actor, id))?.mapping })
const judging = await watched(
  () => workOn(actor, id),
  ({ counts }) => sum(verdictNames.map((verdict) => counts[verdict])),
)
const judged = performance.now()
await writeImport(actor, { id })
const writing = await watched(
  () => workOn(actor, id),
  ({ counts }) => counts.written,
)
const written = performance.now()
const counts = (await readBatch(actor, id))?.counts
if (!counts) throw new Error('The import is gone')
const times: ImportTimes = {
  read: read - begun,
  judge: judged - read,
  write: written - judged,
  counts,
  memory: { judge: judging, write: writing },
}
process.send?.(times, () => process.exit(0))

/** The memory held while the work goes on, beside how far it has come, as the page asks it. */
async function watched(work: () => Promise<void>, done: (batch: BatchView) => number): Promise<Held[]> {
  const held: Held[] = []
  const look = async () => {
    const batch = await readBatch(actor, id)
    if (batch) held.push({ rows: done(batch), megabytes: process.memoryUsage().rss / 1024 ** 2 })
  }
  let looking = look()
  const watch = setInterval(() => {
    looking = looking.then(look)
  }, EVERY)
  await work()
  clearInterval(watch)
  await looking
  return held
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}
