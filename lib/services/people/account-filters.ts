import { z } from 'zod'
import { type Role, roleNames } from '@/lib/domain/access/roles'
import { typedWords } from '@/lib/domain/text/typed'

const text = typedWords(60)
  .transform((value) => value || undefined)
  .optional()
  .catch(undefined)

/** The list's filters as they stand in the address; what can't be read filters nothing. */
export const accountFilters = z.object({
  words: text,
  role: z
    .enum(roleNames as [Role, ...Role[]])
    .optional()
    .catch(undefined),
  unit: text,
  state: z.enum(['enabled', 'disabled']).optional().catch(undefined),
  after: text,
})
