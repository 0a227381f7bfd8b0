import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { locks } from '@/db/locks'
import { sql } from '@/db/testing/sql'
import { settings } from '@/lib/domain/settings'
import { shanghaiDate, yearOf } from '@/lib/domain/time/dates'
import { contractIn, entered, moveIn, person, registrarOf } from '@/lib/testing/house'
import { callerOfToken, issueTryToken, ownTokens, withdrawOwnToken, withdrawToken } from '../people/tokens'
import { changeSetting } from '../settings/change'
import { ask, limitRequests, openedWide, tokenOf, told } from './testing/calling'

const office = registrarOf('D08')
const year = yearOf(shanghaiDate(new Date()))

beforeAll(async () => {
  await moveIn()
  await openedWide()
})
afterAll(() => database().close())

async function expectProblem(response: Response, status: number, code: string) {
  expect([response.status, response.headers.get('content-type')]).toEqual([
    status,
    'application/problem+json',
  ])
  expect(await response.json()).toMatchObject({ status, code, title: expect.any(String) })
}

const count = async (table: string) =>
  Number((await sql().unsafe(`select count(*) as n from ${table}`))[0]?.n ?? Number.NaN)

describe('what an address takes', () => {
  test('unknown addresses and methods are problems, with or without a token', async () => {
    await expectProblem(await ask(office, '/nowhere'), 404, 'no-such-address')
    await expectProblem(await ask(null, ''), 404, 'no-such-address')
    await expectProblem(await ask(null, '/contracts/%00'), 404, 'no-such-address')
    await expectProblem(await ask(null, '/contracts/%'), 404, 'no-such-address')
    const refused = await ask(office, '/contracts', { method: 'DELETE' })
    expect(refused.headers.get('allow')).toBe('GET, HEAD, POST, OPTIONS')
    await expectProblem(refused, 405, 'method-not-allowed')
    await expectProblem(await ask(office, '/contracts/find-earlier'), 405, 'method-not-allowed')
    const asked = await ask(null, '/contracts', { method: 'OPTIONS' })
    expect([asked.status, asked.headers.get('allow')]).toEqual([204, 'GET, HEAD, POST, OPTIONS'])
    await expectProblem(await ask(null, '/contracts'), 401, 'unauthenticated')
  })

  test('who takes nothing of what is offered is told what is', async () => {
    await expectProblem(await ask(office, '/me', { headers: { accept: 'text/html' } }), 406, 'not-acceptable')
    await expectProblem(
      await ask(office, '/me', { headers: { accept: 'application/json;q=0' } }),
      406,
      'not-acceptable',
    )
    for (const accept of ['*/*', 'application/*;q=0.5', 'text/html, application/json'])
      expect((await ask(office, '/me', { headers: { accept } })).status).toBe(200)
  })

  test('any list is a file, within reach and on the trail; a filter that can’t be read is refused', async () => {
    const taken = await ask(office, '/lists/contracts.csv?status=all&columns=number&language=en')
    expect([taken.status, taken.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8'])
    expect(taken.headers.get('content-disposition')).toContain('filename="jishi.csv"')
    expect(await taken.text()).toMatch(/^Registration number,/)
    const begun = async () =>
      (
        await sql()`select actor, details from trail where action = 'contract.export' order by id desc limit 1`
      )[0]
    expect(await begun()).toMatchObject({ actor: office.id, details: { list: 'contracts', format: 'csv' } })
    await expectProblem(await ask(office, '/lists/contracts.csv?year=soon'), 422, 'invalid-input')
    await expectProblem(await ask(office, '/lists/trail.csv'), 403, 'forbidden')
    await expectProblem(await ask(office, '/lists/nothing.csv'), 404, 'not-found')
    await expectProblem(await ask(office, '/lists/requests.pdf'), 404, 'not-found')
    const codes = await ask(person('admin'), '/lists/codes.xlsx?list=unit', { scope: 'read' })
    expect(codes.status).toBe(200)
    await codes.body?.cancel()
  })

  test('a body too deep to look through is refused before it is', async () => {
    const body = `{"content":${'['.repeat(200_000)}${']'.repeat(200_000)}}`
    await expectProblem(await ask(office, '/contracts', { body }), 400, 'too-deep')
  })

  test('HEAD answers as GET does, without a body', async () => {
    const head = await ask(office, '/me', { method: 'HEAD' })
    const get = await ask(office, '/me')
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect(head.headers.get('etag')).toBe(get.headers.get('etag'))
  })
})

describe('a key', () => {
  const create = (key: string, name: string) =>
    ask(office, '/contracts', { body: { content: { name } }, headers: { 'idempotency-key': key } })

  test('does a thing once, however often it is sent', async () => {
    const before = await count('contract')
    const first = await create('"once"', '键')
    const again = await create('"once"', '键')
    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    expect(again.headers.get('location')).toBe(first.headers.get('location'))
    expect(await again.text()).toBe(await first.text())
    await expectProblem(await create('once', '另一份'), 422, 'key-reused')
    expect(await count('contract')).toBe(before + 1)
  })

  test('sent by many at once does it once too', async () => {
    const id = await entered(office)
    const send = () =>
      ask(office, `/contracts/${id}/submit`, { body: {}, headers: { 'idempotency-key': 'many' } })
    const answers = await Promise.all(Array.from({ length: 8 }, send))
    const statuses = answers.map(({ status }) => status).sort()
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(0)
    expect(statuses.every((status) => status === 200 || status === 409)).toBe(true)
    const events = await sql()`select from contract_event where contract = ${id} and action = 'submit'`
    expect(events).toHaveLength(1)
    expect((await send()).headers.get('idempotency-replayed')).toBe('true')
  })

  test('is held by the transaction that acts, so that a process beside ours can’t act either', async () => {
    const id = await entered(office)
    const token = await tokenOf(office)
    const [row] = await sql()`select id from api_token where account = ${office.id} and scope = 'all'`
    expect(token).toBeTruthy()
    const send = () =>
      ask(office, `/contracts/${id}/submit`, { body: {}, headers: { 'idempotency-key': 'beside' } })
    await sql().begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(${locks.sentKey}, hashtext(${`${row?.id}/beside`}))`
      await expectProblem(await send(), 409, 'key-running')
    })
    expect((await send()).status).toBe(200)
  })

  test('is free again after a refusal, which has done nothing', async () => {
    const id = (await told<{ id: string }>(create('draft', '未完成'))).id
    const submit = () =>
      ask(office, `/contracts/${id}/submit`, { body: {}, headers: { 'idempotency-key': 'refused' } })
    await expectProblem(await submit(), 422, 'check-failed')
    await expectProblem(await submit(), 422, 'check-failed')
  })

  test('and an act that fails as it is committed leave neither act nor answer', async () => {
    await sql()`create function fail_once() returns trigger language plpgsql as $$ begin raise exception 'power cut'; end $$`
    await sql()`create constraint trigger fail_once after insert on contract deferrable initially deferred for each row execute function fail_once()`
    const before = [await count('contract'), await count('kept_answer')]
    expect((await create('cut', '断电')).status).toBe(500)
    expect([await count('contract'), await count('kept_answer')]).toEqual(before)
    await sql()`drop trigger fail_once on contract`
    expect((await create('cut', '断电')).status).toBe(201)
  })

  test('belongs to its token, and its answer is readable with that alone', async () => {
    const made = await ask(person('admin'), '/accounts', {
      body: { username: 'kept-once', name: '某人', role: 'leader' },
      headers: { 'idempotency-key': 'once' },
    })
    const { oneTimePassword } = (await made.json()) as { oneTimePassword: string }
    const kept = await sql()`select answer from kept_answer`
    expect(kept.length).toBeGreaterThan(0)
    for (const { answer } of kept) expect(answer.includes(Buffer.from(oneTimePassword))).toBe(false)
    const again = await ask(person('admin'), '/accounts', {
      body: { username: 'kept-once', name: '某人', role: 'leader' },
      headers: { 'idempotency-key': 'once' },
    })
    expect(await again.json()).toMatchObject({ oneTimePassword })
  })

  test('is forgotten after a day', async () => {
    await create('yesterday', '昨日')
    await sql()`update kept_answer set at = at - interval '25 hours' where key = 'yesterday'`
    expect((await create('yesterday', '昨日')).headers.get('idempotency-replayed')).toBeNull()
    await sql()`update kept_answer set at = at - interval '25 hours'`
    await create('today', '今日')
    expect(await count('kept_answer')).toBe(1)
  })

  test.each(['', 'x'.repeat(256), 'é', 'a b'])('%# that is none is refused', async (key) => {
    const headers = { 'idempotency-key': key }
    await expectProblem(await ask(office, '/contracts', { body: {}, headers }), 422, 'invalid-input')
  })
})

describe('a tag', () => {
  test('spares what is known already, and tells of each change', async () => {
    const { id } = await told<{ id: string }>(
      ask(office, '/contracts', { body: { content: { name: '标签' } } }),
    )
    const first = await ask(office, `/contracts/${id}`)
    const tag = first.headers.get('etag') ?? ''
    expect(tag).toMatch(/^"1-/)
    const same = await ask(office, `/contracts/${id}`, { headers: { 'if-none-match': `"x", ${tag}` } })
    expect([same.status, await same.text()]).toEqual([304, ''])
    await ask(office, `/contracts/${id}/save`, { body: { patch: { name: '改名' } } })
    expect((await ask(office, `/contracts/${id}`, { headers: { 'if-none-match': tag } })).status).toBe(200)
    // The same revision with which somebody else was faster.
    const late = { body: { patch: { name: '再改' } }, headers: { 'if-match': tag } }
    await expectProblem(await ask(office, `/contracts/${id}/save`, late), 412, 'precondition-failed')
    const now = (await ask(office, `/contracts/${id}`)).headers.get('etag') ?? ''
    const saved = await ask(office, `/contracts/${id}/save`, {
      body: { patch: { name: '再改' } },
      headers: { 'if-match': now },
    })
    expect(await saved.json()).toMatchObject({ revision: 3, content: { name: '再改' } })
  })

  test('of figures moves with them, not with the clock', async () => {
    const leader = person('leader')
    const read = (tag?: string) =>
      ask(leader, `/statistics/${year}`, tag ? { headers: { 'if-none-match': tag } } : {})
    const tag = (await read()).headers.get('etag') ?? ''
    expect(tag).toMatch(/^W\//)
    expect((await read(tag)).status).toBe(304)
    await contractIn('registered', office)
    const moved = await read(tag)
    expect(moved.status).toBe(200)
    expect(moved.headers.get('etag')).not.toBe(tag)
  })

  test('is compared by every act that stands under what was read', async () => {
    const id = await contractIn('registered', office)
    const body = { kind: 'correct', patch: { name: '更正名称' }, reason: 'C99', text: '名称录入有误。' }
    const made = await told<{ id: string }>(ask(office, `/contracts/${id}/ask`, { body }))
    const address = `/requests/${made.id}`
    const tag = (await ask(person('approver'), address)).headers.get('etag') ?? ''
    const grant = (seen: string) =>
      ask(person('approver'), `${address}/grant`, { body: {}, headers: { 'if-match': seen } })
    await expectProblem(await grant('"other"'), 412, 'precondition-failed')
    expect((await grant(tag)).status).toBe(200)
    await expectProblem(
      await ask(office, '/contracts', { body: {}, headers: { 'if-match': '"x"' } }),
      412,
      'precondition-failed',
    )
  })
})

describe('a list', () => {
  test('is walked to its end while others add to it, each of it once', async () => {
    for (let made = 0; made < 60; made += 1)
      await ask(office, '/contracts', { body: { content: { name: `逐页${made}` } } })
    const before = await sql()`select id from contract where unit = 'D08'`
    const seen: string[] = []
    let after: string | null = ''
    while (after !== null) {
      const page: { contracts: { id: string }[]; next: string | null } = await told(
        ask(
          office,
          `/contracts?sort=-localNumber&columns=name,status${after ? `&after=${encodeURIComponent(after)}` : ''}`,
        ),
      )
      for (const one of page.contracts) expect(Object.keys(one)).toEqual(['id', 'name', 'status'])
      seen.push(...page.contracts.map(({ id }) => id))
      after = page.next
      await ask(office, '/contracts', { body: { content: { name: '其间' } } })
    }
    expect(new Set(seen).size).toBe(seen.length)
    for (const { id } of before) expect(seen).toContain(id)
  })

  test('of requests goes on behind the last one, also where that one was settled', async () => {
    const page = await told<{ requests: { id: string }[]; next: string | null }>(
      ask(person('approver'), '/requests?tab=settled'),
    )
    const [latest] = page.requests
    const rest = await told<{ requests: { id: string }[] }>(
      ask(person('approver'), `/requests?tab=settled&after=${latest?.id}`),
    )
    expect(rest.requests.map(({ id }) => id)).toEqual(page.requests.slice(1).map(({ id }) => id))
    await expectProblem(await ask(person('approver'), '/requests?after=x'), 422, 'invalid-input')
  })
})

describe('a token', () => {
  test('for reading reads, and previews, and changes nothing', async () => {
    const scope = 'read'
    expect((await ask(office, '/me', { scope })).status).toBe(200)
    expect((await ask(office, '/contracts/find-earlier', { scope, body: { text: '' } })).status).toBe(200)
    await expectProblem(await ask(office, '/contracts', { scope, body: {} }), 403, 'read-only-token')
  })

  test('is told what is left, and how long to wait', async () => {
    const limited = person('leader')
    const first = await ask(limited, '/me')
    expect(first.headers.get('ratelimit-policy')).toBe('"token";q=100000;w=60')
    expect(first.headers.get('ratelimit')).toMatch(/^"token";r=\d+$/)
    await changeSetting(person('admin'), {
      key: 'apiRequestsPerMinute',
      from: shanghaiDate(new Date()),
      value: settings.apiRequestsPerMinute.schema.parse(10),
    })
    const answers: Response[] = []
    for (let sent = 0; sent < 12; sent += 1) answers.push(await ask(person('auditor'), '/me'))
    const refused = answers.at(-1) as Response
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/)
    expect(refused.headers.get('ratelimit')).toMatch(/^"token";r=0;t=\d+$/)
    await expectProblem(refused, 429, 'too-many-requests')
    await limitRequests(100_000)
  })

  test('shows when it spoke, on no trail of changes, and ends at once', async () => {
    await tokenOf(person('approver2'))
    const row = async () =>
      (await sql()`select id, used_at from api_token where account = ${person('approver2').id}`)[0]
    expect((await row())?.used_at).toBeNull()
    const before = await count('imprint')
    expect((await ask(person('approver2'), '/me')).status).toBe(200)
    expect((await row())?.used_at).toBeInstanceOf(Date)
    expect(await count('imprint')).toBe(before)
    await withdrawToken(person('admin'), { id: (await row())?.id })
    await expectProblem(await ask(person('approver2'), '/me'), 401, 'unauthenticated')
  })

  test('taken to try the API speaks as its person, no further than asked, and is theirs to end', async () => {
    const { id, token, expiresAt } = await issueTryToken(person('auditor'), { scope: 'read' })
    expect(Date.parse(expiresAt) - Date.now()).toBeLessThan(16 * 60_000)
    expect(await callerOfToken(token)).toMatchObject({
      actor: { username: 'auditor' },
      token: { scope: 'read' },
    })
    expect((await ownTokens(person('auditor'))).map((one) => one.id)).toContain(id)
    await expect(withdrawOwnToken(person('leader'), { id })).rejects.toMatchObject({
      detail: { code: 'not-found' },
    })
    await withdrawOwnToken(person('auditor'), { id })
    expect(await callerOfToken(token)).toBeNull()
  })
})
