import { z } from 'zod'
import { openOutcomes } from './compare'

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value)

/** Which findings of a reconciliation are listed; what is not known is left out. */
export const findingListSchema = z.object({
  show: z
    .preprocess(first, z.enum([...openOutcomes, 'same']))
    .optional()
    .catch(undefined),
  /** Those alone that nobody has decided yet. */
  open: z.preprocess(first, z.literal('1')).optional().catch(undefined),
  page: z.preprocess(first, z.coerce.number().int().min(1).max(10_000)).catch(1),
})

export type FindingListQuery = z.output<typeof findingListSchema>
