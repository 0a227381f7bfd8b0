import { readFile } from 'node:fs/promises'
import { routes } from '@/lib/routes'
import { ownWord } from './fixtures/contents'
import { expect, registrar, test } from './fixtures/test'

/** A closed year in which the demo keeps no trainings. */
const YEAR = 2023
const sentence = /年内组织开展培训：.*培训 ([\d,]+) 人次/

test('an office enters and hands in, the centre confirms, the report tells it and leads back', async ({
  as,
}) => {
  const title = `示例培训${ownWord()}`
  const office = await as(registrar('D03'))
  await office.goto(routes.work.registers())
  await office.getByRole('link', { name: '录入 技术转移培训' }).click()
  await office.getByLabel('培训名称').fill(title)

  await test.step('what is missing is said in place', async () => {
    await office.getByRole('button', { name: '提交确认' }).click()
    await expect(office.getByRole('alert').first()).toContainText('处需要处理')
    await expect(office.getByLabel(/^主办单位/)).toHaveAttribute('aria-invalid', 'true')
  })
  await office.getByLabel('技术经理人培训').check()
  await office.getByLabel(/^主办单位/).fill('三师图木舒克市科技局')
  await office.getByLabel(/^开始日期/).fill(`${YEAR}-06-01`)
  await office.getByLabel(/^场（期）数/).fill('1')
  await office.getByLabel(/^培训人次/).fill('1234')
  await office.getByRole('button', { name: '提交确认' }).click()
  await expect(office.getByText('待确认').first()).toBeVisible()
  await office.waitForURL(/\/work\/trainings\/[0-9a-f-]{36}$/)
  const address = new URL(office.url()).pathname

  await test.step('nobody else finds it, and leadership not yet', async () => {
    const stranger = await as(registrar('D04'))
    expect((await stranger.request.get(address)).status()).toBe(404)
    expect((await (await as('leader')).request.get(address)).status()).toBe(404)
    expect((await (await as('admin')).request.get(routes.work.registers())).status()).toBe(403)
  })

  const leader = await as('leader')
  await leader.goto(routes.report(YEAR, { unit: 'D03' }))
  await expect(leader.locator('article')).not.toContainText('1,234 人次')

  const centre = await as('approver')
  await centre.goto(routes.work.records('trainings', { status: 'submitted' }))
  await centre.getByLabel(`选择：${title}`).check()
  await centre.getByRole('button', { name: /^确认（1）/ }).click()
  await expect(centre.getByText('已确认 1 条记录')).toBeVisible()

  await leader.reload()
  const told = leader.locator('article > section > p').filter({ hasText: sentence })
  await expect(told).toContainText('培训 1,234 人次')
  await told.getByRole('link', { name: '1,234' }).click()
  await expect(leader.getByText('年内培训人次：1,234，由以下记录得出。')).toBeVisible()
  await leader.getByRole('link', { name: title }).click()
  await expect(leader.getByRole('heading', { level: 1 })).toHaveText(title)

  await test.step('withdrawn with a reason, the report tells it no more', async () => {
    await centre.goto(address)
    await centre.getByRole('button', { name: '撤销' }).click()
    const dialog = centre.getByRole('dialog')
    await dialog.getByRole('button', { name: '撤销' }).click()
    await expect(dialog).toContainText('请写明原因')
    await dialog.getByLabel(/^原因/).fill('重复录入，予以撤销。')
    await dialog.getByRole('button', { name: '撤销' }).click()
    await expect(centre.getByText('撤销原因')).toBeVisible()
    await leader.goto(routes.report(YEAR, { unit: 'D03' }))
    await expect(leader.locator('article')).not.toContainText('1,234 人次')
  })
})

test('a workbook goes out and comes in; what is wrong in it is told by row and column', async ({ as }) => {
  const word = ownWord()
  const office = await as(registrar('D02'))
  await office.goto(routes.work.import('bodies'))
  const [download] = await Promise.all([
    office.waitForEvent('download'),
    office.getByRole('link', { name: '下载模板' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^转移机构-.*\.xlsx$/)
  const template = await readFile(await download.path())
  const send = async (name: string, buffer: Buffer) => {
    await office.getByLabel('文件').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
    await office.getByRole('button', { name: '导入' }).click()
  }
  await send('空.xlsx', template)
  await expect(office.getByRole('main').getByRole('alert')).toContainText('没有数据行')
  await send('合同.pdf', Buffer.from('%PDF-1.7\u0000'))
  await expect(office.getByRole('main').getByRole('alert')).toContainText('这不是表格文件')

  const rows = [
    '机构名称,机构类别,设立日期',
    `示例分中心${word},分中心,2022-05-06`,
    `示例中心${word},分店,五月`,
  ]
  await send('机构.csv', Buffer.from(rows.join('\n')))
  await expect(office.getByRole('status').filter({ hasText: '新增 1 条' })).toContainText('2 处有误')
  await expect(office.getByRole('row').filter({ hasText: '机构类别' })).toContainText('“分店”不在可选范围内')
  await office.getByRole('link', { name: '查看记录' }).click()
  await expect(office.getByRole('link', { name: `示例分中心${word}` })).toBeVisible()
})

test('an institution joins the dated list, and the register of measures offers it', async ({ as }) => {
  const name = `示例研究院${ownWord()}`
  const auditor = await as('auditor')
  await auditor.goto(routes.work.records('measures'))
  await auditor.getByRole('link', { name: '院所名录' }).click()
  await expect(auditor.getByRole('heading', { level: 1 })).toHaveText('高校科研院所名录')
  await auditor.getByLabel(/^中文名称/).fill('十三师农科所')
  await auditor.getByLabel(/^英文名称/).fill('Example Institute')
  await auditor.getByRole('button', { name: '列入名录' }).click()
  await expect(auditor.getByRole('alert').first()).toContainText('名录中已有同名院所')
  await auditor.getByLabel(/^中文名称/).fill(name)
  await auditor.getByRole('button', { name: '列入名录' }).click()
  await expect(auditor.getByRole('row', { name: new RegExp(name) })).toContainText('在名录中')

  const office = await as(registrar('D05'))
  expect((await office.request.get(routes.admin.institutions())).status()).toBe(403)
  await office.goto(routes.work.newRecord('measures'))
  await office.getByLabel(/^高校科研院所/).fill(name)
  await office.getByRole('option', { name }).click()
  await office.getByLabel(/^办法名称/).fill(`${name}管理办法`)
  await office.getByLabel(/^印发日期/).fill(`${YEAR}-06-01`)
  await office.getByRole('button', { name: '提交确认' }).click()
  await office.waitForURL(/\/work\/measures\/[0-9a-f-]{36}$/)
  await expect(office.getByText('待确认').first()).toBeVisible()
  await expect(office.getByText(name, { exact: true }).first()).toBeVisible()
})

test('the centre sees what flowed in by year, and a file twice changes nothing', async ({ as }) => {
  const auditor = await as('auditor')
  await auditor.goto(routes.work.inflow())
  const head =
    '合同登记编号,合同名称,合同类别,卖方名称,卖方行政区划代码,买方名称,买方统计单位代码,技术领域,合同成交额（元）,技术交易额（元）,登记日期'
  const number = `2021${Date.now()}`.padEnd(16, '0').slice(0, 16)
  const line = `${number},光伏电站运行优化技术咨询,技术服务,武汉公司（示例）,420106,八师水务公司（示例）,D08,农业,4549000,829700,2021-01-01`
  for (const said of ['新增 1 项，已有 0 项', '新增 0 项，已有 1 项']) {
    await auditor.getByLabel('文件').setInputFiles({
      name: '吸纳.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`${head}\n${line}\n`),
    })
    await auditor.getByRole('button', { name: '导入' }).click()
    await expect(auditor.getByRole('status').filter({ hasText: said })).toBeVisible()
  }
  await expect(
    auditor.getByRole('row').filter({ has: auditor.getByRole('link', { name: '2021' }) }),
  ).toContainText('454.90')
  expect((await (await as(registrar('D08'))).request.get(routes.work.inflow())).status()).toBe(403)
})
