import AxeBuilder from '@axe-core/playwright'
import type { Request } from '@playwright/test'
import postgres from 'postgres'
import { awayCookie } from '@/lib/domain/access/away'
import { type Role, roleNames } from '@/lib/domain/access/roles'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { routes } from '@/lib/routes'
import { approve } from '@/lib/services/contracts/approve'
import { ownerUrl } from './fixtures/register'
import { expect, given, registrar, test, who } from './fixtures/test'
import { changedFigures, LivePage } from './pages/live'

const year = Number(shanghaiDate(new Date()).slice(0, 4))
/** No other test registers anything in these. */
const [unit, other] = ['D08', 'Z99']
const contracts = 'headline/contracts'
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

async function registered(of: string): Promise<void> {
  const { id } = await given('submitted', of)
  await approve(await who('approver'), { id })
}

const owner = postgres(ownerUrl(), { max: 1, onnotice: () => {} })
test.afterAll(() => owner.end())

test('an approval changes the open pages of others, who stay where they are', async ({ as }) => {
  await registered(unit)
  const { id } = await given('submitted', unit)
  const leader = new LivePage(await as('leader'))
  const office = new LivePage(await as(registrar(unit)))
  const stranger = new LivePage(await as(registrar(other)))
  await leader.page.goto(routes.statistics(year, { unit }))
  await office.page.goto(routes.statistics(year))
  await stranger.page.goto(routes.statistics(year))
  for (const one of [leader, office, stranger]) {
    await expect(one.live).toBeVisible()
    await one.remember()
  }
  await stranger.overhear()

  const { page } = leader
  const unfolded = page.getByRole('group').filter({ hasText: '说明' }).first()
  await unfolded.getByText('说明').click()
  const door = page.getByRole('link', { name: /^全年|^合计|，合同数：/ }).first()
  await door.focus()
  const at = await page.evaluate(() => scrollY)
  expect(at).toBeGreaterThan(0)
  const [before, strangers] = [await leader.figures(), await stranger.figures()]

  const seen = leader.seenChanging(contracts)
  await approve(await who('approver'), { id })
  const committed = Date.now()
  console.log(`    an approval is seen ${(await seen) - committed} ms after its commit`)
  await expect(leader.figure(contracts)).not.toHaveText(before[contracts] ?? '')
  await expect(office.figure(contracts)).not.toHaveText(before[contracts] ?? '')

  await test.step('what changed is marked, and nothing else', async () => {
    const changed = changedFigures(before, await leader.figures())
    expect(changed).toContain(contracts)
    expect((await leader.marked()).sort()).toEqual(changed.sort())
    await expect(leader.said).toHaveText('数字已更新。')
    const { violations } = await new AxeBuilder({ page }).withTags(wcag).analyze()
    expect(violations.map((one) => one.id)).toEqual([])
  })

  await test.step('nothing was loaded anew: focus, scroll and what is unfolded stay', async () => {
    expect(await leader.remembers()).toBe(true)
    expect(await page.evaluate(() => scrollY)).toBe(at)
    await expect(door).toBeFocused()
    await expect(unfolded).toHaveAttribute('open', '')
  })

  await test.step('another office neither sees a change nor hears of one', async () => {
    await registered(other)
    await expect(stranger.figure(contracts)).not.toHaveText(strangers[contracts] ?? '')
    const heard = await stranger.overheard()
    expect(heard).toContain(`"units":["${other}"]`)
    expect(heard).not.toContain(unit)
    expect(heard.match(/"years":\[\{/g)).toHaveLength(1)
    expect(await stranger.remembers()).toBe(true)
  })

  await test.step('a mark does not stay when one goes elsewhere', async () => {
    await page.getByLabel('单位').selectOption('')
    await page.getByRole('button', { name: '查看' }).click()
    await expect(page).not.toHaveURL(/unit=./)
    await expect(leader.live).toBeVisible()
    expect(await leader.marked()).toEqual([])
  })
})

test('a lost connection is said; when it is back, what was missed is there', async ({ as }) => {
  await registered(unit)
  const leader = new LivePage(await as('leader'))
  const { page } = leader
  await page.goto(routes.statistics(year, { unit }))
  await expect(leader.live).toBeVisible()
  await leader.remember()
  const before = await leader.figures()
  await page.context().setOffline(true)
  await expect(leader.lost).toBeVisible()
  await expect(leader.said).toHaveText('连接中断，正在重连。')
  await registered(unit)
  expect(await leader.figures()).toEqual(before)
  await page.context().setOffline(false)
  await expect(leader.live).toBeVisible()
  await expect(leader.figure(contracts)).not.toHaveText(before[contracts] ?? '')
  await expect(leader.said).toHaveText('数字已更新。')
  expect(await leader.remembers()).toBe(true)
})

test('an open question does not change under the hand', async ({ as }) => {
  await registered(unit)
  const [asked, plain] = [new LivePage(await as('leader')), new LivePage(await as('leader'))]
  for (const one of [asked, plain]) {
    await one.page.goto(routes.statistics(year, { unit }))
    await expect(one.live).toBeVisible()
  }
  const before = (await asked.figures())[contracts] ?? ''
  await asked.page.getByRole('button', { name: '快捷键' }).click()
  await expect(asked.page.getByRole('dialog')).toBeVisible()
  await registered(unit)
  await expect(plain.figure(contracts)).not.toHaveText(before)
  await expect(asked.figure(contracts)).toHaveText(before)
  await asked.page.keyboard.press('Escape')
  await expect(asked.figure(contracts)).not.toHaveText(before)
})

test('a page that nobody sits at renews itself without keeping its session', async ({ as }) => {
  await registered(other)
  const actor = await who(registrar(other))
  const office = new LivePage(await as(actor.username))
  const { page } = office
  const unanswered = office.unanswered()
  await page.goto(routes.statistics(year))
  await expect(office.live).toBeVisible()
  const idle = () => owner`
    update session set seen_at = now() - interval '10 minutes' where account = ${actor.id} returning id`
  const stillIdle = async () =>
    (
      await owner`select 1 from session where account = ${actor.id} and seen_at < now() - interval '9 minutes'`
    ).length
  // Links fetch other pages ahead in the same form.
  const isRenewal = (request: Request) => {
    const headers = request.headers()
    const own = new URL(request.url()).pathname === routes.statistics(year)
    return own && headers.rsc === '1' && !headers['next-router-prefetch']
  }
  const renewed = () => page.waitForRequest(isRenewal)
  const isAway = async (request: Request) =>
    (await request.allHeaders()).cookie?.includes(awayCookie) ?? false

  await page.clock.setFixedTime(Date.now() + 6 * 60_000)
  await test.step('what it asked for while somebody sat there comes to its end', async () => {
    // Joining, it may catch up on the first approval, and links fetch ahead after that: such requests keep the session.
    const before = (await office.figures())[contracts] ?? ''
    const left = page.waitForRequest(async (request) => isRenewal(request) && (await isAway(request)))
    await Promise.all([left, registered(other)])
    await expect(office.figure(contracts)).not.toHaveText(before)
    await expect.poll(unanswered).toBe(0)
  })

  const sessions = (await idle()).length
  const before = (await office.figures())[contracts] ?? ''
  const [alone] = await Promise.all([renewed(), registered(other)])
  expect((await alone.allHeaders()).cookie).toContain(awayCookie)
  await expect(office.figure(contracts)).not.toHaveText(before)
  await expect.poll(unanswered).toBe(0)
  expect(await stillIdle()).toBe(sessions)

  await test.step('somebody who comes back is at it again', async () => {
    await page.mouse.move(200, 200)
    const [attended] = await Promise.all([renewed(), registered(other)])
    expect((await attended.allHeaders()).cookie).not.toContain(awayCookie)
    await expect.poll(stillIdle).toBe(sessions - 1)
  })

  await test.step('a session that has ended leads to sign-in', async () => {
    await owner`delete from session where account = ${actor.id}`
    await page.context().setOffline(true)
    await page.context().setOffline(false)
    await expect(page).toHaveURL(/\/sign-in\?from=%2Fstatistics/)
  })
})

test('the stream opens for those who read statistics alone', async ({ as, playwright, baseURL }) => {
  const accounts: Record<Role, string> = {
    registrar: registrar(unit),
    approver: 'approver',
    auditor: 'auditor',
    leader: 'leader',
    admin: 'admin',
    security: 'security',
  }
  const street = await playwright.request.newContext({ baseURL })
  expect((await street.head(routes.live())).status()).toBe(401)
  expect((await street.get(routes.live())).status()).toBe(401)
  await street.dispose()
  for (const role of roleNames) {
    const page = await as(accounts[role])
    const answer = await page.request.head(routes.live())
    const refused = role === 'admin' || role === 'security'
    expect(answer.status(), role).toBe(refused ? 403 : 200)
    if (refused) expect((await page.request.get(routes.live())).status(), role).toBe(403)
    else expect(answer.headers()['cache-control']).toBe('no-store, no-transform')
  }
})
