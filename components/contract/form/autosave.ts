import { z } from 'zod'
import { type SaveState, Sender } from '@/components/autosave/sender'
import type { Result } from '@/lib/domain/result'
import { stable } from './stable'

export interface Patch {
  patch: Record<string, unknown>
  explanations: Record<string, string>
}

/** What is kept in this browser until the server has it: what stands in the boxes, by field. */
export const keptSchema = z.object({
  typed: z.record(z.string(), z.unknown()),
  explanations: z.record(z.string(), z.string()),
})
export type Kept = z.infer<typeof keptSchema>

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

/** The contract is not open to this person's changes any more. */
const final = ['wrong-status', 'not-found', 'forbidden', 'state-secret', 'invalid-input']

/**
 * Sends what is typed as patches of fields. Whatever the server has not confirmed is kept in the browser, tried again and
 * again, and found at the next opening.
 */
export class Autosave {
  readonly sender: Sender
  private typed = new Map<string, unknown>()
  private explanations = new Map<string, string>()
  private confirmed = new Map<string, string>()
  private paused = false

  constructor(
    private readonly around: Surroundings,
    savedAt: Date,
  ) {
    this.sender = new Sender(
      {
        waits: () => this.hasUnsent(),
        send: () => this.send(),
        onState: around.onState,
        final,
        restMs,
      },
      savedAt,
    )
  }

  change(name: string, typed: unknown): void {
    this.typed.set(name, typed)
    this.remember()
  }

  explain(rule: string, text: string): void {
    this.explanations.set(rule, text)
    this.remember()
  }

  /** Sends and keeps nothing for now, and takes back what this browser keeps: the contract may have to go. */
  pause(paused: boolean): void {
    this.paused = paused
    this.sender.pause(paused)
    if (paused) this.around.keep(null)
  }

  /** Nothing is sent or kept any more. */
  forget(): void {
    this.sender.stop()
    this.typed.clear()
    this.explanations.clear()
    this.pause(true)
  }

  private remember(): void {
    this.keep()
    this.sender.changed()
  }

  /** Unreadable text that has been sent as "nothing" stays kept here but is not unsent. */
  private hasUnsent(): boolean {
    return (
      this.explanations.size > 0 ||
      [...this.typed].some(([name, typed]) => this.confirmed.get(name) !== stable(typed))
    )
  }

  private async send(): Promise<Result<Saved>> {
    const typed = [...this.typed]
    const explanations = [...this.explanations]
    const patch = Object.fromEntries(
      typed.map(([name, value]) => [name, this.around.read(name, value).value]),
    )
    const result = await this.around.send({ patch, explanations: Object.fromEntries(explanations) })
    if (result.ok) this.confirm(result.value, typed, explanations)
    return result
  }

  private confirm(saved: Saved, typed: [string, unknown][], explanations: [string, string][]): void {
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
    this.around.onSaved(saved, new Set(this.typed.keys()))
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
