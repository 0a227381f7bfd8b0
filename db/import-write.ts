import { sql } from 'drizzle-orm'
import type { Actor } from '@/lib/domain/access/actor'
import type { ImportKind } from '@/lib/domain/import/mapping'
import type { TrailAction } from '@/lib/domain/trail'
import type { Tx } from './client'
import { settleRows } from './queries/import-rows'

/** A row that is to become a contract, as much of it as tells whether that is there already. */
export interface ComingRow {
  row: number
  unit: string
  number: string | null
  signDate: string | null
  seller: string | null
  buyer: string | null
}

/** New rows of an import that nothing has come of yet, behind a row, in their order. */
export const readComing = (tx: Tx, batch: string, after: number, limit: number): Promise<ComingRow[]> =>
  tx.execute<ComingRow & Record<string, unknown>>(sql`
    select i.row, coalesce(b.unit, i.record ->> 'unit') as unit, i.record ->> 'number' as number,
      i.content ->> 'signDate' as "signDate", i.content #>> '{seller,name}' as seller, i.content #>> '{buyer,name}' as buyer
    from import_row i join import_batch b on b.id = i.batch
    where i.batch = ${batch} and i.verdict = 'new' and i.row > ${after} and i.outcome is null
    order by i.row limit ${limit}`)

/** A row whose contract is made now. */
export interface MadeContract {
  row: number
  id: string
  unit: string
  number: string | null
}

/**
 * Makes contracts of rows, set by set, each with its first event, its line where it is registered, and its trail: what the
 * verbs would write one by one. The contents stay in the database, which judges every row as it does theirs.
 */
export async function writeContracts(
  tx: Tx,
  actor: Actor,
  { id: batch, kind }: { id: string; kind: ImportKind },
  year: number,
  made: readonly MadeContract[],
): Promise<void> {
  const registers = kind === 'registered'
  const rows = await numbered(tx, year, made)
  const ids = await tx.execute<{ event: string; posting: string }>(sql`
    select nextval('contract_event_id_seq') as event, nextval('posting_id') as posting from generate_series(1, ${rows.length})`)
  const places = rows.map(({ row, id, unit, localNumber }, at) => ({
    row,
    id,
    unit,
    localNumber,
    ...ids[at],
  }))
  const source = sql`jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as r (
      "row" integer, id uuid, unit text, "localNumber" text, event bigint, posting bigint)
    join import_row i on i.batch = ${batch} and i.row = r.row`
  await (registers
    ? tx.execute(sql`
        insert into contract (id, local_number, unit, status, content, entered_by, edited_by, number, year, registered_on,
          accepted_on, rule_set, posting)
        select r.id, r."localNumber", r.unit, 'registered', i.content, ${actor.id}, ${actor.id}, i.record ->> 'number',
          extract(year from day.registered), day.registered, day.accepted, jishi_setting('ruleSet', day.accepted) #>> '{}', r.posting
        from ${source}, lateral (select (i.record ->> 'registeredOn')::date as registered,
          coalesce(i.record ->> 'acceptedOn', i.record ->> 'registeredOn')::date as accepted) as day
        order by r.event`)
    : tx.execute(sql`
        insert into contract (id, local_number, unit, status, content, entered_by, edited_by)
        select r.id, r."localNumber", r.unit, 'draft', i.content, ${actor.id}, ${actor.id} from ${source} order by r.event`))
  await tx.execute(sql`
    insert into contract_event (id, contract, seq, action, status_after, actor, details, content)
    select r.event, r.id, 0, ${registers ? 'import' : 'create'}, ${registers ? 'registered' : 'draft'}, ${actor.id},
      jsonb_strip_nulls(jsonb_build_object('batch', ${batch}::text, 'number', ${registers ? sql`i.record ->> 'number'` : sql`null`})),
      i.content
    from ${source} order by r.event`)
  await trailOf(tx, actor, registers ? 'contract.import' : 'contract.create', rows, batch)
  if (!registers) return
  // Last, because totals are held from here to the end of the transaction.
  await tx.execute(sql`
    insert into posting (id, contract, event, sign, registered_on, year, unit, month, area, type, subtype, plan, flow, seller,
      field, band, property, goal, buyer, province, trade, turnover, technology)
    select r.posting, r.id, r.event, 1, (i.record ->> 'registeredOn')::date, f.*
    from ${source}, jsonb_to_record(i.facts) as f (year integer, unit text, month char(2),
      area text, type text, subtype text, plan text, flow text, seller text, field text, band text, property text, goal text,
      buyer text, province text, trade text, turnover bigint, technology bigint)
    order by r.posting`)
}

/**
 * Drafts and returned contracts that are still as they were when their rows were judged become what the rows say; everything
 * else is left alone. Returns which rows, and the last row looked at.
 */
export async function applyRows(
  tx: Tx,
  actor: Actor,
  batch: string,
  after: number,
  limit: number,
): Promise<number | null> {
  const [looked] = await tx.execute<{ last: number | null; rows: number }>(sql`
    select max(row) as last, count(*)::integer as rows from (
      select row from import_row where batch = ${batch} and verdict = 'changed' and row > ${after} order by row limit ${limit}) as ahead`)
  const last = looked?.last ?? null
  if (last === null) return null
  const applied = await tx.execute<{ row: number; id: string; unit: string }>(sql`
    update contract c set content = i.content, edited_by = ${actor.id}, revision = c.revision + 1, updated_at = jishi_now()
    from import_row i
    where i.batch = ${batch} and i.verdict = 'changed' and i.row > ${after} and i.row <= ${last} and i.outcome is null
      and c.id = i.contract and c.revision = i.base and c.status in ('draft', 'returned')
    returning i.row, c.id, c.unit`)
  if (applied.length > 0) {
    await settleRows(
      tx,
      batch,
      applied.map(({ row }) => ({ row, contract: null, outcome: 'applied' })),
    )
    await trailOf(tx, actor, 'contract.save', applied, batch)
  }
  return (looked?.rows ?? 0) < limit ? null : last
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
async function numbered(
  tx: Tx,
  year: number,
  made: readonly MadeContract[],
): Promise<(MadeContract & { localNumber: string })[]> {
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
export async function sinceImport(
  tx: Tx,
  batch: string,
): Promise<{ decided: number; edited: number; printed: string[] }> {
  const [row] = await tx.execute<{ decided: number; edited: number; printed: string[] }>(sql`
    select count(*) filter (where c.status not in ('draft', 'discarded')
        and (b.kind = 'draft' or (select count(*) from contract_event e where e.contract = c.id) <> 1
          or exists (select from request q where q.contract = c.id) or exists (select from finding f where f.contract = c.id)))::integer as decided,
      count(*) filter (where c.status = 'draft' and c.revision > 1)::integer as edited,
      coalesce(array_agg(c.number order by c.number) filter (where c.status = 'registered' and b.kind = 'registered'
        and exists (select from certificate p where p.contracts @> array[c.id])), '{}') as printed
    from import_row r join import_batch b on b.id = r.batch join contract c on c.id = r.contract
    where r.batch = ${batch} and r.outcome = 'written'`)
  return row ?? { decided: 0, edited: 0, printed: [] }
}
