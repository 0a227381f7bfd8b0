import { shanghaiDate } from '@/lib/domain/time/dates'
import { approve } from '@/lib/services/contracts/approve'
import { contractIn } from '@/lib/testing/contracts'
import { largeContent } from './fixtures/contents'
import { expect, given, registrar, test, who } from './fixtures/test'
import { ContractPage } from './pages/contract'
import { DecisionPage } from './pages/decision'
import { DeskPage } from './pages/desk'

const year = shanghaiDate(new Date()).slice(0, 4)

test('a large contract needs two approvers, and the first is not also the second', async ({ as }) => {
  const id = await contractIn('submitted', await who(registrar('D02')), largeContent())
  const first = new DecisionPage(await as('approver'))
  await first.open(id)
  await expect(first.page.getByText('大额合同，须两名审核员先后审核')).toBeVisible()
  await first.approve()
  await expect(first.said).toContainText('已转复核')

  await first.open(id)
  await expect(first.page.getByText('您已完成初审，须由另一名审核员复核')).toBeVisible()
  await expect(first.bar.getByRole('button', { name: '审核通过' })).toBeHidden()

  const second = new DecisionPage(await as('approver2'))
  await second.open(id)
  await expect(second.page.getByText('由您复核，通过后即登记')).toBeVisible()
  await second.approve()
  await expect(second.said).toContainText(new RegExp(`登记编号 ${year}6600\\d{8}`))
})

test('a refusal is a numbered decision that the office reads', async ({ as }) => {
  const { id } = await given('submitted', 'D03')
  const decision = new DecisionPage(await as('approver'))
  await decision.open(id)
  await decision.refuse('', '太短')
  await expect(decision.dialog.getByLabel(/^不予登记的情形/)).toHaveAttribute('aria-invalid', 'true')
  await expect(decision.dialog.getByText(/至少写 \d+ 个字/)).toBeVisible()
  const ground = await decision.dialog
    .getByLabel(/^不予登记的情形/)
    .getByRole('option')
    .nth(1)
    .textContent()
  await decision.refuse(ground ?? '', '合同约定的内容为一般商品买卖，不含技术内容，不属于登记范围。')
  await expect(decision.dialog.getByText('已作出不予登记决定')).toBeVisible()
  const number = await decision.decisionNumber.textContent()
  await decision.dialog.getByRole('button', { name: '继续审核下一份' }).click()
  await expect(decision.dialog).toBeHidden()

  const contract = new ContractPage(await as(registrar('D03')))
  await contract.open(id)
  await expect(contract.head).toContainText('不予登记')
  await expect(contract.page.getByText(number ?? '').first()).toBeVisible()
  await expect(contract.page.getByText('一般商品买卖').first()).toBeVisible()
  await expect(contract.page.getByRole('link', { name: '修改', exact: true })).toBeHidden()
})

test('the technology turnover is set lower, with a reason', async ({ as }) => {
  const { id, content } = await given('submitted', 'D03', { turnover: 30_000_000n, technology: 30_000_000n })
  const decision = new DecisionPage(await as('approver'))
  await decision.open(id)
  await decision.bar.getByRole('button', { name: '审核通过' }).click()
  await decision.dialog.getByLabel(/^核低技术交易额/).check()
  const register = decision.dialog.getByRole('button', { name: '通过并登记' })
  const amount = decision.dialog.getByLabel(/^核定的技术交易额/)
  for (const wrong of ['300000', '0', '三万', '400000']) {
    await amount.fill(wrong)
    await register.click()
    await expect(amount).toHaveAttribute('aria-invalid', 'true')
  }
  await amount.fill('250000')
  await expect(decision.dialog.getByText('请说明核低理由')).toBeVisible()
  await decision.dialog.getByLabel(/^核低理由/).fill('其中 5 万元为通用设备购置费。')
  await register.click()
  await expect(decision.said).toContainText('已登记')

  const contract = new ContractPage(await as(registrar('D03')))
  await contract.open(id)
  await expect(contract.page.getByRole('heading', { level: 1 })).toHaveText(content.name)
  await expect(contract.page.getByText('25.00').first()).toBeVisible()
  await expect(contract.page.getByText('其中 5 万元为通用设备购置费').first()).toBeVisible()
})

test('an office withdraws what nobody has decided, and discards the draft', async ({ as }) => {
  const { id } = await given('submitted', 'D03')
  const contract = new ContractPage(await as(registrar('D03')))
  await contract.open(id)
  await contract.confirm('撤回')
  await expect(contract.head).toContainText('草稿')
  await contract.confirm('作废')
  await expect(contract.head).toContainText('已作废')
  await contract.page.reload()
  await expect(contract.page.getByRole('button', { name: '作废' })).toBeHidden()
})

test('of two approvers at once one wins; the other learns by whom and when', async ({ as }) => {
  const { id } = await given('submitted', 'D05')
  const winner = new DecisionPage(await as('approver'))
  const other = new DecisionPage(await as('approver2'))
  await winner.open(id)
  await other.open(id)
  await other.bar.getByRole('button', { name: '审核通过' }).click()
  await winner.approve()
  await expect(winner.said).toContainText('已登记')
  await other.dialog.getByRole('button', { name: '通过并登记' }).click()
  await expect(other.dialog.getByRole('alert').or(other.dialog.getByRole('status'))).toContainText(
    /审核员甲.*\d{1,2}:\d{2}/,
  )
  await other.dialog.getByRole('button', { name: '刷新查看' }).click()
  await expect(other.page.getByText('已登记', { exact: true }).first()).toBeVisible()
  await expect(other.bar.getByRole('button', { name: '审核通过' })).toBeHidden()
})

test('clean contracts are approved together after a dry run of their totals', async ({ as }) => {
  const amounts = [10_000_000n, 20_000_000n, 31_234_500n]
  const chosen: string[] = []
  for (const turnover of amounts) {
    const { content } = await given('submitted', 'D04', { turnover, technology: turnover })
    chosen.push(content.name)
  }
  const large = largeContent()
  await contractIn('submitted', await who(registrar('D04')), large)
  const { id: overtaken, content: gone } = await given('submitted', 'D04')

  const desk = new DeskPage(await as('approver2'))
  await desk.open({ unit: 'D04' })
  await expect(desk.row(large.name ?? '').getByRole('checkbox')).toHaveCount(0)
  await desk.choose([...chosen, gone.name])
  await approve(await who('approver'), { id: overtaken })
  await desk.dryRun()
  const totals = desk.dialog.getByRole('table', { name: '将增加的数额' })
  const row = totals.getByRole('row', { name: /^四师/ })
  await expect(row.getByRole('cell')).toHaveText(['3', '+61.23', '+61.23'])
  await expect(desk.dialog.getByText('1 份不参加本次批量审核')).toBeVisible()
  await desk.dialog.getByRole('button', { name: '审核通过 3 份' }).click()
  await expect(desk.dialog.getByText('已登记 3 份，未通过 0 份')).toBeVisible()
  const results = desk.dialog.getByRole('table', { name: '批量审核结果' })
  for (const name of chosen) {
    await expect(results.getByRole('row').filter({ hasText: name })).toContainText(new RegExp(`${year}6600`))
  }
})
