import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres, { type Sql, type TransactionSql } from 'postgres'
import { whileConnected } from './connection-lost'
import * as schema from './schema'

export type Orm = PostgresJsDatabase<typeof schema>
export type Tx = Parameters<Parameters<Orm['transaction']>[0]>[0]

export interface Database {
  orm: Orm
  sql: Sql
  close(): Promise<void>
}

/**
 * A pool of connections. `asApp`: an owner's connection that takes the application's role, for the demo story and
 * tests, whose clock may be told (`db/clock.ts`).
 */
export function openDatabase(url: string, options: { max?: number; asApp?: boolean } = {}): Database {
  const sql = postgres(url, {
    max: options.max ?? 10,
    connect_timeout: 5,
    onnotice: () => {},
    connection: options.asApp ? { role: 'jishi_app' } : {},
  })
  return { sql, orm: drizzle(preparing(sql), { schema }), close: () => sql.end({ timeout: 5 }) }
}

/**
 * Drizzle sends its queries through `unsafe`, which plans each anew; row-level security makes that dearer than running
 * them. Prepared, a connection plans a query once.
 */
function preparing<S extends Sql | TransactionSql>(sql: S, still: () => boolean = () => true): S {
  return new Proxy(sql, {
    get(target, key, receiver) {
      if (key === 'unsafe') {
        return (query: string, params?: never[]) => {
          if (!still()) throw new Error('The connection of this transaction was lost')
          return target.unsafe(query, params, { prepare: true })
        }
      }
      if (key === 'begin') {
        return (...args: unknown[]) => {
          const work = args.pop() as (tx: TransactionSql) => Promise<unknown>
          const begin = Reflect.get(target, key, receiver) as (...args: unknown[]) => Promise<unknown>
          return whileConnected<TransactionSql, unknown>(
            (run) => begin(...args, run),
            (tx, still) => work(preparing(tx, still)),
          )
        }
      }
      if (key === 'savepoint') {
        return (...args: unknown[]) => {
          const work = args.pop() as (tx: TransactionSql) => unknown
          const savepoint = Reflect.get(target, key, receiver) as (...args: unknown[]) => unknown
          return savepoint(...args, (tx: TransactionSql) => work(preparing(tx, still)))
        }
      }
      return Reflect.get(target, key, receiver)
    },
  })
}

/** Pages and routes are bundled apart, so the one pool of the process hangs on the global object. */
const held = globalThis as typeof globalThis & { jishiDatabase?: Database }

/** The process's pool, opened at first use from APP_DATABASE_URL. */
export function database(): Database {
  if (!held.jishiDatabase) {
    const url = process.env.APP_DATABASE_URL
    if (!url) throw new Error('APP_DATABASE_URL is not set: start the program with npm start')
    held.jishiDatabase = openDatabase(url)
  }
  return held.jishiDatabase
}

/** Gives the process another pool: the demo story, the command line and tests bring their own. None: the usual one again. */
export function setDatabase(given: Database | undefined): void {
  held.jishiDatabase = given
}
