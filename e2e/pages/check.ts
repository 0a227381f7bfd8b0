import type { Page } from '@playwright/test'

/** 核对合同: everything as it will be submitted, what is still open, and which figures will move. */
export class CheckPage {
  constructor(readonly page: Page) {}

  get submit() {
    return this.page.getByRole('button', { name: '提交审核' })
  }
  get open() {
    return this.page.getByRole('region', { name: /^还有 \d+ 处需要处理/ })
  }
  get effects() {
    return this.page.getByRole('region', { name: '审核通过后，这些数字会变化' })
  }
}
