import type { z } from 'zod'

const key = (of: string) => `jishi.unsent.${of}`

/** Writes what the server does not have yet; a full or forbidden storage costs the second copy, not the typing. */
export function keepUnsent(of: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(key(of))
    else localStorage.setItem(key(of), JSON.stringify(value))
  } catch {
    // Private windows and full disks refuse; the server still gets everything.
  }
}

/** What an earlier visit could not send, or null. */
export function findUnsent<T>(of: string, schema: z.ZodType<T>): T | null {
  try {
    const text = localStorage.getItem(key(of))
    return text === null ? null : schema.parse(JSON.parse(text))
  } catch {
    return null
  }
}
