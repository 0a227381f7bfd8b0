import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { locks } from './locks'
import { seedInstitutions, seedReference } from './reference'

/**
 * Brings a database up to date: migrations, the application's role with its password, reference rows.
 * @param ownerUrl connection of the role that owns the database
 */
export async function migrate(ownerUrl: string, appPassword: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, connect_timeout: 5, onnotice: () => {} })
  try {
    // Any number of processes may start at once; one migrates, the others wait.
    await sql`select pg_advisory_lock(${locks.migration})`
    await applyMigrations(drizzle(sql), {
      migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)),
    })
    await sql`select jishi_begin_era()`
    await allowApplication(sql, appPassword)
    await seedReference(sql)
    await seedInstitutions(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

async function allowApplication(sql: postgres.Sql, password: string) {
  if (!/^[\w-]+$/.test(password))
    throw new Error('The application password may hold letters, digits, - and _ only')
  await sql.unsafe(`ALTER ROLE jishi_app LOGIN PASSWORD '${password}'`)
  const [names] = await sql<{ database: string; owner: string }[]>`
    select quote_ident(current_database()) as database, quote_ident(current_user) as owner`
  if (!names) throw new Error('The database gave no answer')
  await sql.unsafe(`GRANT CONNECT ON DATABASE ${names.database} TO jishi_app`)
  // The owner takes the application's role for the demo story and the operator's command line.
  await sql.unsafe(`GRANT jishi_app TO ${names.owner}`)
}
