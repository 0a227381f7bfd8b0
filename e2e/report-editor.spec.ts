import type { Locator, Page } from '@playwright/test'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { routes } from '@/lib/routes'
import { expect, given, registrar, test } from './fixtures/test'

const year = Number(shanghaiDate(new Date()).slice(0, 4))

/** Several people and as many pages take their time. */
test.describe.configure({ timeout: 180_000 })

/** The first block of the report, which is the opening paragraph. */
const opening = (page: Page): Locator => page.locator('[data-block="paragraph-opening.total"]')
const owns = (page: Page): Locator => page.locator('[data-block^="own-"]')

async function open(page: Page, unit: string) {
  await page.goto(routes.editReport(year, { unit }))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^(编辑|批注)年报$/)
}

/** Nobody presses anything for it: what was typed is with the server a moment later. */
const isSaved = (page: Page) => expect(page.locator('[data-save-state="saved"]')).toContainText(/^已保存 \d/)
const history = (page: Page): Locator =>
  page
    .getByRole('region', { name: '修改记录' })
    .getByRole('listitem')
    .filter({ hasText: /\d{2}:\d{2}:\d{2}/ })

async function addParagraph(page: Page, text: string) {
  await opening(page).getByRole('button', { name: '在其后加段落' }).click()
  await page.getByRole('textbox', { name: /^中文/ }).fill(text)
}

test('the auditor writes around the report; the leader comments; whoever reads it reads what was written', async ({
  as,
}) => {
  const unit = 'D10'
  await given('registered', unit)
  const page = await as('auditor')
  await page.goto(routes.report(year, { unit }))
  await page.getByRole('link', { name: '编辑', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('编辑年报')

  await test.step('a number that nothing bears out is marked until it has a source', async () => {
    await addParagraph(page, '组织培训 98765 人次，共登记')
    await expect(page.locator('mark')).toHaveText('98765 人次')
    await expect(page.getByText('1 处数字没有来源，发布前须补齐')).toBeVisible()
    await page.getByLabel('“98765 人次”与年报中的统计数都不一致，请填写来源').fill('培训台账')
    await page.getByRole('button', { name: '填写来源' }).click()
    await expect(page.locator('mark')).toHaveCount(0)
    await expect(page.getByText('1 处数字没有来源')).toHaveCount(0)
  })

  await test.step('a figure is put in and moves with the register', async () => {
    await page.getByRole('textbox', { name: /^中文/ }).press('End')
    await page.getByLabel(/^插入统计数或图表编号/).fill('合计 合同数')
    await page
      .getByRole('option', { name: /^合计 · 合同数/ })
      .first()
      .click()
    await expect(page.getByRole('textbox', { name: /^中文/ })).toHaveValue(/\{合同数\}$/)
    await page.getByRole('button', { name: '完成', exact: true }).click()
    await expect(owns(page)).toContainText(/共登记\s?\d+ 项/)
    await isSaved(page)
    const sentence = owns(page).getByText(/^组织培训.*共登记/)
    const told = await sentence.textContent()
    await opening(page).getByRole('button', { name: '加注' }).click()
    await page.getByRole('textbox', { name: /^中文/ }).fill('正在写的注')
    await given('registered', unit)
    await expect(sentence).not.toHaveText(told ?? '')
    await expect(page.getByRole('textbox', { name: /^中文/ })).toHaveValue('正在写的注')
    await page.getByRole('button', { name: '删除注释' }).click()
  })

  await test.step('by keyboard a block moves and keeps the focus', async () => {
    const block = owns(page)
    const before = await page
      .locator('[data-block]')
      .evaluateAll((all) => all.map(({ dataset }) => dataset.block))
    await block.getByRole('button', { name: '改写' }).focus()
    await page.keyboard.press('ArrowRight')
    await expect(block.getByRole('button', { name: '上移' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(block.getByRole('button', { name: '上移' })).toBeFocused()
    const after = await page
      .locator('[data-block]')
      .evaluateAll((all) => all.map(({ dataset }) => dataset.block))
    expect(after.slice(0, 2)).toEqual([before[1], before[0]])
    await page.keyboard.press('Alt+ArrowDown')
    await expect(block.getByRole('button', { name: '下移' })).toBeFocused()
  })

  await test.step('a table that the text points at stays until the text is hidden too', async () => {
    const table = page.locator('[data-block="table-types"]')
    await table.getByRole('button', { name: '不印出', exact: true }).click()
    await expect(table.getByText('已设为不印出，但正文引用了它')).toBeVisible()
    await table.getByRole('button', { name: '恢复印出' }).click()
    await opening(page).getByRole('button', { name: '不印出', exact: true }).click()
    await isSaved(page)
    await expect(page.getByText('设为不印出：')).toBeVisible()
  })

  const leader = await as('leader')
  await test.step('the leader comments and writes nothing', async () => {
    await open(leader, unit)
    await expect(leader.getByRole('button', { name: '改写' })).toHaveCount(0)
    await expect(history(leader)).toHaveCount(1)
    await owns(leader).getByRole('button', { name: '批注' }).click()
    await leader.getByLabel('批注内容').fill('请核对培训人次。')
    await leader.getByRole('button', { name: '提交批注' }).click()
    await expect(leader.getByRole('heading', { name: '批注（1 条待处理）' })).toBeVisible()
  })

  await test.step('the auditor hears of it and resolves it', async () => {
    await expect(page.getByText('请核对培训人次。')).toBeVisible()
    await page.getByRole('button', { name: '处理完毕' }).click()
    await expect(page.getByRole('heading', { name: '批注（0 条待处理）' })).toBeVisible()
  })

  const office = await as(registrar(unit))
  await office.goto(routes.report(year))
  const article = office.getByRole('article')
  await expect(article).toContainText(/组织培训 98765 人次，共登记\s?\d+ 项/)
  await expect(office.getByRole('link', { name: '编辑', exact: true })).toHaveCount(0)
  expect((await office.request.get(routes.editReport(year, { unit }))).status()).toBe(403)
  const admin = await as('admin')
  expect((await admin.request.get(routes.editReport(year))).status()).toBe(403)

  await test.step('a reader opens what a sentence rests on', async () => {
    await article.getByRole('button', { name: /^依据：.*共登记/ }).click()
    const sheet = office.getByRole('dialog', { name: '依据' })
    await expect(sheet).toContainText('来源：培训台账')
    await expect(sheet).toContainText(/合计，合同数：\d+ 项/)
    await expect(sheet.getByRole('link', { name: '查看所统计的合同' })).toBeVisible()
  })
})

test('of two who edit at once the slower one loses nothing', async ({ as }) => {
  const unit = 'D11'
  await given('registered', unit)
  const [one, other] = [await as('auditor'), await as('approver')]
  await open(one, unit)
  await open(other, unit)
  await addParagraph(one, '稽核员写的一段。')
  await addParagraph(other, '审核员写的一段。')
  const written = (page: Page, text: string) => owns(page).filter({ hasText: text })
  for (const page of [one, other]) {
    await isSaved(page)
    await expect(written(page, '稽核员写的一段。')).toBeVisible()
    await expect(written(page, '审核员写的一段。')).toBeVisible()
  }

  await test.step('a paragraph that both rewrite is not merged behind their backs', async () => {
    await other.getByRole('button', { name: '完成', exact: true }).click()
    const rewrite = async (page: Page, text: string) => {
      const box = page.getByRole('textbox', { name: /^中文/ })
      if (!(await box.isVisible()))
        await written(page, '稽核员写的一段。').getByRole('button', { name: '改写' }).click()
      await box.fill(text)
    }
    await Promise.all([rewrite(one, '稽核员又改。'), rewrite(other, '审核员来改。')])
    const told = (page: Page) => page.getByText('改写了同一段落')
    await expect.poll(async () => (await told(one).count()) + (await told(other).count())).toBe(1)
    const slower = (await told(one).isVisible()) ? one : other
    await slower.getByRole('button', { name: '合并到最新一稿' }).click()
    await isSaved(slower)
    for (const page of [one, other]) {
      await expect(written(page, '稽核员又改。')).toHaveCount(1)
      await expect(written(page, '审核员来改。')).toHaveCount(1)
    }
  })
})

test('what is typed while the server is away is saved later, and a sitting is one entry of the history', async ({
  as,
}) => {
  const unit = 'D12'
  await given('registered', unit)
  const page = await as('auditor')
  await open(page, unit)
  await addParagraph(page, '第一句。')
  await isSaved(page)
  await page.context().setOffline(true)
  await page.getByRole('textbox', { name: /^中文/ }).fill('第一句。第二句。')
  await expect(page.locator('[data-save-state="offline"]')).toBeVisible()
  await page.getByRole('navigation', { name: '当前位置' }).getByRole('link').last().click()
  await expect(page.getByRole('dialog')).toContainText('修改尚未保存')
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click()

  await test.step('a closed window takes nothing with it', async () => {
    const cut = '**/edit*'
    await page
      .context()
      .route(cut, (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()))
    await page.context().setOffline(false)
    page.once('dialog', (dialog) => dialog.accept())
    await page.reload()
    await expect(page.getByText('上次未能保存的修改已恢复')).toBeVisible()
    await expect(owns(page)).toContainText('第一句。第二句。')
    await page.context().unroute(cut)
    await isSaved(page)
  })

  await page.reload()
  await expect(owns(page)).toContainText('第一句。第二句。')
  await expect(history(page)).toHaveCount(1)
  await expect(history(page)).toContainText('加写段落：第一句。第二句。')
})
