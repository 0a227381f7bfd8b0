import type { Sql } from 'postgres'
import { toWire } from '@/lib/domain/contract/kinds'
import { dimensionNames } from '@/lib/domain/statistics/dimensions'
import { onBareTables } from './bare'
import { facts, type Month, writeMonth } from './fill-month'
import type { Planted } from './plant'

/** Shares of the year's contracts from January to December: quiet at New Year, pressed at the end. */
const shares = [0.5, 0.4, 0.8, 0.8, 0.9, 1, 0.9, 0.9, 1, 1.1, 1.3, 2.4]
/**
 * Fills an owner's migrated and otherwise empty database with contracts as ten years of work would leave them: entered,
 * submitted and registered with events, lines, trail, numbers, totals and seals that verify. Each is one of the templates
 * with a name, numbers and days of its own. A month is written at a time, by statements that do what the triggers would
 * have done row by row. Takes accounts of all registrars and approvers as given. A million take a few minutes.
 */
export async function fill(
  sql: Sql,
  templates: readonly Planted[],
  { contracts, years }: { contracts: number; years: readonly number[] },
): Promise<void> {
  await sql`create temp table template (n integer primary key, content jsonb, facts jsonb)`
  for (let from = 0; from < templates.length; from += 1000) {
    const rows = templates.slice(from, from + 1000).map((one, index) => ({
      n: from + index,
      content: toWire(one.content),
      facts: Object.fromEntries(facts.map((name) => [name, String(one.facts[name])])),
    }))
    await sql`insert into template select * from jsonb_to_recordset(${sql.json(rows as never)})
      as r (n integer, content jsonb, facts jsonb)`
  }
  // Seals look for the rows of their transactions; all other indexes are built when the rows are there.
  const sealed = ['contract_event_xid', 'posting_xid', 'trail_xid']
  // Hashes follow the text of moments and bytes, which the triggers write so.
  await sql`set timezone = 'UTC'`
  await sql`set synchronous_commit = off`
  await onBareTables(sql, ['contract', 'contract_event', 'posting', 'trail'], sealed, async () => {
    for (const month of monthsOf(contracts, years)) {
      await sql.begin((tx) => writeMonth(tx, month, templates.length))
      await sql`select jishi_seal()`
    }
  })
  await sql`reset synchronous_commit`
  await sql`reset timezone`
  await sumUp(sql)
  await sql`drop table template`
  await sql`vacuum analyze`
}

/** The contracts counted from 0, parted by the month they are registered in; years grow evenly. */
function monthsOf(contracts: number, years: readonly number[]): Month[] {
  const weights = years.flatMap((year, index) =>
    shares.map((share, month) => ({ year, month, weight: share * (1 + index / years.length) })),
  )
  const whole = weights.reduce((sum, { weight }) => sum + weight, 0)
  let sum = 0
  let from = 0
  return weights.flatMap(({ year, month, weight }) => {
    sum += weight
    const until = Math.round((contracts * sum) / whole)
    const one = { first: `${year}-${String(month + 1).padStart(2, '0')}-01`, from, until }
    from = until
    return one.until > one.from ? [one] : []
  })
}

/** Totals as the trigger would have kept them. */
async function sumUp(sql: Sql): Promise<void> {
  const splits = dimensionNames.map((name) => `('${name}', "${name}")`).join(', ')
  await sql.unsafe(`
    insert into total (year, unit, dimension, member, contracts, turnover, technology)
    select year, unit, split, member, sum(sign), sum(sign * turnover), sum(sign * technology)
    from posting, lateral (values ('all', ''), ${splits}) as s (split, member) group by 1, 2, 3, 4`)
  await sql`
    insert into day_total (year, unit, day, contracts, turnover, technology)
    select year, unit, registered_on, sum(sign), sum(sign * turnover), sum(sign * technology)
    from posting group by 1, 2, 3`
}
