import type { Sql } from 'postgres'
import { dimensionNames } from '@/lib/domain/statistics/dimensions'

/**
 * Copies the postings of a filled register until there are so many, for measuring the figures alone: the copies belong to
 * no contract. Totals are multiplied with them.
 */
export async function multiplyLines(sql: Sql, lines: number): Promise<void> {
  const [row] = await sql<{ count: number }[]>`select count(*)::integer as count from posting`
  const times = Math.max(1, Math.round(lines / (row?.count ?? 1)))
  const columns = [
    'year',
    'event',
    'sign',
    'known_at',
    'registered_on',
    'unit',
    ...dimensionNames,
    'turnover',
    'technology',
  ]
    .map((name) => `"${name}"`)
    .join(', ')
  await sql`create temp table original as select * from posting`
  await sql`alter table posting disable trigger user`
  for (let copied = 1; copied < times; ) {
    const most = Math.min(100, times - copied)
    await sql.unsafe(`insert into posting (contract, ${columns})
      select uuidv7(), ${columns} from original, generate_series(1, ${most})`)
    copied += most
  }
  await sql`alter table posting enable trigger user`
  for (const table of ['total', 'day_total']) {
    await sql.unsafe(`update ${table} set contracts = contracts * ${times}, turnover = turnover * ${times},
      technology = technology * ${times}`)
  }
  await sql`vacuum analyze`
}
