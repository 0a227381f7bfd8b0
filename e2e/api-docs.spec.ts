import { routes } from '@/lib/routes'
import { expectSound } from './fixtures/sound'
import { expect, given, registrar, test } from './fixtures/test'

test('the API is read by anybody, and tried by whoever is signed in, as themselves', async ({ as, page }) => {
  await page.goto(routes.apiDocs('readContract'))
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText('登录后可在此发送请求。')).toBeVisible()

  const { id } = await given('submitted', 'D06')
  const office = await as(registrar('D06'), { viewport: { width: 390, height: 844 } })
  await office.goto(routes.apiDocs())
  await office.getByRole('link', { name: '一份合同及现在可进行的操作' }).click()
  await office.getByRole('textbox', { name: /^id/ }).fill(id)
  await office.getByRole('button', { name: '发送', exact: true }).click()
  await expect(office.getByRole('heading', { name: /答复 200/ })).toBeVisible()
  await expect(office.getByRole('region', { name: '答复正文' })).toContainText('"submitted"')
  await expect(office.getByRole('region', { name: '答复头' })).toContainText('etag')
  const curl = office.getByRole('region', { name: '命令行' })
  await expect(curl).toContainText(`/api/v1/contracts/${id}`)
  await expect(curl).not.toContainText('jishi_')
  await expectSound(office, 'an operation that answered', true)

  await office.goto(routes.apiDocs('withdrawContract'))
  await office.getByRole('textbox', { name: /^id/ }).fill(id)
  await office.getByRole('button', { name: '发送并办理' }).click()
  await expect(office.getByRole('heading', { name: /答复 200/ })).toBeVisible()
  await office.getByRole('button', { name: '发送并办理' }).click()
  await expect(office.getByRole('heading', { name: /答复 409/ })).toBeVisible()
  await expect(office.getByRole('region', { name: '答复正文' })).toContainText('wrong-status')

  // The tokens it asked with stand among the person's own, and end when they say so.
  await office.goto(routes.apiDocs())
  const own = office.getByRole('region', { name: '我的令牌' })
  const rows = own.getByRole('row', { name: /接口试用/ })
  const before = await rows.count()
  expect(before).toBeGreaterThan(0)
  await rows.first().getByRole('button', { name: '收回' }).click()
  await office.getByRole('dialog').getByRole('button', { name: '收回' }).click()
  await expect(rows).toHaveCount(before - 1)
})
