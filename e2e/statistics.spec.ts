import { shanghaiDate } from '@/lib/domain/time/dates'
import { expect, given, registrar, test } from './fixtures/test'
import { StatisticsPage } from './pages/statistics'

const year = Number(shanghaiDate(new Date()).slice(0, 4))
const unit = 'D14'

test('a number is a door to the contracts that add up to it', async ({ as }) => {
  const { content } = await given('registered', unit, {
    techField: '06',
    turnover: 12_340_000n,
    technology: 12_340_000n,
  })
  await given('registered', unit, { techField: '05' })
  const statistics = new StatisticsPage(await as('leader'))
  const { page } = statistics
  await statistics.open(year, { unit })
  const figures = (await statistics.figures()).技术领域?.新能源与高效节能
  await statistics.door('技术领域', '新能源与高效节能', '成交额').click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('新能源与高效节能')
  const rows = page.getByRole('table').getByRole('row')
  await expect(rows.filter({ hasText: content.name })).toBeVisible()
  const amounts = await page
    .getByRole('cell')
    .evaluateAll((cells) => cells.map((cell) => cell.textContent ?? ''))
  const sums = Array.from({ length: amounts.length / 7 }, (_, row) =>
    Number((amounts[row * 7 + 5] ?? '').replaceAll(',', '')),
  )
  expect(sums).toHaveLength(figures?.合同数 ?? 0)
  expect(sums.reduce((sum, one) => sum + one, 0)).toBeCloseTo(figures?.成交额 ?? 0, 2)
  await rows.filter({ hasText: content.name }).getByRole('link').click()
  await expect(page).toHaveURL(/\/contracts\//)
})

test('as of a moment before the approval the old number stands', async ({ as, apiAs }) => {
  await given('registered', unit)
  const leader = new StatisticsPage(await as('leader'))
  await leader.open(year, { unit })
  const before = await leader.figures()
  const api = await apiAs('leader')
  const moment = (await (await api.get(`/api/v1/statistics/${year}?unit=${unit}`)).json()).readAt as string
  await given('registered', unit)
  await leader.open(year, { unit })
  expect(await leader.figures()).not.toEqual(before)
  await leader.open(year, { unit, asOf: moment })
  await expect(leader.page.getByText('此后的登记、更正、变更、注销和撤销不计入')).toBeVisible()
  expect(await leader.figures()).toEqual(before)
  await leader.page.getByRole('main').getByRole('link', { name: '现在', exact: true }).first().click()
  await expect(leader.page.getByText('此后的登记、更正、变更、注销和撤销不计入')).toBeHidden()
})

test('a moment yet to come is now; one nobody can read, an impossible year and an unknown unit are refused in words', async ({
  as,
}) => {
  const leader = new StatisticsPage(await as('leader'))
  await leader.open(year, { asOf: '2099-01-01T00:00' })
  await expect(leader.page.getByText('的实时数据。')).toBeVisible()
  await leader.open(year, { asOf: 'yesterday' })
  await expect(leader.page.getByText('截至时刻无法识别')).toBeVisible()
  for (const path of [
    '/statistics/0',
    '/statistics/abc',
    '/statistics/2024/no-such-table',
    `/statistics/${year}?unit=XX`,
  ]) {
    expect((await leader.page.request.get(path)).status(), path).toBe(404)
  }
})

test('a year without contracts says so', async ({ as }) => {
  const leader = new StatisticsPage(await as('leader'))
  await leader.open(2001)
  await expect(leader.page.getByText('2001 年还没有登记的合同')).toBeVisible()
})

test('an office sees its own figures and no table across units', async ({ as }) => {
  await given('registered', unit)
  const office = new StatisticsPage(await as(registrar(unit)))
  const leader = new StatisticsPage(await as('leader'))
  await office.open(year)
  await expect(office.table('各师、院校技术合同登记量')).toHaveCount(0)
  await expect(office.page.getByLabel('单位')).toHaveCount(0)
  await leader.open(year, { unit })
  expect((await office.figures()).技术领域).toEqual((await leader.figures()).技术领域)
  await leader.open(year)
  await expect(leader.table('各师、院校技术合同登记量')).toBeVisible()
})
