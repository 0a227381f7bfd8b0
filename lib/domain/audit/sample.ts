/** A contract as the drawing of a sample sees it. */
export interface Candidate {
  id: string
  unit: string
  /** Main type, code. */
  type: string
  band: string
  /** Technology turnover at or above the threshold of large contracts. */
  large: boolean
  /** 涉税: a benefit is sought with it. */
  tax: boolean
  /** 涉外. */
  foreign: boolean
}

/** What is looked at by hand beside what the rules find (国科火字〔2021〕188号: 涉税、大额、涉外). */
export interface SamplePlan {
  large: boolean
  tax: boolean
  foreign: boolean
  /** How many at random, spread over type, size and unit. */
  random: number
  /** Drawing again with the same seed from the same contracts gives the same sample. */
  seed: number
}

export const sampleReasons = {
  large: { zh: '大额', en: 'large' },
  tax: { zh: '涉税', en: 'tax benefit' },
  foreign: { zh: '涉外', en: 'foreign' },
  random: { zh: '随机抽样', en: 'random' },
} as const

export type SampleReason = keyof typeof sampleReasons

export const stratumOf = ({ type, band, unit }: Pick<Candidate, 'type' | 'band' | 'unit'>): string =>
  `${type}/${band}/${unit}`

/** Why each contract is in the sample; those in none of it are left out. */
export function drawSample(population: readonly Candidate[], plan: SamplePlan): Map<string, SampleReason[]> {
  const drawn = drawRandom(population, plan.random, plan.seed)
  const reasons = population.map((one): [string, SampleReason[]] => [
    one.id,
    [
      ...(plan.large && one.large ? (['large'] as const) : []),
      ...(plan.tax && one.tax ? (['tax'] as const) : []),
      ...(plan.foreign && one.foreign ? (['foreign'] as const) : []),
      ...(drawn.has(one.id) ? (['random'] as const) : []),
    ],
  ])
  return new Map(reasons.filter(([, why]) => why.length > 0))
}

/**
 * A stratified random sample: contracts are ordered by stratum and within it by chance, and every N/n-th is taken from a
 * start by chance. Each contract has the same chance, and each stratum its share to within one.
 */
export function drawRandom(population: readonly Candidate[], size: number, seed: number): Set<string> {
  const ordered = population
    .map((one) => ({ id: one.id, stratum: stratumOf(one), place: hash(`${seed} ${one.id}`) }))
    .sort((a, b) => compare(a.stratum, b.stratum) || a.place - b.place || compare(a.id, b.id))
  if (size >= ordered.length) return new Set(ordered.map(({ id }) => id))
  const step = ordered.length / size
  const start = (hash(`${seed} start`) / 2 ** 32) * step
  return new Set(Array.from({ length: size }, (_, at) => ordered[Math.floor(start + at * step)]?.id ?? ''))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** FNV-1a with the finish of MurmurHash3: the same number from 0 to 2³² − 1 for the same text, everywhere. */
function hash(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** A share of wrong contracts as far as a random sample tells. */
export interface ErrorRate {
  drawn: number
  wrong: number
  /** From 0 to 1. */
  rate: number
  low: number
  high: number
}

const Z95 = 1.959963984540054

/**
 * The register's error rate from its random sample, with Wilson's 95 % interval; null without a sample. Strata drawn in
 * proportion only make the true interval narrower (Cochran, Sampling Techniques, §5.6).
 */
export function errorRate(drawn: number, wrong: number): ErrorRate | null {
  if (drawn === 0) return null
  const rate = wrong / drawn
  const z2 = Z95 ** 2
  const middle = (rate + z2 / (2 * drawn)) / (1 + z2 / drawn)
  const half = (Z95 / (1 + z2 / drawn)) * Math.sqrt((rate * (1 - rate)) / drawn + z2 / (4 * drawn ** 2))
  return {
    drawn,
    wrong,
    rate,
    low: wrong === 0 ? 0 : Math.max(0, middle - half),
    high: wrong === drawn ? 1 : Math.min(1, middle + half),
  }
}
