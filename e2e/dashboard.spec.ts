import { shanghaiDate } from '@/lib/domain/time/dates'
import { routes } from '@/lib/routes'
import { plantOne, plantPrintedYears } from './fixtures/printed'
import { expect, given, registrar, test } from './fixtures/test'
import { DashboardPage } from './pages/dashboard'

const year = Number(shanghaiDate(new Date()).slice(0, 4))
const unit = 'D13'

test.describe('every kind of picture', () => {
  test.beforeAll(plantPrintedYears)

  test('leads to the contracts behind a point of it, and back', async ({ as }) => {
    // A dozen pages, one after another.
    test.setTimeout(180_000)
    const dashboard = new DashboardPage(await as('leader'))
    const { page } = dashboard
    const back = page.getByRole('navigation', { name: '当前位置' }).getByRole('link', { name: '2024 年看板' })
    const opened = async (title: RegExp, sums: string) => {
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
      await expect(page.getByRole('main')).toContainText(sums)
      await back.click()
      await expect(page).toHaveURL(/\/dashboard\/2024/)
    }
    await dashboard.open(2024)
    await test.step('headline', async () => {
      await dashboard.headline.getByRole('link', { name: '777' }).click()
      await opened(/全年/, '登记 777 项，成交额 81,423.37 万元')
    })
    await test.step('bar', async () => {
      await dashboard.door('fields', '农业').click()
      await opened(/农业/, '登记 397 项，成交额 23,460.20 万元')
    })
    await test.step('column', async () => {
      const column = dashboard.panel('months').getByRole('link', { name: /9月/ }).first()
      await column.hover()
      await expect(column.locator('.tip')).toBeVisible()
      const shown = /2024 年 ([\d,.]+) 万元/.exec((await column.innerText()) ?? '')?.[1]
      await column.click()
      await opened(/9月/, `成交额 ${shown} 万元`)
    })
    await test.step('column of a sum so far', async () => {
      await dashboard.panel('months').getByRole('link', { name: /6月/ }).last().click()
      await expect(page.getByRole('main')).toContainText('仅计 2024-01-01 至 2024-06-30 登记的合同')
      await back.click()
    })
    await test.step('part of a whole', async () => {
      await dashboard.panel('areas').locator('a[tabindex="-1"]').last().click()
      await opened(/南疆/, '成交额 12,477.28 万元')
    })
    await test.step('band of a flow', async () => {
      const band = dashboard.panel('flows').getByLabel('十二师 → 流向地方')
      const shown = /：([\d,.]+) 万元/.exec((await band.getAttribute('aria-label')) ?? '')?.[1]
      await band.locator('path').dispatchEvent('click')
      await expect(page.getByRole('main')).toContainText(`成交额 ${shown} 万元`)
      await expect(page.getByRole('main')).toContainText('十二师登记的合同')
    })
    await test.step('cell of the table behind a picture', async () => {
      await dashboard.open(2024)
      await (await dashboard.showTable('types')).getByRole('link', { name: /^技术许可，合同数：10/ }).click()
      await opened(/技术许可/, '登记 10 项，成交额 3,384.30 万元')
    })
  })

  test('is drawn in the place of its simple form, and nothing moves', async ({ as }) => {
    const page = await as('leader')
    const dashboard = new DashboardPage(page)
    await page.addInitScript(() => {
      const seen = Object.assign(window, { shifted: 0, painted: 0 })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
          seen.shifted += entry.value
      }).observe({ type: 'layout-shift', buffered: true })
      new PerformanceObserver((list) => {
        seen.painted = list.getEntries().at(-1)?.startTime ?? 0
      }).observe({ type: 'largest-contentful-paint', buffered: true })
    })
    await dashboard.open(2024)
    const size = () => dashboard.panel('types').boundingBox()
    const before = await size()
    await dashboard.panel('types').scrollIntoViewIfNeeded()
    await expect(dashboard.drawn('types')).toBeVisible()
    await expect(dashboard.panel('types').locator('.plain').first()).toBeHidden()
    expect((await size())?.height).toBe(before?.height)
    const { shifted, painted } = await page.evaluate(() => {
      const { shifted, painted } = window as unknown as { shifted: number; painted: number }
      return { shifted, painted }
    })
    console.log(
      `dashboard of 2024: largest paint ${Math.round(painted)} ms, layout shift ${shifted.toFixed(4)}`,
    )
    expect(shifted).toBeLessThan(0.01)
  })

  test('is taken along as SVG, PNG, Excel and CSV', async ({ as }) => {
    const dashboard = new DashboardPage(await as('leader'))
    const { page } = dashboard
    await dashboard.open(2024)
    const types = dashboard.panel('types')
    const saved = async (name: string, within = types) => {
      const waiting = page.waitForEvent('download')
      await within.getByText(name).first().click()
      const download = await waiting
      const chunks: Buffer[] = []
      for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
      return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) }
    }
    const svg = await saved('存为 SVG')
    expect(svg.name).toMatch(/技术开发占比最高.*\.svg$/)
    for (const text of ['技术开发占比最高', '技术许可', '40,703.63', '数据来源：技市登记簿，全兵团'])
      expect(svg.bytes.toString()).toContain(text)
    const png = await saved('存为 PNG')
    expect(png.bytes.subarray(1, 4).toString()).toBe('PNG')
    expect(png.bytes.readUInt32BE(16)).toBe(1920)
    const flow = await saved('存为 SVG', dashboard.panel('flows').locator('h4').locator('..'))
    expect(flow.bytes.toString()).toContain('石河子大学')
    await dashboard.showTable('types')
    const csv = await saved('下载 CSV')
    expect(csv.name).toBe('2024-不同类型技术合同.csv')
    expect(csv.bytes.toString()).toMatch(/技术开发,388,40703\.63,49\.99/)
    const xlsx = await saved('下载 Excel')
    expect(xlsx.bytes.subarray(0, 2).toString()).toBe('PK')
  })
})

test('year and unit stand in the address; back works; a colleague sees the same within reach', async ({
  as,
}) => {
  await given('registered', unit)
  const leader = new DashboardPage(await as('leader'))
  const { page } = leader
  await leader.open(year)
  await page.getByRole('combobox', { name: '单位' }).selectOption(unit)
  await page.getByRole('button', { name: '查看' }).click()
  await expect(page).toHaveURL(new RegExp(`/dashboard/${year}\\?unit=${unit}`))
  await expect(page.getByRole('main')).toContainText(/十三师\S*登记的合同/)
  await expect(leader.panel('units')).toHaveCount(0)
  const told = await leader.headline.innerText()
  const office = new DashboardPage(await as(registrar(unit)))
  await office.page.goto(page.url())
  expect(await office.headline.innerText()).toBe(told)
  await expect(office.page.getByRole('combobox', { name: '单位' })).toHaveCount(0)
  const other = await as(registrar('D02'))
  expect((await other.goto(page.url()))?.status()).toBe(404)
  await page.goBack()
  await expect(page).toHaveURL(new RegExp(`/dashboard/${year}$`))
  await expect(leader.panel('units')).toBeVisible()
})

test('leaders begin here; whoever sees no figures is told so', async ({ as }) => {
  const leader = await as('leader')
  await leader.goto('/')
  await expect(leader).toHaveURL(/\/dashboard\/\d{4}/)
  const admin = await as('admin')
  expect((await admin.goto(routes.dashboard(year)))?.status()).toBe(403)
  expect((await admin.goto(routes.wall(year)))?.status()).toBe(403)
})

test.describe('thin years say what is there and claim nothing more', () => {
  test('a year without contracts', async ({ as }) => {
    const dashboard = new DashboardPage(await as('leader'))
    await dashboard.open(2001)
    await expect(dashboard.page.getByText('2001 年还没有登记的合同')).toBeVisible()
    await expect(dashboard.panel('types')).toHaveCount(0)
  })

  test('one contract of one unit, worth nothing', async ({ as }) => {
    await plantOne(2012, { turnover: 0n, technology: 0n })
    const dashboard = new DashboardPage(await as('leader'))
    await dashboard.open(2012)
    await expect(dashboard.headline).toContainText('登记合同')
    await expect(dashboard.page.getByText('NaN')).toHaveCount(0)
    await expect(dashboard.panel('types')).toContainText('0.00')
    await dashboard.open(2013)
    await expect(dashboard.headline).toContainText('上年')
  })
})

test('by keyboard alone: from the address to a number’s contracts', async ({ as }) => {
  await given('registered', unit)
  const dashboard = new DashboardPage(await as('leader'))
  const { page } = dashboard
  await dashboard.open(year, { unit })
  const summary = dashboard.panel('types').locator('summary').last()
  await summary.focus()
  await page.keyboard.press('Enter')
  const door = dashboard.panel('types').getByRole('table').getByRole('link').first()
  await expect(door).toBeVisible()
  while (!(await door.evaluate((one) => one === document.activeElement))) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/statistics\/\d{4}\/types/)
})

test('on the wall: pages turn by key, stop, and lead back', async ({ as }) => {
  await given('registered', unit)
  const page = await as('leader', { viewport: { width: 1920, height: 1080 } })
  await page.goto(routes.wall(year))
  const place = page.getByText(/^第 \d+ 页，共 \d+ 页$/)
  await page.getByRole('button', { name: '暂停' }).click()
  await expect(page.getByRole('button', { name: '继续轮播' })).toBeVisible()
  await expect(place).toContainText('第 1 页')
  await expect(page.locator('#headline')).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(place).toContainText('第 2 页')
  await expect(page.locator('#headline')).toBeHidden()
  await expect(page.locator('section#months')).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await expect(page.locator('#headline')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(new RegExp(`/dashboard/${year}`))
})

test('on the wall pages turn by themselves, until somebody stops them', async ({ as }) => {
  await given('registered', unit)
  const page = await as('leader', { viewport: { width: 1920, height: 1080 } })
  await page.clock.install()
  await page.goto(routes.wall(year))
  const place = page.getByText(/^第 \d+ 页，共 \d+ 页$/)
  await expect(place).toContainText('第 1 页')
  // It turns once its script is there, and so is the stream.
  await expect(page.getByText(/^实时 · 更新于/)).toBeVisible()
  await page.clock.runFor(15_000)
  await expect(place).toContainText('第 2 页')
  await page.getByRole('button', { name: '暂停' }).click()
  await page.clock.runFor(60_000)
  await expect(place).toContainText('第 2 页')
  await page.getByRole('button', { name: '继续轮播' }).click()
  await page.clock.runFor(15_000)
  await expect(place).toContainText('第 3 页')
})
