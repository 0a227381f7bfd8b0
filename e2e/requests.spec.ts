import { shanghaiDate } from '@/lib/domain/time/dates'
import { routes } from '@/lib/routes'
import { approve } from '@/lib/services/contracts/approve'
import { contractPdf } from '@/lib/services/demo/contract-pdf'
import { ask } from '@/lib/services/requests/ask'
import { grant } from '@/lib/services/requests/grant'
import { contractIn } from '@/lib/testing/contracts'
import { largeContent, ownWord } from './fixtures/contents'
import { expect, given, registrar, test, who } from './fixtures/test'
import { ContractPage } from './pages/contract'
import { RequestForm, RequestPaper } from './pages/requests'
import { moved, StatisticsPage } from './pages/statistics'

const year = Number(shanghaiDate(new Date()).slice(0, 4))
const unit = 'D09'
const pdf = (name: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(contractPdf(name, [ownWord()])),
})

test('a slipped amount is corrected: asked with its effects seen, granted, counted anew', async ({ as }) => {
  const amounts = { turnover: 5_000_000n, technology: 5_000_000n }
  const { id, content } = await given('registered', unit, amounts)
  const page = await as(registrar(unit))
  const statistics = new StatisticsPage(page)
  await statistics.open(year)
  const before = await statistics.figures()

  const contract = new ContractPage(page)
  await contract.open(id)
  await page.getByRole('link', { name: '申请更正／变更／注销／撤销' }).click()
  const form = new RequestForm(page)
  await form.choose('更正')
  await (await form.change('合同成交额')).fill('500000')
  await expect(form.preview.getByText('须先解决').or(form.preview.getByText('50.00').first())).toBeVisible()
  await (await form.change('技术交易额')).fill('500000')
  await expect(form.preview).toContainText('金额规模：')

  await test.step('what is missing is said in place, and leaving asks first', async () => {
    await form.form.getByRole('button', { name: '提出申请' }).click()
    await expect(form.form.getByRole('alert')).toContainText('请选择原因')
    await expect(form.form.getByLabel(/^情况说明/)).toHaveAttribute('aria-invalid', 'true')
    await page.getByRole('link', { name: '统计', exact: true }).first().click()
    await expect(page.getByRole('dialog', { name: '离开这一页？' })).toBeVisible()
    await page.getByRole('dialog').getByRole('button', { name: '取消' }).click()
  })

  await form.because('金额录入有误', '自查发现成交额少录一位，合同文本为 50 万元。')
  const request = await form.ask()
  const asked = new RequestPaper(page)
  await expect(asked.head).toContainText(/更正〔\d{4}〕\d+号/)
  await expect(asked.differences).toContainText('500,000')
  await expect(asked.bar.getByRole('button', { name: '准予', exact: true })).toBeHidden()

  await test.step('another request has to wait for this one', async () => {
    await form.open(id)
    await expect(page.getByRole('heading', { name: '这份合同已有一项申请正在办理' })).toBeVisible()
    await page.getByRole('link', { name: '查看正在办理的申请' }).click()
    await page.waitForURL(routes.request(request))
  })

  await test.step('another office does not know of it, leaders do not read it', async () => {
    const stranger = await as(registrar('D10'))
    for (const path of [routes.request(request), routes.newRequest(id)]) {
      const answer = await stranger.request.get(path)
      expect(answer.status(), path).toBe(404)
      expect(await answer.text()).not.toContain(content.name)
    }
    expect((await (await as('leader')).request.get(routes.request(request))).status()).toBe(403)
  })

  const decided = new RequestPaper(await as('approver'))
  await decided.page.goto(routes.requests({ unit }))
  await decided.page.getByRole('row').filter({ hasText: content.name }).getByRole('link').click()
  await decided.act('准予')
  await expect(decided.page.getByText('已准予更正')).toBeVisible()
  await expect(decided.page.getByRole('region', { name: '准予后变动的数字' })).toContainText('+45.00')

  await contract.open(id)
  await expect(page.getByText('50.00').first()).toBeVisible()
  await statistics.open(year)
  const moves = moved(before, await statistics.figures())
  const sums = Object.values(moves).flatMap((rows) => rows.合计 ?? [])
  expect(sums.length).toBeGreaterThan(0)
  for (const sum of sums) expect(sum).toMatchObject({ 成交额: 45 })
})

test('a request is declined with a reason that the office reads, or taken back', async ({ as }) => {
  const { id } = await given('registered', unit)
  const page = await as(registrar(unit))
  const form = new RequestForm(page)
  await form.open(id, 'change')
  await (await form.change('合同名称')).fill('改名后的合同')
  await form.because('其他变更', '双方签订补充协议变更合同名称。')
  await form.form.getByRole('button', { name: '提出申请' }).click()
  await expect(form.form.getByRole('alert')).toContainText('请上传依据材料')
  await form.attach(pdf('补充协议.pdf'))
  const request = await form.ask()

  const decided = new RequestPaper(await as('approver'))
  await decided.open(request)
  await expect(decided.page.getByRole('link', { name: '补充协议.pdf', exact: true })).toBeVisible()
  await decided.act('不予准予', { 理由: '否' })
  await expect(decided.dialog.getByText(/至少写 \d+ 个字/)).toBeVisible()
  await decided.dialog.getByLabel(/^理由/).fill('补充协议没有双方签章。')
  await decided.dialog.getByRole('button', { name: '不予准予' }).click()
  await expect(decided.head).toContainText('未准予')

  await page.reload()
  await expect(page.getByText('补充协议没有双方签章。').first()).toBeVisible()
  await form.open(id, 'correct')
  await (await form.change('合同名称')).fill('另一个名称')
  await form.because('其他录入或认定错误', '名称与合同文本不一致。')
  await form.ask()
  const own = new RequestPaper(page)
  await own.act('撤回申请')
  await expect(own.head).toContainText('已撤回')
  await expect(own.bar).toBeHidden()
})

test('the parties change a contract, and then end it: each on its papers, the year follows', async ({
  as,
}) => {
  const { id } = await given('registered', unit)
  const page = await as(registrar(unit))
  const form = new RequestForm(page)
  const granted = new RequestPaper(await as('approver'))

  await form.open(id, 'change')
  await (await form.change('合同终止日期')).fill(`${year + 3}-12-31`)
  await form.because('合同期限变更', '双方签订补充协议延长合同期限。')
  await form.attach(pdf('补充协议.pdf'))
  await granted.open(await form.ask())
  await granted.act('准予')
  await expect(granted.page.getByText('已准予变更')).toBeVisible()

  const statistics = new StatisticsPage(page)
  await statistics.open(year)
  const before = await statistics.figures()
  await form.open(id, 'cancel')
  await form.because('合同解除', '双方协商一致解除合同。')
  await form.attach(pdf('解除协议.pdf'))
  await granted.open(await form.ask())
  await granted.act('准予')
  await expect(granted.head).toContainText('已准予')

  const contract = new ContractPage(page)
  await contract.open(id)
  await expect(page.getByText(/注销登记，登记证明失效/)).toBeVisible()
  await expect(page.getByText('变更登记').first()).toBeVisible()
  await expect(page.getByRole('link', { name: '申请更正／变更／注销／撤销' })).toBeHidden()
  await statistics.open(year)
  const sums = Object.values(moved(before, await statistics.figures())).flatMap((rows) => rows.合计 ?? [])
  expect(sums).toContainEqual(expect.objectContaining({ 合同数: -1 }))
  for (const { 成交额 = 0 } of sums) expect(成交额).toBeLessThan(0)
})

test('a registration is revoked after notice and statement, and says so to everyone', async ({ as }) => {
  const { id, content } = await given('registered', unit)
  const auditor = await as('auditor')
  const form = new RequestForm(auditor)
  await form.open(id, 'revoke')
  await expect(form.preview).toContainText('准予后，这些数字会变化')
  await form.because('虚假合同或以欺骗手段取得登记', '核查发现合同没有实际履行，付款凭证系伪造。')
  const request = await form.ask()

  const paper = new RequestPaper(await as('approver'))
  await paper.open(request)
  await expect(paper.page.getByText('撤销登记前须先书面告知当事人')).toBeVisible()
  await paper.act('登记告知', { 送达方式和告知内容: '邮寄送达拟撤销告知书，写明事实、理由和依据。' })
  await expect(paper.page.getByText(/陈述申辩期至 \d{4}-\d{2}-\d{2} 届满/)).toBeVisible()
  await paper.act('登记陈述申辩')
  await expect(paper.course).toContainText('当事人表示不陈述申辩。')
  await paper.act('准予', { 认定的事实和依据: '合同未实际履行，以伪造凭证取得登记，依法撤销。' })
  await expect(paper.page.getByText('已决定撤销登记')).toBeVisible()
  await expect(paper.page.getByText(/申请行政复议/)).toBeVisible()

  const leader = new ContractPage(await as('leader'))
  await leader.open(id)
  await expect(leader.head).toContainText(content.name)
  await expect(leader.page.getByText('撤销登记，登记证明失效，不再计入统计')).toBeVisible()
  await expect(leader.page.getByText(/申请行政复议/)).toBeVisible()
})

test('a large contract needs two, and the first is not also the second', async ({ as }) => {
  const id = await contractIn('submitted', await who(registrar(unit)), largeContent())
  await approve(await who('approver'), { id })
  await approve(await who('approver2'), { id })
  const { id: request } = await ask(await who(registrar(unit)), {
    id,
    kind: 'correct',
    patch: { name: `${ownWord()}大额合同更名` },
    reason: 'C99',
    text: '名称录入有误。',
  })
  const first = new RequestPaper(await as('approver'))
  await first.open(request)
  await expect(first.page.getByText('大额合同，须两名审核员先后准予')).toBeVisible()
  await first.act('准予', {}, '准予，转复核')
  await expect(first.page.getByText('您已完成第一次审核')).toBeVisible()
  await expect(first.bar.getByRole('button', { name: '准予', exact: true })).toBeHidden()
  await test.step('nor does the server take it from the first', async () => {
    await expect(grant(await who('approver'), { id: request })).rejects.toMatchObject({
      detail: { code: 'same-approver' },
    })
  })
  const second = new RequestPaper(await as('approver2'))
  await second.open(request)
  await second.act('准予')
  await expect(second.head).toContainText('已准予')
})

test('what is asked shows in an open list and leads there from the dashboard', async ({ as }) => {
  const { id, content } = await given('registered', unit)
  const page = await as('approver')
  await page.goto(routes.requests({ unit }))
  await expect(page.getByText('实时').or(page.getByText(/更新/)).first()).toBeVisible()
  await ask(await who(registrar(unit)), {
    id,
    kind: 'correct',
    patch: { name: `${ownWord()}更名` },
    reason: 'C99',
    text: '名称录入有误。',
  })
  await expect(page.getByRole('row').filter({ hasText: content.name })).toBeVisible()
  await page.goto(routes.dashboard(year))
  await page.getByRole('link', { name: /^登记后申请：\d+ 件待办理/ }).click()
  await page.waitForURL(routes.requests())
})
