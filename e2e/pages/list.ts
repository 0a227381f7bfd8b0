import type { Page } from '@playwright/test'

/** 合同: the register as a list. */
export class ListPage {
  constructor(readonly page: Page) {}

  get table() {
    return this.page.getByRole('table', { name: '合同', exact: true })
  }
  get names() {
    return this.table.getByRole('rowheader')
  }
  tab(name: string) {
    return this.page
      .getByRole('navigation', { name: '按状态查看' })
      .getByRole('link', { name: new RegExp(`^${name}`) })
  }

  open(query: Record<string, string> = {}) {
    return this.page.goto(`/contracts?${new URLSearchParams(query)}`)
  }
  async search(words: string) {
    await this.page.getByLabel('按编号、合同名称、卖方、买方搜索').fill(words)
    await this.page.getByLabel('按编号、合同名称、卖方、买方搜索').press('Enter')
  }
}
