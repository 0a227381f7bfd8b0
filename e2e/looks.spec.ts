import { randomInt } from 'node:crypto'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { routes } from '@/lib/routes'
import { ask } from '@/lib/services/requests/ask'
import { grant } from '@/lib/services/requests/grant'
import { serve } from '@/lib/services/requests/serve'
import { state } from '@/lib/services/requests/state'
import { campaignOn, closedCampaignOn } from './fixtures/campaign'
import { expectSound, looks } from './fixtures/sound'
import { expect, given, registrar, test, who } from './fixtures/test'

const year = Number(shanghaiDate(new Date()).slice(0, 4))
const unit = 'D12'

/** A correction of an amount, still to be decided. */
async function correction(): Promise<string> {
  const { id } = await given('registered', unit)
  const amount = `${randomInt(100_000, 900_000)}`
  const { id: request } = await ask(await who(registrar(unit)), {
    id,
    kind: 'correct',
    patch: { turnover: amount, technology: amount },
    reason: 'C01',
    text: '自查发现金额录入有误。',
  })
  return request
}

/** A revoked contract and the request it was revoked on. */
async function revokedContract(): Promise<{ id: string; request: string }> {
  const { id } = await given('registered', unit)
  const on = shanghaiDate(new Date())
  const approver = await who('approver')
  const { id: request } = await ask(await who('auditor'), {
    id,
    kind: 'revoke',
    reason: '1',
    text: '核查发现合同没有实际履行。',
  })
  await serve(approver, { id: request, on, text: '邮寄送达告知书。' })
  await state(approver, { id: request, on, text: '' })
  await grant(approver, { id: request, text: '以欺骗手段取得登记，予以撤销。' })
  return { id, request }
}

/** Rules over a whole page take their time, and a role has many pages: both workers share them. */
test.describe.configure({ mode: 'parallel', timeout: 300_000 })
for (const look of looks) {
  const { width, colorScheme, locale, axe } = look
  const options = { viewport: { width, height: 900 }, colorScheme, locale, reducedMotion: 'reduce' } as const

  test(`${look.name}: an office's pages`, async ({ as }) => {
    const draft = await given('draft', unit)
    const empty = await given('draft', unit, {
      seller: undefined,
      buyer: undefined,
      turnover: undefined,
      signDate: undefined,
    })
    const returned = await given('returned', unit)
    const registered = await given('registered', unit)
    const revoked = await revokedContract()
    const page = await as(registrar(unit), options)
    for (const path of [
      routes.contracts(),
      routes.contracts({ q: '绝无此词' }),
      routes.newContract(),
      routes.editContract(empty.id),
      routes.editContract(returned.id),
      routes.checkContract(empty.id),
      routes.checkContract(draft.id),
      routes.contract(registered.id),
      `${routes.contract(registered.id)}?version=2`,
      routes.newRequest(registered.id),
      routes.newRequest(registered.id, 'change'),
      routes.newRequest(registered.id, 'revoke'),
      routes.requests(),
      routes.requests({ tab: 'settled' }),
      routes.inbox({ tab: 'all' }),
      routes.inboxSettings(),
      routes.request(revoked.request),
      routes.contract(revoked.id),
      routes.dashboard(year),
      routes.statistics(year),
      routes.statisticsCell(year, 'headline'),
      routes.checkReport(),
      routes.reconciliations(),
      routes.statements(),
      routes.statement(unit, `${year}-01`),
      routes.certificates(),
      routes.preferences(),
      routes.apiDocs(),
      routes.apiDocs('createContract'),
      routes.organisations(),
      '/contracts/nowhere',
      routes.admin.units(),
      routes.changePassword(),
    ]) {
      await page.goto(path)
      await expectSound(page, path, axe)
    }
  })

  test(`${look.name}: the centre's pages`, async ({ as }) => {
    const { id } = await given('submitted', unit)
    const request = await correction()
    const page = await as('approver', options)
    for (const path of [
      routes.statements(),
      routes.reconciliations(),
      routes.approvals(),
      routes.approvals({ unit: 'U02' }),
      routes.approval(id),
      routes.requests(),
      routes.requests({ kind: 'cancel', unit: 'U02' }),
      routes.request(request),
      routes.contracts(),
      routes.dashboard(year),
      routes.dashboard(2001),
      routes.statistics(year),
      routes.statistics(2001),
    ]) {
      await page.goto(path)
      await expectSound(page, path, axe)
    }
    await page.goto(routes.request(request))
    await page.getByRole('button', { name: /^(准予|Grant)$/ }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectSound(page, 'dialog of a request', axe)
    await page.goto(routes.approval(id))
    for (const key of ['a', 'x']) {
      // The keys are heard once the page's scripts have arrived; pressed again they do nothing.
      await expect(async () => {
        await page.keyboard.press(key)
        await expect(page.getByRole('dialog')).toBeVisible({ timeout: 1000 })
      }).toPass()
      await expectSound(page, `dialog ${key}`, axe)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toBeHidden()
    }
    await page.keyboard.press('r')
    await expectSound(page, 'return drawer', axe)
  })

  test(`${look.name}: the leader's dashboard, plain, drawn and opened, the report and the wall`, async ({
    as,
  }) => {
    await given('registered', unit)
    const page = await as('leader', options)
    await page.goto(routes.dashboard(year))
    await expectSound(page, 'dashboard', axe)
    await page.locator('section#types').scrollIntoViewIfNeeded()
    await expect(page.locator('section#types [data-drawn]')).toBeVisible()
    for (const id of ['months', 'types', 'flows', 'inflow'])
      await page.locator(`section#${id} details:not([open]) > summary`).last().click()
    await expectSound(page, 'dashboard drawn and opened', axe)
    await page.goto(routes.dashboard(year, { unit }))
    await expectSound(page, 'dashboard of a unit', axe)
    for (const path of [routes.report(year), routes.report(year, { unit }), routes.report(2001)]) {
      await page.goto(path)
      await expectSound(page, path, axe)
    }
    await page.goto(routes.wall(year))
    const [stop, next] = [/^(暂停|Pause)$/, /^(下一页|Next)$/]
    await page.getByRole('button', { name: stop }).click()
    const pages = await page.locator('main > div').count()
    for (let at = 1; at <= pages; at += 1) {
      // The panels were looked at above; here it is their frame, on two pages.
      await expectSound(page, `wall ${at}`, axe && at <= 2)
      await page.getByRole('button', { name: next }).click()
    }
  })

  test(`${look.name}: a self-audit, planned, running, closed`, async ({ as }) => {
    const running = await campaignOn(unit)
    const closed = await closedCampaignOn(unit)
    for (const [username, paths] of [
      [
        'auditor',
        [
          routes.audit.campaigns(),
          routes.audit.newCampaign(),
          routes.audit.campaign(running),
          routes.audit.campaign(closed),
          routes.audit.rules(),
          routes.audit.rule('Q01'),
        ],
      ],
      [
        registrar(unit),
        [
          routes.audit.campaigns(),
          routes.audit.campaign(running),
          routes.audit.campaign(running, { status: 'returned' }),
        ],
      ],
    ] as const) {
      const page = await as(username, options)
      for (const path of paths) {
        await page.goto(path)
        await expectSound(page, path, axe)
      }
      await page.goto(routes.audit.campaign(running))
      await expect(async () => {
        await page.locator('tbody').getByRole('checkbox').first().check({ timeout: 1000 })
        await expect(page.getByText(/已选|chosen/)).toBeVisible({ timeout: 1000 })
      }).toPass()
      await expectSound(page, 'findings chosen', axe)
      await page.getByRole('button', { name: /^(答复|直接核定|Answer|Decide)$/ }).click()
      await expectSound(page, 'answering', axe)
    }
  })

  test(`${look.name}: the administrator's and the auditor's pages`, async ({ as, browser }) => {
    const leader = await who('leader')
    for (const [username, paths] of [
      [
        'admin',
        [
          routes.admin.accounts(),
          routes.admin.mail(),
          routes.admin.institutions(),
          routes.admin.newAccount(),
          routes.admin.account(leader.id),
          routes.admin.units(),
          routes.admin.unit('D12'),
          routes.admin.settings(),
          routes.admin.setting('idleMinutes'),
          routes.admin.calendar(year),
          routes.admin.codes('contractType'),
        ],
      ],
      ['security', [routes.trail()]],
      ['auditor', [routes.editReport(year)]],
    ] as const) {
      const page = await as(username, options)
      for (const path of paths) {
        await page.goto(path)
        await expectSound(page, path, axe)
      }
    }
    const street = await (await browser.newContext(options)).newPage()
    await street.goto(routes.signIn())
    await street
      .getByRole('button')
      .filter({ hasText: /^(登录|Sign in)$/ })
      .click()
    await expect(street.getByRole('alert').first()).toBeVisible()
    await expectSound(street, 'sign-in', axe)
    for (const path of [
      routes.apiDocs(),
      routes.verify(),
      routes.verify('2026660008999999', { code: 'AAAAAAAAAA' }),
    ]) {
      await street.goto(path)
      await expectSound(street, path, axe)
    }
    await street.context().close()
  })
}
