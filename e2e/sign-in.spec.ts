import { createAccount } from '@/lib/services/people/accounts'
import { disableAccount } from '@/lib/services/people/disable-account'
import { expect, test, who } from './fixtures/test'
import { Shell } from './pages/shell'
import { ChangePasswordPage, SignInPage } from './pages/sign-in'

async function newcomer(unit = 'U01') {
  const username = `e2e-${crypto.randomUUID().slice(0, 8)}`
  return createAccount(await who('admin'), { username, name: '新来的登记员', role: 'registrar', unit })
}

const chosen = 'Karakash-River-1954'

test('a new account signs in, sets a password of its own, leaves and comes back', async ({ page }) => {
  const { username, oneTimePassword } = await newcomer()
  const signIn = new SignInPage(page)
  const change = new ChangePasswordPage(page)
  await signIn.open('/contracts?status=draft')
  await signIn.signIn(username, oneTimePassword)

  await test.step('nothing opens before the password is changed', async () => {
    await expect(page).toHaveURL(/\/change-password/)
    await page.goto('/contracts')
    await expect(page).toHaveURL(/\/change-password/)
    await expect(page.getByText('请先设置新密码')).toBeVisible()
  })

  const refused: [next: string, repeat: string, told: string][] = [
    ['short-1A', 'short-1A', '密码至少'],
    ['aaaaaaaaaaaaaaaaaaaa', 'aaaaaaaaaaaaaaaaaaaa', '三类'],
    [`X9-${username}-abc`, `X9-${username}-abc`, '不能包含用户名'],
    [chosen, `${chosen}x`, '两次输入的新密码不一致'],
    [oneTimePassword, oneTimePassword, '不能与当前密码'],
  ]
  for (const [next, repeat, told] of refused) {
    await test.step(`refused: ${told}`, async () => {
      await change.change(oneTimePassword, next, repeat)
      await expect(change.alert).toContainText(told)
    })
  }
  await test.step('a wrong present password is refused', async () => {
    await change.change('not-the-one-1A', chosen)
    await expect(change.alert).toContainText('当前密码不正确')
  })

  await change.change(oneTimePassword, chosen)
  await expect(page.getByText('密码已修改')).toBeVisible()
  await page.getByRole('link', { name: '返回系统' }).click()
  await expect(page).toHaveURL(/\/contracts$/)

  await new Shell(page).signOut()
  await expect(page).toHaveURL(/\/sign-in/)
  await page.goto('/contracts')
  await expect(page).toHaveURL(/\/sign-in\?from=%2Fcontracts/)
  await signIn.signIn(username, chosen)
  await expect(page).toHaveURL(/\/contracts$/)
})

test('an unknown name and a wrong password get the same answer', async ({ page }) => {
  const { username } = await newcomer()
  const signIn = new SignInPage(page)
  const answers: string[] = []
  for (const name of [username, `nobody-${username}`]) {
    await signIn.open()
    await signIn.signIn(name, 'certainly-wrong-1A')
    await expect(signIn.alert).toBeVisible()
    answers.push((await signIn.alert.textContent()) ?? '')
  }
  expect(answers[0]).toBe(answers[1])

  await signIn.open()
  await signIn.signIn('', '')
  await expect(signIn.alert).toContainText('请输入用户名')
  await expect(signIn.alert).toContainText('请输入密码')
  await expect(page.getByLabel('用户名')).toHaveAttribute('aria-invalid', 'true')
})

for (const from of [
  'https://evil.example/x',
  '//evil.example/x',
  '/.//evil.example/x',
  '/\\evil.example',
  'javascript:alert(1)',
]) {
  test(`after signing in, "${from}" does not lead elsewhere`, async ({ as, baseURL }) => {
    const page = await as('leader')
    await new SignInPage(page).open(from)
    await expect(page.getByRole('main')).toBeVisible()
    expect(new URL(page.url()).origin).toBe(baseURL)
    await expect(page).not.toHaveURL(/sign-in/)
  })
}

test('who is disabled is out at once', async ({ page }) => {
  const { id, username, oneTimePassword } = await newcomer()
  const signIn = new SignInPage(page)
  await signIn.open()
  await signIn.signIn(username, oneTimePassword)
  await expect(page).toHaveURL(/\/change-password/)
  await disableAccount(await who('admin'), { id })
  await page.goto('/change-password')
  await expect(page).toHaveURL(/\/sign-in/)
  await signIn.signIn(username, oneTimePassword)
  await expect(signIn.alert).toContainText('用户名或密码不正确')
})
