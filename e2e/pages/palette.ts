import { expect, type Page } from '@playwright/test'

/** The one box of the shell, as search or as palette of commands. */
export class Palette {
  constructor(readonly page: Page) {}
  get dialog() {
    return this.page.getByRole('dialog', { name: /^(搜索|命令|Search|Commands)$/ })
  }
  get box() {
    return this.dialog.getByRole('combobox')
  }
  /** The line that Enter takes. */
  get current() {
    return this.dialog.getByRole('option', { selected: true })
  }
  option(text: string) {
    return this.dialog.getByRole('option').filter({ hasText: text }).first()
  }
  group(heading: string) {
    return this.dialog.getByRole('group', { name: heading })
  }

  search() {
    return this.byKey('/')
  }
  commands() {
    return this.byKey('Control+k')
  }
  /** As a thumb opens it. */
  async open() {
    await this.page.getByRole('button', { name: /^(搜索|Search)$/ }).click()
    await expect(this.box).toBeVisible()
  }

  /** Keys are heard once the page's scripts have arrived, which the button that waits for them tells. */
  private async byKey(key: string) {
    await expect(this.page.locator('header button[aria-keyshortcuts]')).toBeEnabled()
    await this.page.keyboard.press(key)
    await expect(this.box).toBeFocused()
    await expect(this.dialog.getByRole('option').first()).toBeVisible()
  }
}
