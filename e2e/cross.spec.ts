import type { Locator } from '@playwright/test'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { routes } from '@/lib/routes'
import { ownWord } from './fixtures/contents'
import { expectSound, looks } from './fixtures/sound'
import { expect, given, registrar, test } from './fixtures/test'
import { CrossPage } from './pages/cross'

const year = shanghaiDate(new Date()).slice(0, 4)
/** An office that no other test registers for, so that its figures stand still while they are compared. */
const [unit, unitName] = ['Z99', '兵直及其他']
const [stranger, strangerUnit] = [registrar('U01'), 'U01']
const ofUnit = { rows: 'field', columns: 'type', measure: 'turnover', year, unit }

test.beforeAll(async () => {
  await given('registered', unit, { subtype: '11', techField: '06' })
  await given('registered', unit, { subtype: '51', techField: '06' })
  await given('registered', unit, { subtype: '51', techField: '05' })
  await given('submitted', unit, { subtype: '51', techField: '05' })
  await given('registered', strangerUnit, { subtype: '11', techField: '06' })
})

test('a table is made, kept under a name, shared, and opened by a colleague who sees the same', async ({
  as,
}) => {
  const name = ownWord()
  const leader = new CrossPage(await as('leader'))
  await leader.open({ ...ofUnit, rows: 'unit' })
  await leader.choose({ 行: '技术领域', 列: '合同类别', '指标 1': '成交额', '指标 2': '不加' })
  await expect(leader.title).toHaveText(`${year}年按技术领域和合同类别统计的成交额`)
  await expect(leader.page).toHaveURL(
    routes.cross({ rows: 'field', columns: 'type', measure: 'turnover', year, unit }),
  )
  const figures = await leader.figures()
  expect(Object.keys(figures)).toEqual(expect.arrayContaining(['新能源与高效节能', '合计']))
  await leader.keep(name)
  await expect(leader.title).toHaveText(name)
  expect(await leader.figures()).toEqual(figures)

  const approver = new CrossPage(await as('approver'))
  await approver.open()
  await expect(approver.kept(name)).toHaveCount(0)
  await leader.page.getByRole('button', { name: '共享', exact: true }).click()
  await expect(leader.page.getByRole('button', { name: '停止共享' })).toBeVisible()

  for (const username of ['approver', 'auditor', registrar(unit)]) {
    const colleague = new CrossPage(await as(username))
    await colleague.open()
    await colleague.kept(name).click()
    await expect(colleague.title).toHaveText(name)
    expect(await colleague.figures(), username).toEqual(figures)
    await expect(colleague.page.getByRole('button', { name: '删除' })).toHaveCount(0)
  }

  await test.step('a name that is taken is asked about, and what is removed is gone', async () => {
    await leader.page.getByRole('link', { name: '调整' }).click()
    await leader.choose({ 列: '不分列' })
    await expect(leader.title).toHaveText(`${year}年按技术领域统计的成交额`)
    await leader.keep(name)
    await expect(leader.page.getByText('您已有一张同名的交叉表')).toBeVisible()
    await leader.page.getByRole('button', { name: '替换原来的表' }).click()
    await expect(leader.page).toHaveURL(/\/saved\//)
    await expect(leader.page.getByText(`${year}年按技术领域统计的成交额`).first()).toBeVisible()
    const path = new URL(leader.page.url()).pathname
    await leader.page.getByRole('button', { name: '删除' }).click()
    await leader.page.getByRole('dialog').getByRole('button', { name: '删除' }).click()
    await expect(leader.page).toHaveURL(routes.cross())
    for (const page of [leader.page, approver.page]) expect((await page.request.get(path)).status()).toBe(404)
  })
})

test('each sees a shared table within their own reach, and none that names another office', async ({
  as,
}) => {
  const [open, narrow] = [ownWord(), ownWord()]
  const leader = new CrossPage(await as('leader'))
  const paths: string[] = []
  for (const [name, query] of [
    [open, { rows: 'unit', columns: 'type', measure: 'turnover', year }],
    [narrow, ofUnit],
  ] as const) {
    await leader.open(query)
    await leader.keep(name)
    await leader.page.getByRole('button', { name: '共享', exact: true }).click()
    await expect(leader.page.getByRole('button', { name: '停止共享' })).toBeVisible()
    paths.push(new URL(leader.page.url()).pathname)
  }
  const office = new CrossPage(await as(stranger))
  await office.open()
  await expect(office.kept(open)).toBeVisible()
  expect(await office.page.content()).not.toContain(narrow)
  await office.kept(open).click()
  await expect(office.title).toHaveText(open)
  expect(Object.keys(await office.figures())).toEqual(['石河子大学', '合计'])

  for (const path of [
    paths[1] ?? '',
    routes.cross(ofUnit),
    routes.crossExport({ ...ofUnit, format: 'csv' }),
  ]) {
    const answer = await office.page.request.get(path)
    expect(answer.status(), path).toBe(404)
    expect(await answer.text(), path).not.toContain(narrow)
  }
  const admin = await as('admin')
  for (const path of [routes.cross(), paths[0] ?? '', routes.crossExport({ format: 'csv' })]) {
    expect((await admin.request.get(path)).status(), path).toBe(403)
  }
})

test('a number leads to the contracts that add up to it, and back', async ({ as }) => {
  const approver = new CrossPage(await as('approver'))
  const { page } = approver
  await approver.open({ ...ofUnit, measure: 'turnover' })
  const figure = (await approver.figures()).新能源与高效节能?.技术服务 ?? ''
  await approver.door('新能源与高效节能', '技术服务', '成交额').click()
  await expect(page.getByRole('heading', { level: 1, name: '合同' })).toBeVisible()
  await expect(page.getByText(`成交额 ${figure}`, { exact: false }).first()).toBeVisible()
  await expect(page.getByRole('navigation', { name: '按状态查看' }).locator('[aria-current]')).toContainText(
    '已登记',
  )

  await test.step('the way back outlives sorting and filters', async () => {
    await page
      .getByRole('columnheader', { name: /^合同成交额/ })
      .getByRole('link')
      .click()
    await expect(page).toHaveURL(/sort=-turnover/)
    await page.getByRole('link', { name: '取消筛选：合同类别' }).click()
    await expect(page).not.toHaveURL(/cell\.type/)
    await expect(page.getByText('网址中有无法识别的条件')).toHaveCount(0)
    await page.getByRole('link', { name: '返回交叉表' }).click()
    await expect(page).toHaveURL(routes.cross(ofUnit))
    expect((await approver.figures()).新能源与高效节能?.技术服务).toBe(figure)
  })

  await test.step('the browser’s own way back leads through the tables asked before', async () => {
    await page.getByRole('link', { name: '行列互换' }).click()
    await expect(approver.title).toHaveText(`${year}年按合同类别和技术领域统计的成交额`)
    await approver.choose({ '指标 1': '合同数' })
    await expect(approver.title).toHaveText(`${year}年按合同类别和技术领域统计的合同数`)
    await page.goBack()
    await expect(approver.title).toHaveText(`${year}年按合同类别和技术领域统计的成交额`)
    await expect(approver.list('指标 1')).toHaveValue('turnover')
    await page.goBack()
    await expect(approver.title).toHaveText(`${year}年按技术领域和合同类别统计的成交额`)
    await expect(approver.list('行')).toHaveValue('field')
  })
})

test('filters of the dictionary narrow it, and it works before any script arrives', async ({ as }) => {
  const word = ownWord()
  for (const [subtype, techField] of [
    ['11', '06'],
    ['51', '06'],
    ['51', '05'],
  ] as const) {
    await given('registered', unit, {
      name: `${word}第${subtype}${techField}号沙地红枣烘干技术研究`,
      subtype,
      techField,
    })
  }
  const leader = new CrossPage(await as('leader', { javaScriptEnabled: false }))
  const { page, form } = leader
  await leader.open({ rows: 'unit', columns: 'type', measure: 'contracts', year })
  await form.getByText('筛选条件').click()
  const fields = form.getByRole('group', { name: '技术领域' })
  await fields.getByText('选择…').click()
  await fields.getByLabel('新能源与高效节能').check()
  await form.getByLabel('合同名称').fill(word)
  await form.getByLabel('合同成交额 起').fill('0.01')
  await form.getByRole('button', { name: '查看' }).click()
  const asked = { rows: 'unit', columns: 'type', measure: 'contracts', year, name: word }
  await expect(page).toHaveURL(routes.cross({ ...asked, 'turnover.from': '0.01', 'cell.field': '06' }))
  const both = { 技术开发: '1', 技术服务: '1', 合计: '2' }
  expect(await leader.figures()).toEqual({ [unitName]: both, 合计: both })
  await page.getByRole('link', { name: '取消筛选：技术领域' }).click()
  await expect(page).not.toHaveURL(/cell\.field/)
  expect((await leader.figures()).合计?.合计).toBe('3')
})

test('by keyboard alone a table is asked for, opened and kept', async ({ as }) => {
  const name = ownWord()
  const office = new CrossPage(await as(registrar(unit)))
  const { page } = office
  await office.open({ ...ofUnit, measure: 'contracts' })
  const tabTo = async (target: Locator) => {
    for (let presses = 0; presses < 120; presses += 1) {
      await page.keyboard.press('Tab')
      if (await target.evaluate((element) => element === document.activeElement)) return
    }
    throw new Error('The tab key does not reach it')
  }
  const columns = office.list('列')
  await tabTo(columns)
  await page.keyboard.press('Home')
  await expect(columns).toHaveValue('none')
  await tabTo(office.form.getByRole('button', { name: '查看' }))
  await page.keyboard.press('Enter')
  await expect(office.title).toHaveText(`${year}年按技术领域统计的合同数`)
  const door = office.door('新能源与高效节能', '合同数')
  await tabTo(door)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '合同' })).toBeVisible()
  await tabTo(page.getByRole('link', { name: '返回交叉表' }))
  await page.keyboard.press('Enter')
  await expect(office.title).toHaveText(`${year}年按技术领域统计的合同数`)
  await tabTo(office.name)
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await expect(office.title).toHaveText(name)
})

test('an export holds the figures shown', async ({ as }) => {
  const leader = new CrossPage(await as('leader'))
  await leader.open({ ...ofUnit, measure: 'contracts' })
  const figures = await leader.figures()
  const waiting = leader.page.waitForEvent('download')
  await leader.page.getByRole('link', { name: '导出 CSV' }).click()
  const chunks: Buffer[] = []
  for await (const chunk of await (await waiting).createReadStream()) chunks.push(chunk as Buffer)
  const [heads = [], ...lines] = Buffer.concat(chunks)
    .toString('utf8')
    .trim()
    .split('\r\n')
    .map((line) => line.split(','))
  expect(heads[0]).toContain(`按技术领域和合同类别统计的合同数；登记单位：${unitName}`)
  expect(lines.map(([row, ...cells]) => [row, cells])).toEqual(
    Object.entries(figures).map(([row, cells]) => [row, Object.values(cells)]),
  )
})

test('an empty year, empty filters and a strange address say what is the matter', async ({ as }) => {
  const leader = new CrossPage(await as('leader'))
  const { page } = leader
  await leader.open({ ...ofUnit, year: '2001' })
  await leader.page.getByRole('link', { name: '清除筛选条件' }).click()
  await expect(page.getByText('2001 年没有登记的合同')).toBeVisible()
  await page.getByRole('link', { name: `${year} 年` }).click()
  await expect(leader.table).toBeVisible()
  for (const query of [
    'rows=__proto__',
    'rows=unit&columns=unit',
    'measure=divisionRank',
    'year=0&year=99999',
    'cell.type=%00',
    'name=%00',
    "unit=' or 1=1--",
    'unit[]=D01',
    'turnover.from=1e999',
    `name=${'技'.repeat(200)}`,
    'nothing=1',
  ]) {
    const answer = await page.request.get(`${routes.cross()}?${query}`)
    expect(answer.status(), query).toBe(200)
    expect(await answer.text(), query).toContain('网址中有无法识别的条件，已忽略')
  }
  for (const id of ['x', '%00', '0193d0c0-0000-7000-8000-000000000101']) {
    expect((await page.request.get(`/statistics/cross/saved/${id}`)).status(), id).toBe(404)
  }
})

for (const look of looks) {
  const { width, colorScheme, locale, axe } = look
  const options = { viewport: { width, height: 900 }, colorScheme, locale, reducedMotion: 'reduce' } as const
  const english = locale === 'en'

  test(`${look.name}: the cross-table's pages`, async ({ as }) => {
    test.setTimeout(180_000)
    const page = await as('leader', options)
    for (const query of [
      {},
      { ...ofUnit, columns: 'none', measure: ['turnover', 'turnoverGrowth', 'mean'] },
      { rows: 'unit', columns: 'month', measure: ['contracts', 'turnoverIncrease'], year, zeros: 'shown' },
      { ...ofUnit, year: '2001' },
      { year: '2001', nothing: '1' },
    ]) {
      await page.goto(routes.cross(query))
      await expectSound(page, JSON.stringify(query), axe)
    }
    await page.goto(routes.cross(ofUnit))
    await page.getByText(english ? /^Filters/ : /^筛选条件/).click()
    await expectSound(page, 'filters', axe)
    const box = page.getByRole('textbox', { name: english ? 'Keep this table as' : '保存这张表' })
    const keep = page.getByRole('button', { name: english ? 'Keep' : '保存', exact: true })
    await keep.click()
    await expect(page.getByText(english ? 'Give it a name.' : '填写一个名称。')).toBeVisible()
    await expectSound(page, 'a name refused', axe)
    await box.fill(`${ownWord()} ${look.name} ${'长'.repeat(20)}`)
    await keep.click()
    await expect(page).toHaveURL(/\/saved\//)
    await expectSound(page, 'a kept table', axe)
    await page.getByRole('button', { name: english ? 'Remove' : '删除' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectSound(page, 'removal', axe)
    await page.goto(routes.contracts({ year, unit, from: routes.cross(ofUnit) }))
    await expectSound(page, 'the list behind a number', axe)
  })
}
