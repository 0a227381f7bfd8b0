import { and, asc, eq, exists, inArray, isNull, ne, notInArray, or, sql } from 'drizzle-orm'
import type { Actor } from '@/lib/domain/access/actor'
import { belongsToOne, type ListedFile } from '@/lib/domain/attachments/files'
import type { Tx } from '../client'
import { account, attachment, contract, contractEvent } from '../schema'
import { visibleAnd } from '../visibility'

/** Kinds (ATTxx) of the files a contract carries now. */
export async function attachmentKinds(tx: Tx, contract: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ kind: attachment.kind })
    .from(attachment)
    .where(and(eq(attachment.contract, contract), isNull(attachment.removedAt)))
  return rows.map(({ kind }) => kind)
}

/** The files a contract carries now, as its submission puts them on the ledger. */
export const attachedNow = (tx: Tx, contract: string) =>
  tx
    .select({ id: attachment.id, kind: attachment.kind, sha256: attachment.sha256 })
    .from(attachment)
    .where(and(eq(attachment.contract, contract), isNull(attachment.removedAt)))
    .orderBy(asc(attachment.id))

export async function insertAttachment(tx: Tx, values: typeof attachment.$inferInsert): Promise<void> {
  await tx.insert(attachment).values(values)
}

/** Takes a file off; false when it was off already. */
export async function removeAttachment(tx: Tx, contract: string, id: string): Promise<boolean> {
  const removed = await tx
    .update(attachment)
    .set({ removedAt: sql`jishi_now()` })
    .where(and(eq(attachment.id, id), eq(attachment.contract, contract), isNull(attachment.removedAt)))
    .returning({ id: attachment.id })
  return removed.length === 1
}

/**
 * A file of a contract within reach. One that was taken off is there only if it was once submitted: it is part of
 * what was decided on then.
 */
export async function findAttachment(tx: Tx, actor: Actor, of: string, id: string) {
  const wasSubmitted = exists(
    tx
      .select({ one: sql`1` })
      .from(contractEvent)
      .where(
        and(
          eq(contractEvent.contract, attachment.contract),
          eq(contractEvent.action, 'submit'),
          sql`${contractEvent.at} >= ${attachment.addedAt}`,
          sql`${contractEvent.at} < ${attachment.removedAt}`,
        ),
      ),
  )
  const [row] = await tx
    .select({
      id: attachment.id,
      kind: attachment.kind,
      fileName: attachment.fileName,
      mediaType: attachment.mediaType,
      size: attachment.size,
      sha256: attachment.sha256,
    })
    .from(attachment)
    .innerJoin(contract, eq(contract.id, attachment.contract))
    .where(
      visibleAnd(
        actor,
        eq(attachment.id, id),
        eq(attachment.contract, of),
        or(isNull(attachment.removedAt), wasSubmitted),
      ),
    )
  return row ?? null
}

/** The files of a contract within reach, by kind and time, and where else the same bytes are. */
export async function listAttachments(tx: Tx, actor: Actor, of: string): Promise<ListedFile[]> {
  const rows = await tx
    .select({
      id: attachment.id,
      kind: attachment.kind,
      fileName: attachment.fileName,
      mediaType: attachment.mediaType,
      size: attachment.size,
      sha256: attachment.sha256,
      addedBy: account.name,
      addedAt: attachment.addedAt,
    })
    .from(attachment)
    .innerJoin(contract, eq(contract.id, attachment.contract))
    .innerJoin(account, eq(account.id, attachment.addedBy))
    .where(visibleAnd(actor, eq(contract.id, of), isNull(attachment.removedAt)))
    .orderBy(asc(attachment.kind), asc(attachment.addedAt), asc(attachment.id))
  const met = await sameFileElsewhere(tx, actor, of)
  return rows.map((row) => ({
    ...row,
    addedAt: row.addedAt.toISOString(),
    ...(met.get(row.id) ?? { alsoOn: [], alsoElsewhere: 0 }),
  }))
}

/** Where else a file is: by name within the actor's reach, as a number beyond it. */
export type Elsewhere = Pick<ListedFile, 'alsoOn' | 'alsoElsewhere'>

/**
 * The files of a contract within reach that other contracts carry too (self-audit rule Q15), by attachment id. Papers
 * that are rightly handed in again and again are left out.
 */
export async function sameFileElsewhere(tx: Tx, actor: Actor, of: string): Promise<Map<string, Elsewhere>> {
  const counted = await tx.execute<{
    attachment: string
    kind: string
    sha256: string
    contracts: number
  }>(sql`
    select e.attachment, a.kind, a.sha256, e.contracts
    from jishi_same_file_elsewhere(${of}) e join attachment a on a.id = e.attachment`)
  const met = counted.filter(({ kind }) => belongsToOne(kind))
  if (met.length === 0) return new Map()
  const within = await tx
    .selectDistinct({ id: contract.id, localNumber: contract.localNumber, sha256: attachment.sha256 })
    .from(attachment)
    .innerJoin(contract, eq(contract.id, attachment.contract))
    .where(
      visibleAnd(
        actor,
        inArray(
          attachment.sha256,
          met.map(({ sha256 }) => sha256),
        ),
        ne(contract.id, of),
        isNull(attachment.removedAt),
        notInArray(contract.status, ['refused', 'discarded']),
      ),
    )
    .orderBy(asc(contract.localNumber))
  return new Map(
    met.map(({ attachment, sha256, contracts }) => {
      const alsoOn = within
        .filter((one) => one.sha256 === sha256)
        .map(({ id, localNumber }) => ({ id, localNumber }))
      return [attachment, { alsoOn, alsoElsewhere: Math.max(contracts - alsoOn.length, 0) }]
    }),
  )
}

/** Kinds of the files that another contract carries too: what the check is told. */
export async function kindsMetAgain(tx: Tx, actor: Actor, of: string): Promise<string[]> {
  const met = await sameFileElsewhere(tx, actor, of)
  if (met.size === 0) return []
  const rows = await attachedNow(tx, of)
  return [...new Set(rows.filter(({ id }) => met.has(id)).map(({ kind }) => kind))]
}

/** Whether the person acting is on the trail for reading this file within the last quarter of an hour. */
export async function readLately(tx: Tx, id: string): Promise<boolean> {
  const [row] = await tx.execute<{ lately: boolean }>(sql`select jishi_file_read_lately(${id}) as lately`)
  return row?.lately === true
}
