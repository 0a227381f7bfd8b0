import 'server-only'
import { recordTrail } from '@/db/trail'
import { inTransaction } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'

/** What a file of figures was made of; what a filter by words sought stays out of it. */
interface TakenFigures {
  /** A table of the catalogue, or `cross`. */
  table: string
  format: string
  /** Lines under the headings. */
  rows: number
  asOf: Date | null
  [more: string]: unknown
}

/** Tells the trail of a table's file that is made and about to be handed over: without the entry there is no file. */
export const recordFigures = (actor: Actor, { asOf, ...details }: TakenFigures): Promise<void> =>
  inTransaction(actor, (tx) =>
    recordTrail(tx, actor, {
      action: 'table.export',
      subjectKind: 'export',
      subject: null,
      details: { ...details, asOf: asOf?.toISOString() ?? null },
    }),
  )
