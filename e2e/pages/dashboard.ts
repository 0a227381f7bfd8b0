import type { Page } from '@playwright/test'

/** A table by the names of its rows and columns, as text. */
export type Sheet = Record<string, Record<string, string>>

export class DashboardPage {
  constructor(readonly page: Page) {}

  open(year: number, query: Record<string, string> = {}) {
    return this.page.goto(`/dashboard/${year}?${new URLSearchParams(query)}`)
  }
  /** The panel of a catalogue table. */
  panel(id: string) {
    return this.page.locator(`section#${id}`)
  }
  get headline() {
    return this.panel('headline')
  }
  /** A number beside a bar or a part, as the way to its contracts. */
  door(id: string, row: string, measure = '成交额') {
    return this.panel(id)
      .getByRole('link', { name: new RegExp(`^${row}，${measure}：`) })
      .first()
  }
  /** The drawing has taken the place of the simple bars. */
  drawn(id: string) {
    return this.panel(id).locator('[data-drawn]').first()
  }
  async showTable(id: string) {
    const table = this.panel(id).locator('details').last()
    if (!(await table.evaluate((one) => (one as HTMLDetailsElement).open)))
      await table.locator('summary').click()
    return table
  }

  /** The table behind a picture, opened as a person would, read by the heads of its rows and columns. */
  async sheet(id: string): Promise<Sheet> {
    const table = (await this.showTable(id)).getByRole('table')
    return table.evaluate((one) => {
      const text = (cell: Element | undefined) => (cell as HTMLElement | undefined)?.innerText.trim() ?? ''
      const heads = [...one.querySelectorAll('thead th')].map((head) => text(head).split('\n')[0] ?? '')
      const rows = [...one.querySelectorAll('tbody tr, tfoot tr')].map((row) => [...row.children])
      return Object.fromEntries(
        rows.map((cells) => [
          text(cells[0]),
          Object.fromEntries(cells.slice(1).map((cell, at) => [heads[at + 1] ?? '', text(cell)])),
        ]),
      )
    })
  }
  /** Ratios under a table: 北疆与南疆之比 and the like. */
  async ratios(id: string): Promise<Record<string, string>> {
    const table = await this.showTable(id)
    return table
      .locator('dl > div')
      .evaluateAll((pairs) =>
        Object.fromEntries(
          pairs.map((pair) => [
            (pair.querySelector('dt') as HTMLElement).innerText,
            (pair.querySelector('dd') as HTMLElement).innerText,
          ]),
        ),
      )
  }
}
