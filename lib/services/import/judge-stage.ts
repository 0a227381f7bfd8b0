import 'server-only'
import { setImmediate as breathe } from 'node:timers/promises'
import type { Tx } from '@/db/client'
import { insertRows, type NewRow, readKeys } from '@/db/queries/import-rows'
import { readEverySetting, readToday, readUnits } from '@/db/queries/reference'
import { inTransaction } from '@/db/transaction'
import type { Content } from '@/lib/domain/contract/content'
import { toWire } from '@/lib/domain/contract/kinds'
import type { RowTitle, Verdict } from '@/lib/domain/import/batch'
import { identityKey, identityOf } from '@/lib/domain/import/identity'
import { isSecretRow, rowJudge } from '@/lib/domain/import/judge'
import { mappingSchema } from '@/lib/domain/import/mapping'
import { type ReadRow, type RowIssue, rowReader } from '@/lib/domain/import/read-row'
import { Problem } from '@/lib/domain/problems'
import type { Settings } from '@/lib/domain/settings'
import { factsOf } from '@/lib/domain/statistics/facts'
import { noNotes } from '../spreadsheet/reading/cell'
import { withFile } from './file'
import { endStage, type Job, underHold } from './hold'
import { type Met, meet } from './meet'

interface JudgedRow extends ReadRow {
  row: number
  key: string | null
}

type Units = Awaited<ReturnType<typeof readUnits>>

/**
 * Reads the file and judges every row: some hundred together, each set committed with the place it reaches while the next is
 * being read.
 */
export async function judgeStage(job: Job): Promise<void> {
  const { actor, batch } = job
  const mapping = mappingSchema.parse(batch.mapping)
  const { settingsOn, today, units } = await inTransaction(actor, async (tx) => {
    const day = await readToday(tx)
    return { settingsOn: await readEverySetting(tx), today: day, units: await readUnits(tx, day) }
  })
  const onDay = new Map<string, Settings>()
  const judge = rowJudge({
    kind: batch.kind,
    mapping,
    today,
    unit: batch.unit ?? '',
    settingsOn: (day) => {
      const known = onDay.get(day) ?? settingsOn(day)
      onDay.set(day, known)
      return known
    },
  })
  const read = rowReader(mapping)
  const notes = noNotes()
  let rows = 0
  let kept: Promise<void> = Promise.resolve()
  try {
    await withFile(actor, batch.id, async (table) => {
      for await (const some of table.rows(mapping.sheet, notes)) {
        const judged: JudgedRow[] = []
        for (const { number, cells } of some) {
          if (number <= mapping.headingRow) continue
          rows += 1
          if (number <= batch.done) continue
          const row = read(cells)
          if (isSecretRow(row)) throw new Problem({ code: 'state-secret' })
          judged.push({ ...row, row: number, issues: judge(row), key: keyOf(job, row) })
          if (judged.length % 50 === 0) await breathe()
        }
        const end = judged.at(-1)?.row
        if (end === undefined) continue
        await kept
        kept = underHold(job, end, async (tx) =>
          insertRows(tx, batch.id, await verdictsOf(tx, job, judged, units)),
        )
        // What it throws comes to light when it is waited for.
        kept.catch(() => {})
      }
      await kept
    })
  } finally {
    // Nothing may be written any more when the stage has failed.
    await kept.catch(() => {})
  }
  await endStage(job, { status: 'judged', rows, file: { ...(batch.file as object), notes } })
}

function keyOf({ batch }: Job, { content, record }: ReadRow): string | null {
  if (batch.kind === 'registered') return record.number ?? null
  const identity = identityOf(content)
  return identity && identityKey(identity)
}

/** What becomes of each row: against the register, and against the rows above it in its own file. */
async function verdictsOf(tx: Tx, job: Job, rows: readonly JudgedRow[], units: Units): Promise<NewRow[]> {
  const sound = rows.filter(({ issues }) => issues.length === 0)
  const met = await meet(tx, job.actor, job.batch, sound)
  const above = await readKeys(
    tx,
    job.batch.id,
    sound.flatMap(({ key }) => key ?? []),
  )
  return rows.map((row): NewRow => {
    const { content, record, issues, key, row: number } = row
    const kept = {
      row: number,
      title: titleOf(content),
      key,
      record,
      facts: null,
      issues: null,
      contract: null,
      base: null,
    }
    if (issues.length > 0) return { ...kept, verdict: 'bad', content: null, issues }
    const wire = toWire(content)
    const earlier = key === null ? undefined : above.get(key)
    if (earlier) {
      const isRepeated = JSON.stringify(sorted(earlier.content)) === JSON.stringify(sorted(wire))
      if (isRepeated) return { ...kept, verdict: 'same', content: null }
      return { ...kept, verdict: 'bad', content: null, issues: [twice(earlier.row)] }
    }
    if (key !== null) above.set(key, { row: number, content: wire })
    const found = met.get(row)
    const isCounted = !found && job.batch.kind === 'registered'
    return { ...kept, ...outcome(found, wire), ...(isCounted && { facts: countedBy(row, units) }) }
  })
}

/** What a registered contract will be counted by, as it can be kept. @throws {Problem} invalid-input where its unit is in neither area */
function countedBy({ content, record: { unit = '', registeredOn = '' } }: ReadRow, units: Units) {
  const area = units.get(unit)?.area
  if (area !== 'south' && area !== 'north')
    throw new Problem({ code: 'invalid-input', issues: [{ path: 'unit', message: unit }] })
  const facts = factsOf(content, { unit, area, date: registeredOn })
  return { ...facts, turnover: String(facts.turnover), technology: String(facts.technology) }
}

function outcome(
  met: Met | undefined,
  wire: unknown,
): Pick<NewRow, 'verdict' | 'content' | 'contract' | 'base'> {
  if (!met) return { verdict: 'new' satisfies Verdict, content: wire, contract: null, base: null }
  const { contract, revision, after } = met
  return after
    ? { verdict: 'changed', content: toWire(after), contract, base: revision }
    : { verdict: 'same', content: null, contract, base: revision }
}

const twice = (row: number): RowIssue => ({
  column: null,
  path: '',
  message: {
    zh: `与第 ${row} 行是同一份合同，内容却不同，请只保留一行。`,
    en: `Row ${row} is the same contract and says something else; keep one of them.`,
  },
})

const titleOf = ({ name = '', seller, buyer }: Content): RowTitle => ({
  name,
  seller: seller?.name ?? '',
  buyer: buyer?.name ?? '',
})

/** The database keeps the keys of a document in an order of its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}
