import type { Page } from '@playwright/test'

/** What a table's rows say of the year: contracts, turnover and technology turnover in 万元. */
export interface Figures {
  合同数?: number
  成交额?: number
  技术交易额?: number
}
/** By the table's name and the row's. */
export type Tables = Record<string, Record<string, Figures>>

export class StatisticsPage {
  constructor(readonly page: Page) {}

  open(year: number, query: Record<string, string> = {}) {
    return this.page.goto(`/statistics/${year}?${new URLSearchParams(query)}`)
  }
  table(name: string) {
    return this.page.getByRole('table', { name, exact: true })
  }
  /** The number of a row as a door to its contracts. */
  door(table: string, row: string, measure: string) {
    return this.table(table).getByRole('link', { name: new RegExp(`^${row}，${measure}：`) })
  }
  async show(choice: { year?: string; unit?: string; asOf?: string }) {
    if (choice.year) await this.page.getByLabel('年度').selectOption(choice.year)
    if (choice.unit !== undefined) await this.page.getByLabel('单位').selectOption(choice.unit)
    if (choice.asOf !== undefined) await this.page.getByLabel('截至时刻').fill(choice.asOf)
    await this.page.getByRole('button', { name: '查看' }).click()
  }

  /** Every figure on the page, read as a person would: by the heads of its row and column. */
  figures(): Promise<Tables> {
    return this.page.getByRole('main').evaluate((main) => {
      const words = (cell: Element | undefined) =>
        (cell?.querySelector('a') ?? cell)?.textContent?.trim() ?? ''
      const found: Tables = {}
      for (const table of main.querySelectorAll('table')) {
        const heads = [...table.querySelectorAll('thead th')].map(
          (head) => head.firstChild?.textContent ?? '',
        )
        const rows: Record<string, Figures> = {}
        for (const row of table.querySelectorAll('tbody tr, tfoot tr')) {
          const cells = [...row.children]
          const read = (name: string) => {
            const at = heads.indexOf(name)
            return at < 0 ? undefined : Number(words(cells[at]).replaceAll(',', ''))
          }
          rows[words(cells[0])] = {
            合同数: read('合同数'),
            成交额: read('成交额'),
            技术交易额: read('技术交易额'),
          }
        }
        found[table.caption?.textContent ?? ''] = rows
      }
      return found
    })
  }
}

/** The rows whose figures moved between two readings, and by how much. */
export function moved(before: Tables, after: Tables): Tables {
  const names = ['合同数', '成交额', '技术交易额'] as const
  const result: Tables = {}
  for (const [table, rows] of Object.entries(after)) {
    for (const [row, figures] of Object.entries(rows)) {
      const change: Figures = {}
      for (const name of names) {
        const by = Math.round(((figures[name] ?? 0) - (before[table]?.[row]?.[name] ?? 0)) * 100) / 100
        if (by !== 0 && !Number.isNaN(by)) change[name] = by
      }
      if (Object.keys(change).length > 0) result[table] = { ...result[table], [row]: change }
    }
  }
  return result
}
