import { shanghaiDate } from '@/lib/domain/time/dates'
import { routes } from '@/lib/routes'
import { expect, given, registrar, test } from './fixtures/test'

const year = Number(shanghaiDate(new Date()).slice(0, 4))
const unit = 'D05'

test('the leader reads the report of the year, whose numbers lead to the contracts that add up to them', async ({
  as,
}) => {
  const { content } = await given('registered', unit, { turnover: 12_340_000n, technology: 12_340_000n })
  await given('registered', unit)
  const page = await as('leader')
  await page.goto(routes.statistics(year, { unit }))
  await page.getByRole('link', { name: '年报', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${year} 年五师技术市场统计年报`)
  await expect(page.getByText('兵团科技发展促进中心')).toBeVisible()
  const report = page.getByRole('article')
  await expect(report.getByRole('heading', { level: 2 }).first()).toHaveText(/^一、/)
  await expect(report.getByText(`表 1 ${year} 年`)).toBeVisible()
  await expect(report.getByText(`图 1 ${year} 年`)).toBeVisible()

  const turnover = report.getByRole('paragraph').first().getByTitle('，成交额：').first()
  const exact = Number(
    (await turnover.getAttribute('title'))?.match(/：([\d,.]+) 元$/)?.[1]?.replaceAll(',', ''),
  )
  await turnover.click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('全年')
  const rows = page.getByRole('table').getByRole('row')
  await expect(rows.filter({ hasText: content.name })).toBeVisible()
  const amounts = await page
    .locator('td[data-figure$="/turnover"]')
    .evaluateAll((cells) => cells.map((cell) => Number(cell.textContent?.replaceAll(',', ''))))
  expect(amounts.length).toBeGreaterThan(1)
  expect(amounts.reduce((sum, one) => sum + one, 0) * 10_000).toBeCloseTo(exact, -3)
})

test('of a past moment the report stands as it stood', async ({ as }) => {
  await given('registered', unit)
  const page = await as('leader')
  await page.goto(routes.report(year, { unit }))
  const opening = page.getByRole('article').getByRole('paragraph').first()
  const count = () => opening.getByTitle('，合同数：').first().textContent()
  const before = await count()
  const moment = new Date().toISOString()
  await given('registered', unit)
  await page.goto(routes.report(year, { unit }))
  expect(await count()).not.toBe(before)
  await page.goto(routes.report(year, { unit, asOf: moment }))
  expect(await count()).toBe(before)
  await expect(page.getByText('此后的登记、更正、变更、注销和撤销不计入')).toBeVisible()
})

test('an office reads its own report alone, an administrator none; what is unknown is not found', async ({
  as,
}) => {
  await given('registered', unit)
  const office = await as(registrar(unit))
  await office.goto(routes.report(year))
  await expect(office.getByRole('heading', { level: 1 })).toContainText('五师')
  await expect(office.getByLabel('单位')).toHaveCount(0)
  expect((await office.request.get(routes.report(year, { unit: 'D06' }))).status()).toBe(404)
  const leader = await as('leader')
  for (const path of ['/report/0', '/report/abc', routes.report(year, { unit: 'XX' })]) {
    expect((await leader.request.get(path)).status(), path).toBe(404)
  }
  const admin = await as('admin')
  expect((await admin.request.get(routes.report(year))).status()).toBe(403)
})

test('the leader takes the report along as Word, PDF and Excel', async ({ as }) => {
  test.slow()
  await given('registered', unit)
  const page = await as('leader')
  await page.goto(routes.report(year, { unit }))
  const starts = { Word: 'PK', PDF: '%PDF-1.7', Excel: 'PK' }
  for (const [form, start] of Object.entries(starts)) {
    // The first file of a process reads its fonts, which a busy machine takes its time for.
    const coming = page.waitForEvent('download', { timeout: 60_000 })
    await page.getByRole('link', { name: form, exact: true }).click()
    const file = await coming
    expect(file.suggestedFilename()).toContain(`${year} 年五师技术市场统计年报.`)
    const stream = await file.createReadStream()
    const chunks: Buffer[] = []
    for await (const chunk of stream) chunks.push(chunk as Buffer)
    const bytes = Buffer.concat(chunks)
    expect(bytes.toString('latin1', 0, start.length)).toBe(start)
    expect(bytes.length).toBeGreaterThan(5_000)
  }
  await page.route(/\/file\?/, (route) =>
    route.fulfill({ status: 500, contentType: 'application/problem+json', body: '{"title":"出现意外错误"}' }),
  )
  await page.getByRole('link', { name: 'PDF', exact: true }).click()
  await expect(page.getByText('出现意外错误')).toBeVisible()
})
