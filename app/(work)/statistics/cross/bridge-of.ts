import type { CrossQuery } from '@/lib/domain/statistics/cross-query'
import { routes } from '@/lib/routes'

/** What has changed since the moment of a table, where it asks about one year and, if any, one unit. */
export function bridgeOf({ years, filters }: CrossQuery, asOf: string | null): string | null {
  const [year, more] = years
  if (year === undefined || more !== undefined) return null
  const units = filters.flatMap((filter) =>
    filter.key === 'unit' && filter.operator === 'in' ? filter.codes : [],
  )
  if (units.length > 1) return null
  return routes.bridge(year, { unit: units[0], from: asOf })
}
