import 'server-only'
import { z } from 'zod'
import { parseInput } from '../verb'
import { query } from './operation'

/** Of lists whose pages are numbered: another way through, which nothing that is added or edited meanwhile can shift. */
export const afterParameter = query(
  'after',
  '按录入先后逐页：空为自首条起，其后为上一页答复中的 next',
  'Walks in the order of entry: empty from the first, then the next of the page before',
)

export const afterSchema = z.union([z.literal(''), z.uuid()]).optional()

/** @throws {Problem} invalid-input */
export const afterIn = (search: URLSearchParams): string | undefined =>
  parseInput(z.object({ after: afterSchema }), { after: search.get('after') ?? undefined }).after

export const nextAfter = (
  after: string | undefined,
  rows: readonly { id: string }[],
  perPage: number,
): string | null => (after !== undefined && rows.length === perPage ? (rows.at(-1)?.id ?? null) : null)
