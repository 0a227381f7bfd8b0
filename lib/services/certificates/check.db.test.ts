import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { ownerUrl } from '@/db/testing/database'
import { reach as reachAs } from '@/db/testing/past-verbs'
import { visitor, type Who } from '@/db/transaction'
import { settings } from '@/lib/domain/settings'
import { contractIn, moveIn, person } from '@/lib/testing/house'
import { serve } from '../api/serve'
import { verifyAnswer } from '../api/verify-answer'
import { checkCode, digestOf } from './check-code'
import { approver, auditor, office, printed, stranger } from './testing/printed'

const heard = { address: '10.0.0.8' }
const owner = postgres(ownerUrl(), { max: 1, onnotice: () => {} })

beforeAll(moveIn)
beforeEach(() => owner`delete from rate_bucket`)
afterAll(() => Promise.all([owner.end(), database().close()]))

describe('the public check', { timeout: 60_000 }, () => {
  const ask = (number: string, code: string) =>
    serve(
      new Request(`http://jishi.test/api/v1/verify/${number}?code=${code}`, {
        headers: { 'x-forwarded-for': heard.address },
      }),
    )

  test('answers a wrong code, a missing number and nonsense alike, and a right one in full', async () => {
    const { number, code } = await printed(await contractIn('registered', office))
    const right = await ask(number, code)
    expect(right.status).toBe(200)
    expect(verifyAnswer.parse(await right.json())).toMatchObject({
      kind: 'contract',
      standing: 'valid',
      certificate: { number, version: 1 },
      list: null,
      since: [{ number, standing: 'valid', acts: [], changed: [] }],
    })
    const wrong = code.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
    const refused = [
      [number, wrong],
      ['2026660008999999', code],
      ['2026660008999999', wrong],
      [number, ''],
      ['x', 'y'],
    ] as const
    const told = []
    for (const [given, typed] of refused) {
      const answer = await ask(given, typed)
      const { instance: _, ...body } = (await answer.json()) as Record<string, unknown>
      told.push([answer.status, [...answer.headers], body])
    }
    expect(told[0]?.[0]).toBe(404)
    for (const one of told) expect(one).toEqual(told[0])
  })

  test('finds no paper that somebody wrote into the database without the key', async () => {
    const id = await contractIn('registered', office)
    const { number, code } = await printed(id)
    const error = vi.spyOn(console, 'error').mockImplementation(() => {})
    await owner`update certificate set facts = jsonb_set(facts, '{turnover}', '"9999999.00"') where number = ${number}`
    expect((await ask(number, code)).status).toBe(404)
    expect(error).toHaveBeenCalledOnce()
    error.mockRestore()
    expect(checkCode({ number, version: 1, hash: 'x' })).not.toBe(code)
  })

  test('has its limit, and tells when to come again', async () => {
    const most = settings.verifyPerMinute.initial[0].value
    const answers = await Promise.all(
      Array.from({ length: most + 1 }, () => ask('2026660008999999', 'AAAAAAAAAA')),
    )
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(most)
    const [slow] = answers.filter(({ status }) => status === 429)
    expect(Number(slow?.headers.get('retry-after'))).toBeGreaterThan(0)
    heard.address = '10.0.0.9'
    expect((await ask('2026660008999999', 'AAAAAAAAAA')).status).toBe(404)
    heard.address = '10.0.0.8'
  })

  test('is on the trail, once in a quarter of an hour for a paper and an address', async () => {
    await owner`alter table trail disable trigger user`
    await owner`delete from trail where role = 'visitor'`
    await owner`alter table trail enable trigger user`
    const { number, code } = await printed(await contractIn('registered', office))
    for (const given of [code, code, 'AAAAAAAAAA', 'BBBBBBBBBB']) await ask(number, given)
    heard.address = '10.0.0.9'
    await ask(number, code)
    heard.address = '10.0.0.8'
    const rows = await owner`
      select action, subject, actor, role, address, details from trail where role = 'visitor' order by id`
    const common = { actor: null, role: 'visitor', subject: number }
    const details = { number, version: 1, standing: 'valid' }
    expect([...rows]).toEqual([
      { ...common, action: 'certificate.check', address: '10.0.0.8', details },
      {
        ...common,
        action: 'certificate.check-failed',
        subject: null,
        address: '10.0.0.8',
        details: { number },
      },
      { ...common, action: 'certificate.check', address: '10.0.0.9', details },
    ])
  })
})

describe('past every verb', { timeout: 60_000 }, () => {
  const reach = (who: Who, statement: string, values: (string | null)[] = []) =>
    reachAs(who, (tx) => tx.unsafe(statement, values))

  test('a visitor reaches the paper of a digest and nothing else', async () => {
    const { number, code } = await printed(await contractIn('registered', office))
    for (const table of [
      ...[
        'contract',
        'contract_event',
        'certificate',
        'attachment',
        'organisation',
        'request',
        'trail',
        'posting',
      ],
      ...['total', 'inflow', 'imprint', 'seal', 'report_manuscript', 'work_record', 'finding', 'session'],
    ])
      expect(`${table} ${await reach(visitor, `select from ${table}`)}`).toBe(`${table} 0`)
    const verify = `select from jishi_verify_certificate(decode($1, 'hex'))`
    expect(await reach(visitor, verify, [digestOf(number, code).toString('hex')])).toBe(1)
    expect(await reach(visitor, verify, [digestOf(number, '0000000000').toString('hex')])).toBe(0)
    expect(
      await reach(visitor, 'select from contract c where jishi_certificate_facts(c.id) is not null'),
    ).toBe(0)
    for (const statement of ['update certificate set version = 9', 'delete from certificate'])
      for (const who of [visitor, office, auditor]) expect(await reach(who, statement)).toBe('refused')
  })

  test('each sees and adds papers within reach, and none that states what the register does not hold', async () => {
    const id = await contractIn('registered', office)
    const { number } = await printed(id)
    const seen = (who: Who) => reach(who, 'select from certificate where number = $1', [number])
    for (const [who, rows] of [
      [office, 1],
      [approver, 1],
      [auditor, 1],
      [stranger, 0],
      [person('leader'), 0],
      [person('admin'), 0],
    ] as const)
      expect(await seen(who)).toBe(rows)
    const add = (who: typeof office, facts: string, of = unprinted) =>
      reach(
        who,
        `insert into certificate (id, kind, number, version, facts, hash, digest, contracts, unit, issued_by)
        select gen_random_uuid(), 'contract', number, 1, ${facts}, repeat('0', 64), sha256(number::bytea), array[id], unit,
          '${who.id}' from contract where id = $1`,
        [of],
      )
    const unprinted = await contractIn('registered', office)
    const true_ = 'jishi_certificate_facts(id)'
    expect(await add(office, true_)).toBe(1)
    expect(await add(auditor, true_)).toBe(1)
    expect(await add(stranger, true_)).toBe(0)
    expect(await add(person('leader'), true_)).toBe('refused')
    expect(await add(office, `jsonb_set(${true_}, '{turnover}', '"1.00"')`)).toBe('refused')
    expect(await add(office, true_, await contractIn('submitted', office))).toBe('refused')
    expect(
      await reach(
        office,
        `insert into certificate (id, kind, number, version, facts, hash, digest, contracts, unit, issued_by)
        values (gen_random_uuid(), 'list', 'QD2026999999', 1,
          jsonb_build_object('madeOn', jishi_today(), 'rows', jishi_certificate_rows(array[$1::uuid]) || '[{}]'),
          repeat('0', 64), 'x', array[$1::uuid], 'D08', '${office.id}')`,
        [unprinted],
      ),
    ).toBe('refused')
  })
})
