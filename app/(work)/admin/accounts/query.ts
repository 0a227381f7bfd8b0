import { z } from 'zod'
import { type Role, roleNames } from '@/lib/domain/access/roles'
import { typedWords } from '@/lib/domain/text/typed'

export type SearchParams = Promise<Record<string, string | string[] | undefined>>

const text = typedWords(60)
  .transform((value) => value || undefined)
  .optional()
  .catch(undefined)

const query = z.object({
  words: text,
  role: z
    .enum(roleNames as [Role, ...Role[]])
    .optional()
    .catch(undefined),
  unit: text,
  state: z.enum(['enabled', 'disabled']).optional().catch(undefined),
  after: text,
})

/** The list's filters as they stand in the address; what can't be read filters nothing. */
export const accountQuery = (params: Awaited<SearchParams>) => query.parse(params)
