import { routes } from '@/lib/routes'
import { ask } from '@/lib/services/requests/ask'
import { grant } from '@/lib/services/requests/grant'
import { pictureOf, scan } from '@/lib/testing/scan'
import { expectSound } from './fixtures/sound'
import { expect, given, registrar, test, who } from './fixtures/test'
import { ContractPage } from './pages/contract'
import { DecisionPage } from './pages/decision'

const unit = 'D11'

/** Where the QR code on a printed paper leads, within the register that the tests run against. */
async function scanned(pdf: Buffer, page = 1): Promise<string> {
  const [link] = await scan(await pictureOf(pdf, page))
  const { pathname, search } = new URL(link ?? 'none:')
  return pathname + search
}

test('a certificate is printed, scanned, and superseded once its contract is corrected', async ({
  as,
  browser,
}) => {
  test.setTimeout(120_000)
  const { id } = await given('submitted', unit)
  const decision = new DecisionPage(await as('approver'))
  await decision.open(id)
  await decision.approve()
  await expect(decision.said.getByRole('link', { name: '打印登记证明' })).toHaveAttribute(
    'href',
    routes.certificate(id),
  )

  const office = new ContractPage(await as(registrar(unit)))
  await office.open(id)
  const panel = office.page.getByRole('region', { name: '登记证明' })
  const href = await panel.getByRole('link', { name: '打印登记证明' }).getAttribute('href')
  const answer = await office.page.request.get(href ?? '')
  expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/pdf'])
  const where = await scanned(await answer.body())
  const [, number = ''] = /verify\/(\d+)/.exec(where) ?? []

  const context = await browser.newContext({ locale: 'zh-CN' })
  const page = await context.newPage()
  await page.goto(where)
  await expect(page.getByRole('heading', { level: 1, name: '技术合同认定登记证明' })).toBeVisible()
  await expect(page.getByText('登记有效，与登记簿一致。')).toBeVisible()
  await expect(page.getByRole('region', { name: '证明所载事项' })).toContainText('石河子大学')
  await expectSound(page, 'a valid certificate', true)

  await test.step('a program that asks for JSON is answered at the same address', async () => {
    const json = await page.request.get(where, { headers: { accept: 'application/json' } })
    expect(await json.json()).toMatchObject({ kind: 'contract', standing: 'valid', version: 1 })
    const wrong = await page.request.get(
      where.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
      {
        headers: { accept: 'application/json' },
      },
    )
    expect([wrong.status(), wrong.headers()['content-type']]).toEqual([404, 'application/problem+json'])
  })

  await test.step('number and code are typed as they are printed; a wrong code tells nothing', async () => {
    const code = new URL(where, 'http://x').searchParams.get('code') ?? ''
    await page.goto(routes.verify())
    await page.getByLabel(/^编号/).fill(number)
    await page.getByLabel(/^核验码/).fill('00000-00000')
    await page.getByRole('button', { name: '核验', exact: true }).click()
    await expect(page.getByText('未查到与该编号和核验码相符的证明')).toBeVisible()
    await expectSound(page, 'a wrong code', true)
    await page.getByLabel(/^核验码/).fill(`${code.slice(0, 5)} ${code.slice(5).toLowerCase()}`)
    await page.getByRole('button', { name: '核验', exact: true }).click()
    await expect(page.getByText('登记有效，与登记簿一致。')).toBeVisible()
  })

  await test.step('a correction supersedes it and makes a second version', async () => {
    const { id: request } = await ask(await who(registrar(unit)), {
      id,
      kind: 'correct',
      patch: { name: '戈壁温室番茄水肥智能调控技术委托开发（更正）' },
      reason: 'C01',
      text: '合同名称与文本不一致，予以更正。',
    })
    await grant(await who('approver2'), { id: request })
    await page.goto(where)
    await expect(page.getByText('本证明为第 1 版，登记簿现为第 2 版')).toBeVisible()
    await expect(page.getByRole('region', { name: '此后的变动' })).toContainText('与新版不同的事项：合同名称')
    const phone = await browser.newContext({
      viewport: { width: 390, height: 844 },
      colorScheme: 'dark',
      locale: 'en',
    })
    const small = await phone.newPage()
    await small.goto(where)
    await expect(small.getByText('This is version 1; the register now holds version 2.')).toBeVisible()
    await expectSound(small, 'a superseded certificate on a phone', true)
    await phone.close()
    await office.page.reload()
    await expect(panel).toContainText('第 2 版')
  })

  await test.step('an office prints all of its list, and one list of them', async () => {
    await office.page.goto(routes.contracts({ q: number }))
    await office.page.getByRole('link', { name: '证明和清单' }).click()
    await expect(office.page.getByText('1 份登记有效的合同')).toBeVisible()
    await expectSound(office.page, 'what can be printed of a list', true)
    const papers = await office.page.getByRole('link', { name: '打印 1 份登记证明' }).getAttribute('href')
    const list = await office.page.getByRole('link', { name: '打印登记清单' }).getAttribute('href')
    await page.goto(await scanned(await (await office.page.request.get(papers ?? '')).body()))
    await expect(page.getByText('登记有效，与登记簿一致。')).toBeVisible()
    await page.goto(await scanned(await (await office.page.request.get(list ?? '')).body()))
    await expect(page.getByRole('heading', { level: 1, name: '技术合同登记清单' })).toBeVisible()
    await expect(page.getByText('登记有效，与登记簿一致。')).toBeVisible()
    await expectSound(page, 'a list certificate', true)
  })
  await context.close()
})
