import { and, asc, desc, eq, isNull, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '@/lib/domain/access/actor'
import type { EarlierContract, PartyRecord } from '@/lib/domain/approval/decision'
import { contentSchema, type Party } from '@/lib/domain/contract/content'
import { type Act, type HistoryEntry, readSaid } from '@/lib/domain/contract/history'
import type { Status } from '@/lib/domain/contract/lifecycle'
import type { Tx } from '../client'
import { account, attachment, contract, contractEvent } from '../schema'
import { visibleAnd } from '../visibility'

/** The ledger of a contract within reach, in the order it happened. */
export async function readHistory(tx: Tx, actor: Actor, id: string): Promise<HistoryEntry[]> {
  const rows = await tx
    .select({
      seq: contractEvent.seq,
      act: contractEvent.action,
      statusAfter: contractEvent.statusAfter,
      by: account.name,
      at: contractEvent.at,
      details: contractEvent.details,
      content: contractEvent.content,
    })
    .from(contractEvent)
    .innerJoin(contract, eq(contract.id, contractEvent.contract))
    .innerJoin(account, eq(account.id, contractEvent.actor))
    .where(visibleAnd(actor, eq(contract.id, id)))
    .orderBy(asc(contractEvent.seq))
  return rows.map(({ act, statusAfter, at, details, content, ...entry }) => ({
    ...entry,
    act: act as Act,
    statusAfter: statusAfter as Status,
    at: at.toISOString(),
    said: readSaid(details),
    content: contentSchema.parse(content),
  }))
}

/** Every file a contract within reach carries or carried, by kind and time. */
export async function readFiles(tx: Tx, actor: Actor, id: string) {
  return tx
    .select({
      id: attachment.id,
      kind: attachment.kind,
      fileName: attachment.fileName,
      mediaType: attachment.mediaType,
      size: attachment.size,
      addedAt: attachment.addedAt,
      removedAt: attachment.removedAt,
    })
    .from(attachment)
    .innerJoin(contract, eq(contract.id, attachment.contract))
    .where(visibleAnd(actor, eq(contract.id, id)))
    .orderBy(attachment.kind, attachment.addedAt)
}

const LATEST = 10

/** What the register holds of a party, on either side, beside one contract; by code, or by name where there is none. */
export async function readParty(
  tx: Tx,
  actor: Actor,
  side: PartyRecord['side'],
  party: Party,
  beside: string,
): Promise<PartyRecord | null> {
  if (!party.name) return null
  const isParty: SQL | undefined = party.code
    ? or(eq(contract.sellerCode, party.code), eq(contract.buyerCode, party.code))
    : or(
        and(isNull(contract.sellerCode), eq(contract.sellerName, party.name)),
        and(isNull(contract.buyerCode), eq(contract.buyerName, party.name)),
      )
  const whose = visibleAnd(actor, isParty, ne(contract.id, beside))
  const registered = sql`${contract.status} = 'registered'`
  const sum = (column: typeof contract.turnover | typeof contract.technology) =>
    sql<string>`coalesce(sum(${column}) filter (where ${registered}), 0)::text`
  const [[sums], latest] = await Promise.all([
    tx
      .select({
        contracts: sql<number>`count(*)::integer`,
        registered: sql<number>`count(*) filter (where ${registered})::integer`,
        turnover: sum(contract.turnover),
        technology: sum(contract.technology),
      })
      .from(contract)
      .where(whose),
    tx
      .select({
        id: contract.id,
        localNumber: contract.localNumber,
        number: contract.number,
        unit: contract.unit,
        status: sql<Status>`${contract.status}`,
        name: sql<string>`coalesce(${contract.name}, '')`,
        subtype: contract.subtype,
        sellerName: contract.sellerName,
        buyerName: contract.buyerName,
        turnover: contract.turnover,
        technology: contract.technology,
        signDate: contract.signDate,
      } satisfies Record<keyof EarlierContract, unknown>)
      .from(contract)
      .where(whose)
      .orderBy(sql`${contract.signDate} desc nulls last`, desc(contract.id))
      .limit(LATEST),
  ])
  if (!sums) return null
  return {
    side,
    name: party.name,
    contracts: sums.contracts,
    registered: sums.registered,
    turnover: BigInt(sums.turnover),
    technology: BigInt(sums.technology),
    latest,
  }
}

/** Names of accounts. */
export async function nameOf(tx: Tx, id: string): Promise<string> {
  const [row] = await tx.select({ name: account.name }).from(account).where(eq(account.id, id))
  return row?.name ?? ''
}
