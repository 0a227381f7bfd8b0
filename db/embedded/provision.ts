import postgres from 'postgres'
import type { Cluster } from './cluster'
import { LaunchFailure } from './failure'

/** Name of the role that owns the register's database and migrates it. Not a superuser, so it can't slip past checks by accident. */
export const OWNER = 'jishi_owner'

/**
 * Creates the owner's role and a database of its own if they are missing, and returns the owner's URL.
 * `anew` drops the database first: only for one that holds nothing but half a demo story.
 */
export async function provision(
  cluster: Cluster,
  ownerPassword: string,
  { database = 'jishi', anew = false } = {},
): Promise<string> {
  const sql = postgres(cluster.url('postgres'), { max: 1, connect_timeout: 10, onnotice: () => {} })
  try {
    const [role] = await sql`select 1 from pg_roles where rolname = ${OWNER}`
    // Roles take no parameters in SQL; the password is our own and made of letters, digits, - and _ only.
    const password = ownerPassword.replace(/[^A-Za-z0-9_-]/g, '')
    const verb = role ? 'alter' : 'create'
    await sql.unsafe(`${verb} role ${OWNER} login createrole nosuperuser nobypassrls password '${password}'`)
    if (anew) await sql`drop database if exists ${sql(database)} with (force)`
    const [made] = await sql`select 1 from pg_database where datname = ${database}`
    if (!made) await sql`create database ${sql(database)} owner ${sql(OWNER)}`
  } catch (error) {
    if ((error as { code?: string }).code === '28P01') {
      throw new LaunchFailure(
        'The database does not accept the password in DATA_DIR/secrets.json: put back the secrets.json that was made with this data. secrets.json 与数据不符，请放回与该数据一同生成的文件。',
      )
    }
    throw error
  } finally {
    await sql.end()
  }
  return `postgres://${OWNER}:${ownerPassword}@127.0.0.1:${cluster.port}/${database}`
}
