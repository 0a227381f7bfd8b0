import { sql as statement } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { openDatabase } from './client'
import { isConnectionLost } from './connection-lost'
import { ownerUrl } from './testing/database'
import { sql } from './testing/sql'

const database = openDatabase(ownerUrl(), { max: 1 })
afterAll(() => database.close())

/** Ends a backend and waits until it is gone. */
async function endBackend(pid: number): Promise<void> {
  await sql()`select pg_terminate_backend(${pid}, 5000)`
}

test('a transaction whose connection is lost fails once, sends nothing more, and the next one works', async () => {
  let refused = 0
  let workEnds = () => {}
  const workEnded = new Promise<void>((resolve) => {
    workEnds = resolve
  })
  const lost = database.orm.transaction(async (tx) => {
    const [own] = await tx.execute<{ pid: number }>(statement`select pg_backend_pid() as pid`)
    await endBackend(Number(own?.pid))
    // Whoever does not notice and goes on must neither bring the process down nor reach another's transaction.
    for (let more = 0; more < 3; more += 1) {
      await tx.execute(statement`create table half_done ()`).catch(() => {
        refused += 1
      })
    }
    workEnds()
  })
  expect(isConnectionLost(await lost.catch((error) => error))).toBe(true)
  await workEnded
  expect(refused).toBe(3)
  await database.orm.transaction(async (tx) => {
    const [row] = await tx.execute(statement`select to_regclass('half_done') as made`)
    expect(row?.made).toBeNull()
  })
})
