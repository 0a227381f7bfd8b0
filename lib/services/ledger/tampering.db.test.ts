import postgres, { type Row } from 'postgres'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { database } from '@/db/client'
import { seal } from '@/db/ledger-check'
import { imprintedTables, otherwiseCovered, uncoveredTables } from '@/db/ledger-cover'
import { ownerUrl } from '@/db/testing/database'
import { chance, plant, randomContract } from '@/db/testing/plant'
import { statusNames } from '@/lib/domain/contract/lifecycle'
import { contractIn, moveIn, person, registrarOf } from '@/lib/testing/house'
import { save } from '../contracts/save'
import { verifyLedger } from './verify'

const intruderUrl = new URL(inject('cluster').superuserUrl)
intruderUrl.pathname = new URL(ownerUrl()).pathname
/** Steps around every trigger, policy and foreign key. */
const intruder = postgres(intruderUrl.href, {
  max: 1,
  onnotice: () => {},
  connection: { session_replication_role: 'replica' },
})
const owner = postgres(ownerUrl(), { max: 1, onnotice: () => {} })
const auditor = person('auditor')
const next = chance(20_261)
const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T

const EDITS = 120

beforeAll(async () => {
  await moveIn()
  const registrar = registrarOf('D08')
  for (const status of statusNames) {
    const id = await contractIn(status, registrar)
    if (status === 'draft' || status === 'returned')
      await save(registrar, { id, patch: { keywords: '滴灌' } })
    if (status === 'registered') await correctBehindDoors(id)
  }
  await seal()
  await plant(
    owner,
    Array.from({ length: 20 }, () => randomContract(next, [2023, 2024])),
  )
  await fillTheRest()
  await seal()
}, 60_000)

afterAll(async () => {
  await intruder.end()
  await owner.end()
  await database().close()
})

/** A correction as its verb will write it: contract, event, the old line out and a new one in. */
async function correctBehindDoors(id: string): Promise<void> {
  await owner.begin(async (tx) => {
    await tx`alter table contract disable trigger contract_guard`
    await tx`update contract set content = content || '{"goal":"8"}', revision = revision + 1, posting = nextval('posting_id')
      where id = ${id}`
    const [event] = await tx`
      insert into contract_event (contract, seq, action, status_after, actor, content)
      select id, 0, 'correct', status, decided_by, content from contract where id = ${id} returning id`
    await tx`create temp table line on commit drop as select * from posting where contract = ${id}`
    await tx`update line set event = ${event?.id}, sign = -1, id = nextval('posting_id')`
    await tx`insert into posting select * from line`
    await tx`update line set sign = 1, goal = '8', id = (select posting from contract where id = ${id})`
    await tx`insert into posting select * from line`
  })
  // Pending imprints have to be written before the table may change again.
  await owner`alter table contract enable trigger contract_guard`
}

async function fillTheRest(): Promise<void> {
  const id = newId()
  await owner.unsafe(`
    insert into credential (account, password_hash) values ('${auditor.id}', 'argon');
    insert into api_token (id, account, label, hash, expires_at) values ('${id}', '${auditor.id}', 'x', 'y', now());
    insert into organisation (id, name, country, is_corps, details) values ('${id}', '示例', '156', false, '{"name":"示例"}');
    insert into code_mapping values ('contractType', '1', 'A');
    insert into published_unit values (2024, 1, 'D08', 100, 1), (2024, 1, 'D01', 90, null);
    insert into inflow (number, year, name, type, seller_name, seller_region, buyer_name, buyer_unit, field, turnover,
      technology, registered_on)
    values ('2024110000000001', 2024, '示例', '1', '甲', '110105', '乙', 'D08', '01', 100, 90, '2024-05-06')`)
}

/** Another value of the column's type. */
const changed: Record<string, (column: string, length: number) => string> = {
  text: (c) => `coalesce(${c}, '') || 'x'`,
  bpchar: (c, length) =>
    `translate(coalesce(${c}, repeat('0', ${length})), '0123456789abcdef', '123456789abcdef0')`,
  uuid: () => 'gen_random_uuid()',
  int2: (c) => `coalesce(${c}, 0) + 1`,
  int4: (c) => `coalesce(${c}, 0) + 1`,
  int8: (c) => `coalesce(${c}, 0) + 1`,
  bool: (c) => `not coalesce(${c}, false)`,
  jsonb: (c) =>
    `case when jsonb_typeof(${c}) = 'object' then ${c} || '{"technology":"0.01"}' else '{"behind":null}' end`,
  bytea: (c) => `case when length(${c}) > 0 then set_byte(${c}, 0, 255 - get_byte(${c}, 0)) else '\\x00' end`,
  timestamptz: (c) => `coalesce(${c}, now()) + interval '1 microsecond'`,
  date: (c) => `coalesce(${c}, '2024-01-01') + 1`,
  xid8: (c) => `(${c}::text::bigint + 1)::text::xid8`,
  _text: (c) => `array_append(${c}, 'x')`,
}

interface Table {
  name: string
  keys: string[]
  columns: { name: string; type: string; length: number; nullable: boolean }[]
}

async function tables(): Promise<Table[]> {
  const rows = await intruder<Table[]>`
    select c.relname as name,
      (select array_agg(a.attname::text order by array_position(i.indkey::int2[], a.attnum))
        from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
        where i.indrelid = c.oid and i.indisprimary) as keys,
      (select jsonb_agg(jsonb_build_object('name', a.attname, 'type', t.typname, 'length', a.atttypmod - 4,
          'nullable', not a.attnotnull) order by a.attnum)
        from pg_attribute a join pg_type t on t.oid = a.atttypid
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
    from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
    order by 1`
  return [...rows]
}

/** Edits one value of a random row; null when a constraint stood in the way. The kept row is put back by `undo`. */
async function edit(
  { name, keys, columns }: Table,
  column: Table['columns'][number],
): Promise<{ places: string[]; undo: () => Promise<void> } | null> {
  const key = keys.map((one) => `"${one}"::text`).join(" || '/' || ")
  const list = columns.map((one) => `"${one.name}"`).join(', ')
  const toNull = column.nullable && next() < 0.3
  const value = toNull ? 'null' : changed[column.type]?.(`"${column.name}"`, column.length)
  if (!value) throw new Error(`No way to change a ${column.type}`)
  const [{ rows }] = (await intruder.unsafe(`select count(*)::integer as rows from ${name}`)) as unknown as [
    { rows: number },
  ]
  await intruder.unsafe(`drop table if exists kept; create temp table kept as
    select * from ${name} order by ${key} offset ${Math.floor(next() * rows)} limit 1`)
  try {
    const [places] = await intruder.unsafe<Row[]>(`
      update ${name} t set "${column.name}" = ${value}
      from (select ${key} as old_key from kept) k
      where ${keys.map((one) => `t."${one}" = (select "${one}" from kept)`).join(' and ')}
        and t."${column.name}" is distinct from ${value.replaceAll(`"${column.name}"`, `t."${column.name}"`)}
      returning k.old_key, ${keys.map((one) => `t."${one}"::text`).join(" || '/' || ")} as new_key`)
    if (!places) return null
    return {
      places: [places.old_key, places.new_key],
      undo: async () => {
        await intruder.unsafe(`delete from ${name} where ${key} = '${places.new_key}';
          insert into ${name} (${list}) select ${list} from kept`)
      },
    }
  } catch (error) {
    if (error instanceof postgres.PostgresError && /^2[23]/.test(error.code)) return null
    throw error
  }
}

describe('one value changed behind the application’s back', () => {
  test('every table is covered or says why not', async () => {
    const named = [...imprintedTables, ...Object.keys(otherwiseCovered), ...Object.keys(uncoveredTables)]
    expect((await tables()).map(({ name }) => name)).toEqual([...named].sort())
    const covered =
      await intruder`select table_name as name from cover where table_name <> 'contract' order by 1`
    expect(covered.map(({ name }) => name)).toEqual([...imprintedTables].sort())
  })

  test(`is found and placed, in any column of any covered table`, async () => {
    expect((await verifyLedger(auditor)).faults).toEqual([])
    const covered = (await tables()).filter(({ name }) => !(name in uncoveredTables))
    let edits = 0
    for (let tries = 0; edits < EDITS; tries += 1) {
      if (tries > EDITS * 4) throw new Error('Too many edits were refused')
      const table = covered[tries % covered.length] as Table
      const column = pick(table.columns)
      const done = await edit(table, column)
      if (!done) continue
      edits += 1
      const { faults } = await verifyLedger(auditor)
      await done.undo()
      const placed = faults.some(({ table: at, key }) => at === table.name && done.places.includes(key))
      if (!placed) {
        expect.fail(
          `${table.name}.${column.name} of ${done.places.join(' → ')} was not placed: ${JSON.stringify(faults)}`,
        )
      }
    }
    expect((await verifyLedger(auditor)).faults).toEqual([])
  }, 60_000)
})
