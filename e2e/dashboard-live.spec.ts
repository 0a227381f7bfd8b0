import { shanghaiDate } from '@/lib/domain/time/dates'
import { routes } from '@/lib/routes'
import { expect, given, registrar, test } from './fixtures/test'
import { DashboardPage } from './pages/dashboard'
import { DecisionPage } from './pages/decision'
import { LivePage } from './pages/live'

const year = Number(shanghaiDate(new Date()).slice(0, 4))
/** No other test registers anything in these. */
const [unit, stranger] = ['D07', 'I01']
const contracts = 'headline.same-day//contracts'

test('an approval in one browser moves the open dashboards of others, and a stranger’s not at all', async ({
  as,
}) => {
  await given('registered', unit)
  await given('registered', stranger)
  const { id } = await given('submitted', unit)
  const pages = {
    leader: new LivePage(await as('leader')),
    office: new LivePage(await as(registrar(unit))),
    wall: new LivePage(await as('auditor', { viewport: { width: 1920, height: 1080 } })),
    stranger: new LivePage(await as(registrar(stranger))),
  }
  await pages.leader.page.goto(routes.dashboard(year, { unit }))
  await pages.office.page.goto(routes.dashboard(year))
  await pages.wall.page.goto(routes.wall(year, { unit }))
  await pages.stranger.page.goto(routes.dashboard(year))
  const before: Record<string, Record<string, string>> = {}
  for (const [name, one] of Object.entries(pages)) {
    await expect(one.live).toBeVisible()
    await one.remember()
    before[name] = await one.figures()
  }
  await pages.stranger.overhear()

  const leader = new DashboardPage(pages.leader.page)
  await leader.panel('types').scrollIntoViewIfNeeded()
  await expect(leader.drawn('types')).toBeVisible()
  const table = await leader.showTable('types')
  const door = table.getByRole('link').first()
  await door.focus()
  const scrolled = await leader.page.evaluate(() => scrollY)

  const decision = new DecisionPage(await as('approver'))
  await decision.open(id)
  const seen = [pages.leader, pages.office, pages.wall].map((one) => one.seenChanging(contracts))
  await decision.approve()
  await expect(decision.said).toContainText('已登记')
  const approved = Date.now()
  const delays = (await Promise.all(seen)).map((at) => at - approved)
  console.log(`an approval is seen ${delays.join(', ')} ms after the approver reads that it is done`)

  await test.step('numbers, pictures and tables moved together, by this contract', async () => {
    const after = await pages.leader.figures()
    const worth = (text: string | undefined) => Number((text ?? '').replaceAll(',', ''))
    expect(worth(after[contracts])).toBe(worth(before.leader?.[contracts]) + 1)
    expect(worth(after['types/1/contracts'])).toBe(worth(before.leader?.['types/1/contracts']) + 1)
    expect(after['picture.types/1/turnover']).toBe(after['types/1/turnover'])
    expect((await pages.office.figures())[contracts]).toBe(after[contracts])
    expect((await pages.wall.figures())[contracts]).toBe(after[contracts])
  })

  await test.step('nobody was moved: no reload, the same place, the same focus, the table still open', async () => {
    for (const one of [pages.leader, pages.office, pages.wall]) expect(await one.remembers()).toBe(true)
    expect(await leader.page.evaluate(() => scrollY)).toBe(scrolled)
    await expect(door).toBeFocused()
    await expect(table).toHaveAttribute('open', '')
    await expect(leader.drawn('types')).toBeVisible()
    expect(await pages.leader.marked()).toContain(contracts)
  })

  await test.step('another office was told nothing', async () => {
    await given('registered', stranger)
    await expect(pages.stranger.figure(contracts)).not.toHaveText(before.stranger?.[contracts] ?? '')
    expect(await pages.stranger.overheard()).not.toContain(unit)
  })
})

test('what waits for an office appears on its dashboard as it comes back', async ({ as }) => {
  const { id } = await given('submitted', unit)
  const office = new LivePage(await as(registrar(unit)))
  await office.page.goto(routes.dashboard(year))
  await expect(office.live).toBeVisible()
  const centre = new LivePage(await as('auditor'))
  await centre.page.goto(routes.dashboard(year))
  await expect(centre.live).toBeVisible()
  const [own, all] = [await office.figures(), await centre.figures()]
  const decision = new DecisionPage(await as('approver'))
  await decision.open(id)
  await decision.returnFor('技术领域', 'B16', '请按主要技术内容改为先进制造。')
  await expect(decision.said).toContainText('已退回')
  const work = (figures: Record<string, string>) =>
    Object.entries(figures).filter(([name]) => name.startsWith('work.'))
  await expect.poll(async () => work(await office.figures())).not.toEqual(work(own))
  await expect.poll(async () => work(await centre.figures())).not.toEqual(work(all))
})
