import type { Page } from '@playwright/test'

/** 审核: everything that waits for a decision. */
export class DeskPage {
  constructor(readonly page: Page) {}

  get dialog() {
    return this.page.getByRole('dialog')
  }
  row(name: string) {
    return this.page.getByRole('row').filter({ hasText: name })
  }

  open(query: Record<string, string> = {}) {
    return this.page.goto(`/approvals?${new URLSearchParams(query)}`)
  }

  async choose(names: readonly string[]) {
    for (const name of names) await this.page.getByRole('checkbox', { name: `选择：${name}` }).check()
  }

  async dryRun() {
    await this.page.getByRole('button', { name: '试算并批量审核' }).click()
  }
}
