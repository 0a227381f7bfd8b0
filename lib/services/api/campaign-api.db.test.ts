import { afterAll, beforeAll, expect, test } from 'vitest'
import { database } from '@/db/client'
import { sql } from '@/db/testing/sql'
import { addDays, shanghaiDate, yearOf } from '@/lib/domain/time/dates'
import { contractIn, moveIn, person, registrarOf } from '@/lib/testing/house'
import { openCampaign } from '../campaigns/open'
import { issueToken } from '../people/tokens'
import { campaignAnswer, campaignsAnswer, findingsAnswer } from './campaign-answer'
import { openApi } from './openapi'
import { serve } from './serve'

const today = shanghaiDate(new Date())
const tokens: Record<string, string> = {}
let id: string

beforeAll(async () => {
  await moveIn()
  for (const unit of ['D08', 'D01']) await contractIn('registered', registrarOf(unit))
  const opened = await openCampaign(person('auditor'), {
    year: yearOf(today),
    plan: {
      rules: [],
      sample: { large: false, tax: false, foreign: false, random: 100, seed: 7 },
      explained: false,
    },
    dueOn: addDays(today, 30),
    instructions: '',
  })
  id = opened.id
  await sql()`insert into credential (account, password_hash, must_change) select id, 'x', false from account`
  for (const username of ['auditor', 'registrar-d08', 'leader']) {
    const { token } = await issueToken(person('admin'), { username, label: 'test', days: 1 })
    tokens[username] = token
  }
})
afterAll(() => database().close())

const request = (username: string, query = '', body?: unknown) =>
  new Request(`http://jishi.test/api/v1/campaigns${query}`, {
    headers: { authorization: `Bearer ${tokens[username]}`, 'content-type': 'application/json' },
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
  })

test('a self-audit is read, answered and judged as the document says', async () => {
  const office = 'registrar-d08'
  const listed = campaignsAnswer.parse(await (await serve(request(office))).json())
  expect(listed.campaigns).toMatchObject([{ id, state: 'running', progress: [{ unit: 'D08', open: 1 }] }])
  const one = campaignAnswer.parse(await (await serve(request(office, `/${id}`))).json())
  expect(one.report).toMatchObject({ checked: 1, sampled: 1 })
  const found = findingsAnswer.parse(
    await (await serve(request(office, `/${id}/findings?status=open`))).json(),
  )
  expect(found).toMatchObject({ count: 1, findings: [{ unit: 'D08', rule: 'sample' }] })
  const ids = found.findings.map((finding) => finding.id)
  const answered = await serve(
    request(office, `/${id}/answer`, { findings: ids, answer: 'no-error', text: '核对无误。' }),
  )
  expect(await answered.json()).toEqual({ answered: 1 })
  const judged = await serve(request('auditor', `/${id}/judge`, { findings: ids, act: 'accept' }))
  expect(await judged.json()).toEqual({ judged: 1 })
})

test('refusals are problems: a filter unknown, a role without the right', async () => {
  const wrong = await serve(request('auditor', `/${id}/findings?status=nowhere`))
  expect(wrong.status).toBe(422)
  expect(await wrong.json()).toMatchObject({ code: 'invalid-input', issues: [{ path: 'status' }] })
  expect((await serve(request('leader'))).status).toBe(403)
  expect((await serve(request('auditor', '/x'))).status).toBe(404)
})

test('the campaign stands in the address, not in the body', () => {
  const paths = openApi().paths as Record<string, { post?: { requestBody: unknown } }>
  const body = JSON.stringify(paths['/campaigns/{id}/answer']?.post?.requestBody)
  expect(body).toContain('"findings"')
  expect(body).not.toContain('"campaign"')
})
