import { z } from 'zod'
import { roleNames } from '@/lib/domain/access/roles'
import { typedWords } from '@/lib/domain/text/typed'
import { isDate } from '@/lib/domain/time/dates'
import { type TrailAction, trailActions } from '@/lib/domain/trail'

const words = typedWords(100)
const empty = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value)
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(empty, schema.optional()).catch(undefined)

/** The trail's filters as they stand in an address; what can't be read filters nothing. */
export const trailFilters = z.object({
  person: optional(words),
  role: optional(z.enum([...roleNames, 'gate', 'visitor'] as const)),
  unit: optional(z.string().regex(/^[A-Z]\d\d$/)),
  action: optional(z.enum(Object.keys(trailActions) as [TrailAction, ...TrailAction[]])),
  subject: optional(words),
  from: optional(z.string().refine(isDate)),
  to: optional(z.string().refine(isDate)),
})

export type TrailQuery = z.output<typeof trailFilters>
