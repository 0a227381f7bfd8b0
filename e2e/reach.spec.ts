import { shanghaiDate } from '@/lib/domain/time/dates'
import { routes } from '@/lib/routes'
import { contractVerbs, type requestVerbs } from '@/lib/services/api/verbs'
import { contractPdf } from '@/lib/services/demo/contract-pdf'
import { ask } from '@/lib/services/requests/ask'
import { expect, given, registrar, test, who } from './fixtures/test'
import { moved, StatisticsPage } from './pages/statistics'

const year = Number(shanghaiDate(new Date()).slice(0, 4))

test("another office's contract is 404 on every route, and one's own is not", async ({ as }) => {
  const statuses = ['draft', 'submitted', 'returned', 'registered'] as const
  const stranger = await as(registrar('D07'))
  const owner = await as(registrar('D06'))
  for (const status of statuses) {
    const { id, content } = await given(status, 'D06')
    const files: { id: string }[] = await (await owner.request.get(`/contracts/${id}/attachments`)).json()
    const file = files[0]?.id ?? ''
    const readable = [
      routes.contract(id),
      `${routes.contract(id)}?version=1`,
      `${routes.contract(id)}/attachments`,
      routes.contractAttachment(id, file),
    ]
    for (const path of readable) {
      const own = await owner.request.get(path)
      expect(own.status(), path).toBe(200)
      const foreign = await stranger.request.get(path)
      expect(foreign.status(), path).toBe(404)
      expect(await foreign.text(), path).not.toContain(content.name)
    }
    for (const path of [routes.editContract(id), routes.checkContract(id)]) {
      const foreign = await stranger.request.get(path)
      expect(foreign.status(), path).toBe(404)
      expect(await foreign.text(), path).not.toContain(content.name)
    }
    const deleted = await stranger.request.delete(routes.contractAttachment(id, file))
    expect(deleted.status()).toBe(404)
    // A contract of one's own doesn't open another's file either.
    const { id: mine } = await given('draft', 'D07')
    const crossed = await stranger.request.get(routes.contractAttachment(mine, file))
    expect(crossed.status()).toBe(404)
  }
})

const inputs: Partial<Record<keyof typeof contractVerbs, object>> = {
  save: { patch: { name: '改成别人的合同' } },
  return: { reasons: [{ code: 'B16', path: 'techField' }] },
  refuse: { reason: 'N08', text: '约定内容不属于技术合同认定登记范围。' },
  dispute: { text: '技术内容是否属于技术开发存在争议。' },
  'preview-request': { kind: 'cancel' },
  ask: { kind: 'revoke', reason: '3', text: '核查发现重复登记。' },
}

const steps: Record<keyof typeof requestVerbs, object> = {
  'take-back': {},
  serve: { on: shanghaiDate(new Date()), text: '邮寄送达告知书。' },
  state: { on: shanghaiDate(new Date()), text: '' },
  grant: {},
  decline: { text: '不符合撤销的情形。' },
}

test("another office's request is 404 on every route, its papers too", async ({ as, apiAs }) => {
  const { id, content } = await given('registered', 'D06')
  const owner = await as(registrar('D06'))
  const paper = await owner.request.post(routes.contractEvidence(id), {
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': 'a.pdf' },
    data: Buffer.from(contractPdf('依据材料', [id])),
  })
  const { id: evidence } = await paper.json()
  const { id: request } = await ask(await who(registrar('D06')), { id, ...inputs.ask })
  const stranger = await as(registrar('D07'))
  for (const path of [routes.request(request), routes.newRequest(id), routes.evidence(evidence)]) {
    expect((await owner.request.get(path)).status(), path).toBe(200)
    const foreign = await stranger.request.get(path)
    expect(foreign.status(), path).toBe(404)
    expect(await foreign.text(), path).not.toContain(content.name)
  }
  expect(await (await stranger.request.get(routes.requests())).text()).not.toContain(content.name)
  const api = await apiAs(registrar('D07'))
  expect((await api.get(`/api/v1/requests/${request}`)).status()).toBe(404)
  expect(await (await api.get('/api/v1/requests?unit=D06')).text()).not.toContain(request)
  for (const [step, data] of Object.entries(steps)) {
    const answer = await api.post(`/api/v1/requests/${request}/${step}`, { data })
    expect([403, 404], step).toContain(answer.status())
  }
})

test("the API's verbs do not know another office's contract", async ({ apiAs }) => {
  const { id, content } = await given('submitted', 'D06')
  const stranger = await apiAs(registrar('D07'))
  const read = await stranger.get(`/api/v1/contracts/${id}`)
  expect(read.status()).toBe(404)
  expect(await read.text()).not.toContain(content.name)
  for (const verb of Object.keys(contractVerbs)) {
    const answer = await stranger.post(`/api/v1/contracts/${id}/${verb}`, {
      data: inputs[verb as keyof typeof contractVerbs] ?? {},
    })
    expect([403, 404], verb).toContain(answer.status())
    expect(answer.headers()['content-type'], verb).toContain('application/problem+json')
  }
  const own = await apiAs(registrar('D06'))
  expect((await (await own.get(`/api/v1/contracts/${id}`)).json()).status).toBe('submitted')
})

test('nothing of another office shows in counts, searches, exports and statistics', async ({ as, apiAs }) => {
  const stranger = await as(registrar('D07'))
  const statistics = new StatisticsPage(stranger)
  const list = async (path: string) => (await stranger.request.get(path)).text()
  const csv = () => list('/export/contracts?format=csv')
  await statistics.open(year)
  const before = { page: await statistics.figures(), csv: await csv() }

  const { content } = await given('registered', 'D06')
  await given('submitted', 'D06')

  await statistics.open(year)
  expect(moved(before.page, await statistics.figures())).toEqual({})
  expect(await csv()).toBe(before.csv)
  await stranger.goto(`/contracts?q=${encodeURIComponent(content.name.slice(0, 8))}`)
  await expect(stranger.getByText('没有符合条件的合同')).toBeVisible()
  await stranger.goto('/contracts?unit=D06')
  await expect(stranger.getByText(content.name)).toBeHidden()

  await test.step('asking for the other unit by name does not help', async () => {
    const page = await stranger.request.get(`/statistics/${year}?unit=D06`)
    expect(await page.text()).not.toContain('六师登记的合同')
    const api = await apiAs(registrar('D07'))
    const answer = await api.get(`/api/v1/statistics/${year}?unit=D06`)
    expect(answer.status()).toBe(404)
    const own = await (await api.get(`/api/v1/statistics/${year}`)).json()
    expect(own.unit).toBe('D07')
    expect(JSON.stringify(own)).not.toContain(content.name)
  })
})

test('identifiers that cannot be are 404, never a fault', async ({ as }) => {
  const page = await as(registrar('D07'))
  for (const id of ['x', '0', '%00', "'--", '0193d0c0-0000-7000-8000-0000000000zz', '../admin']) {
    for (const path of [
      `/requests/${encodeURIComponent(id)}`,
      `/contracts/${encodeURIComponent(id)}/requests/new`,
      `/contracts/${encodeURIComponent(id)}`,
      `/contracts/${encodeURIComponent(id)}/edit`,
    ]) {
      expect((await page.request.get(path)).status(), path).toBe(404)
    }
  }
})

test('text that no database can keep is refused in words by every verb that takes it', async ({ apiAs }) => {
  const { id } = await given('draft', 'D07')
  const api = await apiAs(registrar('D07'))
  for (const name of ['合同\u0000名称', '合同\ud800名称']) {
    for (const [path, data] of [
      ['/api/v1/contracts', { content: { name } }],
      [`/api/v1/contracts/${id}/save`, { patch: { name } }],
      [`/api/v1/contracts/${id}/save`, { patch: {}, explanations: { [name]: name } }],
    ] as const) {
      const answer = await api.post(path, { data })
      expect([400, 422], path).toContain(answer.status())
      expect(['invalid-input', 'malformed']).toContain((await answer.json()).code)
    }
  }
})

test('a script that slipped into a page does not run, and no other page frames ours', async ({
  browser,
  request,
}) => {
  // In a window of its own: everywhere else an objection of the browser fails the test.
  const page = await browser.newPage()
  await page.goto(routes.signIn())
  const objections = await page.evaluate(async () => {
    const objected = (kind: string) =>
      new Promise<string>((resolve) => {
        addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
          if (effectiveDirective === kind) resolve(effectiveDirective)
        })
      })
    const heard = Promise.all([objected('script-src-attr'), objected('object-src')])
    document.body.insertAdjacentHTML(
      'beforeend',
      '<img src="/nowhere.png" onerror="window.slipped = true" alt=""><object data="/icon.svg"></object>',
    )
    return heard
  })
  expect(objections).toEqual(['script-src-attr', 'object-src'])
  expect(await page.evaluate(() => 'slipped' in window)).toBe(false)
  await page.context().close()

  const nonces = new Set<string | undefined>()
  for (const path of [routes.signIn(), routes.verify(), routes.published(), routes.apiDocs()]) {
    const policy = (await request.get(path)).headers()['content-security-policy'] ?? ''
    expect(policy, path).toContain("frame-ancestors 'none'")
    nonces.add(/'nonce-([^']+)'/.exec(policy)?.[1])
  }
  expect(nonces.size).toBe(4)
  expect(nonces).not.toContain(undefined)
})
