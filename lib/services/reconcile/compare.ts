import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { keepHeadings } from '@/db/queries/headings'
import {
  changeReconciliation,
  dropLines,
  findReconciliation,
  readLines,
  readOurs,
  replaceFindings,
} from '@/db/queries/reconciliation'
import { recordTrail } from '@/db/trail'
import { inTransaction } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { toWire } from '@/lib/domain/contract/kinds'
import { seenSchema } from '@/lib/domain/import/batch'
import { type Mapping, mappingSchema } from '@/lib/domain/import/mapping'
import { rowReader } from '@/lib/domain/import/read-row'
import type { SeenColumn } from '@/lib/domain/import/understand'
import { Problem } from '@/lib/domain/problems'
import { type Compared, compare, type Theirs } from '@/lib/domain/reconcile/compare'
import { daysOf } from '@/lib/domain/reconcile/period'
import { hasKey } from '@/lib/domain/reconcile/plain'
import { headingsOf } from '../import/judge'
import { LOOKED_AT, officeOf, understandRows } from '../import/look'
import { refused } from '../refuse'
import { parseInput, verb } from '../verb'

/** The rows of a file as its mapping reads them; nothing is taken for granted that the file doesn't say. */
export async function readTheirs(tx: Tx, id: string, mapping: Mapping): Promise<Theirs[]> {
  const read = rowReader({ ...mapping, assume: false })
  const lines = await readLines(tx, id, { sheet: mapping.sheet, after: mapping.headingRow })
  return lines.map(({ number, cells }) => ({ row: number, ...read(cells) }))
}

/** The reconciliation, held, if it is the actor's office's: the centre reads an office's and leaves it alone. */
async function held(tx: Tx, actor: Actor, id: string) {
  const row = await findReconciliation(tx, actor, id, { lock: true })
  if (!row || row.unit !== actor.unit) throw new Problem({ code: 'not-found' })
  return row
}

/** Holds the file against the register as both are now; decisions stay with what still says the same. */
export async function compareNow(
  { tx, actor, at }: { tx: Tx; actor: Actor; at: Date },
  id: string,
  mapping: Mapping,
): Promise<void> {
  const row = await held(tx, actor, id)
  const theirs = await readTheirs(tx, id, mapping)
  if (theirs.some(({ said }) => said.isSecret === true)) throw new Problem({ code: 'state-secret' })
  const numbers = theirs.flatMap(({ record }) => record.number ?? [])
  const mine = await readOurs(tx, actor, { unit: row.unit, ...daysOf(row.period), numbers })
  const { found, ours, theirs: other } = compare(mine, theirs)
  const said = new Map(theirs.map((one) => [one.row, one]))
  await replaceFindings(
    tx,
    id,
    found.map((one, at) => ({
      ...one,
      seq: at + 1,
      fingerprint: fingerprintOf(one, said.get(one.row ?? 0)),
    })),
  )
  await changeReconciliation(tx, actor, id, {
    status: 'compared',
    mapping,
    comparedAt: at,
    oursContracts: ours.contracts,
    oursTurnover: ours.turnover,
    oursTechnology: ours.technology,
    theirsContracts: other.contracts,
    theirsTurnover: other.turnover,
    theirsTechnology: other.technology,
  })
  const count = (outcome: Compared['outcome']) => found.filter((one) => one.outcome === outcome).length
  await recordTrail(tx, actor, {
    action: 'reconcile.compare',
    subjectKind: 'reconciliation',
    subject: id,
    details: {
      period: row.period,
      unit: row.unit,
      same: count('same'),
      here: count('here'),
      there: count('there'),
      differs: count('differs'),
      unread: count('unread'),
    },
  })
}

/** What a finding says, apart from where in its file it stands: for as long as this is the same, a decision on it holds. */
function fingerprintOf(
  { outcome, contract, number, title, differences, issues }: Compared,
  row?: Theirs,
): string {
  const alone = outcome === 'there' || outcome === 'unread'
  return createHash('sha256')
    .update(
      JSON.stringify([
        outcome,
        contract,
        number,
        title,
        differences.map(({ path, before, after }) => [path, before, after]),
        issues.map(({ path, message }) => [path, message]),
        alone && row ? [toWire(row.said), row.record] : null,
      ]),
    )
    .digest('hex')
}

/**
 * Settles how the columns of a file are read, and compares. The office's next file with these headings is read the same way.
 * @throws {Problem} not-found, invalid-input where no contract could be known again, state-secret
 */
const match = verb(
  'reconcile.write',
  z.strictObject({ id: z.uuid(), mapping: mappingSchema }),
  async ({ tx, actor, at }, { id, mapping }) => {
    const row = await held(tx, actor, id)
    const before = mappingSchema.safeParse(row.mapping).data
    // The rows that were kept are those of the sheet as it was understood.
    if (before && (before.sheet !== mapping.sheet || before.headingRow !== mapping.headingRow))
      throw refused('mapping', 'sheet')
    if (!hasKey(mapping)) throw refused('mapping', 'no-key')
    await keepHeadings(tx, headingsOf(officeOf(actor), seenSchema.parse(row.seen), mapping))
    await compareNow({ tx, actor, at }, id, mapping)
    return { id }
  },
)

/** The same; of a file that turns out to hold state secrets nothing is kept. */
export const matchColumns: typeof match = Object.assign(
  (actor: Actor, raw: unknown) =>
    match(actor, raw).catch(async (error) => {
      if (error instanceof Problem && error.detail.code === 'state-secret') await forget(actor, raw)
      throw error
    }),
  { permission: match.permission, input: match.input },
)

const forget = (actor: Actor, raw: unknown) =>
  inTransaction(actor, async (tx) => {
    const { id } = parseInput(match.input, raw)
    await held(tx, actor, id)
    await uncompare(tx, actor, id, { seen: [] })
    await dropLines(tx, id)
  })

/** What a comparison said is over: the file is to be read otherwise. */
async function uncompare(
  tx: Tx,
  actor: Actor,
  id: string,
  change: { seen: SeenColumn[]; mapping?: Mapping },
): Promise<void> {
  await replaceFindings(tx, id, [])
  await changeReconciliation(tx, actor, id, {
    ...change,
    status: 'mapping',
    comparedAt: null,
    oursContracts: null,
    oursTurnover: null,
    oursTechnology: null,
    theirsContracts: null,
    theirsTurnover: null,
    theirsTechnology: null,
  })
}

/**
 * Reads another sheet of the file instead; its columns are then matched, and what was compared before is over.
 * @throws {Problem} not-found, unreadable-file where that sheet has no headings
 */
export const chooseSheet = verb(
  'reconcile.write',
  z.strictObject({ id: z.uuid(), sheet: z.int().min(0).max(1000) }),
  async ({ tx, actor }, { id, sheet }) => {
    const row = await held(tx, actor, id)
    if (mappingSchema.safeParse(row.mapping).data?.sheet === sheet) return { id }
    const rows = await readLines(tx, id, { sheet, after: 0, most: LOOKED_AT })
    const { columns, mapping } = await understandRows(tx, actor, rows, 'registered', sheet)
    await uncompare(tx, actor, id, { seen: columns, mapping })
    return { id }
  },
)

/** Compares anew, after something was corrected or registered here. @throws {Problem} not-found, invalid-input */
export const compareAgain = verb(
  'reconcile.write',
  z.strictObject({ id: z.uuid() }),
  async ({ tx, actor, at }, { id }) => {
    const row = await held(tx, actor, id)
    await compareNow({ tx, actor, at }, id, mappingSchema.parse(row.mapping))
    return { id }
  },
)
