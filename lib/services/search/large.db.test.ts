import { sql as statement } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import {
  contractsEndingIn,
  contractsHolding,
  contractsSpelled,
  organisationsSpelled,
} from '@/db/queries/search'
import { chance, plant, randomContract } from '@/db/testing/plant'
import { sql } from '@/db/testing/sql'
import { inTransaction, planEachTime } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { spellingsSought } from '@/lib/domain/search/spelling'
import { registrarOf } from '@/lib/testing/house'
import { approver, enterThree, found, leader, office } from './testing/three'

beforeAll(enterThree, 60_000)
afterAll(() => database().close())

/** How often tables that grow were read from end to end. */
async function scans(tx: Parameters<Parameters<typeof inTransaction>[1]>[0]): Promise<number> {
  const [row] = await tx.execute<{ n: string }>(statement`
    select coalesce(sum(seq_scan), 0) as n from pg_stat_xact_user_tables
    where relname in ('contract', 'spelled_name', 'organisation')`)
  return Number(row?.n)
}

describe('in a large register', () => {
  beforeAll(async () => {
    const next = chance(25)
    await plant(
      sql(),
      Array.from({ length: 400 }, () => randomContract(next, [2023, 2024])),
      { copies: 50 },
    )
    const syllables = '新疆天山南北绿洲石河子阿拉尔五家渠图木舒克北屯铁门关双河可克达拉昆玉胡杨白'
    await sql()`alter table contract disable trigger user`
    await sql()`update contract set content = jsonb_set(content, '{seller,name}', to_jsonb(
        (select string_agg(substr(${syllables}, 1 + (abs(hashtext(contract.local_number || n::text)) % 38), 1), '')
          from generate_series(1, 5) as n) || '农业科技有限公司'))
      where local_number like 'P-%'`
    await sql()`alter table contract enable trigger user`
    await sql()`select jishi_spell_all()`
    await sql()`insert into organisation (id, name, country, is_corps, details)
      select gen_random_uuid(), name, '142', false, jsonb_build_object('name', name) from spelled_name limit 15000`
    await sql()`vacuum analyze contract, spelled_name, organisation`
  }, 120_000)

  it.each([
    ['a rare spelling', (tx, actor) => contractsSpelled(tx, actor, spellingsSought('kkdlky'), 6)],
    ['a whole spelling', (tx, actor) => contractsSpelled(tx, actor, spellingsSought('cldcnh'), 6)],
    ['the end of a number', (tx, actor) => contractsEndingIn(tx, actor, '004321', 6)],
    [
      'two characters',
      (tx, actor) => contractsHolding(tx, actor, { words: ['苁蓉'], units: [], years: [] }, 6),
    ],
    ['organisations by spelling', (tx) => organisationsSpelled(tx, spellingsSought('kkdlky'), 6)],
  ] as [
    string,
    (tx: Parameters<Parameters<typeof inTransaction>[1]>[0], actor: Actor) => Promise<unknown>,
  ][])('%s is read from indexes, whoever asks', async (_, look) => {
    for (const actor of [approver, office, leader]) {
      const scanned = await inTransaction(actor, async (tx) => {
        await planEachTime(tx)
        // The counts of a connection also hold what it did before and has not handed in yet.
        const before = await scans(tx)
        await look(tx, actor)
        return (await scans(tx)) - before
      })
      expect(scanned, actor.role).toBe(0)
    }
  })

  it('a spelling of many names still finds some of those within reach', async () => {
    expect((await found(approver, 'nykj')).length).toBe(6)
    expect((await found(registrarOf('D03'), 'nykj')).length).toBe(6)
  })
})
