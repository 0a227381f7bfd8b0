import type { Page } from '@playwright/test'

/** 提出登记后申请: what, why and on which papers; beside it what it would do. */
export class RequestForm {
  constructor(readonly page: Page) {}

  get form() {
    return this.page.getByRole('form', { name: '提出登记后申请' })
  }
  get preview() {
    return this.page.getByRole('region', { name: '申请的效果' })
  }

  open(contract: string, kind?: 'correct' | 'change' | 'cancel' | 'revoke') {
    return this.page.goto(`/contracts/${contract}/requests/new${kind ? `?kind=${kind}` : ''}`)
  }
  choose(kind: '更正' | '变更' | '注销' | '撤销') {
    return this.form.getByRole('radio', { name: new RegExp(`^${kind}`) }).check()
  }
  /** Takes a field into the request and returns its box. */
  async change(label: string) {
    await this.form.getByLabel('添加要改的项目').last().selectOption({ label })
    return this.form.getByRole('textbox', { name: new RegExp(`^${label}( |$)`) })
  }
  async because(reason: string, text: string) {
    await this.form.getByLabel(/^原因/).selectOption({ label: reason })
    await this.form.getByLabel(/^情况说明/).fill(text)
  }
  async attach(file: { name: string; mimeType: string; buffer: Buffer }) {
    const choosing = this.page.waitForEvent('filechooser')
    await this.form.getByRole('button', { name: '上传' }).click()
    await (await choosing).setFiles(file)
    await this.form.getByRole('link', { name: file.name }).waitFor()
  }
  /** Ctrl+Enter from within the form, and on to the paper. */
  async ask() {
    await this.form.getByLabel(/^情况说明/).press('ControlOrMeta+Enter')
    await this.page.waitForURL(/\/requests\/[0-9a-f-]{36}$/)
    return this.page.url().slice(-36)
  }
}

/** The paper of one request, and the acts at its foot. */
export class RequestPaper {
  constructor(readonly page: Page) {}

  get head() {
    return this.page.locator('main header').first()
  }
  get bar() {
    return this.page.getByRole('region', { name: '申请办理' })
  }
  get dialog() {
    return this.page.getByRole('dialog')
  }
  get differences() {
    return this.page.getByRole('table', { name: '内容差异' })
  }
  get course() {
    return this.page.getByRole('region', { name: '办理经过' })
  }

  open(id: string) {
    return this.page.goto(`/requests/${id}`)
  }
  /** An act that asks once more; `confirm` is the button's word where it differs. */
  async act(act: string, words: Record<string, string> = {}, confirm = act) {
    await this.bar.getByRole('button', { name: act, exact: true }).click()
    for (const [label, text] of Object.entries(words)) {
      await this.dialog.getByLabel(new RegExp(`^${label}`)).fill(text)
    }
    await this.dialog.getByRole('button', { name: confirm, exact: true }).click()
  }
}
