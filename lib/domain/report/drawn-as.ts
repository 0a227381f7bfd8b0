import type { SplitTable } from '../statistics/catalogue'
import type { Picture } from '../statistics/picture'

/** Where the report draws a table otherwise than the dashboard does. */
const otherwise: Readonly<Record<string, Picture>> = {
  'figure-field-shares': { kind: 'bars', measure: 'turnoverShare' },
}

/** How a figure of the report is drawn; undefined for the year's volume, which has a picture of its own. */
export const figureDrawnAs = (figure: string, { pictures }: SplitTable): Picture | undefined =>
  otherwise[figure] ?? pictures?.[0]
