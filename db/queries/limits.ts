import { sql } from 'drizzle-orm'
import type { Tx } from '../client'

/** What is left of a limit after one more was asked for; `wait` seconds until the next, 0 when this one was granted. */
export interface Taken {
  left: number
  wait: number
}

/**
 * Takes one of so many a minute. The bucket leaks steadily, so that a minute's worth may come at once and then one every
 * 60 / `perMinute` seconds. Counted by the wall clock, whatever the register's clock says. Sweeps two that ran empty.
 */
export async function takeOne(tx: Tx, key: string, perMinute: number): Promise<Taken> {
  const gap = 60 / perMinute
  const [row] = await tx.execute<{ full: number; granted: boolean }>(sql`
    with swept as (
      delete from rate_bucket where key in (
        select key from rate_bucket where empty_at < clock_timestamp() and key <> ${key}
        order by empty_at limit 2 for update skip locked
      )
    ), taken as (
      insert into rate_bucket as b (key, empty_at) values (${key}, clock_timestamp() + make_interval(secs => ${gap}))
      on conflict (key) do update
      set empty_at = greatest(b.empty_at, clock_timestamp()) + make_interval(secs => ${gap})
      where b.empty_at + make_interval(secs => ${gap}) <= clock_timestamp() + interval '60 s'
      returning empty_at
    )
    select granted, extract(epoch from empty_at - clock_timestamp())::float8 as full
    from (
      select true as granted, empty_at from taken
      union all
      select false, empty_at from rate_bucket where key = ${key} and not exists (select from taken)
    ) bucket`)
  // Swept by another between the two looks: it was empty.
  if (!row) return { left: perMinute - 1, wait: 0 }
  if (row.granted) return { left: Math.max(0, Math.floor((60 - row.full) / gap)), wait: 0 }
  return { left: 0, wait: Math.max(1, Math.ceil(row.full + gap - 60)) }
}
