import { addDays, shanghaiDate } from '@/lib/domain/time/dates'
import { ownWord } from './fixtures/contents'
import { expect, given, registrar, test } from './fixtures/test'
import { ChangePasswordPage, SignInPage } from './pages/sign-in'

const today = shanghaiDate(new Date())
const year = Number(today.slice(0, 4))

test('an account is made, used and disabled; its session ends at once', async ({ as, page: theirs }) => {
  const admin = await as('admin')
  const username = `e2e.${crypto.randomUUID().slice(0, 8)}`
  await admin.goto('/admin/accounts/new')
  const create = admin.getByRole('button', { name: '创建账号' })
  await test.step('bad input is refused at its field', async () => {
    await admin.getByLabel(/^用户名/).fill('有 空格')
    await create.click()
    await expect(admin.getByRole('alert').filter({ hasText: '需要修改' })).toContainText(
      '用户名只能用小写字母',
    )
    await expect(admin.getByRole('alert').filter({ hasText: '需要修改' })).toContainText('请填写此项')
    await admin.getByLabel(/^用户名/).fill('approver')
    await admin.getByLabel(/^姓名/).fill('同名的人')
    await admin.getByLabel(/^登记机构/).selectOption({ index: 1 })
    await create.click()
    await expect(admin.getByRole('alert').filter({ hasText: '需要修改' })).toContainText('该用户名已被使用')
  })
  await admin.getByLabel(/^用户名/).fill(username)
  await admin.getByLabel(/^姓名/).fill('新来的登记员')
  await create.click()
  await expect(admin.getByText('账号已创建')).toBeVisible()
  const password = (await admin.getByText(/^[A-Z][a-z]{4}-[a-z]{5}-\d{4}-[a-z]{3}$/).textContent()) ?? ''

  await new SignInPage(theirs).open()
  await new SignInPage(theirs).signIn(username, password)
  await expect(theirs).toHaveURL(/change-password/)
  await new ChangePasswordPage(theirs).change(password, 'Tarim-Basin-1954')
  await theirs.getByRole('link', { name: '返回系统' }).click()
  await expect(theirs.getByRole('heading', { name: '合同', level: 1 })).toBeVisible()

  await admin.getByRole('link', { name: '查看账号' }).click()
  await admin.getByRole('button', { name: '停用账号' }).click()
  await expect(admin.getByRole('button', { name: '启用账号' })).toBeVisible()
  await theirs.reload()
  await expect(theirs).toHaveURL(/sign-in/)
})

test('nobody disables or demotes themselves', async ({ as }) => {
  const admin = await as('admin')
  await admin.goto('/admin/accounts?words=admin')
  await admin.getByRole('link', { name: 'admin', exact: true }).click()
  await expect(admin.getByText('本人的角色和单位须由另一名系统管理员变更')).toBeVisible()
  await expect(admin.getByRole('button', { name: '停用账号' })).toHaveCount(0)
})

test('a unit renamed from a day keeps its name in the years before', async ({ as }) => {
  await given('registered', 'D13')
  const name = `十三师${ownWord()}`
  const admin = await as('admin')
  await admin.goto('/admin/units/D13')
  const save = admin.getByRole('button', { name: '保存变更' })
  await admin.getByLabel(/^中文名称/).fill(name)
  await admin
    .getByLabel(/^生效日期/)
    .first()
    .fill(`${year - 1}-12-31`)
  await save.click()
  await expect(admin.getByRole('alert').filter({ hasText: '需要修改' })).toContainText(
    '不能早于今年 1 月 1 日',
  )
  await admin
    .getByLabel(/^生效日期/)
    .first()
    .fill(today)
  await save.click()
  await expect(admin.getByRole('region', { name: '消息' })).toContainText('变更已保存')

  const leader = await as('leader')
  const units = leader.getByRole('table', { name: '各师、院校技术合同登记量', exact: true })
  await leader.goto(`/statistics/${year}`)
  await expect(units.getByRole('rowheader', { name, exact: true })).toBeVisible()
  await leader.goto(`/statistics/${year - 1}`)
  await expect(leader.getByText(name)).toHaveCount(0)
})

test('a changed setting is on the trail, which the security auditor filters and exports', async ({ as }) => {
  const admin = await as('admin')
  await admin.goto('/admin/settings/reviewDaysLarge')
  const from = addDays(today, 400 + (Date.now() % 200))
  const save = admin.getByRole('button', { name: '保存', exact: true })
  await admin.getByLabel(/^新值/).fill('0')
  await admin.getByLabel(/^生效日期/).fill(from)
  await save.click()
  await expect(admin.getByRole('alert').filter({ hasText: '需要修改' })).toContainText('不在允许的范围内')
  await admin.getByLabel(/^新值/).fill('45')
  await admin.getByLabel(/^生效日期/).fill(addDays(today, -1))
  await save.click()
  await expect(admin.getByRole('alert').filter({ hasText: '需要修改' })).toContainText('不能早于今天')
  await admin.getByLabel(/^生效日期/).fill(from)
  await save.click()
  await expect(admin.getByRole('region', { name: '消息' })).toContainText('设置已保存')

  const security = await as('security')
  await security.goto('/trail')
  await security.getByLabel('人员').fill('admin')
  await security.getByLabel('操作').selectOption({ label: '变更设置' })
  await security.getByRole('button', { name: '筛选' }).click()
  const row = security.getByRole('row').filter({ hasText: 'reviewDaysLarge' }).first()
  await expect(row).toContainText('系统管理员')
  await row.getByText('reviewDaysLarge').first().click()
  await expect(row.getByText('45').first()).toBeVisible()

  const waiting = security.waitForEvent('download')
  await security.getByRole('link', { name: '导出 CSV' }).click()
  const chunks: Buffer[] = []
  for await (const chunk of await (await waiting).createReadStream()) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString('utf8')
  expect(text).toContain('reviewDaysLarge')
  expect(text).not.toContain('sign-in')

  await test.step('reading is all the auditor may do', async () => {
    for (const path of ['/admin/settings', '/contracts', '/statistics']) {
      expect((await security.request.get(path, { maxRedirects: 0 })).status(), path).toBe(403)
    }
  })
})

test('the trail tells what happened to a contract and never what it says', async ({ as }) => {
  const { content } = await given('registered', registrarUnit)
  const security = await as('security')
  await security.goto(`/trail?person=${registrar(registrarUnit)}`)
  await expect(security.getByRole('row').nth(1)).toBeVisible()
  expect(await security.getByRole('main').textContent()).not.toContain(content.name)
})

const registrarUnit = 'D13'
