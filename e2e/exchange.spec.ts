import { readFile } from 'node:fs/promises'
import { atTime } from '@/db/clock'
import { addDays, shanghaiDate } from '@/lib/domain/time/dates'
import { routes } from '@/lib/routes'
import { contractSheet } from '@/lib/services/import/contract-sheet'
import { ask } from '@/lib/services/requests/ask'
import { grant } from '@/lib/services/requests/grant'
import { ownContent, ownWord } from './fixtures/contents'
import { numbersOf } from './fixtures/numbers'
import { expect, given, registrar, test, who } from './fixtures/test'

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

test('the register goes out with all its fields, and comes back as what is there already', async ({ as }) => {
  const word = ownWord()
  for (const status of ['registered', 'registered', 'revoked'] as const) {
    await given(status, 'U02', { name: `${word}=1+1，“枣园”技术研究开发` })
  }
  const page = await as('auditor')
  await page.goto(routes.contracts({ q: word }))
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '全部字段（Excel）' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^合同登记簿-.*\.xlsx$/)
  const bytes = await readFile(await download.path())
  await page.goto(routes.imports())
  await page
    .getByLabel('选择文件', { exact: true })
    .first()
    .setInputFiles({ name: '登记簿.xlsx', mimeType: workbook, buffer: bytes })
  await page.getByRole('button', { name: '核对各行' }).click()
  await expect(page.getByRole('link', { name: /^与已有合同相同/ })).toContainText('3')

  await page.goto(routes.statistics(Number(shanghaiDate(new Date()).slice(0, 4))))
  const [table] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /SDMX-CSV 不同类型技术合同/ }).click(),
  ])
  const lines = (await readFile(await table.path(), 'utf8')).split('\r\n')
  expect(lines[0]).toBe(
    'STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,TYPE,INDICATOR,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,DECIMALS,OBS_STATUS',
  )
})

test('an office reconciles its month, decides, signs, and a later correction breaks the signature', async ({
  as,
}) => {
  const unit = 'D10'
  const month = addDays(`${shanghaiDate(new Date()).slice(0, 7)}-01`, -1).slice(0, 7)
  const day = `${month}-15`
  const dates = { signDate: addDays(day, -40), effectiveDate: addDays(day, -40) }
  const entered = () => atTime(new Date(`${day}T04:00:00Z`), () => given('registered', unit, dates))
  const [same, differing, alone] = [await entered(), await entered(), await entered()]
  const numbers = await numbersOf(unit, [same.id, differing.id])
  const there = ownContent(dates)
  const row = (id: string, content: object) => ({
    content,
    record: { number: numbers.get(id) ?? '', registeredOn: day, unit },
  })
  const file = contractSheet('registered', [
    row(same.id, same.content),
    row(differing.id, { ...differing.content, techField: '03' }),
    { content: there, record: { number: `${month.slice(0, 4)}660010990001`, registeredOn: day, unit } },
  ])
  const page = await as(registrar(unit))

  await test.step('uploads the national system’s file and sees three lists', async () => {
    await page.goto(routes.statements({ year: month.slice(0, 4) }))
    await page.getByRole('link', { name: '与全国系统对账' }).click()
    await expect(page.getByLabel('月份或年度')).toHaveValue(month)
    await page
      .getByLabel('文件', { exact: true })
      .setInputFiles({ name: '全国.xlsx', mimeType: workbook, buffer: Buffer.from(file) })
    await expect(page.getByText('全国.xlsx', { exact: true })).toBeVisible()
    await page.getByRole('button', { name: '上传并核对' }).click()
    await expect(page.getByRole('link', { name: /^内容不同/ })).toContainText('1')
    await expect(page.getByRole('link', { name: /^仅全国系统有/ })).toContainText('1')
    await expect(page.getByRole('link', { name: /^仅本库有/ })).toContainText('1')
    await expect(page.getByRole('rowheader', { name: '技术领域' })).toBeVisible()
  })

  const decideOn = async (show: string, list: RegExp, choice: string, text: string) => {
    await page.getByRole('link', { name: list }).click()
    await page.waitForURL(`**show=${show}**`)
    await expect(page.getByRole('link', { name: list })).toHaveAttribute('aria-current', /page|true/)
    await page.getByRole('button', { name: '处理', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(choice).check()
    await dialog.getByRole('textbox').fill(text)
    await dialog.getByRole('button', { name: '保存' }).click()
    await expect(page.getByText(text)).toBeVisible()
  }

  await test.step('decides each difference; what the national system has right leads to a filled-in correction', async () => {
    await decideOn('differs', /^内容不同/, '全国系统正确', '本库归类有误。')
    await decideOn('there', /^仅全国系统有/, '本库正确', '由外省登记。')
    await decideOn('here', /^仅本库有/, '差异已说明', '全国系统次月入库。')
    await expect(page.getByRole('link', { name: alone.content.name })).toBeVisible()
    await page.getByRole('link', { name: /^内容不同/ }).click()
    const form = await page.context().newPage()
    await form.goto((await page.getByRole('link', { name: '申请更正' }).getAttribute('href')) ?? '')
    await expect(form.getByRole('main')).toContainText('技术领域')
    await form.close()
  })

  await test.step('signs the month', async () => {
    await page.goto(routes.statement(unit, month))
    await expect(page.getByText('已对账')).toBeVisible()
    await page.getByRole('button', { name: '签署本月报表' }).click()
    await expect(page.getByText('已签署', { exact: true })).toBeVisible()
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('button', { name: '打印' })).toBeHidden()
    await page.emulateMedia({ media: 'screen' })
  })

  await test.step('a correction afterwards breaks the signature, and the centre sees it', async () => {
    const { id } = await ask(await who(registrar(unit)), {
      id: same.id,
      kind: 'correct',
      patch: { turnover: '1000.00', technology: '900.00' },
      reason: 'C01',
      text: '金额录入有误。',
    })
    await grant(await who('approver'), { id })
    const centre = await as('leader')
    await centre.goto(routes.statements({ year: month.slice(0, 4) }))
    await centre.getByRole('link', { name: /^十师 .*签署后有变动/ }).click()
    await expect(centre.getByRole('row').filter({ hasText: '合同成交额（元）' })).toBeVisible()
    await expect(centre.getByRole('button', { name: /签署/ })).toHaveCount(0)
  })
})
