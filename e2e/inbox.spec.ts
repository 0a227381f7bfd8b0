import { routes } from '@/lib/routes'
import { returnForCorrection } from '@/lib/services/contracts/return'
import { submit } from '@/lib/services/contracts/submit'
import { ask } from '@/lib/services/requests/ask'
import { grant } from '@/lib/services/requests/grant'
import { asNow, colleague } from '@/lib/testing/colleagues'
import { entered } from '@/lib/testing/contracts'
import { ownContent, ownWord } from './fixtures/contents'
import { expect, given, registrar, test, who } from './fixtures/test'

const correction = { kind: 'correct', reason: 'C01', text: '按合同文本更正。', patch: { techField: '03' } }

test('what comes back stands in the inbox of its office until it is mended; the count moves by itself', async ({
  as,
}) => {
  const { id } = await given('submitted', 'D13')
  const office = await who(registrar('D13'))
  const page = await as(office.username)
  await page.goto(routes.inbox())
  const bell = page.getByRole('link', { name: /^收件箱，/ })
  const count = async () => Number(/\d+/.exec((await bell.getAttribute('aria-label')) ?? '')?.[0] ?? 0)
  const notices = page.getByRole('region', { name: '通知' }).getByRole('listitem')
  const told = notices.filter({ hasText: '合同被退回补正' })
  await expect(told).toHaveCount(0)
  const before = await count()

  await returnForCorrection(await who('approver'), { id, reasons: [{ code: 'B16', path: 'techField' }] })
  await expect(told).toHaveCount(1)
  await expect.poll(count).toBe(before + 1)
  await expect(page.getByRole('region', { name: '待办' })).toContainText('合同待补正')

  await told.getByRole('link').click()
  await expect(page).toHaveURL(routes.contract(id))
  await submit(office, { id })
  await expect.poll(count).toBe(before)
  await page.goto(routes.inbox({ tab: 'all' }))
  await expect(told.first()).toContainText('已了结')
})

test('notices are marked as read one by one and all together, and narrowed by what they are about', async ({
  as,
}) => {
  await given('registered', 'D14')
  const page = await as(registrar('D14'))
  await page.goto(routes.inbox())
  const notices = page.getByRole('region', { name: '通知' }).getByRole('listitem')
  const first = notices.filter({ hasText: '合同已准予登记' }).first()
  await first.getByRole('button', { name: '标为已读' }).click()
  await page.getByRole('button', { name: '全部标为已读' }).click()
  await expect(page.getByText('没有未读通知')).toBeVisible()
  await page.getByRole('link', { name: /^全部/ }).click()
  await expect(page).toHaveURL(/tab=all/)
  await page.getByLabel('按事项筛选').selectOption('contracts')
  await expect(page).toHaveURL(/tab=all&group=contracts/)
  await expect(first.getByRole('button', { name: '标为未读' })).toBeVisible()
})

test('a deputy is named for a leave, is told what the other is told, and acts for them by name', async ({
  as,
}) => {
  const absent = await colleague(`leave.${crypto.randomUUID().slice(0, 8)}`, 'registrar', 'D11')
  const deputy = await who(registrar('D11'))
  const { id } = await given('registered', 'D11')
  const page = await as(absent.username)
  await page.goto(routes.inboxSettings())
  const leave = page.getByRole('region', { name: '请假代办' })
  await leave.getByRole('button', { name: '指定代办人' }).click()
  await expect(leave.getByRole('alert')).toContainText('请填写此项')
  await leave.getByLabel('代办人').selectOption(deputy.id)
  await leave.getByRole('button', { name: '指定代办人' }).click()
  await expect(leave.getByRole('row').filter({ hasText: `由 ${deputy.name} 代办` })).toContainText('代办中')

  const asked = await ask(absent, { id, ...correction })
  await grant(await who('approver2'), { id: asked.id })
  const theirs = await as(deputy.username)
  await theirs.goto(routes.inbox())
  const granted = theirs.getByRole('listitem').filter({ hasText: '您的申请已准予' })
  await expect(granted.filter({ hasText: `代${absent.name}` })).toBeVisible()
  const own = await given('returned', 'D11')
  await test.step('on the timeline the other is named with what the deputy did for them', async () => {
    const left = await entered(absent, ownContent())
    await submit(await asNow(deputy), { id: left })
    await theirs.goto(routes.contract(left))
    await expect(theirs.getByText(`${deputy.name}（代${absent.name}）`)).toBeVisible()
    await submit(await asNow(deputy), { id: own.id })
    await theirs.goto(routes.contract(own.id))
    await expect(theirs.getByText(`（代${absent.name}）`)).toHaveCount(0)
  })

  await page.reload()
  await leave.getByRole('row').filter({ hasText: '代办中' }).getByRole('button', { name: '撤销' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '撤销' }).click()
  await expect(leave.getByRole('row').filter({ hasText: '已撤销' })).toBeVisible()
  await theirs.goto(routes.inbox({ tab: 'all' }))
  await expect(granted.filter({ hasText: `代${absent.name}` })).toHaveCount(0)
})

test('mail is set by the person and by the administrator; without a server both are told', async ({ as }) => {
  const page = await as(registrar('D10'))
  await page.goto(routes.inboxSettings())
  const mail = page.getByRole('region', { name: '邮件提醒' })
  await expect(mail).toContainText('尚未设置发信服务器')
  await mail.getByLabel('发送方式').selectOption('daily')
  await mail.getByRole('button', { name: '保存' }).click()
  await expect(mail.getByRole('alert')).toContainText('请填写此项')
  await mail.getByLabel(/^邮箱/).fill(`${ownWord()}@nowhere`)
  await mail.getByRole('button', { name: '保存' }).click()
  await expect(mail.getByRole('alert')).toContainText('请填写正确的邮箱地址')
  await mail.getByLabel(/^邮箱/).fill('d10@corps.example')
  await mail.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('邮件提醒已保存')).toBeVisible()
  const admin = await as('admin')
  await admin.goto(routes.admin.account((await who(registrar('D10'))).id))
  const theirs = admin.getByRole('region', { name: '邮件提醒' })
  await expect(theirs.getByLabel(/^邮箱/)).toHaveValue('d10@corps.example')
  await expect(theirs.getByLabel('发送方式')).toHaveValue('daily')
  await admin.goto(routes.admin.mail())
  await expect(admin.getByRole('region', { name: '发信服务器' })).toContainText('SMTP_URL')
})
