import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '../client'
import { holdIfFree } from '../locks'
import { keptAnswer } from '../schema'

type Row = typeof keptAnswer.$inferSelect
export type KeptAnswer = Pick<Row, 'asked' | 'answer'>
type Name = Pick<Row, 'token' | 'key'>

const DAY = sql`interval '24 hours'`

/** What the token was answered under the key within the last day. */
export async function findKeptAnswer(tx: Tx, { token, key }: Name): Promise<KeptAnswer | null> {
  const [kept] = await tx
    .select({ asked: keptAnswer.asked, answer: keptAnswer.answer })
    .from(keptAnswer)
    .where(
      and(
        eq(keptAnswer.token, token),
        eq(keptAnswer.key, key),
        sql`${keptAnswer.at} > clock_timestamp() - ${DAY}`,
      ),
    )
  return kept ?? null
}

/** Holds the key until the transaction ends; false where another transaction does. */
export const holdKey = (tx: Tx, { token, key }: Name): Promise<boolean> =>
  holdIfFree(tx, 'sentKey', `${token}/${key}`)

/** Keeps an answer for a day, and lets go of what is older or more than a token's latest ten thousand. */
export async function keepAnswer(tx: Tx, row: Omit<Row, 'at'>): Promise<void> {
  const { asked, answer } = row
  await tx
    .insert(keptAnswer)
    .values(row)
    .onConflictDoUpdate({
      target: [keptAnswer.token, keptAnswer.key],
      set: { asked, answer, at: sql`clock_timestamp()` },
      setWhere: sql`${keptAnswer.at} <= clock_timestamp() - ${DAY}`,
    })
  await tx.execute(sql`select jishi_forget_answers(${row.token})`)
}
