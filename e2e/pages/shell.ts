import type { Page } from '@playwright/test'

/** The frame around every page behind the sign-in. */
export class Shell {
  constructor(readonly page: Page) {}
  get account() {
    return this.page.getByRole('button', { name: /账号与设置$/ })
  }

  async signOut() {
    await this.account.click()
    await this.page.getByRole('button', { name: '退出登录' }).click()
  }
}
