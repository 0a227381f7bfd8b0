import type { SplitTable } from '../statistics/catalogue'
import type { MeasureName } from '../statistics/measures'
import type { Picture } from '../statistics/picture'

/** Where the report draws a table otherwise than the dashboard does. */
const drawnAs: Readonly<Record<string, Picture>> = {
  'figure-field-shares': { kind: 'bars', measure: 'turnoverShare' },
}

/** How a figure of the report draws its table; null for the year's sums, which are pairs (`volumePairs`). */
export const pictureOf = (figure: string, { pictures }: SplitTable): Picture | null =>
  drawnAs[figure] ?? pictures?.[0] ?? null

/** The year's sums against the same of the year before; each in its own unit, so each with a scale of its own. */
export const volumePairs = [
  ['contracts', 'contractsLast'],
  ['turnover', 'turnoverLast'],
  ['technology', 'technologyLast'],
] as const satisfies readonly (readonly [now: MeasureName, before: MeasureName])[]
