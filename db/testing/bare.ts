import type { Sql } from 'postgres'

/**
 * Runs the work on bare tables: their triggers are off, their foreign keys and indexes taken off, except what `kept` names
 * and what upholds a primary key. Afterwards all is made anew, the keys checked over every row.
 */
export async function onBareTables(
  sql: Sql,
  tables: readonly string[],
  kept: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  const foreignKeys = await sql<{ table: string; name: string; definition: string }[]>`
    select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and conrelid = any (${tables}::regclass[]) and conparentid = 0`
  const indexes = await sql<{ name: string; definition: string }[]>`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indrelid = any (${tables}::regclass[]) and c.relname <> all (${kept})
      and not exists (select from pg_constraint where conindid = i.indexrelid and conrelid = i.indrelid)`
  for (const { table, name } of foreignKeys) await sql.unsafe(`alter table ${table} drop constraint ${name}`)
  for (const { name } of indexes) await sql.unsafe(`drop index ${name}`)
  for (const table of tables) await sql.unsafe(`alter table ${table} disable trigger user`)
  await work()
  for (const table of tables) await sql.unsafe(`alter table ${table} enable trigger user`)
  await sql`set maintenance_work_mem = '512MB'`
  // Of a partitioned table the definition says ON ONLY, which would leave the partitions without.
  for (const { definition } of indexes) await sql.unsafe(definition.replace(' ON ONLY ', ' ON '))
  for (const { table, name, definition } of foreignKeys) {
    await sql.unsafe(`alter table ${table} add constraint ${name} ${definition}`)
  }
  await sql`reset maintenance_work_mem`
}
