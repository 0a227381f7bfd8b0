import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { inject } from 'vitest'
import { TEMPLATE } from './cluster'

/** A migrated database of one's own: the owner's address and the application role's. */
export type TestDatabase = { ownerUrl: string; appUrl: string; drop(): Promise<void> }

/** Makes a database with the whole schema and the reference rows in it, and nothing else. Takes a few dozen milliseconds. */
export async function freshDatabase(): Promise<TestDatabase> {
  const { superuserUrl, ownerUrl, appPassword } = inject('cluster')
  const name = `test_${randomBytes(6).toString('hex')}`
  const owner = new URL(ownerUrl)
  await asSuperuser(
    superuserUrl,
    (sql) => sql`create database ${sql(name)} template ${sql(TEMPLATE)} owner ${sql(owner.username)}`,
  )
  owner.pathname = `/${name}`
  const app = new URL(owner)
  app.username = 'jishi_app'
  app.password = appPassword
  return {
    ownerUrl: owner.href,
    appUrl: app.href,
    drop: () => asSuperuser(superuserUrl, (sql) => sql`drop database if exists ${sql(name)} with (force)`),
  }
}

/** Address of this test file's own database as its owner, who steps around row-level security only where tables don't force it. */
export function ownerUrl(): string {
  return required('OWNER_DATABASE_URL')
}

/** Address of this test file's own database as the application's role. */
export function appUrl(): string {
  return required('APP_DATABASE_URL')
}

function required(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: only *.db.test.ts files have a database`)
  return value
}

async function asSuperuser(url: string, work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await work(sql)
  } finally {
    await sql.end()
  }
}
