import 'server-only'
import type { Tx } from '@/db/client'
import type { ComingRow } from '@/db/import-write'
import { type Known, knownByNumber, knownByParties } from '@/db/queries/import-known'
import type { BatchRow } from '@/db/queries/imports'
import type { Actor } from '@/lib/domain/access/actor'
import { type Content, contentSchema } from '@/lib/domain/contract/content'
import { changedBy, identityOf, isSame, partiesKey } from '@/lib/domain/import/identity'
import type { ReadRow } from '@/lib/domain/import/read-row'

/** The contract that a row speaks of, and what the row would make of it; null where it says the same. */
export interface Met {
  contract: string
  status: string
  revision: number
  after: Content | null
}

/** The contracts on the register that rows speak of, looked up set by set. A number goes before everything else. */
export async function meet<Row extends Pick<ReadRow, 'content' | 'said' | 'record'>>(
  tx: Tx,
  actor: Actor,
  { kind, unit }: Pick<BatchRow, 'kind' | 'unit'>,
  rows: readonly Row[],
): Promise<Map<Row, Met>> {
  const met = new Map<Row, Met>()
  const byNumber = await knownByNumber(
    tx,
    actor,
    rows.flatMap(({ record }) => record.number ?? []),
  )
  for (const row of rows) {
    const known = byNumber.get(row.record.number ?? '')
    if (known) met.set(row, metOf(row, known, contentSchema.parse(known.content)))
  }
  if (kind === 'registered') return met
  const asked = rows.flatMap((row) => {
    const identity = met.has(row) ? null : identityOf(row.content)
    return identity ? [{ row, identity }] : []
  })
  const found = await knownByParties(
    tx,
    actor,
    unit ?? '',
    asked.map(({ row: { content } }) => partiesOf(content)),
  )
  const byParties = new Map<string, { known: Known; content: Content }[]>()
  for (const known of found) {
    const content = contentSchema.parse(known.content)
    const identity = identityOf(content)
    if (identity === null) continue
    const key = partiesKey(identity)
    byParties.set(key, [...(byParties.get(key) ?? []), { known, content }])
  }
  for (const { row, identity } of asked) {
    const same = byParties.get(partiesKey(identity))?.find(({ content }) => {
      const other = identityOf(content)
      return other !== null && isSame(identity, other)
    })
    if (same) met.set(row, metOf(row, same.known, same.content))
  }
  return met
}

const partiesOf = ({ signDate = '', seller, buyer }: Content) => ({
  day: signDate,
  seller: seller?.name ?? '',
  buyer: buyer?.name ?? '',
})

const metOf = ({ said }: Pick<ReadRow, 'said'>, { id, status, revision }: Known, content: Content): Met => ({
  contract: id,
  status,
  revision,
  after: changedBy(content, said),
})

/** Rows of which the register may hold the contract by now: their number is taken, or their parties have one of that day. */
export async function alreadyThere(
  tx: Tx,
  actor: Actor,
  { kind, unit }: Pick<BatchRow, 'kind' | 'unit'>,
  rows: readonly ComingRow[],
): Promise<number[]> {
  const byNumber = await knownByNumber(
    tx,
    actor,
    rows.flatMap(({ number }) => number ?? []),
  )
  const byParties =
    kind === 'registered'
      ? []
      : await knownByParties(
          tx,
          actor,
          unit ?? '',
          rows.map(({ signDate, seller, buyer }) => ({
            day: signDate ?? '',
            seller: seller ?? '',
            buyer: buyer ?? '',
          })),
        )
  const keys = new Set(
    byParties.flatMap(({ content }) => {
      const identity = identityOf(contentSchema.parse(content))
      return identity ? partiesKey(identity) : []
    }),
  )
  return rows
    .filter(
      ({ number, signDate, seller, buyer }) =>
        byNumber.has(number ?? '') ||
        (keys.size > 0 &&
          signDate !== null &&
          keys.has(partiesKey({ signDate, seller: seller ?? '', buyer: buyer ?? '' }))),
    )
    .map(({ row }) => row)
}
