import 'server-only'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { sinceImport } from '@/db/import-write'
import { readAccountNames } from '@/db/queries/accounts'
import { findContracts } from '@/db/queries/contracts'
import { countDiffering, countRows, type KeptRow, readRows } from '@/db/queries/import-rows'
import { type BatchRow, findBatch, hasFile, listBatches } from '@/db/queries/imports'
import type { Actor } from '@/lib/domain/access/actor'
import { contentSchema } from '@/lib/domain/contract/content'
import { type Difference, differences } from '@/lib/domain/contract/diff'
import {
  type BatchStatus,
  type FileFacts,
  fileSchema,
  type RowTitle,
  seenSchema,
  type Verdict,
} from '@/lib/domain/import/batch'
import type { ImportKind, Mapping } from '@/lib/domain/import/mapping'
import type { RowIssue } from '@/lib/domain/import/read-row'
import type { SeenColumn } from '@/lib/domain/import/understand'
import type { ProblemDetail } from '@/lib/domain/problems'
import { reading } from '../reader'

/** How many rows came to what; those from `written` on are of those new or changed. */
export type Counts = Record<Verdict | 'written' | 'applied' | 'asked' | 'undone' | 'met', number>

export interface ListedBatch {
  id: string
  kind: ImportKind
  status: BatchStatus
  fileName: string
  startedBy: string
  startedAt: Date
  counts: Counts
}

export interface ShownRow {
  row: number
  title: RowTitle
  issues: RowIssue[]
  differences: Difference[]
  contract: string | null
  /** The contract's number and status where the row met one. */
  met: { number: string | null; status: string } | null
  outcome: string | null
  /** The request that was asked for it, or why none could be. */
  request: string | null
  refusal: ProblemDetail | null
}

export interface BatchView extends ListedBatch {
  file: FileFacts
  columns: SeenColumn[]
  mapping: Mapping
  /** Last row dealt with. */
  done: number
  rowCount: number
  problem: ProblemDetail | null
  /** The file is still here: rejected rows can be given back. */
  hasFile: boolean
  /** What came after it: contracts acted on, drafts edited, numbers of contracts of which a paper is out. */
  since: { decided: number; edited: number; printed: string[] }
  /** Rows that differ and nothing came of yet: of contracts that can be edited, and of registered ones. */
  differing: { drafts: number; registered: number }
  verdict: Verdict
  rows: ShownRow[]
  /** There are more rows behind these. */
  next: number | null
}

export const batchesPerPage = 20
const ROWS = 50

/** The imports of the actor's office, the latest first. @throws {Problem} forbidden */
export const readBatches = (actor: Actor, page: number): Promise<{ batches: ListedBatch[]; more: boolean }> =>
  reading(actor, 'contract.import', async (tx) => {
    const found = await readListed(tx, actor, batchesPerPage + 1, (page - 1) * batchesPerPage)
    return { batches: found.slice(0, batchesPerPage), more: found.length > batchesPerPage }
  })

/** Some of them inside a reader's transaction. */
export async function readListed(
  tx: Tx,
  actor: Actor,
  limit: number,
  offset: number,
): Promise<ListedBatch[]> {
  const rows = await listBatches(tx, actor, limit, offset)
  const counts = await countRows(
    tx,
    rows.map(({ id }) => id),
  )
  const names = await readAccountNames(
    tx,
    rows.map(({ startedBy }) => startedBy),
  )
  return rows.map((batch) => listed(batch, counts, names.get(batch.startedBy) ?? ''))
}

/** An import with some of its rows; null outside the actor's reach. @throws {Problem} forbidden */
export const readBatch = (
  actor: Actor,
  id: string,
  { verdict, after = 0 }: { verdict?: Verdict; after?: number } = {},
): Promise<BatchView | null> =>
  reading(actor, 'contract.import', async (tx) => {
    const batch = z.uuid().safeParse(id).success ? await findBatch(tx, actor, id) : null
    if (!batch) return null
    const counted = await countRows(tx, [id])
    const names = await readAccountNames(tx, [batch.startedBy])
    const differing = await countDiffering(tx, actor, id)
    const own = listed(batch, counted, names.get(batch.startedBy) ?? '')
    const shown = verdict ?? firstToShow(own.counts)
    const rows = await readRows(tx, id, shown, { after, limit: ROWS + 1 })
    const kept = rows.slice(0, ROWS)
    return {
      ...own,
      file: fileSchema.parse(batch.file),
      columns: seenSchema.parse(batch.seen),
      mapping: batch.mapping as Mapping,
      done: batch.done,
      rowCount: batch.rows,
      problem: batch.problem as ProblemDetail | null,
      hasFile: await hasFile(tx, id),
      since: batch.status === 'done' ? await sinceImport(tx, id) : { decided: 0, edited: 0, printed: [] },
      differing: {
        drafts: (differing.get('draft') ?? 0) + (differing.get('returned') ?? 0),
        registered: differing.get('registered') ?? 0,
      },
      verdict: shown,
      rows: await shownRows(tx, actor, kept),
      next: rows.length > ROWS ? (kept.at(-1)?.row ?? null) : null,
    }
  })

const firstToShow = (counts: Counts): Verdict =>
  (['bad', 'changed', 'new', 'same'] as const).find((verdict) => counts[verdict] > 0) ?? 'new'

type Counted = Awaited<ReturnType<typeof countRows>>

function listed(batch: BatchRow, counted: Counted, startedBy: string): ListedBatch {
  const { id, kind, status, fileName, startedAt } = batch
  const counts: Counts = {
    ...{ new: 0, changed: 0, same: 0, bad: 0 },
    ...{ written: 0, applied: 0, asked: 0, undone: 0, met: 0 },
  }
  for (const { verdict, outcome, rows, batch: of } of counted) {
    if (of !== id) continue
    counts[verdict as Verdict] += rows
    if (outcome !== null) counts[outcome as 'written'] += rows
  }
  return { id, kind, status, fileName, startedAt, startedBy, counts }
}

/** Rows of an import as they are shown, with what each met. */
export async function shownRows(tx: Tx, actor: Actor, rows: readonly KeptRow[]): Promise<ShownRow[]> {
  const contracts = await findContracts(
    tx,
    actor,
    rows.flatMap(({ contract }) => contract ?? []),
  )
  return rows.map(({ row, title, issues, contract, outcome, verdict, content, request, refusal }) => {
    const met = contracts.get(contract ?? '')
    return {
      row,
      title,
      issues: issues ?? [],
      differences:
        verdict === 'changed' && met && content !== null && outcome === null
          ? differences(met.content, contentSchema.parse(content))
          : [],
      contract: met ? contract : null,
      met: met ? { number: met.number, status: met.status } : null,
      outcome,
      request,
      refusal: outcome === null ? refusal : null,
    }
  })
}
