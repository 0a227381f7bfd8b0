import type { ProblemDetail } from '@/lib/domain/problems'
import type { Result, Unknown } from '@/lib/domain/result'

/**
 * saved: the server has everything · saving: on its way · waiting: typing has not rested yet · offline: could not be
 * sent, is tried again · signedOut: the same, until somebody signs in · stuck: the server will not take it any more.
 */
export type SaveState =
  | { kind: 'saved'; at: Date }
  | { kind: 'waiting' | 'saving' | 'offline' | 'signedOut' }
  | { kind: 'stuck'; problem: ProblemDetail | Unknown }

interface Surroundings {
  /** Whether there is anything that the server has not confirmed. */
  waits: () => boolean
  /** Sends all that waits, and takes note of what was confirmed before it answers. */
  send: () => Promise<Result<unknown>>
  onState: (state: SaveState) => void
  /** Problems that trying again would not help. */
  final: readonly string[]
  /** Typing has come to rest after so long. */
  restMs: number
}

const longestWaitMs = 30_000

/** Sends when typing rests, never two at once, so that an older state can't overtake a newer; what failed again and again. */
export class Sender {
  private underWay: Promise<void> | undefined
  private composing = false
  private paused = false
  private stopped = false
  private failures = 0
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly around: Surroundings,
    private last: Date,
  ) {}

  /** Something was typed. */
  changed(): void {
    if (this.stopped) return
    this.around.onState({ kind: 'waiting' })
    if (!this.composing) this.schedule(this.around.restMs)
  }

  /** While an input method composes, what stands in the box is not what the person means. */
  compose(composing: boolean): void {
    const ends = this.composing && !composing
    this.composing = composing
    if (ends && this.around.waits()) this.schedule(this.around.restMs)
  }

  /** Sends at once what waits; false where the server has not got all of it. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer)
    while (this.underWay) await this.underWay
    if (this.around.waits()) await this.sendNow()
    return !this.around.waits()
  }

  /** Sends nothing for now. */
  pause(paused: boolean): void {
    this.paused = paused
    clearTimeout(this.timer)
  }

  /** Sends nothing any more. */
  stop(): void {
    this.stopped = true
    clearTimeout(this.timer)
  }

  private schedule(ms: number): void {
    clearTimeout(this.timer)
    if (!this.stopped && !this.paused) this.timer = setTimeout(() => void this.sendNow(), ms)
  }

  private async sendNow(): Promise<void> {
    if (this.underWay || this.stopped || this.paused || this.composing) return
    if (!this.around.waits()) return this.around.onState({ kind: 'saved', at: this.last })
    this.around.onState({ kind: 'saving' })
    this.underWay = this.sendAll().finally(() => {
      this.underWay = undefined
    })
    await this.underWay
  }

  private async sendAll(): Promise<void> {
    const result = await this.around.send().catch(() => null)
    if (this.stopped) return
    if (!result?.ok) return this.failed(result?.problem ?? null)
    this.failures = 0
    this.last = new Date()
    if (this.around.waits()) this.changed()
    else this.around.onState({ kind: 'saved', at: this.last })
  }

  private failed(problem: ProblemDetail | Unknown | null): void {
    if (problem && this.around.final.includes(problem.code)) {
      this.around.onState({ kind: 'stuck', problem })
      return
    }
    this.around.onState({ kind: problem?.code === 'unauthenticated' ? 'signedOut' : 'offline' })
    this.failures += 1
    this.schedule(Math.min(longestWaitMs, 1000 * 2 ** (this.failures - 1)))
  }
}

/** Sends before the page is left or put aside, and once the connection is back. @returns what ends that */
export function sendOnLeaving(sender: Sender): () => void {
  const send = () => void sender.flush()
  const hide = () => document.visibilityState === 'hidden' && send()
  document.addEventListener('visibilitychange', hide)
  window.addEventListener('pagehide', send)
  window.addEventListener('online', send)
  return () => {
    document.removeEventListener('visibilitychange', hide)
    window.removeEventListener('pagehide', send)
    window.removeEventListener('online', send)
    void sender.flush().finally(() => sender.stop())
  }
}
