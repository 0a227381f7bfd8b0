import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/access/actor'
import { type ColumnKey, columns, type ListRow } from '@/lib/domain/contract/columns'
import { toWire } from '@/lib/domain/contract/kinds'
import { type Cursor, paramsOf, readListQuery } from '@/lib/domain/contract/list-query'
import { yuanText } from '@/lib/domain/money'
import { Problem } from '@/lib/domain/problems'
import { listContracts } from '../contracts/list'

const cell = z.union([z.string(), z.number(), z.boolean()]).nullable()
const cursor = z.string().nullable().describe('Send it as `after` or `before` for that page')

/** The answer of `GET /api/v1/contracts`. */
export const listAnswer = z.object({
  contracts: z.array(
    z
      .object({ id: z.uuid() })
      .catchall(cell)
      .describe(`Columns: ${Object.keys(columns).join(', ')}`),
  ),
  previous: cursor,
  next: cursor,
  sums: z.object({
    contracts: z.int(),
    turnover: z.string(),
    technology: z.string(),
    exact: z.boolean().describe('False where counting stopped at its bound; send sums=exact to count all'),
  }),
})

/**
 * One page of contracts by the filters of the pages' address.
 * @throws {Problem} invalid-input naming each parameter that can't be read: a filter left out would give wrong rows
 */
export async function listForApi(actor: Actor, search: URLSearchParams) {
  const query = readListQuery(paramsOf(search))
  if (query.ignored.length > 0) {
    throw new Problem({
      code: 'invalid-input',
      issues: query.ignored.map((path) => ({ path, message: 'parameter' })),
    })
  }
  const { rows, previous, next, sums } = await listContracts(actor, query)
  return {
    contracts: rows.map((row) => toWire(query.columns ? only(row, query.columns) : row)),
    previous: place(previous),
    next: place(next),
    sums: { ...sums, turnover: yuanText(sums.turnover), technology: yuanText(sums.technology) },
  }
}

const only = (row: ListRow, names: readonly ColumnKey[]) =>
  Object.fromEntries([['id', row.id], ...names.map((name) => [name, row[name]])])

const place = (at: Cursor | null): string | null => at && `${at.id}~${at.value}`
