import 'server-only'
import { countRequests, listRequests, type RequestFilter, type RequestLine } from '@/db/queries/requests'
import type { Actor } from '@/lib/domain/access/actor'
import { reading } from '../reader'

export const requestsPerPage = 30

export interface RequestPage {
  lines: RequestLine[]
  /** Open and settled ones of the same kind and unit, on whatever page. */
  counts: { waiting: number; settled: number }
}

/**
 * Requests within reach: open ones the longest waiting first, settled ones the latest first.
 * @param page from 1, or the request that the page comes after
 * @throws {Problem} forbidden
 */
export async function readRequests(
  actor: Actor,
  { open, ...narrowed }: Pick<RequestFilter, 'kind' | 'unit'> & { open: boolean },
  page: number | { after: string | undefined } = 1,
): Promise<RequestPage> {
  return reading(actor, 'request.read', async (tx) => ({
    lines: await listRequests(
      tx,
      actor,
      { ...narrowed, open },
      typeof page === 'number'
        ? { limit: requestsPerPage, offset: (page - 1) * requestsPerPage }
        : { limit: requestsPerPage, ...page },
    ),
    counts: {
      waiting: await countRequests(tx, actor, { ...narrowed, open: true }),
      settled: await countRequests(tx, actor, { ...narrowed, open: false }),
    },
  }))
}
