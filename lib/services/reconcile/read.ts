import 'server-only'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { readAccountNames } from '@/db/queries/accounts'
import { findContract } from '@/db/queries/contracts'
import {
  countFindings,
  type DecidedFinding,
  findFindings,
  findReconciliation,
  latestOf,
  listFindings,
  listReconciliations,
  type ReconciliationRow,
  readSheets,
} from '@/db/queries/reconciliation'
import type { Actor } from '@/lib/domain/access/actor'
import type { Content } from '@/lib/domain/contract/content'
import { type FieldName, field } from '@/lib/domain/contract/fields'
import { proposedPatch } from '@/lib/domain/import/asks'
import { type FileFacts, fileSchema, seenSchema } from '@/lib/domain/import/batch'
import { changedBy } from '@/lib/domain/import/identity'
import { type Mapping, mappingSchema } from '@/lib/domain/import/mapping'
import type { SeenColumn } from '@/lib/domain/import/understand'
import { type Outcome, openOutcomes, outcomes, type Sum } from '@/lib/domain/reconcile/compare'
import type { FindingListQuery } from '@/lib/domain/reconcile/list-query'
import { reading } from '../reader'
import { readTheirs } from './compare'

/** Findings by outcome, and how many of each nobody has decided. */
export type OutcomeCounts = Record<Outcome, { count: number; undecided: number }>

export interface ReconciliationLine {
  id: string
  unit: string | null
  period: string
  status: ReconciliationRow['status']
  fileName: string
  uploader: string
  uploadedAt: Date
  comparedAt: Date | null
  /** A newer file of the same period has taken its place. */
  superseded: boolean
  counts: OutcomeCounts
}

export const reconciliationsPerPage = 30
export const findingsPerPage = 50

/** Files held against the register within reach, the latest first. @throws {Problem} forbidden */
export const readReconciliations = (actor: Actor, page = 1) =>
  reading(actor, 'reconcile.read', (tx) =>
    reconciliationLines(tx, actor, reconciliationsPerPage + 1, (page - 1) * reconciliationsPerPage),
  ).then((found) => ({
    lines: found.slice(0, reconciliationsPerPage),
    more: found.length > reconciliationsPerPage,
  }))

export async function reconciliationLines(
  tx: Tx,
  actor: Actor,
  limit: number,
  offset: number,
): Promise<ReconciliationLine[]> {
  const rows = await listReconciliations(tx, actor, { limit, offset })
  const counted = await countFindings(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    id: row.id,
    unit: row.unit,
    period: row.period,
    status: row.status,
    fileName: row.fileName,
    uploader: row.uploader,
    uploadedAt: row.uploadedAt,
    comparedAt: row.comparedAt,
    superseded: !row.inForce,
    counts: countsOf(counted.filter(({ reconciliation }) => reconciliation === row.id)),
  }))
}

const countsOf = (
  counted: readonly { outcome: Outcome; count: number; undecided: number }[],
): OutcomeCounts =>
  Object.fromEntries(
    (Object.keys(outcomes) as Outcome[]).map((outcome) => {
      const one = counted.find((row) => row.outcome === outcome)
      return [outcome, { count: one?.count ?? 0, undecided: outcome === 'same' ? 0 : (one?.undecided ?? 0) }]
    }),
  ) as OutcomeCounts

export interface ReconciliationView extends ReconciliationLine {
  file: FileFacts
  /** Those of its sheets that can be read, by their places in the file. */
  sheets: number[]
  columns: SeenColumn[]
  mapping: Mapping
  ours: Sum | null
  theirs: Sum | null
  /** The actor may compare, decide and import. */
  mine: boolean
  show: Outcome
  findings: DecidedFinding[]
  /** How many there are of those listed, on whatever page. */
  total: number
}

/** A file held against the register with some of its findings; null outside reach. @throws {Problem} forbidden */
export const readReconciliation = (
  actor: Actor,
  id: string,
  { show, open, page }: FindingListQuery,
): Promise<ReconciliationView | null> =>
  reading(actor, 'reconcile.read', async (tx) => {
    const row = z.uuid().safeParse(id).success ? await findReconciliation(tx, actor, id) : null
    if (!row) return null
    const counts = countsOf(await countFindings(tx, [id]))
    const names = await readAccountNames(tx, [row.uploadedBy])
    const shown = show ?? openOutcomes.find((outcome) => counts[outcome].undecided > 0) ?? 'differs'
    const total = open ? counts[shown].undecided : counts[shown].count
    return {
      id,
      unit: row.unit,
      period: row.period,
      status: row.status,
      fileName: row.fileName,
      uploader: names.get(row.uploadedBy) ?? '',
      uploadedAt: row.uploadedAt,
      comparedAt: row.comparedAt,
      superseded: (await latestOf(tx, actor, row)) !== id,
      counts,
      file: fileSchema.parse(row.file),
      sheets: await readSheets(tx, id),
      columns: seenSchema.parse(row.seen),
      mapping: row.mapping as Mapping,
      ours:
        row.oursContracts === null
          ? null
          : { contracts: row.oursContracts, turnover: row.oursTurnover, technology: row.oursTechnology },
      theirs:
        row.theirsContracts === null
          ? null
          : {
              contracts: row.theirsContracts,
              turnover: row.theirsTurnover,
              technology: row.theirsTechnology,
            },
      mine: row.unit === actor.unit && actor.role !== 'approver',
      show: shown,
      findings: await listFindings(tx, id, {
        outcomes: [shown],
        open: open !== undefined,
        limit: findingsPerPage,
        offset: (page - 1) * findingsPerPage,
      }),
      total,
    }
  })

/** What a file says of a contract, as the form of a correction begins with it: the fields that differ, in wire form. */
export interface ProposedPatch {
  patch: Record<string, unknown>
}

/**
 * What a row of a file would make of its contract. Null where there is no such row, or it says the same.
 * @throws {Problem} forbidden
 */
export const proposedBy = (actor: Actor, contract: string, from: string): Promise<ProposedPatch | null> =>
  reading(actor, 'reconcile.read', async (tx) => {
    const [, id = '', seq = ''] = /^([0-9a-f-]{36}):(\d{1,6})$/.exec(from) ?? []
    const row = id ? await findReconciliation(tx, actor, id) : null
    if (!row) return null
    const [finding] = await findFindings(tx, id, [Number(seq)])
    const found = finding?.contract === contract ? await findContract(tx, actor, contract) : null
    if (!finding || !found) return null
    const theirs = await readTheirs(tx, id, mappingSchema.parse(row.mapping))
    const said: Content = theirs.find((one) => one.row === finding.row)?.said ?? {}
    const after = changedBy(found.content, said)
    if (!after) return null
    const patch = Object.entries(proposedPatch(found.content, after))
    return {
      patch: Object.fromEntries(patch.filter(([name]) => field(name as FieldName).correctable !== false)),
    }
  })
