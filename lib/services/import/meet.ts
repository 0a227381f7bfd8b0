import 'server-only'
import type { Tx } from '@/db/client'
import { type BatchRow, type Known, knownByNumber, knownBySeller } from '@/db/queries/imports'
import type { Actor } from '@/lib/domain/access/actor'
import { type Content, contentSchema } from '@/lib/domain/contract/content'
import { changedBy, identityOf, isSame } from '@/lib/domain/import/identity'
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
    const { seller, signDate } = row.content
    return met.has(row) || !seller?.name || !signDate ? [] : [{ row, signDate, seller: seller.name }]
  })
  if (asked.length === 0) return met
  const found = await knownBySeller(tx, actor, unit ?? '', asked)
  const bySeller = new Map<string, { known: Known; content: Content }[]>()
  for (const known of found) {
    const content = contentSchema.parse(known.content)
    const place = `${content.signDate}|${content.seller?.name}`
    bySeller.set(place, [...(bySeller.get(place) ?? []), { known, content }])
  }
  for (const { row, signDate, seller } of asked) {
    const own = identityOf(row.content)
    const same = bySeller.get(`${signDate}|${seller}`)?.find(({ content }) => {
      const other = identityOf(content)
      return own !== null && other !== null && isSame(own, other)
    })
    if (same) met.set(row, metOf(row, same.known, same.content))
  }
  return met
}

const metOf = ({ said }: Pick<ReadRow, 'said'>, { id, status, revision }: Known, content: Content): Met => ({
  contract: id,
  status,
  revision,
  after: changedBy(content, said),
})
