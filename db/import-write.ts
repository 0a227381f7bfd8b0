import { sql } from 'drizzle-orm'
import type { Actor } from '@/lib/domain/access/actor'
import type { Facts } from '@/lib/domain/statistics/facts'
import type { TrailAction } from '@/lib/domain/trail'
import type { Tx } from './client'

/** A contract that an import makes, as its whole row needs it. */
export interface MadeContract {
  id: string
  unit: string
  /** Wire form. */
  content: unknown
  /** Of one that is registered already. */
  registered?: { number: string; on: string; acceptedOn: string; facts: Facts }
}

interface Numbered extends MadeContract {
  localNumber: string
}

/**
 * Writes contracts set by set, each with its first event, its line where it is registered, and its trail: what the verbs
 * would write one by one. The database judges every row as it does theirs.
 */
export async function writeContracts(
  tx: Tx,
  actor: Actor,
  batch: string,
  year: number,
  made: readonly MadeContract[],
): Promise<void> {
  const rows = (await numbered(tx, year, made)).map(({ registered, ...row }) => ({
    ...row,
    number: registered?.number ?? null,
    on: registered?.on ?? null,
    acceptedOn: registered?.acceptedOn ?? null,
    facts: registered
      ? {
          ...registered.facts,
          turnover: String(registered.facts.turnover),
          technology: String(registered.facts.technology),
        }
      : null,
  }))
  const ids = await tx.execute<{ event: string; posting: string }>(sql`
    select nextval('contract_event_id_seq') as event, nextval('posting_id') as posting from generate_series(1, ${rows.length})`)
  for (const [at, row] of rows.entries()) Object.assign(row, ids[at])
  const source = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
    id uuid, unit text, content jsonb, "localNumber" text, number text, "on" date, "acceptedOn" date, facts jsonb,
    event bigint, posting bigint)`
  const registers = rows.some(({ number }) => number !== null)
  await tx.execute(sql`
    insert into contract (id, local_number, unit, status, content, entered_by, edited_by, number, year, registered_on,
      accepted_on, rule_set, posting)
    select id, "localNumber", unit, case when number is null then 'draft' else 'registered' end, content, ${actor.id}, ${actor.id},
      number, extract(year from "on"), "on", "acceptedOn",
      case when number is not null then jishi_setting('ruleSet', "acceptedOn") #>> '{}' end, case when number is not null then posting end
    from ${source}`)
  await tx.execute(sql`
    insert into contract_event (id, contract, seq, action, status_after, actor, details, content)
    select event, id, 0, case when number is null then 'create' else 'import' end,
      case when number is null then 'draft' else 'registered' end, ${actor.id},
      jsonb_strip_nulls(jsonb_build_object('batch', ${batch}::text, 'number', number)), content
    from ${source} order by event`)
  if (registers) {
    await tx.execute(sql`
      insert into posting (id, contract, event, sign, registered_on, year, unit, month, area, type, subtype, plan, flow, seller,
        field, band, property, goal, buyer, province, trade, turnover, technology)
      select posting, id, event, 1, "on", f.* from ${source}, jsonb_to_record(facts) as f (year integer, unit text, month char(2),
        area text, type text, subtype text, plan text, flow text, seller text, field text, band text, property text, goal text,
        buyer text, province text, trade text, turnover bigint, technology bigint)
      order by posting`)
  }
  await trailOf(tx, actor, registers ? 'contract.import' : 'contract.create', rows, batch)
}

/** A trail row for each contract. */
export async function trailOf(
  tx: Tx,
  actor: Actor,
  action: TrailAction,
  rows: readonly { id: string; unit: string; localNumber?: string; number?: string | null }[],
  batch: string,
): Promise<void> {
  const named = rows.map(({ id, unit, localNumber, number }) => ({
    id,
    details: { batch, unit, ...(localNumber && { localNumber }), ...(number && { number }) },
  }))
  await tx.execute(sql`
    insert into trail (actor, actor_name, role, unit, action, subject_kind, subject, details)
    select ${actor.id}, ${actor.name}, ${actor.role}, ${actor.unit}, ${action}, 'contract', r.id, r.details
    from jsonb_to_recordset(${JSON.stringify(named)}::jsonb) as r (id text, details jsonb)`)
}

/** Local numbers as the form gives them, taken for each unit at once; units in one order, so that two can't wait for each other. */
async function numbered(tx: Tx, year: number, made: readonly MadeContract[]): Promise<Numbered[]> {
  const serials = new Map<string, number>()
  for (const unit of [...new Set(made.map((one) => one.unit))].sort()) {
    const many = made.filter((one) => one.unit === unit).length
    const [taken] = await tx.execute<{ last: number }>(
      sql`select jishi_count_on(${`local:${unit}`}, ${year}, ${many}) as last`,
    )
    serials.set(unit, (taken?.last ?? 0) - many)
  }
  return made.map((one) => {
    const serial = (serials.get(one.unit) ?? 0) + 1
    serials.set(one.unit, serial)
    return { ...one, localNumber: `${one.unit}-${year}-${String(serial).padStart(5, '0')}` }
  })
}

/** Drafts of an import that are drafts still become discarded. Returns which. */
export async function discardDrafts(
  tx: Tx,
  actor: Actor,
  batch: string,
  ids: readonly string[],
): Promise<{ id: string; unit: string }[]> {
  const gone = await tx.execute<{ id: string; unit: string }>(sql`
    update contract set status = 'discarded', revision = revision + 1, updated_at = jishi_now()
    where id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)) and status = 'draft'
    returning id, unit`)
  await tx.execute(sql`
    insert into contract_event (contract, seq, action, status_after, actor, details, content)
    select c.id, 0, 'discard', 'discarded', ${actor.id}, jsonb_build_object('batch', ${batch}::text), c.content
    from contract c where c.id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(gone.map(({ id }) => id))}::jsonb))
    order by c.id`)
  return [...gone]
}

/** Takes back some registrations of an import. Returns which. */
export const undoRegistered = async (
  tx: Tx,
  batch: string,
  many: number,
): Promise<{ id: string; unit: string }[]> => [
  ...(await tx.execute<{ id: string; unit: string }>(
    sql`select contract as id, unit from jishi_undo_import(${batch}, ${many})`,
  )),
]

/** Contracts of an import that something was done with since, and how many of its drafts were edited. */
export async function sinceImport(tx: Tx, batch: string): Promise<{ decided: number; edited: number }> {
  const [row] = await tx.execute<{ decided: number; edited: number }>(sql`
    select count(*) filter (where c.status not in ('draft', 'discarded')
        and (b.kind = 'draft' or (select count(*) from contract_event e where e.contract = c.id) <> 1
          or exists (select from request q where q.contract = c.id) or exists (select from finding f where f.contract = c.id)))::integer as decided,
      count(*) filter (where c.status = 'draft' and c.revision > 1)::integer as edited
    from import_row r join import_batch b on b.id = r.batch join contract c on c.id = r.contract
    where r.batch = ${batch} and r.outcome = 'written'`)
  return row ?? { decided: 0, edited: 0 }
}
