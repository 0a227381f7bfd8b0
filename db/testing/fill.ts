import type { Sql, TransactionSql } from 'postgres'
import { toWire } from '@/lib/domain/contract/kinds'
import { dimensionNames } from '@/lib/domain/statistics/dimensions'
import { withoutIndexes } from './indexes'
import type { Planted } from './plant'

/** Shares of the year's contracts from January to December: quiet at New Year, pressed at the end. */
const months = [0.5, 0.4, 0.8, 0.8, 0.9, 1, 0.9, 0.9, 1, 1.1, 1.3, 2.4]
/** Contracts written, dated and sealed together. */
const CHUNK = 2000

const facts = [
  'unit',
  ...dimensionNames.filter((name) => name !== 'month'),
  'turnover',
  'technology',
] as const

/**
 * Fills an owner's migrated and otherwise empty database with contracts as ten years of work would leave them: entered,
 * submitted and registered with events, lines, trail, numbers, totals and seals that verify. Each is one of the templates
 * with a name, numbers and a day of its own. The chain, the dating and the seals are the database's own work; only
 * guards, notices and the keeping of totals are switched off meanwhile. Takes accounts of all registrars and approvers as
 * given. A million take about a quarter of an hour.
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
  await sql`alter table contract disable trigger user`
  await sql`alter table posting disable trigger posting_totals`
  await sql`alter table posting disable trigger posting_announce`
  await withoutIndexes(sql, 'contract', async () => {
    for (const { first, from, until } of chunksOf(contracts, years)) {
      await sql.begin((tx) => writeChunk(tx, { first, from, until, templates: templates.length }))
      await sql`select jishi_seal()`
    }
  })
  await sql`alter table posting enable trigger posting_announce`
  await sql`alter table posting enable trigger posting_totals`
  await sql`alter table contract enable trigger user`
  await sumUp(sql)
  await sql`drop table template`
  await sql`vacuum analyze`
}

/** The contracts counted from 0, parted by the month they are registered in and into chunks; years grow evenly. */
function chunksOf(contracts: number, years: readonly number[]) {
  const weights = years.flatMap((year, index) =>
    months.map((share, month) => ({ year, month, weight: share * (1 + index / years.length) })),
  )
  const whole = weights.reduce((sum, { weight }) => sum + weight, 0)
  const chunks: { first: string; from: number; until: number }[] = []
  let sum = 0
  let from = 0
  for (const { year, month, weight } of weights) {
    sum += weight
    const end = Math.round((contracts * sum) / whole)
    for (; from < end; from = Math.min(end, from + CHUNK)) {
      chunks.push({
        first: `${year}-${String(month + 1).padStart(2, '0')}-01`,
        from,
        until: Math.min(end, from + CHUNK),
      })
    }
  }
  return chunks
}

async function writeChunk(
  tx: TransactionSql,
  chunk: { first: string; from: number; until: number; templates: number },
): Promise<void> {
  const { first, from, until, templates } = chunk
  await tx`
    create temp table line on commit drop as
    select uuidv7() as id, drawn.*, t.facts, t.facts ->> 'unit' as unit, unit.point,
      t.content || jsonb_build_object('name', (t.content ->> 'name') || '（' || drawn.n || '）') as content,
      registrar.id as registrar, approver.id as approver,
      coalesce(counted.last, 0) + row_number() over (partition by t.facts ->> 'unit' order by drawn.day, drawn.n) as serial,
      nextval('contract_event_id_seq') as event, nextval('posting_id') as posting
    from (
      select n, ${first}::date + (n * 7 % 28)::integer as day, extract(year from ${first}::date)::integer as year
      from generate_series(${from}::bigint, ${until - 1}::bigint) as n
    ) drawn
      join template t on t.n = drawn.n * 7919 % ${templates}
      join unit on unit.code = t.facts ->> 'unit'
      join account registrar on registrar.role = 'registrar' and registrar.unit = unit.code
      join account approver on approver.username = case when drawn.n % 2 = 0 then 'approver' else 'approver2' end
      left join registration_counter counted on counted.year = drawn.year and counted.point = unit.point`
  await tx`
    insert into contract (id, local_number, unit, status, revision, content, entered_by, edited_by, created_at, updated_at,
      submitted_at, accepted_on, due_on, rule_set, warnings, decided_by, decided_at, number, year, registered_on, posting)
    select id, unit || '-' || year || '-' || lpad(serial::text, 5, '0'), unit, 'registered', 3, content, registrar, registrar,
      day - (12 + n % 17)::integer + time '04:30', day + time '05:30', day - (2 + n % 9)::integer + time '04:30',
      day - (2 + n % 9)::integer, day + 12, jishi_setting('ruleSet', day) #>> '{}', (n % 3 = 0)::integer,
      approver, day + time '05:30', year || '6600' || point || lpad(serial::text, 6, '0'), year, day, posting
    from line order by day, n`
  await act(tx, 'create', 'draft', `${first} 02:00Z`)
  await act(tx, 'submit', 'submitted', `${first} 04:00Z`)
  await act(tx, 'approve', 'registered', `${first} 06:00Z`)
  const listed = facts.map((name) => `"${name}"`).join(', ')
  const typed = facts.map((name) => {
    const cast = name === 'turnover' || name === 'technology' ? '::bigint' : ''
    return `(facts ->> '${name}')${cast}`
  })
  await tx.unsafe(`
    insert into posting (id, contract, event, sign, registered_on, year, month, ${listed})
    select posting, id, event, 1, day, year, to_char(day, 'MM'), ${typed.join(', ')} from line order by posting`)
  await tx`
    insert into registration_counter (year, point, last) select year, point, max(serial) from line group by year, point
    on conflict (year, point) do update set last = excluded.last`
  await tx`
    insert into counter (name, year, last) select 'local:' || unit, year, max(serial) from line group by unit, year
    on conflict (name, year) do update set last = excluded.last`
}

/** An act on every contract of the chunk, in the ledger and on the trail, told at a time. */
async function act(tx: TransactionSql, action: string, after: string, at: string): Promise<void> {
  await tx`select set_config('app.clock', ${at}, true)`
  const decides = action === 'approve'
  const actor = decides ? tx`approver` : tx`registrar`
  await tx`
    insert into contract_event (id, contract, seq, action, status_after, actor, details, content)
    select ${decides ? tx`event` : tx`nextval('contract_event_id_seq')`}, id, 0, ${action}, ${after}, ${actor},
      ${decides ? tx`jsonb_build_object('number', year || '6600' || point || lpad(serial::text, 6, '0'))` : tx`'{}'::jsonb`},
      content
    from line order by n`
  await tx`
    insert into trail (actor, actor_name, role, unit, action, subject_kind, subject, details)
    select account.id, account.name, account.role, account.unit, ${`contract.${action}`}, 'contract', line.id,
      jsonb_build_object('unit', line.unit)
    from line join account on account.id = ${actor} order by n`
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
