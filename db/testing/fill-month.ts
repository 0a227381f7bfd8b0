import type { TransactionSql } from 'postgres'
import { dimensionNames } from '@/lib/domain/statistics/dimensions'

/** Contracts that are registered in one month, counted from 0 over the whole register. */
export interface Month {
  first: string
  from: number
  until: number
}

/** What a template says of a line, beside year and month. */
export const facts = [
  'unit',
  ...dimensionNames.filter((name) => name !== 'month'),
  'turnover',
  'technology',
] as const

/** Acts that every contract went through: when in the month they are told, by whom, and the status after them. */
const acts = [
  { action: 'create', after: 'draft', at: '02:00Z', by: 'registrar' },
  { action: 'submit', after: 'submitted', at: '04:00Z', by: 'registrar' },
  { action: 'approve', after: 'registered', at: '06:00Z', by: 'approver' },
] as const

/**
 * Writes a month of contracts with events, lines, trail and numbers, each table in one statement and hashed by the
 * database's own functions, as its triggers, which are off meanwhile, would have done one by one. The templates
 * lie in the temporary table `template`.
 */
export async function writeMonth(tx: TransactionSql, month: Month, templates: number): Promise<void> {
  await drawLines(tx, month, templates)
  await writeContracts(tx)
  for (const act of acts) await writeAct(tx, act, `${month.first} ${act.at}`)
  await writePostings(tx, `${month.first} 06:00Z`)
  await tx`
    insert into registration_counter (year, point, last) select year, point, max(serial) from line group by year, point
    on conflict (year, point) do update set last = excluded.last`
  await tx`
    insert into counter (name, year, last) select 'local:' || unit, year, max(serial) from line group by unit, year
    on conflict (name, year) do update set last = excluded.last`
}

/** What will be registered: a template with name, days, people and numbers of its own. */
async function drawLines(tx: TransactionSql, { first, from, until }: Month, templates: number) {
  await tx`
    create temp table line on commit drop as
    select uuidv7() as id, drawn.*, t.facts, t.facts ->> 'unit' as unit, unit.point,
      t.content || jsonb_build_object('name', (t.content ->> 'name') || '（' || drawn.n || '）',
        'signDate', (drawn.day - (20 + drawn.n % 40)::integer)::text,
        'effectiveDate', (drawn.day - (20 + drawn.n % 40)::integer)::text, 'endDate', (drawn.day + 700)::text) as content,
      registrar.id as registrar, approver.id as approver,
      coalesce(counted.last, 0) + row_number() over (partition by t.facts ->> 'unit' order by drawn.day, drawn.n) as serial,
      nextval('contract_event_id_seq') as event, nextval('posting_id') as posting, ''::bytea as hash
    from (
      select n, ${first}::date + (n * 7 % 28)::integer as day, extract(year from ${first}::date)::integer as year
      from generate_series(${from}::bigint, ${until - 1}::bigint) as n
    ) drawn
      join template t on t.n = drawn.n * 7919 % ${templates}
      join unit on unit.code = t.facts ->> 'unit'
      join account registrar on registrar.role = 'registrar' and registrar.unit = unit.code
      join account approver on approver.username = case when drawn.n % 2 = 0 then 'approver' else 'approver2' end
      left join registration_counter counted on counted.year = drawn.year and counted.point = unit.point
    order by drawn.day, drawn.n`
  await tx`analyze line`
  await tx`create temp table stated (contract uuid, state bytea) on commit drop`
}

/** The contracts as they stand in the end, and the fingerprint of each whole row for its events. */
const writeContracts = (tx: TransactionSql) => tx`
  with written as (
    insert into contract (id, local_number, unit, status, revision, content, entered_by, edited_by, created_at, updated_at,
      submitted_at, accepted_on, due_on, rule_set, warnings, decided_by, decided_at, number, year, registered_on, posting)
    select id, unit || '-' || year || '-' || lpad(serial::text, 5, '0'), unit, 'registered', 3, content, registrar,
      registrar, day - (12 + n % 17)::integer + time '04:30', day + time '05:30', day - (2 + n % 9)::integer + time '04:30',
      day - (2 + n % 9)::integer, day + 12, rules.name, (n % 3 = 0)::integer, approver, day + time '05:30',
      year || '6600' || point || lpad(serial::text, 6, '0'), year, day, posting
    from line join (
      select days.day, jishi_setting('ruleSet', days.day) #>> '{}' as name from (select distinct day from line) as days
    ) as rules using (day)
    returning contract.*
  )
  insert into stated
  select written.id, jishi_row_state(to_jsonb(written), cover.left_out) from written, cover
  where cover.table_name = 'contract'`

/** An act on every contract of the month, in the chain of its events and on the trail. */
async function writeAct(tx: TransactionSql, act: (typeof acts)[number], at: string): Promise<void> {
  const last = act.action === 'approve'
  const actor = tx(act.by)
  await tx`create temp table chained (contract uuid, hash bytea) on commit drop`
  await tx`
    with written as (
      insert into contract_event (id, contract, seq, action, status_after, actor, at, details, content, hash, xid, state)
      select id, contract, seq, action, status_after, actor, at, details, content,
        jishi_event_hash(before, row(id, contract, seq, action, status_after, actor, at, details, content, hash, xid, state, null)),
        xid, state
      from (
        select ${last ? tx`line.event` : tx`nextval('contract_event_id_seq')`} as id, line.id as contract,
          ${acts.indexOf(act) + 1}::integer as seq, ${act.action} as action, ${act.after} as status_after,
          ${actor} as actor, ${at}::timestamptz as at, ${
            last
              ? tx`jsonb_build_object('number', year || '6600' || point || lpad(serial::text, 6, '0'))`
              : tx`'{}'::jsonb`
          } as details, content, ''::bytea as hash, jishi_xid() as xid, stated.state, line.hash as before
        from line join stated on stated.contract = line.id order by day, n
      ) as event
      returning contract, contract_event.hash
    )
    insert into chained select contract, hash from written`
  await tx`update line set hash = chained.hash from chained where chained.contract = line.id`
  await tx`drop table chained`
  await tx`
    insert into trail (id, at, actor, actor_name, role, unit, action, subject_kind, subject, details, address, hash, xid)
    select id, at, actor, actor_name, role, unit, action, subject_kind, subject, details, address,
      jishi_line_hash(to_jsonb(row)), xid
    from (
      select nextval('trail_id_seq') as id, ${at}::timestamptz as at, account.id as actor, account.name as actor_name,
        account.role, account.unit, ${`contract.${act.action}`} as action, 'contract' as subject_kind,
        line.id::text as subject, jsonb_build_object('unit', line.unit) as details, null::text as address,
        ''::bytea as hash, jishi_xid() as xid
      from line join account on account.id = ${actor} order by day, n
    ) as row`
}

async function writePostings(tx: TransactionSql, at: string): Promise<void> {
  const columns = [
    ...['id', 'year', 'contract', 'event', 'sign', 'known_at', 'registered_on', 'month'],
    ...facts,
    'xid',
  ]
  const listed = columns.map((name) => `"${name}"`).join(', ')
  const typed = facts.map((name) => {
    const cast = name === 'turnover' || name === 'technology' ? '::bigint' : ''
    return `(facts ->> '${name}')${cast} as "${name}"`
  })
  await tx.unsafe(`
    insert into posting (${listed}, hash)
    select ${listed}, jishi_line_hash(to_jsonb(row)) from (
      select posting as id, year, id as contract, event, 1::smallint as sign, '${at}'::timestamptz as known_at,
        day as registered_on, to_char(day, 'MM') as month, ${typed.join(', ')}, jishi_xid() as xid
      from line order by day, n
    ) as row`)
}
