import type { Page } from '@playwright/test'

/** One contract of the register. */
export class ContractPage {
  constructor(readonly page: Page) {}

  /** Name, status, numbers and acts. */
  get head() {
    return this.page.locator('main header').first()
  }
  get number() {
    return this.head.getByText(/^登记编号 \d{16}$/)
  }

  open(id: string) {
    return this.page.goto(`/contracts/${id}`)
  }

  /** An act that asks once more. */
  async confirm(act: '撤回' | '作废') {
    await this.page.getByRole('button', { name: act, exact: true }).click()
    await this.page.getByRole('dialog').getByRole('button', { name: act, exact: true }).click()
  }
}
