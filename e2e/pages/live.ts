import type { Page, Request } from '@playwright/test'

/** What a live page says of itself, and what it marks. */
export class LivePage {
  constructor(readonly page: Page) {}

  get live() {
    return this.page.getByText(/^实时 · 更新于 \d\d:\d\d:\d\d$/)
  }
  get lost() {
    return this.page.getByText(/^连接中断，正在重连… · 更新于/)
  }
  /** What a screen reader is told. */
  get said() {
    return this.page.getByRole('status').filter({ hasText: /数字已更新|连接已恢复|连接中断/ })
  }
  figure(name: string) {
    return this.page.locator(`[data-figure="${name}"]`)
  }

  /** Every figure of the page by its name, as it reads. */
  figures(): Promise<Record<string, string>> {
    return this.page.evaluate(() =>
      Object.fromEntries(
        [...document.querySelectorAll<HTMLElement>('[data-figure]')].map((one) => [
          one.dataset.figure,
          one.textContent,
        ]),
      ),
    )
  }
  marked(): Promise<string[]> {
    return this.page
      .locator('[data-changed]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-figure') ?? ''))
  }

  /** When a figure reads otherwise than now, in milliseconds since 1970. */
  seenChanging(name: string): Promise<number> {
    return this.figure(name).evaluate(
      (figure) =>
        new Promise((resolve) => {
          const look = () => resolve(Date.now())
          new MutationObserver(look).observe(figure, { characterData: true, childList: true, subtree: true })
        }),
    )
  }

  /** Puts something on the window that no reload leaves there. */
  remember() {
    return this.page.evaluate(() => Object.assign(window, { remembered: true }))
  }
  remembers(): Promise<boolean> {
    return this.page.evaluate(() => 'remembered' in window)
  }

  /** From here on counts what the page's script asks for; returns how many have no answer yet: with one, the session was read. */
  unanswered(): () => number {
    const asked = new Set<Request>()
    this.page.on('request', (request) => {
      // The stream has a type of its own, and never ends.
      if (request.resourceType() === 'fetch') asked.add(request)
    })
    this.page.on('response', (response) => asked.delete(response.request()))
    this.page.on('requestfailed', (request) => asked.delete(request))
    return () => asked.size
  }

  /** Opens a stream of its own in this browser and keeps every byte of it. */
  async overhear() {
    await this.page.evaluate(async () => {
      const kept = Object.assign(window, { overheard: '' })
      const { body } = await fetch('/live')
      const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
      const go = async () => {
        for (;;) {
          const part = await reader?.read()
          if (!part || part.done) return
          kept.overheard += part.value
        }
      }
      go()
    })
    await this.page.waitForFunction(() => 'overheard' in window && String(window.overheard).includes('hello'))
  }
  overheard(): Promise<string> {
    return this.page.evaluate(() => ('overheard' in window ? String(window.overheard) : ''))
  }
}

/** The names of figures that read otherwise, or are new. */
export const changedFigures = (before: Record<string, string>, after: Record<string, string>): string[] =>
  Object.keys(after).filter((name) => before[name] !== after[name])
