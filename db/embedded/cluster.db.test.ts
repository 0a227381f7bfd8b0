import postgres from 'postgres'
import { expect, test } from 'vitest'
import { freshDatabase, ownerUrl } from '../testing/database'

async function ask<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1 })
  try {
    return await work(sql)
  } finally {
    await sql.end()
  }
}

test('the embedded database cuts Chinese into trigrams and sorts it by pinyin', async () => {
  await ask(ownerUrl(), async (sql) => {
    await sql`create extension if not exists pg_trgm`
    const [trigrams] = await sql`select show_trgm('技术合同') as found`
    expect(trigrams?.found.length).toBeGreaterThan(0)
    const names =
      await sql`select name from unnest(array['张','阿','李','北','王']) name order by name collate "zh-x-icu"`
    expect(names.map((row) => row.name)).toEqual(['阿', '北', '李', '王', '张'])
  })
})

test('the owner of the register is no superuser and listens to this machine only', async () => {
  const [found] = await ask(
    ownerUrl(),
    (sql) => sql`select rolsuper, rolbypassrls, current_setting('listen_addresses') as listens
                   from pg_roles where rolname = current_user`,
  )
  expect(found).toEqual({ rolsuper: false, rolbypassrls: false, listens: '127.0.0.1' })
})

test('a wrong password is refused even from this machine', async () => {
  const url = new URL(ownerUrl())
  url.password = 'guess'
  await expect(ask(url.href, (sql) => sql`select 1`)).rejects.toMatchObject({ code: '28P01' })
})

test('each test file has a database of its own', async () => {
  const other = await freshDatabase()
  await ask(other.ownerUrl, (sql) => sql`create table mark (n int)`)
  const [found] = await ask(ownerUrl(), (sql) => sql`select to_regclass('public.mark') as mark`)
  expect(found?.mark).toBeNull()
  await other.drop()
})
