import type { Page } from '@playwright/test'
import { routes } from '@/lib/routes'

/** 交叉表: a table of any two dimensions. */
export class CrossPage {
  constructor(readonly page: Page) {}

  get form() {
    return this.page.getByRole('form', { name: '选择行、列和指标' })
  }
  get title() {
    return this.page.getByRole('heading', { level: 1 })
  }
  /** The figures; the table of what is kept has a name of its own. */
  get table() {
    return this.page.getByRole('table', { name: /统计的/ })
  }
  get name() {
    return this.page.getByRole('textbox', { name: '保存这张表' })
  }
  kept(name: string) {
    return this.page.getByRole('table', { name: '保存的交叉表' }).getByRole('link', { name, exact: true })
  }
  door(...where: string[]) {
    return this.table.getByRole('link', { name: new RegExp(`^${where.join('、')}：`) })
  }

  /** One of the form's lists by its label, which also says that something has to be chosen. */
  list(label: string) {
    return this.form.getByRole('combobox', { name: new RegExp(`^${label}( 必填)?$`) })
  }

  open(query: Record<string, string | string[]> = {}) {
    return this.page.goto(routes.cross(query))
  }
  async choose(choice: Record<string, string>) {
    for (const [label, words] of Object.entries(choice)) {
      await this.list(label).selectOption({ label: words })
    }
    await this.form.getByRole('button', { name: '查看' }).click()
  }
  async keep(name: string) {
    await this.name.fill(name)
    await this.page.getByRole('button', { name: '保存', exact: true }).click()
  }

  /** Every figure as a person reads it, by row and column; for a table of one measure. */
  figures(): Promise<Record<string, Record<string, string>>> {
    return this.table.evaluate((table) => {
      const words = (cell: Element | undefined) => cell?.textContent?.trim() ?? ''
      const heads = [...table.querySelectorAll('thead th')].map(words)
      const rows = [...table.querySelectorAll('tbody tr, tfoot tr')].map((row) => {
        const cells = [...row.children].map(words)
        return [cells[0], Object.fromEntries(cells.map((cell, at) => [heads[at], cell]).slice(1))]
      })
      return Object.fromEntries(rows)
    })
  }
}
