import { routes } from '@/lib/routes'
import { contractSheet, type SheetContract } from '@/lib/services/import/contract-sheet'
import { ownContent } from './fixtures/contents'
import { expect, given, registrar, test } from './fixtures/test'
import { RequestForm, RequestPaper } from './pages/requests'

const xlsx = (name: string, bytes: Uint8Array) => ({
  name,
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: Buffer.from(bytes),
})

test('an office imports a file with a bad row, gets it back with the reason, corrects it, and nothing is doubled', async ({
  as,
}) => {
  const page = await as(registrar('D05'))
  const [sound, bad] = [ownContent(), ownContent({ endDate: '2001-01-01' })]
  const upload = async (name: string, contracts: SheetContract[]) => {
    await page.goto(routes.imports())
    await page
      .getByLabel('选择文件', { exact: true })
      .first()
      .setInputFiles(xlsx(name, contractSheet('draft', contracts)))
    await expect(page.getByRole('heading', { name: '对各栏目的理解' })).toBeVisible()
    await page.getByRole('button', { name: '核对各行' }).click()
  }
  await upload('五师合同.xlsx', [{ content: sound }, { content: bad }])
  await expect(page.getByRole('link', { name: /^需改正/ })).toContainText('1')
  await page.getByRole('link', { name: /^需改正/ }).click()
  await expect(page.getByRole('cell', { name: /终止日期 2001-01-01 早于/ })).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: '下载需改正的行' }).click()
  expect((await download).suggestedFilename()).toBe('五师合同-需改正.xlsx')
  await page.getByRole('button', { name: '导入 1 份草稿' }).click()
  await expect(page.getByText('已导入 1 项', { exact: true })).toBeVisible()

  await upload('五师合同.xlsx', [{ content: sound }, { content: { ...bad, endDate: sound.endDate } }])
  await expect(page.getByRole('link', { name: /^与已有合同相同/ })).toContainText('1')
  await page.getByRole('button', { name: '导入 1 份草稿' }).click()
  await expect(page.getByText('已导入 1 项', { exact: true })).toBeVisible()
  for (const { name = '' } of [sound, bad]) {
    await page.goto(routes.contracts({ q: name }))
    await expect(page.getByRole('link', { name, exact: true })).toHaveCount(1)
  }
})

test('the centre imports registered contracts, the figures move, and taking it back moves them again', async ({
  as,
}) => {
  const page = await as('auditor')
  const day = '2016-03-07'
  const content = ownContent({ signDate: '2016-03-01', effectiveDate: '2016-03-01', endDate: '2017-03-01' })
  const record = { number: '2016660005000001', unit: 'D05', registeredOn: day, acceptedOn: day }
  await page.goto(routes.imports())
  await page
    .getByLabel('选择文件', { exact: true })
    .first()
    .setInputFiles(xlsx('2016.xlsx', contractSheet('registered', [{ content, record }])))
  await page.getByRole('button', { name: '核对各行' }).click()
  await page.getByRole('button', { name: '导入 1 项已登记合同' }).click()
  await expect(page.getByText('已导入 1 项', { exact: true })).toBeVisible()
  const year = async () => {
    const answer = await page.request.get(routes.dashboard(2016))
    return (await answer.text()).includes(content.name ?? '')
  }
  const address = page.url()
  await page.goto(routes.contracts({ q: record.number }))
  await expect(page.getByRole('link', { name: content.name ?? '', exact: true })).toBeVisible()
  expect(await year()).toBe(true)
  await page.goto(address)
  await page.getByRole('button', { name: '撤销这次导入' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '撤销这次导入' }).click()
  await expect(page.getByText('已撤销', { exact: true }).first()).toBeVisible()
  expect(await year()).toBe(false)
})

test('a registered contract that the file says otherwise becomes a request: one with the form filled, the others together', async ({
  as,
}) => {
  const page = await as(registrar('D06'))
  const registered = [
    await given('registered', 'D06'),
    await given('registered', 'D06'),
    await given('registered', 'D06'),
  ]
  const rows: SheetContract[] = []
  for (const { id, content } of registered) {
    await page.goto(routes.contract(id))
    const number = /\d{16}/.exec(await page.locator('main').innerText())?.[0] ?? ''
    rows.push({ content: { ...content, techField: '01' }, record: { number } })
  }
  await page.goto(routes.imports())
  await page
    .getByLabel('选择文件', { exact: true })
    .first()
    .setInputFiles(xlsx('六师更正.xlsx', contractSheet('registered', rows)))
  await page.getByRole('button', { name: '核对各行' }).click()
  await expect(page.getByRole('link', { name: /^与已有合同不同/ })).toContainText('3')
  const address = page.url()
  await page.getByRole('link', { name: '申请更正或变更' }).first().click()
  const form = new RequestForm(page)
  await expect(page.getByText('第 2 行填入 1 项不同之处')).toBeVisible()
  await form.choose('更正')
  await expect(form.preview.getByText(/技术领域/).first()).toBeVisible()
  await form.because('技术领域归类有误', '按合同文本归入另一技术领域。')
  await form.ask()
  await expect(new RequestPaper(page).differences).toContainText('技术领域')

  await page.goto(address)
  const together = page.getByRole('form', { name: '3 项已登记合同与文件不同' })
  await together.getByRole('button', { name: '为 3 项提出申请' }).click()
  await expect(together.getByRole('alert')).toContainText('请选择')
  await together.getByRole('radio', { name: /^更正/ }).check()
  await together.getByLabel(/^原因/).selectOption({ label: '技术领域归类有误' })
  await together.getByLabel(/^情况说明/).fill('按合同文本归入另一技术领域。')
  await together.getByRole('button', { name: '为 3 项提出申请' }).click()
  await expect(page.getByText('已提出申请', { exact: true })).toHaveCount(2)
  await expect(page.getByText('未能提出申请：')).toHaveCount(1)
  await page.getByRole('link', { name: '查看申请' }).last().click()
  await expect(new RequestPaper(page).head).toContainText(/更正〔\d{4}〕\d+号/)
})

test('what is no table is refused with its reason, and other roles find no door', async ({ as }) => {
  const page = await as(registrar('D04'))
  await page.goto(routes.imports())
  await page
    .getByLabel('选择文件', { exact: true })
    .first()
    .setInputFiles({
      name: 'old.xls',
      mimeType: 'application/vnd.ms-excel',
      buffer: Buffer.from('d0cf11e0a1b11ae100', 'hex'),
    })
  await expect(page.getByRole('alert').filter({ hasText: '另存为“Excel 工作簿（.xlsx）”' })).toBeVisible()
  for (const role of ['approver', 'leader', 'admin']) {
    expect((await (await as(role)).request.get(routes.imports())).status()).toBe(403)
  }
})
