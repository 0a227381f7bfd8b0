import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '../client'
import { attachment } from '../schema'

/** Kinds (ATTxx) of the files a contract carries now. */
export async function attachmentKinds(tx: Tx, contract: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ kind: attachment.kind })
    .from(attachment)
    .where(and(eq(attachment.contract, contract), isNull(attachment.removedAt)))
  return rows.map(({ kind }) => kind)
}

export async function insertAttachment(tx: Tx, values: typeof attachment.$inferInsert): Promise<void> {
  await tx.insert(attachment).values(values)
}
