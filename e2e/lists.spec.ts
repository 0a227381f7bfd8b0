import { strFromU8, unzipSync } from 'fflate'
import { ownWord } from './fixtures/contents'
import { expect, given, registrar, test } from './fixtures/test'
import { ListPage } from './pages/list'

const unit = 'D10'

test('tabs count what they show, and a filter stands in the address', async ({ as }) => {
  const word = ownWord()
  for (const status of ['draft', 'submitted', 'returned', 'registered', 'registered'] as const) {
    await given(status, unit, {
      name: `${word}牧草${crypto.randomUUID().slice(0, 6)}种植技术服务`,
      subtype: '51',
    })
  }
  const list = new ListPage(await as(registrar(unit)))
  const { page } = list
  await list.open()
  await list.search(word)
  for (const [tab, count] of [
    ['全部', 5],
    ['草稿', 1],
    ['待审核', 1],
    ['退回补正', 1],
    ['已登记', 2],
  ] as const) {
    await expect(list.tab(tab)).toContainText(new RegExp(`${count}$`))
    await list.tab(tab).click()
    await expect(list.tab(tab)).toHaveAttribute('aria-current', 'page')
    await expect(list.names).toHaveCount(count)
  }

  await test.step('filters stay through reload, back and forth', async () => {
    await page.getByRole('button', { name: '筛选' }).click()
    const dialog = page.getByRole('dialog', { name: '筛选' })
    await dialog.getByLabel('合同成交额 起').fill('0.5')
    await dialog.getByRole('button', { name: '查看结果' }).click()
    await expect(page).toHaveURL(/turnover\.from=0\.5/)
    await expect(page.getByRole('list', { name: '正在使用的筛选条件' })).toContainText('合同成交额')
    await page.reload()
    await expect(list.names).toHaveCount(2)
    await page.getByRole('link', { name: '取消筛选：合同成交额' }).click()
    await expect(page).not.toHaveURL(/turnover/)
    await page.goBack()
    await expect(page).toHaveURL(/turnover\.from=0\.5/)
  })
})

test('two Chinese characters from the middle of a name or a party find it', async ({ as }) => {
  const { content } = await given('registered', unit, { name: `${ownWord()}肉苁蓉人工接种技术开发` })
  const list = new ListPage(await as(registrar(unit)))
  await list.open()
  for (const words of ['苁蓉', '接种', `接种 ${content.buyer?.name?.slice(0, 8)}`]) {
    await list.search(words)
    await expect(list.names.filter({ hasText: content.name }), words).toBeVisible()
  }
  await list.search('绝无此词')
  await expect(list.page.getByText('没有符合条件的合同')).toBeVisible()
  await list.page.getByRole('link', { name: '清除全部条件' }).first().click()
  await expect(list.names.first()).toBeVisible()
})

test('sorting and pages neither repeat nor lose a row', async ({ as }) => {
  test.setTimeout(120_000)
  const word = ownWord()
  await Promise.all(
    Array.from({ length: 55 }, (_, index) =>
      given('draft', unit, {
        name: `${word}第${index}号冬小麦栽培技术服务`,
        turnover: BigInt(index + 1) * 1_000_000n,
        technology: BigInt(index + 1) * 1_000_000n,
      }),
    ),
  )
  const list = new ListPage(await as(registrar(unit)))
  await list.open({ q: word, sort: 'turnover' })
  const seen: string[] = []
  for (;;) {
    await expect(list.names.first()).not.toHaveText(seen.at(-1) ?? '没有')
    const page = await list.names.allTextContents()
    expect(page.filter((name) => seen.includes(name))).toEqual([])
    seen.push(...page)
    const next = list.page.getByRole('link', { name: '下一页' })
    if ((await next.count()) === 0) break
    await next.click()
    await expect(list.names.filter({ hasText: seen[seen.length - 1] ?? '' })).toHaveCount(0)
  }
  expect(seen).toEqual(Array.from({ length: 55 }, (_, index) => `${word}第${index}号冬小麦栽培技术服务`))
  await list.page
    .getByRole('columnheader', { name: /^合同成交额/ })
    .getByRole('link')
    .click()
  await expect(list.names.first()).toHaveText(`${word}第54号冬小麦栽培技术服务`)
})

test('an export holds exactly the rows and columns shown', async ({ as }) => {
  const word = ownWord()
  for (let count = 0; count < 3; count += 1) {
    await given('registered', unit, { name: `${word}第${count}号“=1+1”,红枣烘干技术服务` })
  }
  const list = new ListPage(await as(registrar(unit)))
  await list.open({ q: word })
  const heads = (await list.table.getByRole('columnheader').allTextContents()).map((head) => head.trim())
  const names = await list.names.allTextContents()
  const download = async (name: string) => {
    const waiting = list.page.waitForEvent('download')
    await list.page.getByRole('link', { name }).click()
    const chunks: Buffer[] = []
    for await (const chunk of await (await waiting).createReadStream()) chunks.push(chunk as Buffer)
    return Buffer.concat(chunks)
  }
  const csv = (await download('导出 CSV')).toString('utf8')
  const lines = csv.trim().split(/\r?\n/)
  expect(lines).toHaveLength(4)
  // A draft has no registration number: its local one stands beside it.
  expect(lines[0]?.split(',')).toHaveLength(heads.length + 1)
  expect(names.every((name) => csv.includes(name.replaceAll('"', '""')))).toBe(true)

  const sheet = unzipSync(new Uint8Array(await download('导出 Excel')))
  const xml = Object.entries(sheet)
    .filter(([path]) => /worksheets|sharedStrings/.test(path))
    .map(([, bytes]) => strFromU8(bytes))
    .join('')
  expect(xml.match(/<row /g)).toHaveLength(4)
  expect(xml).toContain(word)
})

test('hostile addresses are answered, never with a fault', async ({ as }) => {
  const list = new ListPage(await as(registrar(unit)))
  const hostile = [
    'q=%00',
    'q=%',
    'q=%25%25',
    "q=' or 1=1--",
    `q=${'技'.repeat(3000)}`,
    'sort=__proto__',
    'sort=-id;drop',
    'status=constructor',
    'after=x',
    'after=0193d0c0-0000-7000-8000-000000000101~NaN',
    'turnover.from=1e999',
    'turnover.from=-1',
    'signDate.from=2024-02-30',
    'unit[]=D01',
    'unit=D01&unit=D02',
    'columns=,,,',
    'columns=passwordHash',
    'cell.unit=x',
    'sums=exact&sums=1',
    'q=%F0%9F%92%A9',
    'q=\uD800',
    'year=99999999999',
  ]
  for (const query of hostile) {
    for (const path of [
      '/contracts',
      '/export/contracts',
      '/approvals',
      '/organisations',
      `/statistics/${query.length}`,
    ]) {
      const response = await list.page.request.get(`${path}?${query}`)
      expect(response.status(), `${path}?${query.slice(0, 60)}`).toBeLessThan(500)
    }
  }
  await list.open({ sort: '__proto__' })
  await expect(list.page.getByText('网址中有无法识别的条件，已忽略')).toBeVisible()
})
