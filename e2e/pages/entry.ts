import type { Locator, Page } from '@playwright/test'

/** 合同录入: the long form, and the way to it. What is asked by keyboard is done as somebody without a mouse would. */
export class EntryPage {
  constructor(readonly page: Page) {}

  get form() {
    return this.page.getByRole('form', { name: '合同录入' })
  }
  /** Where the typing is: with the server, on its way, or in this browser alone. */
  get saving() {
    return this.page.getByRole('complementary', { name: '填写进度' }).locator('[data-save-state]')
  }
  get id(): string {
    return /contracts\/([0-9a-f-]{36})/.exec(this.page.url())?.[1] ?? ''
  }

  box(label: string, within: Locator = this.form) {
    return within.getByRole('textbox', { name: new RegExp(`^${label}( |$)`) })
  }
  picker(label: string, within: Locator = this.form) {
    return within.getByRole('combobox', { name: new RegExp(`^${label}( |$)`) })
  }
  group(legend: string, within: Locator = this.form) {
    return within.getByRole('group', { name: new RegExp(`^${legend}( |$)`) })
  }
  section(title: string) {
    return this.page.getByRole('region', { name: title, exact: true })
  }
  party(side: '卖方' | '买方') {
    return this.picker('单位名称或统一社会信用代码', this.section(side)).first()
  }
  get addDialog() {
    return this.page.getByRole('dialog', { name: '新增单位' })
  }

  async begin() {
    await this.page.goto('/contracts/new')
    await this.page.getByRole('button', { name: '新建空白合同' }).press('Enter')
    await this.page.waitForURL(/\/edit/)
  }
  open(id: string) {
    return this.page.goto(`/contracts/${id}/edit`)
  }

  /** Presses Tab until the control has the focus. */
  async tabTo(control: Locator) {
    for (let presses = 0; presses < 60; presses += 1) {
      if (await control.evaluate((element) => element === document.activeElement)) return
      await this.page.keyboard.press('Tab')
    }
    throw new Error(`Tab never came to ${control}`)
  }
  async type(label: string, text: string, within?: Locator) {
    await this.tabTo(this.box(label, within))
    await this.page.keyboard.insertText(text)
  }
  /** One of a known list, found by its name. */
  async pick(label: string, name: string, within?: Locator) {
    await this.tabTo(this.picker(label, within))
    await this.page.keyboard.insertText(name)
    await this.page.keyboard.press('Enter')
  }
  /** One of several radios or checkboxes. */
  async choose(legend: string, option: string, within?: Locator) {
    const choices = this.group(legend, within)
    const wanted = choices.getByLabel(option, { exact: true })
    if ((await wanted.getAttribute('type')) === 'checkbox') {
      await this.tabTo(wanted)
      await this.page.keyboard.press('Space')
      return
    }
    const radios = choices.getByRole('radio')
    await this.tabTo(radios.first())
    const place = await radios.evaluateAll(
      (all, words) => all.findIndex((radio) => radio.closest('label')?.textContent?.trim() === words),
      option,
    )
    if (place === 0) await this.page.keyboard.press('Space')
    for (let step = 0; step < place; step += 1) await this.page.keyboard.press('ArrowDown')
  }
  /** An organisation or a place of many, found by some characters of its name. */
  async find(picker: Locator, characters: string) {
    await this.tabTo(picker)
    await this.page.keyboard.insertText(characters)
    await picker.page().getByRole('option').first().waitFor()
    await this.page.keyboard.press('ArrowDown')
    await this.page.keyboard.press('Enter')
  }

  /** The form's own short cut to the check page. */
  async toCheck() {
    await this.page.keyboard.press('Control+Enter')
    await this.page.waitForURL(/\/check/)
  }
}
