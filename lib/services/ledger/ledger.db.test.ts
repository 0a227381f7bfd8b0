import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { seal } from '@/db/ledger-check'
import { ownerUrl } from '@/db/testing/database'
import { chance, plant, randomContract } from '@/db/testing/plant'
import type { Actor } from '@/lib/domain/access/actor'
import { recount } from './recount'
import { verifyLedger } from './verify'

const auditor: Actor = {
  id: '00000000-0000-7000-8000-000000000009',
  username: 'auditor',
  name: 'Auditor',
  role: 'auditor',
  unit: null,
}
/** Whoever has the machine can step around every trigger and policy; the ledger must still tell. */
const intruderUrl = () => {
  const url = new URL(inject('cluster').superuserUrl)
  url.pathname = new URL(ownerUrl()).pathname
  return url.href
}
const owner = postgres(ownerUrl(), { max: 1, onnotice: () => {} })
const intruder = postgres(intruderUrl(), { max: 1, onnotice: () => {} })
const next = chance(5)
const planted = Array.from({ length: 40 }, () => randomContract(next, [2023, 2024]))
const victim = planted[7] as (typeof planted)[number]

beforeAll(async () => {
  await plant(owner, planted.slice(0, 20))
  await seal()
  await plant(owner, planted.slice(20))
  await seal()
})

afterAll(async () => {
  await owner.end()
  await intruder.end()
})

/** Does harm past all triggers, looks, and undoes it from a copy of the row. */
async function tampered<T>(table: string, harm: string, look: () => Promise<T>): Promise<T> {
  await intruder.unsafe(`set session_replication_role = replica; create table kept as select * from ${table}`)
  try {
    await intruder.unsafe(harm)
    return await look()
  } finally {
    const [names] = await intruder`
      select string_agg(quote_ident(attname), ', ' order by attnum) as list from pg_attribute
      where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''`
    await intruder.unsafe(`delete from ${table}; insert into ${table} (${names?.list}) select ${names?.list} from kept;
      drop table kept; set session_replication_role = origin`)
  }
}

describe('the ledger', () => {
  beforeEach(async () => {
    expect(await verifyLedger(auditor)).toMatchObject({ sound: true })
    expect(await recount(auditor)).toEqual({ contracts: 40, agrees: true, differences: [] })
  })

  test.each([
    [
      'an event altered',
      `update contract_event set content = content || '{"name":"x"}' where contract = '${victim.id}'`,
    ],
    [
      'an event backdated',
      `update contract_event set at = at - interval '1 day' where contract = '${victim.id}'`,
    ],
    [
      'an event’s actor changed',
      `update contract_event set actor = gen_random_uuid() where contract = '${victim.id}'`,
    ],
  ])('names the event: %s', async (_, harm) => {
    const found = await tampered('contract_event', harm, () => verifyLedger(auditor))
    expect(found.firstBroken).toMatchObject({ contract: victim.id, seq: 1, what: 'altered' })
  })

  test('misses an event taken out, and sees one that was made to look right', async () => {
    const gone = await tampered(
      'contract_event',
      `delete from contract_event where contract = '${victim.id}'`,
      () => verifyLedger(auditor),
    )
    expect(gone.faults).toContainEqual({ table: 'contract', key: victim.id, what: 'no-event' })
    expect(gone.faults).toContainEqual({ table: 'seal', key: '1', what: 'events' })
    const forged = await tampered(
      'contract_event',
      `update contract_event e set details = '{"forged":true}' where contract = '${victim.id}';
       update contract_event e set hash = jishi_event_hash('', e) where contract = '${victim.id}'`,
      () => verifyLedger(auditor),
    )
    expect(forged.firstBroken).toBeNull()
    expect(forged.faults).toEqual([{ table: 'seal', key: '1', what: 'root' }])
  })

  test('sees a contract that is not as its last event left it', async () => {
    const harm = `update contract set content = content || '{"turnover":"1.00"}' where id = '${victim.id}'`
    const found = await tampered('contract', harm, () => verifyLedger(auditor))
    expect(found.faults).toContainEqual({ table: 'contract', key: victim.id, what: 'content' })
    const counted = await tampered('contract', harm, () => recount(auditor))
    expect(counted.differences).toContainEqual(
      expect.objectContaining({ kind: 'fact', contract: victim.id, fact: 'turnover', counted: '100' }),
    )
  })

  test('sees a posting altered, doubled or taken out, and a total changed', async () => {
    const where = `where contract = '${victim.id}'`
    const altered = await tampered('posting', `update posting set turnover = turnover + 1 ${where}`, () =>
      recount(auditor),
    )
    expect(altered.differences.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['fact', 'total']))
    const doubled = await tampered(
      'posting',
      `create temp table twin as select * from posting ${where}; update twin set id = id + 1000000;
       insert into posting select * from twin; drop table twin`,
      () => recount(auditor),
    )
    expect(doubled.differences).toContainEqual({ kind: 'stray', contract: victim.id, lines: 2 })
    const gone = await tampered('posting', `delete from posting ${where}`, () => recount(auditor))
    expect(gone.differences).toContainEqual({ kind: 'unposted', contract: victim.id })
    const total = await tampered(
      'total',
      `update total set turnover = turnover + 1 where year = 2024 and unit = 'D08' and dimension = 'all'`,
      () => recount(auditor),
    )
    expect(total.differences).toEqual([
      expect.objectContaining({ kind: 'total', year: 2024, unit: 'D08', split: 'all' }),
    ])
  })

  test('is checked by those alone who may', async () => {
    await expect(verifyLedger({ ...auditor, role: 'leader' })).rejects.toMatchObject({
      detail: { code: 'forbidden' },
    })
    await expect(recount({ ...auditor, role: 'security' })).rejects.toMatchObject({
      detail: { code: 'forbidden' },
    })
    expect(await verifyLedger({ ...auditor, role: 'security' })).toMatchObject({ sound: true })
  })
})
