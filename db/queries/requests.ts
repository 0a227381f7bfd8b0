import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Actor } from '@/lib/domain/access/actor'
import { type Content, contentSchema } from '@/lib/domain/contract/content'
import { openStatuses, type RequestKind, type RequestStatus } from '@/lib/domain/request/kinds'
import type { Tx } from '../client'
import { hold } from '../locks'
import { account, contract, contractEvent, evidence, request } from '../schema'
import { visibleAnd } from '../visibility'

export type RequestRow = Omit<typeof request.$inferSelect, 'kind' | 'status' | 'content'> & {
  kind: RequestKind
  status: RequestStatus
  content: Content | null
}

const readRow = (row: typeof request.$inferSelect): RequestRow => ({
  ...row,
  kind: row.kind as RequestKind,
  status: row.status as RequestStatus,
  content: row.content === null ? null : contentSchema.parse(row.content),
})

/** Until the transaction ends nobody else asks or decides anything after registration about this contract. */
export async function lockRequestsOf(tx: Tx, contract: string): Promise<void> {
  await hold(tx, 'contract', contract)
}

/** The request if its contract exists for the actor. */
export async function findRequest(tx: Tx, actor: Actor, id: string): Promise<RequestRow | null> {
  const [row] = await tx
    .select({ request })
    .from(request)
    .innerJoin(contract, eq(contract.id, request.contract))
    .where(visibleAnd(actor, eq(request.id, id)))
  return row ? readRow(row.request) : null
}

/** The request that is still open on a contract. */
export async function openRequestOn(tx: Tx, of: string): Promise<{ id: string } | null> {
  const [row] = await tx
    .select({ id: request.id })
    .from(request)
    .where(and(eq(request.contract, of), inArray(request.status, [...openStatuses])))
  return row ?? null
}

export async function insertRequest(tx: Tx, values: typeof request.$inferInsert): Promise<void> {
  await tx.insert(request).values(values)
}

/** Writes a step of a request; false when somebody else has moved it since it was seen. */
export async function changeRequest(
  tx: Tx,
  seen: Pick<RequestRow, 'id' | 'status'>,
  change: Partial<typeof request.$inferInsert>,
): Promise<boolean> {
  const changed = await tx
    .update(request)
    .set(change)
    .where(and(eq(request.id, seen.id), eq(request.status, seen.status)))
    .returning({ id: request.id })
  return changed.length === 1
}

/** What a contract said at the revision a request was made on: it was registered then, and is so in the ledger. */
export async function contentBefore(
  tx: Tx,
  row: Pick<RequestRow, 'contract' | 'event'>,
): Promise<Content | null> {
  const [before] = await tx
    .select({ content: contractEvent.content })
    .from(contractEvent)
    .where(
      and(
        eq(contractEvent.contract, row.contract),
        row.event === null ? undefined : sql`${contractEvent.id} < ${row.event}`,
      ),
    )
    .orderBy(desc(contractEvent.seq))
    .limit(1)
  return before ? contentSchema.parse(before.content) : null
}

/** A request as lists show it. */
export interface RequestLine {
  id: string
  number: string
  kind: RequestKind
  status: RequestStatus
  reason: string
  unit: string
  contract: string
  contractNumber: string | null
  contractName: string | null
  turnover: bigint | null
  askedBy: string
  askedAt: Date
  decidedAt: Date | null
}

export interface RequestFilter {
  open?: boolean
  contract?: string
  kind?: RequestKind | undefined
  unit?: string | undefined
}

const asker = alias(account, 'asker')

const matching = (actor: Actor, { open, contract: of, kind, unit }: RequestFilter) =>
  visibleAnd(
    actor,
    open === undefined
      ? undefined
      : open
        ? inArray(request.status, [...openStatuses])
        : sql`${request.status} not in ('asked', 'endorsed')`,
    of === undefined ? undefined : eq(request.contract, of),
    kind === undefined ? undefined : eq(request.kind, kind),
    unit === undefined ? undefined : eq(request.unit, unit),
  )

/** Requests within reach, the longest waiting first where they are open, else the latest first. */
export async function listRequests(
  tx: Tx,
  actor: Actor,
  filter: RequestFilter,
  page: { limit: number; offset?: number; after?: string | undefined },
): Promise<RequestLine[]> {
  const order = filter.open
    ? [asc(request.askedAt), asc(request.id)]
    : [desc(request.askedAt), desc(request.id)]
  const rows = await tx
    .select({
      id: request.id,
      number: request.number,
      kind: request.kind,
      status: request.status,
      reason: request.reason,
      unit: request.unit,
      contract: request.contract,
      contractNumber: contract.number,
      contractName: contract.name,
      turnover: contract.turnover,
      askedBy: asker.name,
      askedAt: request.askedAt,
      decidedAt: request.decidedAt,
    })
    .from(request)
    .innerJoin(contract, eq(contract.id, request.contract))
    .innerJoin(asker, eq(asker.id, request.askedBy))
    .where(and(matching(actor, filter), page.after ? behind(page.after, filter.open) : undefined))
    .orderBy(...order)
    .limit(page.limit)
    .offset(page.offset ?? 0)
  return rows.map((row) => ({
    ...row,
    kind: row.kind as RequestKind,
    status: row.status as RequestStatus,
  }))
}

/** What comes after a request in its list, whatever has become of that one. */
const behind = (id: string, open: boolean | undefined) =>
  sql`(${request.askedAt}, ${request.id}) ${sql.raw(open ? '>' : '<')} (select asked_at, id from request where id = ${id})`

export async function countRequests(tx: Tx, actor: Actor, filter: RequestFilter): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::integer` })
    .from(request)
    .innerJoin(contract, eq(contract.id, request.contract))
    .where(matching(actor, filter))
  return row?.count ?? 0
}

export async function insertEvidence(tx: Tx, values: typeof evidence.$inferInsert): Promise<void> {
  await tx.insert(evidence).values(values)
}

/** The papers of a request, or those the actor has sent for one on this contract that is still to be made. */
export const listEvidence = (tx: Tx, of: { request: string } | { contract: string; addedBy: string }) =>
  tx
    .select({
      id: evidence.id,
      fileName: evidence.fileName,
      mediaType: evidence.mediaType,
      size: evidence.size,
      sha256: evidence.sha256,
    })
    .from(evidence)
    .where(
      'request' in of
        ? eq(evidence.request, of.request)
        : and(eq(evidence.contract, of.contract), eq(evidence.addedBy, of.addedBy), isNull(evidence.request)),
    )
    .orderBy(asc(evidence.addedAt), asc(evidence.id))

/** Files the papers on their way with the request they were sent for. */
export async function fileEvidence(
  tx: Tx,
  { request: id, contract: of, addedBy }: { request: string; contract: string; addedBy: string },
): Promise<void> {
  await tx
    .update(evidence)
    .set({ request: id })
    .where(and(eq(evidence.contract, of), eq(evidence.addedBy, addedBy), isNull(evidence.request)))
}

/** Takes off a paper that is filed with no request yet; false where there is none. */
export async function deleteEvidence(tx: Tx, actor: Actor, id: string): Promise<boolean> {
  const gone = await tx
    .delete(evidence)
    .where(and(eq(evidence.id, id), eq(evidence.addedBy, actor.id), isNull(evidence.request)))
    .returning({ id: evidence.id })
  return gone.length === 1
}

/** A paper within reach: its contract is, and it is filed or the actor's own. */
export async function findEvidence(tx: Tx, actor: Actor, id: string) {
  const [row] = await tx
    .select({
      id: evidence.id,
      contract: evidence.contract,
      fileName: evidence.fileName,
      mediaType: evidence.mediaType,
      size: evidence.size,
      sha256: evidence.sha256,
    })
    .from(evidence)
    .innerJoin(contract, eq(contract.id, evidence.contract))
    .where(visibleAnd(actor, eq(evidence.id, id)))
  return row ?? null
}
