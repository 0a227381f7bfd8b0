import type { Page } from '@playwright/test'

/** 合同审核: everything before one decision, and the acts at its foot. */
export class DecisionPage {
  constructor(readonly page: Page) {}

  get bar() {
    return this.page.getByRole('region', { name: '审核操作' })
  }
  get dialog() {
    return this.page.getByRole('dialog')
  }
  get asked() {
    return this.page.getByRole('region', { name: /^上次退回的补正情况/ })
  }
  /** The toast that says what was done. */
  get said() {
    return this.page.getByRole('region', { name: '消息' })
  }

  /** Of a decision not to register: 不予登记〔2026〕1号. */
  get decisionNumber() {
    return this.dialog.getByText(/〔\d{4}〕/)
  }

  open(id: string) {
    return this.page.goto(`/approvals/${id}`)
  }

  async approve() {
    await this.bar.getByRole('button', { name: '审核通过' }).click()
    await this.dialog.getByRole('button', { name: /^(通过并登记|初审通过)/ }).click()
  }

  /** Points at a field of the sheet and sends the contract back for it. */
  async returnFor(field: string, reason: string, text: string) {
    await this.page.getByRole('button', { name: `指出“${field}”的问题` }).click()
    const drawer = this.page.getByRole('region', { name: '退回补正' })
    await drawer.getByLabel('原因', { exact: true }).selectOption(reason)
    await drawer.getByLabel('具体说明：应如何补正').fill(text)
    await drawer.getByRole('button', { name: /^退回补正/ }).click()
  }

  async refuse(ground: string, reasoning: string) {
    if (!(await this.dialog.isVisible())) await this.bar.getByRole('button', { name: '不予登记' }).click()
    if (ground) await this.dialog.getByLabel(/^不予登记的情形/).selectOption({ label: ground })
    await this.dialog.getByLabel(/^理由/).fill(reasoning)
    await this.dialog.getByRole('button', { name: '不予登记' }).click()
  }
}
