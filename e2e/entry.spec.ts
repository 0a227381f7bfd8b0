import { addOrganisation } from '@/lib/services/organisations/add'
import { anyUscc, ownWord } from './fixtures/contents'
import { expect, given, registrar, test, who } from './fixtures/test'
import { ContractPage } from './pages/contract'
import { EntryPage } from './pages/entry'

const unit = 'I01'

test('what was typed survives a page closed in the middle of a word', async ({ as }) => {
  const { id, content } = await given('draft', unit)
  const entry = new EntryPage(await as(registrar(unit)))
  await entry.open(id)
  await entry.box('合同名称').fill(`${content.name}二期`)
  await entry.page.close()

  const again = new EntryPage(await entry.page.context().newPage())
  await again.open(id)
  await expect(again.box('合同名称')).toHaveValue(`${content.name}二期`)
  await expect(again.saving).toContainText('已保存')

  const colleague = new EntryPage(await as(registrar(unit)))
  await colleague.open(id)
  await expect(colleague.box('合同名称')).toHaveValue(`${content.name}二期`)
})

test('without a network the typing is kept and sent when it is back', async ({ as }) => {
  const { id, content } = await given('draft', unit)
  const entry = new EntryPage(await as(registrar(unit)))
  await entry.open(id)
  await entry.page.context().setOffline(true)
  await entry.box('关键词').fill('滴灌、墒情')
  await entry.box('合同名称').fill(`${content.name}三期`)
  await expect(entry.saving).toContainText('暂时连不上服务器')
  await entry.page.context().setOffline(false)
  await expect(entry.saving).toContainText('已保存')
  await entry.page.reload()
  await expect(entry.box('关键词')).toHaveValue('滴灌、墒情')
  await expect(entry.box('合同名称')).toHaveValue(`${content.name}三期`)
})

test('a newer value of a colleague is not overwritten by what nobody touched here', async ({ as }) => {
  const { id } = await given('draft', unit)
  const one = new EntryPage(await as(registrar(unit)))
  const other = new EntryPage(await as(registrar(unit)))
  await one.open(id)
  await other.open(id)
  await one.box('合同自编号').fill('甲-17')
  await expect(one.saving).toContainText('已保存')
  await other.box('关键词').fill('乙的关键词')
  await expect(other.page.getByText('同事刚刚更新了')).toBeVisible()
  await expect(other.box('合同自编号')).toHaveValue('甲-17')
  await one.page.reload()
  await expect(one.box('合同自编号')).toHaveValue('甲-17')
  await expect(one.box('关键词')).toHaveValue('乙的关键词')
})

test('Enter belongs to the input method while it composes', async ({ as }) => {
  const word = ownWord()
  await addOrganisation(await who(registrar(unit)), {
    party: {
      name: `${word}大学（示例）`,
      country: '142',
      code: anyUscc('12'),
      kind: '0221',
      region: '659001',
      isCorps: true,
    },
  })
  const { id } = await given('draft', unit, { seller: undefined })
  const entry = new EntryPage(await as(registrar(unit)))
  const { page } = entry
  await entry.open(id)
  const box = entry.party('卖方')
  await box.click()
  await page.keyboard.insertText(word)
  const option = page.getByRole('option', { name: new RegExp(word) })
  await expect(option).toBeVisible()
  await page.keyboard.press('ArrowDown')

  const method = await page.context().newCDPSession(page)
  const enter = (type: 'rawKeyDown' | 'keyUp') =>
    method.send('Input.dispatchKeyEvent', { type, key: 'Process', code: 'Enter', windowsVirtualKeyCode: 229 })
  await method.send('Input.imeSetComposition', { text: 'daxue', selectionStart: 5, selectionEnd: 5 })
  await enter('rawKeyDown')
  await enter('keyUp')
  await expect(box).toHaveValue(`${word}daxue`)
  await expect(page).toHaveURL(new RegExp(`${id}/edit`))
  await expect(entry.section('卖方').getByText('统一社会信用代码', { exact: true })).toBeHidden()

  await method.send('Input.insertText', { text: '大学' })
  await expect(option).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(box).toHaveValue(`${word}大学（示例）`)
})

test('Enter in a box never submits anything', async ({ as }) => {
  const { id } = await given('draft', unit)
  const entry = new EntryPage(await as(registrar(unit)))
  await entry.open(id)
  await entry.box('合同名称').press('Enter')
  await entry.box('合同签订日期').press('Enter')
  await expect(entry.page).toHaveURL(new RegExp(`${id}/edit`))
  const contract = new ContractPage(await as(registrar(unit)))
  await contract.open(id)
  await expect(contract.head).toContainText('草稿')
})

test('amounts that cannot be read are explained and never guessed', async ({ as }) => {
  const { id } = await given('draft', unit)
  const entry = new EntryPage(await as(registrar(unit)))
  await entry.open(id)
  const box = entry.box('合同成交额')
  for (const wrong of ['12万元', '一百', '1.234', '-5']) {
    await box.fill(wrong)
    await box.press('Tab')
    await expect(box, wrong).toHaveAttribute('aria-invalid', 'true')
    await expect(box, wrong).toHaveValue(wrong)
  }
  await box.fill('￥1,234,567.8元')
  await box.press('Tab')
  await expect(box).toHaveValue('1,234,567.80')
  await expect(entry.section('金额与支付').getByText('123.46 万元').first()).toBeVisible()
})

test('a contract is copied without its amounts, dates and numbers', async ({ as }) => {
  const { content } = await given('registered', unit, { ownNumber: '旧-001' })
  const entry = new EntryPage(await as(registrar(unit)))
  await entry.page.goto('/contracts/new')
  await entry.page.getByLabel('按编号、合同名称或单位查找').fill(content.name.slice(0, 8))
  const found = entry.page.getByRole('listitem').filter({ hasText: content.name })
  await found.getByRole('button', { name: /^复制/ }).click()
  await entry.page.waitForURL(/\/edit/)
  await expect(entry.page.getByText('金额、日期和编号没有复制')).toBeVisible()
  await expect(entry.party('买方')).toHaveValue(content.buyer?.name ?? '')
  await expect(entry.picker('技术领域')).toHaveValue('农业')
  for (const empty of [
    '合同成交额',
    '技术交易额',
    '合同签订日期',
    '合同生效日期',
    '合同终止日期',
    '合同自编号',
  ]) {
    await expect(entry.box(empty), empty).toHaveValue('')
  }
})

test('a declared state secret is stopped and nothing of it is kept', async ({ as }) => {
  const { id, content } = await given('draft', unit)
  const entry = new EntryPage(await as(registrar(unit)))
  await entry.open(id)
  await entry.group('是否涉及国家秘密').getByLabel('是', { exact: true }).check()
  const stop = entry.page.getByRole('alertdialog').or(entry.page.getByRole('dialog'))
  await expect(stop).toContainText('涉密合同不能在本系统办理')
  await stop.getByRole('button', { name: '清除内容并作废' }).click()
  await expect(entry.page).not.toHaveURL(/\/edit/)
  await entry.page.goto(`/contracts/${id}`)
  await expect(entry.page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(entry.page.getByText(content.name)).toHaveCount(0)
})

test('the same contract again is held against the first, side by side', async ({ as }) => {
  const first = await given('submitted', unit)
  const { id } = await given('draft', unit, first.content)
  const page = await as(registrar(unit))
  await page.goto(`/contracts/${id}/check`)
  await expect(page.getByRole('button', { name: '提交审核' })).toBeDisabled()
  await expect(page.getByText(/重复.*不能再次登记/).first()).toBeVisible()
})
