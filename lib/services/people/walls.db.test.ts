import type postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { reach as reachAs, type Statement } from '@/db/testing/past-verbs'
import { roleNames } from '@/lib/domain/access/roles'
import { contractIn, registrarOf } from '@/lib/testing/house'
import { enrolWithPasswords, password } from '@/lib/testing/signed'
import { person } from '../demo/people'
import { signIn } from './sign-in'
import { issueToken } from './tokens'

/** The second wall alone: SQL straight through the application's role, past every verb. */
const actors = new Map([
  ...roleNames.map((role) => [role, role === 'registrar' ? registrarOf('D08') : person(role)] as const),
])

beforeAll(async () => {
  await enrolWithPasswords('registrar-d08', 'approver', 'auditor', 'leader', 'security')
  for (const { username } of actors.values()) await signIn({ username, password }, '10.0.0.8')
  await signIn({ username: 'approver', password: 'wrong' }, '10.0.0.8')
  await issueToken(person('admin'), { username: 'approver', label: '接口', days: 1 })
  await contractIn('registered', registrarOf('D08'))
})
afterAll(() => database().close())

/** Rows reached in this role. */
const reach = (role: string, statement: Statement) =>
  reachAs({ ...actors.get(role as 'admin'), role }, statement)

/** Rows of each table per role: registrar, approver, auditor, leader, admin, security, and nobody at all. */
const everybody = [...roleNames, ''] as const
const reading: Record<string, [Statement, readonly (number | 'refused')[]]> = {
  'credential: one’s own, the administrator all': [
    (tx) => tx`select * from credential`,
    [1, 1, 1, 1, 6, 1, 0],
  ],
  'session: one’s own, the administrator all': [(tx) => tx`select * from session`, [1, 1, 1, 1, 6, 1, 0]],
  'tokens: one’s own, the administrator all': [(tx) => tx`select * from api_token`, [0, 1, 0, 0, 1, 0, 0]],
  'failures: nobody': [(tx) => tx`select * from sign_in_failure`, [0, 0, 0, 0, 0, 0, 0]],
  'known addresses: nobody': [(tx) => tx`select * from known_address`, [0, 0, 0, 0, 0, 0, 0]],
  'contracts: not the administrator, not security': [
    (tx) => tx`select * from contract`,
    [1, 1, 1, 1, 0, 0, 0],
  ],
  'events: not the administrator, not security': [
    (tx) => tx`select * from contract_event limit 1`,
    [1, 1, 1, 1, 0, 0, 0],
  ],
  'postings: not the administrator, not security': [(tx) => tx`select * from posting`, [1, 1, 1, 1, 0, 0, 0]],
  'files: not the administrator, not security': [(tx) => tx`select * from attachment`, [1, 1, 1, 1, 0, 0, 0]],
}

describe('a token of one’s own', () => {
  const issue = (hours: number) => (tx: postgres.TransactionSql) =>
    tx`
    insert into api_token (id, account, label, hash, expires_at)
    select gen_random_uuid(), jishi_actor(), 'own', md5(random()::text), now() + make_interval(hours => ${hours}) returning id`

  test('lives for less than an hour', async () => {
    expect(await reach('approver', issue(0))).toBe(1)
    expect(await reach('approver', issue(2))).toBe('refused')
  })

  test.each([
    ['is withdrawn', 'withdrawn_at = now()', 1],
    ['is not prolonged', "expires_at = now() + interval '9 years'", 'refused'],
    ['is not widened', "withdrawn_at = now(), scope = 'read'", 'refused'],
    ['is not handed to another', 'withdrawn_at = now(), account = gen_random_uuid()', 'refused'],
  ])('%s', async (_, change, expected) => {
    expect(
      await reach('approver', (tx) => tx.unsafe(`update api_token set ${change} returning id`) as never),
    ).toBe(expected)
  })
})

describe('who reads what', () => {
  test.each(Object.entries(reading))('%s', async (_, [statement, expected]) => {
    expect(await Promise.all(everybody.map((role) => reach(role, statement)))).toEqual(expected)
  })

  test('the trail: security alone', async () => {
    for (const role of everybody) {
      const rows = await reach(role, (tx) => tx`select * from trail`)
      if (role === 'security') expect(rows).toBeGreaterThan(0)
      else expect(rows).toBe(0)
    }
  })
})

describe('the trail', () => {
  test.each([
    ['changed', (tx) => tx`update trail set actor_name = '别人'`],
    ['removed', (tx) => tx`delete from trail`],
    ['emptied', (tx) => tx`truncate trail`],
    [
      'written in another’s name',
      (tx) => tx`insert into trail (actor, actor_name, role, action, subject_kind)
        values (${person('leader').id}, '领导', jishi_role(), 'sign-in', 'session')`,
    ],
    [
      'written in another role',
      (tx) => tx`insert into trail (actor, actor_name, role, action, subject_kind)
        values (jishi_actor(), 'x', 'approver', 'sign-in', 'session')`,
    ],
  ] as [string, Statement][])('can’t be %s', async (_, statement) => {
    for (const role of ['security', 'admin', 'gate']) expect(await reach(role, statement)).toBe('refused')
  })
})

describe('who writes accounts and what holds for all', () => {
  const statements: [string, Statement][] = [
    ['account', (tx) => tx`update account set role = 'admin', unit = null where username = 'approver'`],
    [
      'setting',
      (tx) => tx`insert into setting (key, valid_from, value) values ('idleMinutes', '2099-01-01', '5')`,
    ],
    [
      'holiday',
      (tx) => tx`insert into holiday (day, kind, name_zh, name_en) values ('2099-01-01', 'off', 'x', 'x')`,
    ],
    ['code', (tx) => tx`insert into code_mapping (list, code, national_code) values ('unit', 'D01', '1')`],
    [
      'unit',
      (tx) => tx`insert into unit_version (unit, valid_from, name_zh, name_en, area, ranked)
        values ('D01', '2099-01-01', 'x', 'x', 'south', true)`,
    ],
  ]
  test.each(statements)('%s: the administrator alone', async (_, statement) => {
    for (const role of [...roleNames, 'gate', '']) {
      const reached = await reach(role, statement)
      if (role === 'admin') expect(reached).toBe(1)
      else expect([0, 'refused']).toContain(reached)
    }
  })

  test.each([
    [
      'a setting of the past',
      (tx) => tx`insert into setting (key, valid_from, value) values ('idleMinutes', '2020-01-01', '5')`,
    ],
    ['the value in force', (tx) => tx`update setting set value = '1' where key = 'largeThreshold'`],
    ['a value that held', (tx) => tx`delete from setting where key = 'largeThreshold'`],
    ['a holiday gone by', (tx) => tx`delete from holiday where day < '2024-01-01'`],
    [
      'a unit in a closed year',
      (tx) => tx`insert into unit_version (unit, valid_from, name_zh, name_en, area, ranked)
        values ('D01', '2020-01-01', 'x', 'x', 'south', true)`,
    ],
    ['the name a unit had', (tx) => tx`update unit_version set name_zh = 'x' where unit = 'D01'`],
  ] as [string, Statement][])('not even the administrator alters %s', async (_, statement) => {
    expect([0, 'refused']).toContain(await reach('admin', statement))
  })
})
