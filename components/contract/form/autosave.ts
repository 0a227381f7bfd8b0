import type { ProblemDetail } from '@/lib/domain/problems'
import type { Result, Unknown } from '@/lib/domain/result'
import { stable } from './stable'

/**
 * saved: the server has everything · saving: on its way · waiting: typing has not rested yet · offline: could not be
 * sent, is tried again · signedOut: the same, until somebody signs in · stuck: the server will not take it any more.
 */
export type SaveState =
  | { kind: 'saved'; at: Date }
  | { kind: 'waiting' | 'saving' | 'offline' | 'signedOut' }
  | { kind: 'stuck'; problem: ProblemDetail | Unknown }

export interface Patch {
  patch: Record<string, unknown>
  explanations: Record<string, string>
}

/** What is kept in this browser until the server has it: what stands in the boxes, by field. */
export interface Kept {
  typed: Record<string, unknown>
  explanations: Record<string, string>
}

interface Saved {
  revision: number
  content: unknown
}

interface Surroundings {
  send: (patch: Patch) => Promise<Result<Saved>>
  /** The value of a box in wire form, and whether all of it could be read. */
  read: (name: string, typed: unknown) => { value: unknown; readable: boolean }
  keep: (kept: Kept | null) => void
  onState: (state: SaveState) => void
  /** The server's content after a save, with the fields that changed here since and must not be overwritten. */
  onSaved: (saved: Saved, pending: ReadonlySet<string>) => void
}

export const restMs = 800
const longestWaitMs = 30_000

/**
 * Sends what is typed, one patch after another and never two at once, so that an older value can't overtake a newer.
 * Whatever the server has not confirmed is kept in the browser, tried again and again, and found at the next opening.
 */
export class Autosave {
  private typed = new Map<string, unknown>()
  private explanations = new Map<string, string>()
  private sending = false
  private composing = false
  private failures = 0
  private stopped = false
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly around: Surroundings,
    savedAt: Date,
  ) {
    this.last = savedAt
  }
  private last: Date

  change(name: string, typed: unknown): void {
    if (this.stopped) return
    this.typed.set(name, typed)
    this.remember()
  }

  explain(rule: string, text: string): void {
    if (this.stopped) return
    this.explanations.set(rule, text)
    this.remember()
  }

  /** While an input method composes, what stands in the box is not what the person means. */
  compose(composing: boolean): void {
    this.composing = composing
    if (!composing && this.hasUnsent()) this.schedule(restMs)
  }

  /** Sends at once what waits; resolves when the server has it or could not be reached. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer)
    while (this.sending) await new Promise((done) => setTimeout(done, 20))
    if (this.hasUnsent()) await this.sendNow()
    return !this.hasUnsent()
  }

  /** Sends and keeps nothing for now, and takes back what this browser keeps: the contract may have to go. */
  pause(paused: boolean): void {
    this.paused = paused
    clearTimeout(this.timer)
    if (paused) this.around.keep(null)
  }
  private paused = false

  /** Nothing is sent or kept any more. */
  stop(forget: boolean): void {
    this.stopped = true
    clearTimeout(this.timer)
    if (!forget) return
    this.typed.clear()
    this.explanations.clear()
    this.around.keep(null)
  }

  private remember(): void {
    this.keep()
    this.around.onState({ kind: 'waiting' })
    if (!this.composing) this.schedule(restMs)
  }

  private schedule(ms: number): void {
    clearTimeout(this.timer)
    if (!this.stopped && !this.paused) this.timer = setTimeout(() => void this.sendNow(), ms)
  }

  /** Unreadable text that has been sent as "nothing" stays kept here but is not unsent. */
  private hasUnsent(): boolean {
    return (
      this.explanations.size > 0 ||
      [...this.typed].some(([name, typed]) => this.confirmed.get(name) !== stable(typed))
    )
  }
  private confirmed = new Map<string, string>()

  private async sendNow(): Promise<void> {
    if (this.sending || this.stopped || this.paused) return
    const typed = [...this.typed]
    const explanations = [...this.explanations]
    if (typed.length === 0 && explanations.length === 0) return
    this.sending = true
    this.around.onState({ kind: 'saving' })
    const patch = Object.fromEntries(
      typed.map(([name, value]) => [name, this.around.read(name, value).value]),
    )
    const result = await this.around
      .send({ patch, explanations: Object.fromEntries(explanations) })
      .catch(() => null)
    this.sending = false
    if (this.stopped) return
    if (result?.ok) this.confirm(result.value, typed, explanations)
    else this.failed(result?.problem ?? null)
  }

  private confirm(saved: Saved, typed: [string, unknown][], explanations: [string, string][]): void {
    this.failures = 0
    for (const [name, value] of typed) {
      if (this.typed.get(name) !== value) continue
      if (this.around.read(name, value).readable) {
        this.typed.delete(name)
        this.confirmed.delete(name)
      } else this.confirmed.set(name, stable(value))
    }
    for (const [rule, text] of explanations) {
      if (this.explanations.get(rule) === text) this.explanations.delete(rule)
    }
    this.keep()
    this.last = new Date()
    this.around.onSaved(saved, new Set(this.typed.keys()))
    if (this.hasUnsent()) this.remember()
    else this.around.onState({ kind: 'saved', at: this.last })
  }

  private failed(problem: ProblemDetail | Unknown | null): void {
    if (problem && isFinal(problem)) {
      this.around.onState({ kind: 'stuck', problem })
      return
    }
    this.around.onState({ kind: problem?.code === 'unauthenticated' ? 'signedOut' : 'offline' })
    this.failures += 1
    this.schedule(Math.min(longestWaitMs, 1000 * 2 ** (this.failures - 1)))
  }

  private keep(): void {
    if (this.paused) return
    const nothing = this.typed.size === 0 && this.explanations.size === 0
    this.around.keep(
      nothing
        ? null
        : {
            typed: Object.fromEntries(this.typed),
            explanations: Object.fromEntries(this.explanations),
          },
    )
  }
}

/** Trying again would not help: the contract is not open to this person's changes any more. */
const isFinal = ({ code }: ProblemDetail | Unknown): boolean =>
  ['wrong-status', 'not-found', 'forbidden', 'state-secret', 'invalid-input'].includes(code)
