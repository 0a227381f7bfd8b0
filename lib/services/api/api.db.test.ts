import { createHash, randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownerUrl } from '@/db/testing/database'
import { chance, plant, randomContract } from '@/db/testing/plant'
import { yuanText } from '@/lib/domain/money'
import { bridgeAnswer } from './bridge-answer'
import { reportAnswer } from './report-answer'
import { requestAnswer, requestListAnswer } from './requests'
import { serve } from './serve'
import { statisticsAnswer } from './statistics-answer'

const owner = postgres(ownerUrl(), { max: 1, onnotice: () => {} })
const tokens: Record<string, string> = {}
const next = chance(3)
const planted = Array.from({ length: 30 }, () => randomContract(next, [2024]))

beforeAll(async () => {
  await plant(owner, planted)
  const people = [
    ['leader', null],
    ['approver', null],
    ['auditor', null],
    ['registrar', 'D08'],
    ['admin', null],
  ] as const
  for (const [role, unit] of people) {
    const token = `jishi_${randomBytes(32).toString('base64url')}`
    const [account] = await owner`
      insert into account (id, username, name, role, unit) values (gen_random_uuid(), ${`api-${role}`}, ${role}, ${role}, ${unit})
      returning id`
    await owner`insert into credential (account, password_hash, must_change) values (${account?.id}, 'x', false)`
    await owner`insert into api_token ${owner({
      id: crypto.randomUUID(),
      account: account?.id,
      label: 'test',
      hash: createHash('sha256').update(token).digest('hex'),
      expires_at: new Date(Date.now() + 86_400_000),
    } as never)}`
    tokens[role] = token
  }
})

afterAll(() => owner.end())

const call = (path: string, role: string | null, init: RequestInit & { duplex?: 'half' } = {}) =>
  new Request(`http://jishi.test/api/v1${path}`, {
    ...init,
    headers: { ...(role && { authorization: `Bearer ${tokens[role] ?? role}` }), ...init.headers },
  })
const post = (body: string, type = 'application/json') => ({
  method: 'POST',
  body,
  headers: { 'content-type': type },
})
const year = (text: string, role: string | null, query = '') =>
  serve(call(`/statistics/${text}${query}`, role))
const reportOf = (role: string, query = '') => serve(call(`/report/2024${query}`, role))
const moved = (role: string, query: string) => serve(call(`/statistics/2024/bridge${query}`, role))
const verb = (id: string, name: string, role: string | null, init = post('{}')) =>
  serve(call(`/contracts/${id}/${name}`, role, init))
const step = (id: string, name: string, role: string, body: object = {}) =>
  serve(call(`/requests/${id}/${name}`, role, post(JSON.stringify(body))))
const paper = (id: string, role: string) => serve(call(`/requests/${id}`, role))

async function expectProblem(response: Response, status: number, code: string) {
  expect([response.status, response.headers.get('content-type')]).toEqual([
    status,
    'application/problem+json',
  ])
  expect(await response.json()).toMatchObject({ status, code, title: expect.any(String) })
}

describe('the API', () => {
  test('answers a year as it describes it', async () => {
    const response = await year('2024', 'leader')
    expect(response.status).toBe(200)
    const body = statisticsAnswer.parse(await response.json())
    expect(body.tables.find(({ id }) => id === 'headline')?.rows?.[0]?.figures.contracts).toBe(30)
    const divisions = body.tables.find(({ id }) => id === 'units')?.rows?.slice(0, 14) ?? []
    expect(divisions).toHaveLength(14)
    for (const { figures } of divisions) {
      expect(figures.divisionRankRise).toBe(Number(figures.divisionRankLast) - Number(figures.divisionRank))
    }
    const own = statisticsAnswer.parse(await (await year('2024', 'registrar')).json())
    expect(own.unit).toBe('D08')
    expect(own.tables.map(({ id }) => id)).not.toContain('units')
  })

  test('refuses who has no token, a wrong one, or no reach', async () => {
    await expectProblem(await year('2024', null), 401, 'unauthenticated')
    await expectProblem(await year('2024', 'jishi_nobody'), 401, 'unauthenticated')
    await expectProblem(await year('2024', 'admin'), 403, 'forbidden')
    await expectProblem(await year('2024', 'registrar', '?unit=D12'), 404, 'not-found')
    await expectProblem(await year('2024', 'leader', '?unit=D99'), 404, 'not-found')
  })

  test.each([
    ['nineteen', ''],
    ['1066', ''],
    ['2024', '?asOf=yesterday'],
  ])('says what it can’t read: %s%s', async (text, query) => {
    await expectProblem(await year(text, 'leader', query), 422, 'invalid-input')
  })

  test('answers of a moment to come as of now', async () => {
    const body = await (await year('2024', 'leader', '?asOf=2999-01-01T00:00:00Z')).json()
    expect(statisticsAnswer.parse(body).asOf).toBeNull()
  })

  test('answers the report as it describes it, each number with its value', async () => {
    const body = reportAnswer.parse(await (await reportOf('leader')).json())
    const [opening] = body.chapters[0]?.blocks ?? []
    const spans = opening?.kind === 'paragraph' ? (opening.sentences[0]?.said.zh ?? []) : []
    const figures = spans.flatMap((one) => (one.kind === 'number' ? [[one.measure, one.value]] : []))
    const fen = planted.reduce((sum, { facts }) => sum + facts.turnover, 0n)
    expect(figures).toEqual([
      ['year', '2024'],
      ['contracts', '30'],
      ['turnover', yuanText(fen)],
    ])
    expect(reportAnswer.parse(await (await reportOf('registrar')).json()).unit).toBe('D08')
    await expectProblem(await reportOf('registrar', '?unit=D12'), 404, 'not-found')
    await expectProblem(await reportOf('admin'), 403, 'forbidden')
  })

  test('tells what moved between two moments, as it describes it', async () => {
    const response = await moved('leader', '?from=2020-01-01T00:00:00&cause=registered')
    expect(response.status).toBe(200)
    const body = bridgeAnswer.parse(await response.json())
    expect(body.from).toBe('2019-12-31T16:00:00.000Z')
    expect(body.opening).toEqual({ contracts: 0, turnover: '0.00', technology: '0.00' })
    expect(body.closing.contracts).toBe(30)
    expect(body.parts.find(({ cause }) => cause === 'registered')).toMatchObject({
      acts: 30,
      change: body.closing,
    })
    expect(body.lines?.map(({ contract }) => contract).sort()).toEqual(planted.map(({ id }) => id).sort())
    const own = bridgeAnswer.parse(await (await moved('registrar', '?from=2020-01-01T00:00:00')).json())
    expect([own.unit, own.closing.contracts]).toEqual([
      'D08',
      planted.filter(({ facts }) => facts.unit === 'D08').length,
    ])
    expect(own.lines).toBeUndefined()
  })

  test.each([
    ['leader', '', 422],
    ['leader', '?from=yesterday', 422],
    ['leader', '?edition=9', 422],
    ['leader', '?from=2025-01-02T00:00:00Z&to=2025-01-01T00:00:00Z', 422],
    ['registrar', '?from=2025-01-01T00:00:00Z&unit=D12', 404],
    ['admin', '?from=2025-01-01T00:00:00Z', 403],
  ])('refuses the %s a bridge %s with %i', async (role, query, status) => {
    const code = { 422: 'invalid-input', 404: 'not-found', 403: 'forbidden' }[status] ?? ''
    await expectProblem(await moved(role, query), status, code)
  })

  test('begins, saves and shows a draft, and hides it from others', async () => {
    const made = await serve(call('/contracts', 'registrar', post('{"content":{"name":"示例合同一份"}}')))
    expect(made.status).toBe(201)
    const { id, revision } = (await made.json()) as { id: string; revision: number }
    const saved = await verb(id, 'save', 'registrar', post('{"patch":{"turnover":"12.50"}}'))
    expect(await saved.json()).toMatchObject({ revision: revision + 1, content: { turnover: '12.50' } })
    const shown = await serve(call(`/contracts/${id}`, 'registrar'))
    expect(await shown.json()).toMatchObject({ status: 'draft', content: { turnover: '12.50' } })
    await expectProblem(await verb(id, 'submit', 'registrar'), 422, 'check-failed')
    await expectProblem(await verb(id, 'approve', 'approver'), 404, 'not-found')
    await expectProblem(await serve(call(`/contracts/${id}`, 'approver')), 404, 'not-found')
  })

  test('lists within reach and refuses a filter it can’t read', async () => {
    const own = planted.filter(({ facts }) => facts.unit === 'D08').length
    const page = await serve(call('/contracts?status=registered', 'registrar'))
    expect((await page.json()) as object).toMatchObject({ sums: { contracts: own } })
    await expectProblem(await serve(call('/contracts?colour=red', 'leader')), 422, 'invalid-input')
  })

  test.each([
    ['{"a":', 'application/json', 400, 'malformed'],
    ['{"explanations":{"x":"\\u0000"}}', 'application/json', 400, 'malformed'],
    ['{"explanations":{"x":"\\ud800"}}', 'application/json', 400, 'malformed'],
    ['[]', 'application/json', 422, 'invalid-input'],
    ['{"colour":1}', 'application/json', 422, 'invalid-input'],
    ['a=1', 'application/x-www-form-urlencoded', 415, 'not-json'],
    [`{"a":"${'x'.repeat(1_100_000)}"}`, 'application/json', 413, 'body-too-large'],
  ])('refuses a bad body %#', async (body, type, status, code) => {
    const { id } = planted[0] as { id: string }
    await expectProblem(await verb(id, 'save', 'registrar', post(body, type)), status, code)
  })

  test('knows its verbs and its ids', async () => {
    await expectProblem(await verb(planted[0]?.id ?? '', 'explode', 'approver'), 404, 'no-such-address')
    await expectProblem(await verb('not-an-id', 'approve', 'approver'), 422, 'invalid-input')
    await expectProblem(await verb(planted[0]?.id ?? '', 'approve', 'approver'), 409, 'wrong-status')
  })

  test('asks for a correction, shows what it moves, grants it and says what it moved', async () => {
    const small = planted.find(({ facts }) => facts.technology < 500_000_000n)
    const own = small?.id ?? ''
    const asked = {
      kind: 'correct',
      patch: { name: '更正后的合同名称' },
      reason: 'C99',
      text: '名称录入有误。',
    }
    const seen = await verb(own, 'preview-request', 'auditor', post(JSON.stringify({ kind: 'cancel' })))
    const preview = (await seen.json()) as { moves: { dimension: string; before: object; after: object }[] }
    expect(preview.moves[0]).toMatchObject({ dimension: 'all', before: { turnover: expect.any(String) } })
    await expectProblem(await verb(own, 'ask', 'approver', post(JSON.stringify(asked))), 403, 'forbidden')
    const made = await verb(own, 'ask', 'auditor', post(JSON.stringify(asked)))
    const { id } = (await made.json()) as { id: string }
    await expectProblem(await verb(own, 'ask', 'auditor', post(JSON.stringify(asked))), 409, 'request-open')

    const list = requestListAnswer.parse(
      await (await serve(call(`/requests?unit=${small?.facts.unit}`, 'approver'))).json(),
    )
    expect(list).toMatchObject({ requests: [{ id, contract: own, status: 'asked' }], counts: { waiting: 1 } })
    await expectProblem(await serve(call('/requests?colour=red', 'approver')), 422, 'invalid-input')
    await expectProblem(await serve(call('/requests', 'leader')), 403, 'forbidden')

    const open = requestAnswer.parse(await (await paper(id, 'approver')).json())
    expect(open).toMatchObject({ may: ['grant', 'decline'], moved: null })
    expect(open.differences[0]).toMatchObject({ path: 'name', after: { zh: '更正后的合同名称' } })
    await expectProblem(await paper(crypto.randomUUID(), 'approver'), 404, 'not-found')
    await expectProblem(
      await step(id, 'serve', 'approver', { on: '2024-01-02', text: '书面告知' }),
      409,
      'no-hearing',
    )
    await expectProblem(await step(id, 'explode', 'approver'), 404, 'no-such-address')
    await expectProblem(await step(id, 'grant', 'auditor'), 403, 'forbidden')
    expect(await (await step(id, 'grant', 'approver')).json()).toEqual({ status: 'granted' })
    const settled = requestAnswer.parse(await (await paper(id, 'auditor')).json())
    expect(settled).toMatchObject({ status: 'granted', ahead: null, may: [], decided: { by: 'approver' } })
    await expectProblem(await step(id, 'decline', 'approver', { text: '不能再办' }), 409, 'request-closed')
  })

  test('describes itself', async () => {
    const document = (await (await serve(call('/openapi.json', null))).json()) as {
      openapi: string
      paths: Record<string, object>
    }
    expect(document.openapi).toBe('3.1.0')
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([
        '/statistics/{year}',
        '/statistics/{year}/bridge',
        '/report/{year}',
        '/report/{year}.{form}',
        '/contracts',
        '/contracts/{id}/approve',
        '/requests/{id}/take-back',
      ]),
    )
  })
})
