import { routes } from '@/lib/routes'
import { anyBuyer, ownWord } from './fixtures/contents'
import { expectSound, looks } from './fixtures/sound'
import { expect, given, registrar, test } from './fixtures/test'
import { Palette } from './pages/palette'

const unit = 'D13'

test('everything by keyboard: a contract by spelling and by number, a command, preferences', async ({
  as,
}) => {
  const word = ownWord()
  const { id, content } = await given('registered', unit, {
    name: `${word}骆驼奶冻干技术服务`,
    buyer: { ...anyBuyer(), name: `重峦叠翠乳业（${word}）` },
  })
  const page = await as(registrar(unit))
  const palette = new Palette(page)
  await page.goto(routes.organisations())
  await palette.search()
  await expect(palette.box).toBeFocused()

  await test.step('an input method’s letters are not looked for', async () => {
    const asked: string[] = []
    page.on('request', (request) => {
      if (new URL(request.url()).pathname === routes.search()) asked.push(request.url())
    })
    const session = await page.context().newCDPSession(page)
    await session.send('Input.imeSetComposition', { text: 'chong', selectionStart: 5, selectionEnd: 5 })
    await expect(palette.box).toHaveValue('chong')
    await palette.box.dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true })
    await expect(palette.dialog).toBeVisible()
    expect(asked).toEqual([])
    await session.send('Input.insertText', { text: '重峦' })
    await expect(palette.option(content.name)).toBeVisible()
    expect(asked.length).toBeGreaterThan(0)
    await palette.box.fill('')
  })

  await test.step('by the first letters of a party', async () => {
    await page.keyboard.type('cldcry')
    const option = palette.option(content.name)
    await expect(option).toBeVisible()
    await expect(option.locator('mark')).toHaveText('重峦叠翠乳业')
    while ((await option.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(routes.contract(id))
    await expect(page.getByRole('heading', { name: content.name })).toBeVisible()
  })

  const number = await page
    .getByText(/^\d{16}$/)
    .first()
    .textContent()
  await test.step('a command of the open page', async () => {
    await palette.commands()
    await page.keyboard.type('对本合同')
    await expect(palette.current).toHaveText(/对本合同提出申请/)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(routes.newRequest(id))
  })

  await test.step('what was opened last stands in the empty search', async () => {
    await page.goto(routes.contracts())
    await palette.search()
    await expect(palette.group('最近打开').getByRole('option').first()).toContainText(content.name)
    await page.keyboard.press('Escape')
    await expect(palette.dialog).toBeHidden()
  })

  await test.step('a number typed whole leads straight there', async () => {
    await palette.search()
    await page.keyboard.type(number ?? '')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(routes.contract(id))
  })

  await test.step('a choice of the palette holds at once', async () => {
    await palette.commands()
    await page.keyboard.type('sswg')
    await expect(palette.current).toHaveText(/深色外观/)
    await page.keyboard.press('Enter')
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  })

  await test.step('preferences are kept with the account', async () => {
    await palette.commands()
    await page.keyboard.type('pianhao')
    await expect(palette.current).toHaveText(/偏好设置/)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('radio', { name: '深色' })).toBeChecked()
    await page.getByRole('radio', { name: '舒展' }).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Tab')
    await expect(page.getByLabel('列表每页行数')).toBeFocused()
    await page.getByLabel('列表每页行数').selectOption('20')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(page.getByText('已保存。')).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('data-density', 'compact')

    // Single keys are off, the other stays.
    await page.getByRole('heading', { name: '偏好设置' }).click()
    await page.keyboard.press('?')
    await page.keyboard.press('/')
    await expect(palette.dialog).toBeHidden()
    await palette.commands()
    await page.keyboard.press('Escape')
  })

  await test.step('and stand in the first byte on another machine', async () => {
    const elsewhere = await as(registrar(unit), { colorScheme: 'light' })
    const html = await (await elsewhere.request.get(routes.contracts())).text()
    expect(html).toMatch(/<html[^>]*data-density="compact"[^>]*data-shortcuts="off"[^>]*data-theme="dark"/)
    const other = await as(registrar('D09'))
    expect(await (await other.request.get(routes.contracts())).text()).not.toMatch(/<html[^>]*data-density/)
  })

  await test.step('signing out is a command too', async () => {
    await palette.commands()
    await page.keyboard.type('退出')
    await expect(palette.current).toHaveText(/退出登录/)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/sign-in/)
  })
})

test('the search answers nobody without a session, and nonsense with a reason', async ({ as, request }) => {
  for (const path of [routes.search(), routes.search({ q: 'x' })])
    expect((await request.get(path, { maxRedirects: 0 })).status(), path).toBe(401)
  expect((await request.post(routes.recent(), { data: {} })).status()).toBe(401)
  const page = await as('approver')
  for (const q of ['%00', 'x'.repeat(300), '%F0%9F%92%A9', "'--", '%ED%A0%80']) {
    const answer = await page.request.get(`${routes.search()}?q=${q}`)
    expect(answer.status(), q).toBeLessThan(500)
  }
  expect((await page.request.get(`${routes.search()}?q=%00`)).status()).toBe(422)
  expect((await page.request.post(routes.recent(), { data: 'nothing' })).status()).toBe(422)
})

for (const look of looks) {
  const { width, colorScheme, locale, axe } = look
  test(`${look.name}: the open box and the preferences`, async ({ as }) => {
    const word = ownWord()
    await given('registered', unit, { name: `${word}骆驼奶冻干技术服务` })
    const page = await as('leader', {
      viewport: { width, height: 900 },
      colorScheme,
      locale,
      reducedMotion: 'reduce',
    })
    const palette = new Palette(page)
    await page.goto(routes.organisations())
    await palette.open()
    await expectSound(page, 'empty search', axe)
    await palette.box.fill(word)
    await expect(palette.option(word)).toBeVisible()
    await expectSound(page, 'what was found', axe)
    await palette.box.fill('绝无此词')
    await expect(page.getByRole('status').filter({ hasText: '绝无此词' })).toBeVisible()
    await expectSound(page, 'nothing found', axe)
    await page.keyboard.press('Escape')
    await page.goto(routes.preferences())
    await expectSound(page, routes.preferences(), axe)
  })
}

test('compact leaves everything large enough and readable', async ({ as }) => {
  const page = await as('approver2')
  await page.goto(routes.preferences())
  await page.getByRole('radio', { name: '紧凑' }).check()
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-density', 'compact')
  for (const path of [
    routes.contracts(),
    routes.approvals(),
    routes.statistics(2024),
    routes.preferences(),
  ]) {
    await page.goto(path)
    await expectSound(page, path, true)
  }
})
