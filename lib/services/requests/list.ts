import 'server-only'
import { countRequests, listRequests, type RequestFilter, type RequestLine } from '@/db/queries/requests'
import { inSnapshot } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import { Problem } from '@/lib/domain/problems'

export const requestsPerPage = 30

export interface RequestPage {
  lines: RequestLine[]
  /** All that match, on whatever page. */
  count: number
  /** Open ones within reach, whatever the filter. */
  open: number
}

/**
 * Requests within reach: open ones the longest waiting first, settled ones the latest first.
 * @param page from 1
 * @throws {Problem} forbidden
 */
export async function readRequests(actor: Actor, filter: RequestFilter, page = 1): Promise<RequestPage> {
  if (!may(actor.role, 'request.read')) throw new Problem({ code: 'forbidden' })
  return inSnapshot(actor, async (tx) => ({
    lines: await listRequests(tx, actor, filter, {
      limit: requestsPerPage,
      offset: (page - 1) * requestsPerPage,
    }),
    count: await countRequests(tx, actor, filter),
    open: await countRequests(tx, actor, { open: true }),
  }))
}
