import { routes } from '@/lib/routes'
import { expectSound } from './fixtures/sound'
import { expect, test } from './fixtures/test'

const report = `2015年技术市场年报
2015年，兵团共登记技术合同200项，成交额1000.00万元。其中，技术开发合同登记50项，成交额250.00万元，占总成交额的35.00%。`

test('a pasted report shows the share that is wrong, and what it should be', async ({ as }) => {
  const page = await as('leader')
  await page.goto(routes.checkReport())
  await page.getByLabel('报告文字').fill(report)
  // Sent again until the page's scripts have arrived; a second check comes to the same.
  await expect(async () => {
    await page.getByRole('button', { name: '核对', exact: true }).click()
    await expect(page.getByText('核对完毕：错误 1 处')).toBeVisible({ timeout: 2000 })
  }).toPass()
  const finding = page.getByRole('listitem').filter({ hasText: '35.00%' })
  await expect(finding.getByRole('insertion')).toHaveText('25.00%')
  await expectSound(page, 'checked report', true)
  await finding.getByRole('link', { name: '查看原文第 1 处' }).click()
  const mark = page.locator('mark').filter({ hasText: '35.00%' })
  await expect(mark).toBeInViewport()
  await mark.getByRole('link').click()
  await expect(finding).toBeInViewport()
})

test('nothing pasted is said at the field', async ({ as }) => {
  const page = await as('leader')
  await page.goto(routes.checkReport())
  const field = page.getByLabel('报告文字')
  await expect(async () => {
    await page.getByRole('button', { name: '核对', exact: true }).click()
    await expect(field).toHaveAttribute('aria-invalid', 'true', { timeout: 2000 })
  }).toPass()
  await expect(field).toHaveAccessibleDescription(/请先粘贴报告文字/)
})
