import postgres from 'postgres'
import { LaunchFailure } from './failure'

const LEAST_VERSION = 150_000

/**
 * Checks that the server behind DATABASE_URL can carry the register.
 * @throws LaunchFailure with one sentence: unreachable, refused, too old, or without the rights to migrate.
 */
export async function checkOwnServer(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} })
  try {
    const [found] = await sql<{ version: number; schema: boolean; roles: boolean; application: boolean }[]>`
      select current_setting('server_version_num')::int as version,
             has_database_privilege(current_database(), 'CREATE') as schema,
             coalesce((select current_setting('is_superuser')::bool or current_setting('server_version_num')::int < 160000
                         or pg_has_role(current_user, oid, 'member with admin option')
                         from pg_roles where rolname = 'jishi_app'), true) as application,
             (select rolsuper or rolcreaterole from pg_roles where rolname = current_user) as roles`
    if (!found) throw new Error('no answer')
    if (found.version < LEAST_VERSION) {
      throw new LaunchFailure(
        `DATABASE_URL leads to PostgreSQL ${Math.floor(found.version / 10_000)}, but 15 or newer is needed. 数据库版本过低，需要 PostgreSQL 15 或更新版本。`,
      )
    }
    if (!found.schema || !found.roles) {
      throw new LaunchFailure(
        'The role in DATABASE_URL must own the database and be allowed to create roles (ALTER ROLE … CREATEROLE). DATABASE_URL 中的角色须为数据库属主并有 CREATEROLE 权限。',
      )
    }
    if (!found.application) {
      throw new LaunchFailure(
        'The role jishi_app on this server was made by another role: GRANT jishi_app TO the role in DATABASE_URL WITH ADMIN OPTION. 该服务器上的 jishi_app 角色由其他角色建立，请授予 DATABASE_URL 中的角色对它的 ADMIN 权限。',
      )
    }
  } catch (error) {
    throw error instanceof LaunchFailure ? error : new LaunchFailure(sentence(error))
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/** The address is named by code only: DATABASE_URL holds a password. */
function sentence(error: unknown): string {
  const { code, message } = error as { code?: string; message: string }
  switch (code) {
    case '28P01':
    case '28000':
      return 'The server in DATABASE_URL refuses this user or password. 数据库拒绝了该用户或口令。'
    case '3D000':
      return 'The database named in DATABASE_URL does not exist: create it first. DATABASE_URL 指定的数据库不存在，请先创建。'
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ETIMEDOUT':
    case 'CONNECT_TIMEOUT':
      return `The server in DATABASE_URL cannot be reached (${code}). 无法连接 DATABASE_URL 指定的数据库（${code}）。`
    default:
      return `The server in DATABASE_URL cannot be used: ${message}. 无法使用 DATABASE_URL 指定的数据库。`
  }
}
