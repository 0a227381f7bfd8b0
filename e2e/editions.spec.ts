import { atTime } from '@/db/clock'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { routes } from '@/lib/routes'
import { readReview } from '@/lib/services/editions/read-review'
import { signChapters } from '@/lib/services/editions/sign'
import { readReport } from '@/lib/services/report/read-report'
import { ask } from '@/lib/services/requests/ask'
import { grant } from '@/lib/services/requests/grant'
import { expectSound } from './fixtures/sound'
import { expect, given, registrar, test, who } from './fixtures/test'

/** The year before this one, in which no other test registers. */
const year = Number(shanghaiDate(new Date()).slice(0, 4)) - 1
const unit = 'D10'
const then = new Date(`${year}-06-10T04:00:00Z`)

const registered = () =>
  atTime(then, () =>
    given('registered', unit, {
      signDate: `${year}-05-06`,
      effectiveDate: `${year}-05-06`,
      endDate: `${year + 2}-05-06`,
    }),
  )

/** The chapters by the verb: one of them by the button is enough. */
async function signRest(username: string, key: { year: number; unit: string | null }) {
  const actor = await who(username)
  const review = await readReview(actor, key, await readReport(actor, key))
  const chapters = review?.chapters.map(({ id, hash }) => ({ id, hash })) ?? []
  await signChapters(actor, { ...key, chapters })
}

test('a report is reviewed, signed, published, corrected after print and revised with its errata', async ({
  as,
  browser,
}) => {
  test.setTimeout(240_000)
  const { id } = await registered()
  await registered()
  const key = { unit }
  const approver = await as('approver')
  await approver.goto(routes.report(year, key))
  await approver.getByRole('button', { name: '送审', exact: true }).click()
  await expect(approver.getByRole('heading', { name: '审签' })).toBeVisible()

  const second = await as('approver2')
  const signAll = async () => {
    await second.goto(routes.report(year, key))
    const buttons = second.getByRole('button', { name: /^签署 / })
    const count = await buttons.count()
    await buttons.first().click()
    await expect(buttons).toHaveCount(count - 1)
    await signRest('approver2', { year, unit })
    await second.reload()
    await expect(buttons).toHaveCount(0)
  }
  await signAll()
  await expectSound(second, 'a report under review', true)

  const auditor = await as('auditor')
  const publish = async () => {
    await auditor.goto(routes.report(year, key))
    await auditor.getByRole('button', { name: '发布', exact: true }).click()
    const dialog = auditor.getByRole('dialog')
    await expect(dialog.getByText('与登记簿复算一致')).toBeVisible()
    await expect(dialog.getByText('处', { exact: false }).filter({ hasText: /\d 处/ })).toHaveCount(0)
    await dialog.getByRole('button', { name: '发布', exact: true }).click()
    await expect(dialog).toBeHidden({ timeout: 60_000 })
  }
  await publish()
  await auditor.getByRole('link', { name: /^第 1 版（/ }).click()
  await expect(auditor.getByRole('heading', { level: 1 })).toHaveText(`${year} 年年报第 1 版 · 十师`)
  await expectSound(auditor, 'an edition', true)
  const download = async (number: number, form: string) => {
    const answer = await auditor.request.get(routes.editionFile(year, number, form, key))
    expect(answer.status()).toBe(200)
    return (await answer.body()).toString('base64')
  }
  const first = await Promise.all(['docx', 'pdf', 'xlsx'].map((form) => download(1, form)))

  await test.step('a correction after print shows since print, and breaks nothing that was published', async () => {
    const office = await who(registrar(unit))
    const { id: request } = await ask(office, {
      id,
      kind: 'correct',
      patch: { techField: '03' },
      reason: 'C03',
      text: '技术领域按合同标的归类有误。',
    })
    await grant(await who('approver2'), { id: request })
    await auditor.goto(routes.report(year, key))
    await auditor.getByRole('link', { name: /^第 1 版发布以来：1 项次/ }).click()
    await expect(auditor.getByRole('link', { name: '更正：1 项次，查看合同' })).toBeVisible()
    await expect(auditor.getByRole('cell', { name: /更正 1 项/ }).first()).toBeVisible()
    await expectSound(auditor, 'since print', true)
    expect(await Promise.all(['docx', 'pdf', 'xlsx'].map((form) => download(1, form)))).toEqual(first)
  })

  await test.step('the revised edition has its errata', async () => {
    await approver.goto(routes.report(year, key))
    await approver.getByRole('button', { name: '修订', exact: true }).click()
    await expect(approver.getByRole('heading', { name: '审签' })).toBeVisible()
    await signAll()
    await publish()
    await auditor.goto(routes.edition(year, 2, key))
    await expect(auditor.getByRole('table', { name: '勘误表' }).getByText('更正 1 项').first()).toBeVisible()
    expect(await download(2, 'docx')).not.toBe(first[0])
  })

  await test.step('an office reads what is published, of other units too, and no drafts', async () => {
    const office = await as(registrar('D09'))
    await office.goto(routes.edition(year, 2, key))
    await expect(office.getByRole('heading', { level: 1 })).toContainText('第 2 版')
    await expect(office.getByRole('article').locator('a[href^="/statistics"]')).toHaveCount(0)
    expect((await office.request.get(routes.edition(year, 3, key))).status()).toBe(404)
    expect((await office.request.get(routes.sincePrint(year, { ...key, edition: 2 }))).status()).toBe(404)
    await office.goto(routes.report(year))
    await expect(office.getByRole('heading', { name: '审签' })).toHaveCount(0)
  })

  await test.step('the public sees what is public of the whole Corps, and nothing else', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(routes.published())
    await expect(page.getByRole('heading', { level: 1, name: '已公开的年报' })).toBeVisible()
    expect((await page.request.get(routes.published(year))).status()).toBe(404)
    expect((await page.request.get(routes.publishedFile(year, 'pdf'))).status()).toBe(404)
    await context.close()
  })
})

test('the report of the whole Corps is read by anybody once it is public, until it is closed', async ({
  as,
  browser,
}) => {
  test.setTimeout(240_000)
  const past = year - 3
  await atTime(new Date(`${past}-06-10T04:00:00Z`), () =>
    given('registered', 'D10', {
      signDate: `${past}-05-06`,
      effectiveDate: `${past}-05-06`,
      endDate: `${past + 2}-05-06`,
    }),
  )
  const approver = await as('approver')
  await approver.goto(routes.report(past))
  await approver.getByRole('button', { name: '送审', exact: true }).click()
  const leader = await as('leader')
  await leader.goto(routes.report(past))
  const buttons = leader.getByRole('button', { name: /^签署 / })
  await expect(buttons.first()).toBeVisible()
  await signRest('leader', { year: past, unit: null })
  const auditor = await as('auditor')
  await auditor.goto(routes.report(past))
  await auditor.getByRole('button', { name: '发布', exact: true }).click()
  await auditor.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click()
  await expect(auditor.getByRole('dialog')).toBeHidden({ timeout: 60_000 })
  await auditor.goto(routes.edition(past, 1))
  await auditor.getByRole('button', { name: '向社会公开', exact: true }).click()
  await expect(auditor.getByRole('button', { name: '停止公开', exact: true })).toBeVisible()

  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(routes.published())
  await page.getByRole('link', { name: `${past} 年年报` }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`${past} 年兵团技术市场统计年报`)
  await expect(page.getByRole('article').locator('a:not([href^="#"])')).toHaveCount(0)
  await expectSound(page, 'a public report', true)
  const file = await page.request.get(routes.publishedFile(past, 'pdf'))
  expect([file.status(), file.headers()['content-type']]).toEqual([200, 'application/pdf'])
  await auditor.getByRole('button', { name: '停止公开', exact: true }).click()
  await expect(auditor.getByRole('button', { name: '向社会公开', exact: true })).toBeVisible()
  expect((await page.request.get(routes.published(past))).status()).toBe(404)
  await context.close()
})
