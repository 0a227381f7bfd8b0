import { afterAll, beforeAll, expect, test } from 'vitest'
import { POST as answering } from '@/app/api/v1/campaigns/[id]/answer/route'
import { GET as findings } from '@/app/api/v1/campaigns/[id]/findings/route'
import { POST as judging } from '@/app/api/v1/campaigns/[id]/judge/route'
import { GET as readOne } from '@/app/api/v1/campaigns/[id]/route'
import { GET as list } from '@/app/api/v1/campaigns/route'
import { database } from '@/db/client'
import { sql } from '@/db/testing/sql'
import { addDays, shanghaiDate, yearOf } from '@/lib/domain/time/dates'
import { contractIn, moveIn, person, registrarOf } from '@/lib/testing/house'
import { openCampaign } from '../campaigns/open'
import { issueToken } from '../people/tokens'
import { campaignAnswer, campaignsAnswer, findingsAnswer } from './campaign-answer'
import { openApi } from './openapi'

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
const params = () => ({ params: Promise.resolve({ id }) })

test('a self-audit is read, answered and judged as the document says', async () => {
  const office = 'registrar-d08'
  const listed = campaignsAnswer.parse(await (await list(request(office))).json())
  expect(listed.campaigns).toMatchObject([{ id, state: 'running', progress: [{ unit: 'D08', open: 1 }] }])
  const one = campaignAnswer.parse(await (await readOne(request(office), params())).json())
  expect(one.report).toMatchObject({ checked: 1, sampled: 1 })
  const found = findingsAnswer.parse(await (await findings(request(office, '?status=open'), params())).json())
  expect(found).toMatchObject({ count: 1, findings: [{ unit: 'D08', rule: 'sample' }] })
  const ids = found.findings.map((finding) => finding.id)
  const answered = await answering(
    request(office, '', { findings: ids, answer: 'no-error', text: '核对无误。' }),
    params(),
  )
  expect(await answered.json()).toEqual({ answered: 1 })
  const judged = await judging(request('auditor', '', { findings: ids, act: 'accept' }), params())
  expect(await judged.json()).toEqual({ judged: 1 })
})

test('refusals are problems: a filter unknown, a role without the right', async () => {
  const wrong = await findings(request('auditor', '?status=nowhere'), params())
  expect(wrong.status).toBe(422)
  expect(await wrong.json()).toMatchObject({ code: 'invalid-input', issues: [{ path: 'status' }] })
  expect((await list(request('leader'))).status).toBe(403)
  expect((await readOne(request('auditor'), { params: Promise.resolve({ id: 'x' }) })).status).toBe(404)
})

test('the campaign stands in the address, not in the body', () => {
  const paths = openApi().paths as Record<string, { post?: { requestBody: unknown } }>
  const body = JSON.stringify(paths['/campaigns/{id}/answer']?.post?.requestBody)
  expect(body).toContain('"findings"')
  expect(body).not.toContain('"campaign"')
})
