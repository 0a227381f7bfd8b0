import { shanghaiDate } from '@/lib/domain/time/dates'
import { routes } from '@/lib/routes'
import { expect, given, registrar, test } from './fixtures/test'

const year = Number(shanghaiDate(new Date()).slice(0, 4))
const unit = 'D14'

test('an office sees what waits for it and goes there; leaders see nobody’s work', async ({ as }) => {
  const draft = await given('draft', unit)
  await given('returned', unit)
  await given('submitted', unit)
  const page = await as(registrar(unit))
  await page.goto(routes.dashboard(year))
  const waiting = page.getByRole('region', { name: /^待办 2 项：草稿 1，待补正 1；在中心审核 1 项$/ })
  await expect(waiting.getByRole('link', { name: draft.content.name })).toBeVisible()
  await waiting.getByRole('link', { name: /^在中心审核，等候 0–2 天/ }).click()
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(2)
  const leader = await as('leader')
  await leader.goto(routes.dashboard(year))
  await expect(leader.getByRole('main')).not.toContainText(/待办|在办|退回/)
})

test('the centre follows a unit’s number to the desk, and a day’s registrations to their list', async ({
  as,
}) => {
  await given('submitted', unit)
  await given('registered', unit)
  const page = await as('auditor')
  await page.goto(routes.dashboard(year))
  const door = page.getByRole('link', { name: /^十四师，在办：(\d+)/ })
  const counted = Number(await door.innerText())
  await door.click()
  await expect(page).toHaveURL(routes.approvals({ unit }))
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(counted + 1)
  await page.goBack()
  const days = page.getByRole('region', { name: /^近 30 天审结/ })
  await days.getByText('逐日数字').click()
  const today = days.getByRole('row').nth(1).getByRole('link')
  const registered = await today.innerText()
  await today.click()
  // Others register meanwhile; what was counted is in any case listed.
  const listed = await page.getByRole('link', { name: /^全部 \d+$/ }).innerText()
  expect(Number(listed.replace(/\D/g, ''))).toBeGreaterThanOrEqual(Number(registered))
})
