import postgres, { type PendingQuery, type Row, type Sql, type TransactionSql } from 'postgres'
import { afterAll } from 'vitest'
import { appUrl } from './database'

/** Whom SQL is sent as; a visitor is nobody of nowhere. */
export interface Sender {
  role: string
  id?: string
  unit?: string | null
}

export type Statement = (tx: TransactionSql) => PendingQuery<Row[]>

let open: Sql | undefined

/** Rows that SQL reaches past every verb, through the application's role, all rolled back; 'refused' for an error. */
export async function reach(
  { id = '', role, unit }: Sender,
  statement: Statement,
): Promise<number | 'refused'> {
  open ??= postgres(appUrl(), { max: 2, onnotice: () => {} })
  let rows: number | 'refused' = 'refused'
  await open
    .begin(async (tx) => {
      await tx`select set_config('app.actor', ${id}, true), set_config('app.role', ${role}, true),
        set_config('app.unit', ${unit ?? ''}, true)`
      rows = (await statement(tx)).count
      throw new Error('rolled back')
    })
    .catch(() => {})
  return rows
}

afterAll(() => open?.end())
