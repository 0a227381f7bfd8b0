import { type FilterKey, filterables, parametersOf } from '@/lib/domain/contract/filters'
import type { Parameter } from './operation'

/** The filters of the dictionary as parameters of the search, each may be given several times. */
export const filterParameters = (
  keys: readonly FilterKey[],
  items: Record<string, unknown>,
): readonly Parameter[] =>
  keys.flatMap((key) =>
    parametersOf(key).map((name) => ({
      name,
      in: 'query' as const,
      words: filterables[key].label,
      schema: { type: 'array', items },
    })),
  )
