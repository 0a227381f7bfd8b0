import { formatWan } from '@/lib/domain/money'
import { addDays, shanghaiDate } from '@/lib/domain/time/dates'
import { attach } from '@/lib/services/attachments/attach'
import { contractPdf } from '@/lib/services/demo/contract-pdf'
import { addOrganisation } from '@/lib/services/organisations/add'
import { anyUscc, ownWord } from './fixtures/contents'
import { expect, registrar, test, who } from './fixtures/test'
import { CheckPage } from './pages/check'
import { ContractPage } from './pages/contract'
import { DecisionPage } from './pages/decision'
import { EntryPage } from './pages/entry'
import { moved, StatisticsPage } from './pages/statistics'

const today = shanghaiDate(new Date())
const year = Number(today.slice(0, 4))
const unit = 'D01'

test('from an empty form to every table of the year', async ({ as, apiAs }) => {
  test.setTimeout(180_000)
  const seller = `${ownWord()}农垦科学研究所（示例）`
  const buyer = `${ownWord()}节水科技有限公司（示例）`
  const name = `${ownWord()}棉田精量灌溉设备采购与技术开发`
  await addOrganisation(await who(registrar('D09')), {
    party: {
      name: seller,
      country: '142',
      code: anyUscc('12'),
      kind: '0211',
      region: '659002',
      isCorps: true,
      unit,
    },
  })

  const entry = new EntryPage(await as(registrar(unit)))
  const { page } = entry
  await entry.begin()

  await test.step('the contract itself, without a mouse', async () => {
    await entry.choose('是否涉及国家秘密', '否')
    await entry.type('合同名称', name)
    await entry.pick('合同类别', '委托开发')
    await entry.choose('登记主体', '卖方')
    await entry.pick('合同语种', '中文')
    await entry.choose('合同文本形式', '自拟合同')
    await entry.type(
      '技术内容摘要',
      '针对垦区棉田灌溉水量偏大、墒情监测滞后的问题，研究按墒情变量供水的控制方法和装置，形成操作规程、软件和验收报告，成果由双方共有。',
    )
  })

  await test.step('the seller is found by characters from the middle of its name', async () => {
    await entry.find(entry.party('卖方'), seller.slice(2, 8))
    await expect(
      entry.section('卖方').getByText('659002').or(entry.section('卖方').getByText('阿拉尔市')).first(),
    ).toBeVisible()
  })

  await test.step('the buyer is not there yet and is added in place; a mistyped code is explained', async () => {
    await entry.tabTo(entry.party('买方'))
    await page.keyboard.insertText(buyer)
    await page.getByRole('button', { name: `没有找到？新增“${buyer}”` }).press('Enter')
    const dialog = entry.addDialog
    await expect(entry.box('名称', dialog)).toHaveValue(buyer)
    const right = anyUscc()
    const wrong = right.slice(0, 17) + (right.endsWith('1') ? '2' : '1')
    await entry.type('统一社会信用代码', wrong, dialog)
    await expect(dialog.getByText('校验码不符').first()).toBeVisible()
    await entry.box('统一社会信用代码', dialog).press('ControlOrMeta+A')
    await page.keyboard.insertText(right)
    await expect(dialog.getByText('校验通过')).toBeVisible()
    await entry.pick('单位性质', '150', dialog)
    await entry.choose('所有制', '民营', dialog)
    await entry.find(entry.picker('行政区划', dialog), '天山区')
    await entry.choose('是否兵团单位', '否', dialog)
    await dialog.getByRole('button', { name: '加入单位库' }).press('Enter')
    await expect(dialog).toBeHidden()
    await expect(entry.party('买方')).toHaveValue(buyer)
  })

  await test.step('amounts are shown in 万元 and in capitals', async () => {
    await entry.type('合同成交额', '365700')
    await expect(entry.section('金额与支付').getByText('36.57 万元').first()).toBeVisible()
    await expect(entry.section('金额与支付').getByText('叁拾陆万伍仟柒佰元整').first()).toBeVisible()
    await entry.type('技术交易额', '500000')
    await page.keyboard.press('Tab')
    await expect(entry.box('合同成交额')).toHaveValue('365,700')
    await expect(
      entry.section('金额与支付').getByText('技术交易额 500,000.00 元大于成交额').first(),
    ).toBeVisible()
    await entry.pick('合同币种', '人民币')
    await entry.choose('支付方式', '一次总付')
  })

  await test.step('classification and dates', async () => {
    await entry.pick('技术领域', '农业')
    await entry.pick('社会经济目标', '农林牧渔')
    await entry.pick('计划来源', '计划外')
    await entry.choose('知识产权类别', '技术秘密')
    await entry.choose('是否关联交易', '否')
    await entry.choose('技术进出口', '无')
    await entry.type('合同签订日期', addDays(today, -20))
    await entry.type('合同生效日期', addDays(today, -20))
    await entry.type('合同终止日期', addDays(today, 500))
    await page.keyboard.press('Tab')
  })
  await expect(entry.saving).toContainText('已保存')
  const { id } = entry

  const check = new CheckPage(page)
  await test.step('what is wrong blocks: the contract text is missing, the amounts contradict', async () => {
    await entry.toCheck()
    await expect(check.submit).toBeDisabled()
    await expect(check.open).toContainText('技术交易额')
    await attach(await who(registrar(unit)), {
      contract: id,
      kind: 'ATT01',
      fileName: '合同文本.pdf',
      bytes: contractPdf(name, [id]),
    })
    await check.open.getByRole('link', { name: '技术交易额', exact: true }).press('Enter')
    await page.waitForURL(/\/edit/)
    await expect(entry.box('技术交易额')).toBeFocused()
    await entry.box('技术交易额').press('ControlOrMeta+A')
    await page.keyboard.insertText('365700.00')
    await page.keyboard.press('Tab')
  })

  await test.step('a warning asks for an explanation', async () => {
    const warned = entry.form.getByRole('textbox', { name: '说明理由' }).first()
    await expect(warned).toBeVisible()
    await entry.toCheck()
    await expect(check.submit).toBeDisabled()
    await expect(check.open).toContainText('设备')
    await check.open.getByRole('link').first().press('Enter')
    await page.waitForURL(/\/edit/)
    await entry.form
      .getByRole('textbox', { name: '说明理由' })
      .first()
      .fill('设备由买方自行采购，不在本合同价款之内。')
    await page.keyboard.press('Tab')
    await expect(entry.saving).toContainText('已保存')
    await entry.toCheck()
  })

  await test.step('the check page says what will move, and it is submitted', async () => {
    await expect(check.effects).toContainText(`${year} 年`)
    await expect(check.effects).toContainText('成交额')
    await check.submit.press('Enter')
    await page.waitForURL(new RegExp(`/contracts/${id}$`))
    await expect(new ContractPage(page).head).toContainText('待审核')
  })

  const decision = new DecisionPage(await as('approver'))
  await test.step('the approver sends it back, with a reason at a field', async () => {
    await decision.open(id)
    await expect(decision.page.getByText('设备由买方自行采购').first()).toBeVisible()
    await decision.returnFor('技术领域', 'B16', '请按主要技术内容改为先进制造。')
    await expect(decision.said).toContainText('已退回')
  })

  await test.step('the office reads it at its field, mends it and hands it in again', async () => {
    await entry.open(id)
    await expect(page.getByText('审核员退回了这份合同（已改 0／1 处）')).toBeVisible()
    await expect(entry.form.getByText('请按主要技术内容改为先进制造').last()).toBeVisible()
    await entry.picker('技术领域').fill('先进制造')
    await entry.picker('技术领域').press('Enter')
    await expect(page.getByText('审核员退回了这份合同（已改 1／1 处）')).toBeVisible()
    await entry.toCheck()
    await check.submit.click()
    await page.waitForURL(new RegExp(`/contracts/${id}$`))
  })

  const statistics = new StatisticsPage(await as('leader'))
  await statistics.open(year, { unit })
  const before = await statistics.figures()
  await test.step('the approver sees asked against done, and approves', async () => {
    await decision.open(id)
    await expect(decision.asked).toContainText('1/1')
    await expect(decision.asked.getByRole('deletion')).toHaveText('农业')
    await expect(decision.asked.getByRole('insertion')).toHaveText('先进制造')
    await decision.approve()
    await expect(decision.said).toContainText('已登记')
  })

  await test.step('in the same second every table of the leader has moved by this contract, and nothing else', async () => {
    await statistics.open(year, { unit })
    const wan = 36.57
    const count = { 合同数: 1, 成交额: wan }
    const change = moved(before, await statistics.figures())
    const rows = (table: string) => Object.keys(change[table] ?? {}).toSorted()
    const expected: Record<string, string[]> = {
      不同类型技术合同: ['技术开发'],
      技术领域: ['先进制造'],
      单项合同成交额规模: ['20-50万元'],
      技术交易流向: ['流向地方'],
      计划来源: ['计划外', '计划外项目'],
      不同交易主体: ['科研机构'],
    }
    for (const [table, names] of Object.entries(expected)) {
      for (const one of names) expect(change[table]?.[one], `${table} ${one}`).toMatchObject(count)
      expect(
        rows(table).filter((row) => !names.includes(row) && !/合计|全年/.test(row)),
        table,
      ).toEqual([])
    }
    expect(change.技术交易额占比?.技术开发).toEqual({ 成交额: wan, 技术交易额: wan })
  })

  await test.step('the number stands on the page, and the API says the same', async () => {
    const contract = new ContractPage(page)
    await contract.open(id)
    const number = /\d{16}/.exec((await contract.number.textContent()) ?? '')?.[0]
    expect(number).toMatch(new RegExp(`^${year}660001\\d{6}$`))
    const api = await apiAs(registrar(unit))
    const wire = await (await api.get(`/api/v1/contracts/${id}`)).json()
    expect(wire).toMatchObject({ number, status: 'registered', unit })
    expect(wire.content.turnover).toBe('365700.00')
    const figures = await (await api.get(`/api/v1/statistics/${year}`)).json()
    const headline = figures.tables.find((table: { id: string }) => table.id === 'headline')
    await statistics.open(year, { unit })
    const total = (await statistics.figures()).不同类型技术合同?.合计
    expect(headline.rows[0].figures.contracts).toBe(total?.合同数)
    expect(formatWan(BigInt(Math.round(Number(headline.rows[0].figures.turnover) * 100)))).toBe(
      formatWan(BigInt(Math.round((total?.成交额 ?? 0) * 1_000_000))),
    )
  })
})
