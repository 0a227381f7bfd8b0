import { z } from 'zod'
import { units } from '../units'
import { type FindingStatus, findingStatusNames } from './finding'

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value)
const known = <T extends string>(holds: (value: string) => boolean) =>
  z
    .preprocess(
      first,
      z.custom<T>((value) => typeof value === 'string' && holds(value)),
    )
    .optional()
    .catch(undefined)

/** What the findings of a campaign are narrowed by, as it stands in the address; what is not known is left out. */
export const findingFilterSchema = z.object({
  unit: known<string>((code) => units.some((unit) => unit.code === code)),
  status: known<FindingStatus>((name) => (findingStatusNames as string[]).includes(name)),
  rule: known<string>((id) => /^[\w-]{1,60}$/.test(id)),
  page: z.preprocess(first, z.coerce.number().int().min(1).max(10_000)).catch(1),
})

export type FindingQuery = z.output<typeof findingFilterSchema>

/** The way back into the address. */
export const findingQuery = ({ unit, status, rule, page }: FindingQuery) => ({
  unit,
  status,
  rule,
  page: page > 1 ? page : undefined,
})
