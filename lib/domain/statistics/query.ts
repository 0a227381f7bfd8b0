import { z } from 'zod'
import { isDate, shanghaiDate } from '../time/dates'
import { causeNames } from './bridge'

/** A statistical year that a page or a caller may ask for. */
export const yearSchema = z.coerce.number().int().min(2000).max(2100)

/**
 * An instant: with an offset (`2024-12-09T08:00:00Z`), or without one, as a clock in the office shows it
 * (Asia/Shanghai), seconds optional.
 */
export const instantSchema = z.iso.datetime({ offset: true, local: true }).transform((text, context) => {
  const instant = new Date(/(?:Z|[+-]\d{2}:?\d{2})$/i.test(text) ? text : `${text}+08:00`)
  if (!Number.isNaN(instant.getTime())) return instant
  context.addIssue({ code: 'custom', message: 'instant' })
  return z.NEVER
})

/** What may stand behind the `?` of the statistics, on the page and in the API; empty boxes of a form count as absent. */
export const viewSchema = z.object({
  unit: z.preprocess((value) => value || undefined, z.string().max(10).optional()),
  asOf: z.preprocess((value) => value || undefined, instantSchema.optional()),
})

const absent = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

/** From where to where a bridge leads: from a moment or an edition's publication, to a moment or now. */
export const bridgeSchema = z.object({
  unit: absent(z.string().max(10)),
  from: absent(instantSchema),
  edition: absent(z.coerce.number().int().min(1).max(99)),
  to: absent(instantSchema),
  /** Whose acts are listed, and from where on. */
  cause: absent(z.enum(causeNames)),
  before: absent(z.coerce.number().int().min(1).max(1e15)),
})

/** Days of registration that a list behind a number is bounded by. */
export const daysSchema = z.object({
  from: z.string().refine(isDate).optional().catch(undefined),
  until: z.string().refine(isDate).optional().catch(undefined),
})

/** The current statistical year of the office. */
export const currentYear = (now: Date): number => Number(shanghaiDate(now).slice(0, 4))
