import type { Page } from '@playwright/test'
import { routes } from '@/lib/routes'

/** 自查: one campaign, as the office or the auditor sees it. */
export class CampaignPage {
  constructor(readonly page: Page) {}

  get dialog() {
    return this.page.getByRole('dialog')
  }
  get findings() {
    return this.page.getByRole('table', { name: '自查发现的问题' })
  }
  get rows() {
    return this.findings.getByRole('row').filter({ has: this.page.getByRole('rowheader') })
  }
  get report() {
    return this.page.getByRole('region', { name: '自查报告' })
  }

  open(id: string) {
    return this.page.goto(routes.audit.campaign(id))
  }

  tab(name: string) {
    return this.page
      .getByRole('navigation', { name: '按状态查看' })
      .getByRole('link', { name: new RegExp(`^${name}`) })
  }

  async chooseAll() {
    await this.page.getByRole('checkbox', { name: '选择本页全部未核定的问题' }).check()
  }

  async answer(result: '无误' | '更正' | '撤销', text: string) {
    await this.withChosen('答复')
    await this.dialog.getByRole('radio', { name: new RegExp(`^${result}`) }).check()
    await this.dialog.getByLabel('说明', { exact: false }).last().fill(text)
    await this.dialog.getByRole('button', { name: '提交答复' }).click()
  }

  async sendBack(reason: string) {
    await this.withChosen('退回重答')
    await this.dialog.getByLabel(/^退回理由/).fill(reason)
    await this.dialog.getByRole('button', { name: '退回重答' }).click()
  }

  async accept() {
    await this.withChosen('采纳答复')
    await this.dialog.getByRole('button', { name: '采纳答复' }).click()
  }

  async close() {
    await this.page.getByRole('button', { name: '结束自查' }).click()
    await this.dialog.getByRole('button', { name: '结束自查' }).click()
  }

  private async withChosen(act: string) {
    await this.page.getByRole('region', { name: '对所选问题' }).getByRole('button', { name: act }).click()
  }
}
