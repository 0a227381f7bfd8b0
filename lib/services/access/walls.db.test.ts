import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { appUrl } from '@/db/testing/database'
import { reach } from '@/db/testing/past-verbs'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import { roleNames } from '@/lib/domain/access/roles'
import {
  actionNames,
  onRegister,
  type Status,
  sees,
  statusNames,
  transitions,
} from '@/lib/domain/contract/lifecycle'
import { contractIn, moveIn, person, registrarOf } from '@/lib/testing/house'

/** The second wall alone: SQL sent straight through the application's role, past every verb. */
const own = registrarOf('D08')
const cast: readonly (readonly [string, Actor])[] = [
  ['registrar of the unit', own],
  ['registrar of another unit', registrarOf('D01')],
  ...roleNames
    .filter((role) => role !== 'registrar')
    .map((role) => [role, person(role === 'approver' ? 'approver2' : role)] as const),
]

let sql: postgres.Sql
const ids = {} as Record<Status, string>

beforeAll(async () => {
  await moveIn()
  for (const status of statusNames) ids[status] = await contractIn(status, own)
  sql = postgres(appUrl(), { max: 2 })
})
afterAll(() => Promise.all([sql.end(), database().close()]))

describe.each(cast)('to a %s', (_, actor) => {
  test.each(statusNames)('a contract that is %s is there or not, as the lifecycle says', async (status) => {
    const seen = sees(actor, { status, unit: 'D08' }) ? 1 : 0
    expect(await reach(actor, (tx) => tx`select from contract where id = ${ids[status]}`)).toBe(seen)
    expect(
      await reach(
        actor,
        (tx) => tx`select distinct contract from contract_event where contract = ${ids[status]}`,
      ),
    ).toBe(seen)
    expect(
      await reach(
        actor,
        (tx) => tx`select distinct contract from attachment where contract = ${ids[status]}`,
      ),
    ).toBe(seen)
  })

  test.each(statusNames)('the database allows just the declared ways out of %s', async (before) => {
    for (const after of statusNames) {
      const declared = actionNames.some((action) => {
        const way = transitions[before][action]
        return (
          way !== null &&
          (way.to === after || way.large === after) &&
          may(actor.role, `contract.${action}`) &&
          sees(actor, { status: before, unit: 'D08' })
        )
      })
      const moved = await reach(
        actor,
        (tx) => tx`
          update contract set status = ${after},
            decided_by = case when ${after} in ('registered', 'refused') then ${actor.id}::uuid else decided_by end,
            first_approver = case when ${after} = 'endorsed' then ${actor.id}::uuid else first_approver end,
            number = case when ${after} = any(${[...onRegister]}) then '2026660008999999' end,
            year = case when ${after} = any(${[...onRegister]}) then 2026 end,
            registered_on = case when ${after} = any(${[...onRegister]}) then '2026-11-01'::date end,
            posting = case when ${after} = 'registered' then 1 end
          where id = ${ids[before]}`,
      )
      expect(`${before} → ${after}: ${moved === 1}`).toBe(`${before} → ${after}: ${declared}`)
    }
  })

  test('figures are within reach or not there', async () => {
    const figures = may(actor.role, 'statistics.read') && (actor.unit ?? 'D08') === 'D08' ? 1 : 0
    expect(await reach(actor, (tx) => tx`select from total where dimension = 'all'`)).toBe(figures)
    expect(await reach(actor, (tx) => tx`select from day_total`)).toBe(figures)
    expect(await reach(actor, (tx) => tx`select distinct 1 from posting`)).toBe(figures)
  })

  test('the ledger, the trail and the totals can’t be rewritten', async () => {
    for (const table of [
      'contract_event',
      'posting',
      'trail',
      'total',
      'day_total',
      'published_unit',
      'published_edition',
      'seal',
    ]) {
      expect(await reach(actor, (tx) => tx`delete from ${tx(table)}`)).toBe('refused')
    }
    expect(await reach(actor, (tx) => tx`update contract_event set details = '{}'`)).toBe('refused')
    expect(await reach(actor, (tx) => tx`update posting set turnover = 0`)).toBe('refused')
    expect(await reach(actor, (tx) => tx`update trail set details = '{}'`)).toBe('refused')
    expect(await reach(actor, (tx) => tx`update total set turnover = 0`)).toBe('refused')
    expect(await reach(actor, (tx) => tx`update day_total set turnover = 0`)).toBe('refused')
    expect(await reach(actor, (tx) => tx`update published_unit set turnover = 0`)).toBe('refused')
    expect(await reach(actor, (tx) => tx`update published_edition set published_at = now()`)).toBe('refused')
    expect(await reach(actor, (tx) => tx`update registration_counter set last = 0`)).toBe('refused')
    expect(await reach(actor, (tx) => tx`delete from contract`)).toBe('refused')
    expect(await reach(actor, (tx) => tx`alter table contract disable row level security`)).toBe('refused')
    expect(await reach(actor, (tx) => tx`alter table contract disable trigger all`)).toBe('refused')
    expect(await reach(actor, (tx) => tx`set role jishi_owner`)).toBe('refused')
  })

  test('the trail is the security auditor’s alone to read', async () => {
    const rows = await reach(actor, (tx) => tx`select from trail limit 1`)
    expect(rows).toBe(actor.role === 'security' ? 1 : 0)
  })
})

test('nobody signed in reaches anything', async () => {
  for (const table of [
    'contract',
    'contract_event',
    'posting',
    'total',
    'trail',
    'organisation',
    'attachment',
  ]) {
    expect(await sql`select from ${sql(table)}`).toHaveLength(0)
  }
})

test('a person can’t act in another’s name', async () => {
  const forged = await reach(
    own,
    (tx) => tx`insert into contract_event (contract, seq, action, status_after, actor, content)
      values (${ids.draft}, 0, 'submit', 'submitted', ${person('approver').id}, '{}')`,
  )
  expect(forged).toBe('refused')
})

test('a large contract can’t be registered by one approver, whatever the verb would say', async () => {
  const id = await contractIn('submitted', own, { turnover: 600_000_000n, technology: 600_000_000n })
  const approver = person('approver2')
  const moved = await reach(
    approver,
    (
      tx,
    ) => tx`update contract set status = 'registered', decided_by = ${approver.id}, number = '2026660008999998',
      year = 2026, registered_on = '2026-11-01', posting = 1 where id = ${id}`,
  )
  expect(moved).toBe('refused')
})
