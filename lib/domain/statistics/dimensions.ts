import type { Facts } from './facts'

/** The dimensions a posting carries beside year and unit; each is a column of `posting` and a split of the totals. */
export const dimensionNames = [
  'month',
  'area',
  'type',
  'subtype',
  'plan',
  'flow',
  'seller',
  'field',
  'band',
  'property',
  'goal',
  'buyer',
  'province',
  'trade',
] as const satisfies readonly (keyof Facts)[]

export type DimensionName = (typeof dimensionNames)[number]
