import { z } from 'zod'
import type { Kept } from './autosave'

const key = (contract: string) => `jishi.unsent.${contract}`

const keptSchema = z.object({
  typed: z.record(z.string(), z.unknown()),
  explanations: z.record(z.string(), z.string()),
})

/** Writes what the server does not have yet; a full or forbidden storage costs the second copy, not the typing. */
export function keep(contract: string, kept: Kept | null): void {
  try {
    if (kept === null) localStorage.removeItem(key(contract))
    else localStorage.setItem(key(contract), JSON.stringify(kept))
  } catch {
    // Private windows and full disks refuse; the server still gets every patch.
  }
}

/** What an earlier visit could not send, or null. */
export function kept(contract: string): Kept | null {
  try {
    const text = localStorage.getItem(key(contract))
    return text === null ? null : keptSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}
