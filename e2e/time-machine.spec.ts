import { shanghaiDate } from '@/lib/domain/time/dates'
import { officeMoment } from '@/lib/i18n/dates'
import { routes } from '@/lib/routes'
import { ownWord } from './fixtures/contents'
import { expectSound } from './fixtures/sound'
import { expect, given, registrar, test } from './fixtures/test'
import { CrossPage } from './pages/cross'
import { StatisticsPage } from './pages/statistics'

const year = Number(shanghaiDate(new Date()).slice(0, 4))
/** Offices that no other test registers for, so that what moves is ours. */
const [unit, other] = ['U02', 'D09']

/** A moment on the office's clock that lies a whole second after everything done so far. */
async function nextSecond(): Promise<Date> {
  const moment = new Date(Math.floor(Date.now() / 1000) * 1000 + 1000)
  await expect.poll(() => Date.now() > moment.getTime() + 50, { intervals: [50] }).toBe(true)
  return moment
}

test('a past year is asked for on the clock, opened at a number, and compared with now', async ({ as }) => {
  const first = await given('registered', unit)
  const moment = await nextSecond()
  const leader = new StatisticsPage(await as('leader'))
  const { page } = leader
  await leader.open(year, { unit })
  const before = await leader.figures()
  const second = await given('registered', unit)

  await leader.open(year, { unit })
  expect(await leader.figures()).not.toEqual(before)
  await page.getByLabel('截至时刻').fill(officeMoment(moment).replace(' ', 'T'))
  await page.getByRole('button', { name: '查看', exact: true }).click()
  await expect(page).toHaveURL(routes.statistics(year, { unit, asOf: moment.toISOString() }))
  await expect(page.getByText(`截至 ${officeMoment(moment)} 的数据`, { exact: true })).toBeVisible()
  expect(await leader.figures()).toEqual(before)

  await test.step('behind a number stand the contracts of then', async () => {
    await page
      .getByRole('link', { name: /^合计，成交额：/ })
      .first()
      .click()
    await expect(page.getByRole('link', { name: first.content.name })).toBeVisible()
    await expect(page.getByRole('link', { name: second.content.name })).toHaveCount(0)
    await expectSound(page, 'contracts behind a past number', true)
    await page.getByRole('main').getByRole('link', { name: '现在', exact: true }).first().click()
    await expect(page.getByRole('link', { name: second.content.name })).toBeVisible()
  })

  await test.step('the bridge to now adds up and leads to what was registered since', async () => {
    await leader.open(year, { unit, asOf: moment.toISOString() })
    await page.getByRole('link', { name: '与现在相比' }).click()
    const bridge = page.getByRole('table', { name: '变动原因' })
    await expect(bridge).toBeVisible()
    const counts = await bridge
      .getByRole('row')
      .evaluateAll((rows) => rows.slice(1).map((row) => Number(row.children[2]?.textContent ?? '')))
    // Opening, five causes, their sum, closing.
    expect(counts).toHaveLength(8)
    expect(counts.slice(1, 7)).toEqual([1, 0, 0, 0, 0, 1])
    expect(counts[7]).toBe((counts[0] ?? 0) + 1)
    await page.getByRole('link', { name: '补登记：1 项次，查看合同' }).click()
    await expect(page.getByRole('link', { name: second.content.name })).toBeVisible()
    await expect(page.getByRole('link', { name: first.content.name })).toHaveCount(0)
    await expectSound(page, 'a bridge', true)
  })
})

test('a cross-table keeps its moment: in its doors, its file and under a name', async ({ as }) => {
  const first = await given('registered', other, { techField: '06' })
  const moment = await nextSecond()
  const second = await given('registered', other, { techField: '06' })
  const name = ownWord()
  const cross = new CrossPage(await as('leader'))
  const { page } = cross
  const asked = { rows: 'field', columns: 'none', measure: 'contracts', year: String(year), unit: other }
  await cross.open({ ...asked, asOf: moment.toISOString() })
  await expect(page.getByText(`截至 ${officeMoment(moment)} 的数据`, { exact: true })).toBeVisible()
  const past = await cross.figures()
  await cross.keep(name)
  await expect(cross.title).toHaveText(name)
  expect(await cross.figures()).toEqual(past)
  await cross.door('新能源与高效节能', '.*').first().click()
  await expect(page.getByRole('heading', { level: 1, name: '当时计入的合同' })).toBeVisible()
  await expect(page.getByRole('link', { name: first.content.name })).toBeVisible()
  await expect(page.getByRole('link', { name: second.content.name })).toHaveCount(0)
  await expectSound(page, 'contracts that counted then', true)
  const counted = await page.getByRole('link', { name: '导出 CSV' }).getAttribute('href')
  const list = await (await page.request.get(counted ?? '')).text()
  expect(list).toContain(first.content.name)
  expect(list).not.toContain(second.content.name)
  await page.getByRole('link', { name: '返回交叉表' }).click()
  await page.getByRole('main').getByRole('link', { name: '现在', exact: true }).first().click()
  await expect(cross.title).not.toHaveText(name)
  expect(await cross.figures()).not.toEqual(past)

  const path = routes.crossExport({ ...asked, asOf: moment.toISOString(), format: 'csv' })
  expect(await (await page.request.get(path)).text()).toContain(`截至 ${officeMoment(moment)} 的数据`)
  const unread = await page.request.get(routes.crossExport({ ...asked, asOf: 'yesterday' }))
  expect([unread.status(), (await unread.json()).code]).toEqual([422, 'invalid-input'])
})

test('an office crosses its own bridge alone; what can’t be read is said at its box', async ({ as }) => {
  const page = await as(registrar(unit))
  const from = new Date(Date.now() - 3_600_000).toISOString()
  await page.goto(routes.bridge(year, { from }))
  await expect(page.getByRole('table', { name: '变动原因' })).toBeVisible()
  expect((await page.request.get(routes.bridge(year, { from, unit: other }))).status()).toBe(404)
  await page.goto(routes.bridge(year, { from: 'yesterday' }))
  await expect(page.getByText('起点无法识别')).toBeVisible()
  await page.goto(routes.bridge(year, { from, to: '2001-01-01T00:00:00Z' }))
  await expect(page.getByText('终点不能早于起点')).toBeVisible()
  await page.goto(routes.bridge(year, { edition: 99 }))
  await expect(page.getByText('没有这一版年报的记录')).toBeVisible()
  await page.goto(routes.dashboard(year, { asOf: 'yesterday' }))
  await expect(page.getByText('截至时刻无法识别')).toBeVisible()
  await page.goto(routes.dashboard(year, { asOf: '2999-01-01T00:00:00Z' }))
  await expect(page.getByText(/截至 .+ 的数据/)).toHaveCount(0)
})
