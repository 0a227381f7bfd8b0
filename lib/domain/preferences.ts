import { z } from 'zod'
import type { Words } from './words'

/** How a person likes the house, kept with the account so that it follows them to another machine. */
export const preferenceSchema = z.strictObject({
  language: z.enum(['zh-CN', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['comfortable', 'compact']),
  /** Rows on a page of a list. */
  pageSize: z.union([z.literal(20), z.literal(50), z.literal(100), z.literal(200)]),
  /** Whether single keys act (WCAG 2.1.4). */
  shortcuts: z.boolean(),
})

/** What somebody has chosen; where they chose nothing the browser or the usual decides. */
export type Preferences = Partial<z.infer<typeof preferenceSchema>>
export type PreferenceName = keyof Preferences

export const preferenceNames = Object.keys(preferenceSchema.shape) as PreferenceName[]

export const usualPageSize = 50
export const pageSizes = [20, 50, 100, 200] as const
export const densities = {
  comfortable: { zh: '舒展', en: 'Comfortable' },
  compact: { zh: '紧凑', en: 'Compact' },
} as const satisfies Record<string, Words>
export type Density = keyof typeof densities

/** What was kept, as far as it is still understood: a value of an earlier or later version falls back by itself. */
export function readPreferences(kept: unknown): Preferences {
  if (typeof kept !== 'object' || kept === null) return {}
  const read = preferenceNames.flatMap((name) => {
    const value = preferenceSchema.shape[name].safeParse((kept as Record<string, unknown>)[name])
    return value.success ? [[name, value.data]] : []
  })
  return Object.fromEntries(read)
}
