import { shanghaiDate } from '@/lib/domain/time/dates'
import { routes } from '@/lib/routes'
import { campaignOn } from './fixtures/campaign'
import { expect, given, registrar, test } from './fixtures/test'
import { CampaignPage } from './pages/campaign'

const year = Number(shanghaiDate(new Date()).slice(0, 4))
const unit = 'I01'
const unitName = '新疆农垦科学院'

test('a self-audit from its plan to its report', async ({ as }) => {
  test.slow()
  for (let at = 0; at < 3; at += 1) await given('registered', unit)

  const desk = await as('auditor')
  await desk.goto(routes.audit.campaigns())
  await desk.getByRole('link', { name: '开展自查' }).click()
  await desk.getByRole('checkbox', { name: unitName }).check()
  await desk.getByLabel(/^随机抽取/).fill('一些')
  await desk.getByRole('button', { name: '开展自查' }).click()
  await expect(desk.getByLabel(/^随机抽取/)).toHaveAttribute('aria-invalid', 'true')
  await desk.getByLabel(/^随机抽取/).fill('2000')
  const preview = desk.getByRole('region', { name: '预计结果' })
  await expect(preview.locator('[aria-busy="false"]')).toContainText(/合同3抽样3/)
  const found = Number(
    /问题(\d+)/.exec(await preview.innerText().then((text) => text.replace(/\s/g, '')))?.[1],
  )
  expect(found).toBeGreaterThanOrEqual(3)
  await desk.getByLabel(/^自查要求/).fill('请对照合同文本逐份核对。')
  await desk.getByRole('button', { name: '开展自查' }).click()
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText(/自查〔\d{4}〕\d+号/)
  const id = desk.url().split('/').at(-1) ?? ''

  const auditor = new CampaignPage(desk)
  await expect(auditor.rows).toHaveCount(found)
  await auditor.close()
  await expect(auditor.dialog.getByRole('alert')).toContainText(`还有 ${found} 个问题没有核定`)
  await auditor.dialog.getByRole('button', { name: '取消' }).click()
  await desk.getByRole('button', { name: /^催办/ }).click()
  await expect(desk.getByText('已催办 1 个机构')).toBeVisible()

  const office = new CampaignPage(await as(registrar(unit)))
  await office.page.goto(routes.dashboard(year))
  await expect(office.page.getByText(`${found} 项待答复`)).toBeVisible()
  await office.page
    .getByRole('link', { name: /^自查〔/ })
    .first()
    .click()
  await expect(office.page.getByText('请对照合同文本逐份核对。')).toBeVisible()
  await office.chooseAll()
  await office.answer('无误', '')
  await expect(office.dialog.getByText(/至少写 4 个字/)).toBeVisible()
  await office.dialog.getByRole('button', { name: '取消' }).click()
  await office.answer('无误', '已对照合同文本核对，登记内容无误。')
  await expect(office.tab('待核定')).toContainText(String(found))

  // What the office answered shows by itself; the keyboard chooses.
  await expect(auditor.tab('待核定')).toContainText(String(found))
  await desk.keyboard.press('j')
  await desk.keyboard.press(' ')
  await expect(desk.getByText('已选 1 项')).toBeVisible()
  await auditor.sendBack('请写明核对了哪些条款。')
  await expect(auditor.tab('退回重答')).toContainText('1')

  await expect(office.tab('退回重答')).toContainText('1')
  await office.tab('退回重答').click()
  await expect(office.rows).toHaveCount(1)
  await office.rows.getByText(/^办理经过/).click()
  await expect(office.rows).toContainText('请写明核对了哪些条款。')
  await office.chooseAll()
  await office.answer('无误', '已核对第三条价款和第五条技术指标，无误。')
  await expect(office.tab('待核定')).toContainText(String(found))

  await expect(auditor.tab('待核定')).toContainText(String(found))
  await auditor.chooseAll()
  await auditor.accept()
  await expect(auditor.tab('已核定')).toContainText(String(found))
  await auditor.close()
  await expect(auditor.report).toContainText('纠正错误信息 0 项，撤销登记 0 项')
  await expect(auditor.report).toContainText('3 份')
  await expect(desk.getByRole('button', { name: '结束自查' })).toBeHidden()

  for (const format of ['xlsx', 'docx'] as const) {
    const file = await desk.request.get(routes.audit.campaignExport(id, format))
    expect(file.status()).toBe(200)
    expect((await file.body()).subarray(0, 2).toString()).toBe('PK')
  }
  await office.page.goto(routes.audit.campaigns())
  await expect(office.page.getByRole('row').filter({ hasText: '已结束' })).toContainText('纠正错误信息 0 项')
})

test('an auditor adds what no rule sees; the office answers it with a correction to be asked for', async ({
  as,
}) => {
  const id = await campaignOn('U01')
  const auditor = new CampaignPage(await as('auditor'))
  await auditor.open(id)
  const number = await auditor.rows.first().locator('.font-mono').first().innerText()
  await auditor.page.getByRole('button', { name: '登记问题' }).click()
  await auditor.dialog.getByLabel(/^合同编号/).fill('0000')
  await auditor.dialog.getByLabel(/^发现的问题/).fill('服务费与设备费未分开，技术交易额偏高。')
  await auditor.dialog.getByRole('button', { name: '登记问题' }).click()
  await expect(auditor.dialog).toContainText('自查范围内没有这个编号的合同')
  await auditor.dialog.getByLabel(/^合同编号/).fill(number)
  await auditor.dialog.getByRole('button', { name: '登记问题' }).click()
  await expect(auditor.findings).toContainText('服务费与设备费未分开')

  const office = new CampaignPage(await as(registrar('U01')))
  await office.open(id)
  const added = office.rows.filter({ hasText: '服务费与设备费未分开' })
  await added.getByRole('checkbox').check()
  await office.answer('更正', '设备费应从技术交易额中扣除，申请更正。')
  await expect(added.getByRole('link', { name: '提出更正申请' })).toBeVisible()

  await expect(added.getByText('待核定')).toBeVisible()
  const same = auditor.rows.filter({ hasText: '服务费与设备费未分开' })
  await expect(same.getByRole('link', { name: '提出更正申请' })).toBeVisible()
  await same.getByRole('checkbox').check()
  await auditor.accept()
  await expect(auditor.dialog.getByRole('alert')).toContainText('尚未提出更正申请')
})

test('a self-audit is nobody else’s', async ({ as }) => {
  const id = await campaignOn('U01')
  const other = await as(registrar('D09'))
  await other.goto(routes.audit.campaigns())
  await expect(other.getByText('尚未开展自查')).toBeVisible()
  expect((await other.request.get(routes.audit.campaign(id))).status()).toBe(404)
  for (const username of ['leader', 'admin', 'security']) {
    const page = await as(username)
    expect((await page.request.get(routes.audit.campaign(id))).status()).toBe(403)
    expect((await page.request.get(routes.audit.campaignExport(id, 'xlsx'))).status()).toBe(403)
  }
  const reader = new CampaignPage(await as('approver'))
  await reader.open(id)
  await expect(reader.rows.first()).toBeVisible()
  await expect(reader.page.getByRole('checkbox')).toHaveCount(0)
  await expect(reader.page.getByRole('button', { name: '结束自查' })).toBeHidden()
})
