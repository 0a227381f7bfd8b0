import postgres from 'postgres'

/**
 * Has a running cluster's files copied so that they open elsewhere: `pages` while PostgreSQL keeps the log that makes them
 * whole, then `log`, from the segment named on. Nobody waits meanwhile.
 * @returns what `backup_label` must say in the copy
 */
export async function duringBaseBackup(
  superuserUrl: string,
  { pages, log }: { pages(): Promise<void>; log(from: string): Promise<void> },
): Promise<string> {
  const sql = postgres(superuserUrl, { max: 1, connect_timeout: 10, onnotice: () => {} })
  try {
    // Ends with the session; until then no log that the copy needs is thrown away.
    await sql`select pg_create_physical_replication_slot(${`jishi_backup_${process.pid}`}, true, true)`
    const [begun] = await sql<{ first: string }[]>`
      select pg_walfile_name(pg_backup_start('jishi', fast => true)) as first`
    await pages()
    const [ended] = await sql<{ labelfile: string }[]>`
      select labelfile from pg_backup_stop(wait_for_archive => false)`
    if (!begun || !ended) throw new Error('PostgreSQL did not say where its backup begins and ends')
    await log(begun.first)
    return ended.labelfile
  } finally {
    await sql.end()
  }
}
