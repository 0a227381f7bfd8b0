import type { Page } from '@playwright/test'

export class SignInPage {
  constructor(readonly page: Page) {}
  get submit() {
    return this.page.getByRole('button', { name: '登录', exact: true })
  }
  get alert() {
    return this.page.getByRole('alert').filter({ hasText: '需要修改' })
  }

  open(from?: string) {
    return this.page.goto(from === undefined ? '/sign-in' : `/sign-in?from=${encodeURIComponent(from)}`)
  }

  async signIn(username: string, password: string) {
    await this.page.getByLabel('用户名').fill(username)
    await this.page.getByLabel(/^密码/).fill(password)
    await this.submit.click()
  }
}

export class ChangePasswordPage {
  constructor(readonly page: Page) {}
  get alert() {
    return this.page.getByRole('alert').filter({ hasText: '需要修改' })
  }

  async change(current: string, next: string, repeat = next) {
    await this.page.getByLabel(/^当前密码/).fill(current)
    await this.page.getByLabel(/^新密码/).fill(next)
    await this.page.getByLabel(/^再次输入新密码/).fill(repeat)
    await this.page.getByRole('button', { name: '修改密码' }).click()
  }
}
