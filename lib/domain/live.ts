/** What moved since somebody was last told: never how, by whom or by how much. */
export interface Change {
  /** Years whose figures moved, ascending, and in which units. */
  years: readonly { year: number; units: Units }[]
  /** Units whose contracts under way moved, ascending. */
  work: readonly string[]
}

/** Unit codes in ascending order; `all` where what moved belongs to no unit, as an extract of inflow does. */
type Units = 'all' | readonly string[]

/** What a page shows: a year against the one before it, or only contracts under way. */
export interface Shown {
  year: number | null
  /** `all`, or the unit whose figures these are. */
  units: string
  work: boolean
}

/** What the database announces: `2026 D08`, `2026 *` of a year, `work D08`. Null for anything else. */
export function readNotice(notice: string): Change | null {
  const [, what, unit] = /^(\d{4}|work) (\*|\w+)$/.exec(notice) ?? []
  if (!what || !unit) return null
  if (what !== 'work')
    return { years: [{ year: Number(what), units: unit === '*' ? 'all' : [unit] }], work: [] }
  return unit === '*' ? null : { years: [], work: [unit] }
}

/** Two changes as one; in whatever order and however often, nothing is lost and nothing said twice. */
export function merge(a: Change, b: Change): Change {
  const years = new Map<number, Units>()
  for (const { year, units } of [...a.years, ...b.years])
    years.set(year, together(years.get(year) ?? [], units))
  return {
    years: [...years].map(([year, units]) => ({ year, units })).sort((one, other) => one.year - other.year),
    work: ascending([...a.work, ...b.work]),
  }
}

const together = (a: Units, b: Units): Units => (a === 'all' || b === 'all' ? 'all' : ascending([...a, ...b]))

const ascending = (codes: readonly string[]): string[] => [...new Set(codes)].sort()

/** Whether a page shows anything that moved. */
export function touches({ year, units, work }: Shown, change: Change): boolean {
  const hit = (moved: Units) => moved === 'all' || moved.some((code) => units === 'all' || code === units)
  const against = (moved: number) => year !== null && (moved === year || moved === year - 1)
  return change.years.some((one) => against(one.year) && hit(one.units)) || (work && hit(change.work))
}

/**
 * What an open page is told. `position` is how far the server had heard when it spoke: a page made at another one may
 * have missed something.
 */
export type Signal =
  | { name: 'hello'; position: string }
  | { name: 'change'; position: string; change: Change }
  /** The server itself no longer hears the database: what is shown may be old. */
  | { name: 'deaf' }
  /** A sign of life, by which both ends notice when the other is gone. */
  | { name: 'beat' }

/** The signal as a block of an event stream (WHATWG HTML, 9.2.5); `readSignal` is the way back. */
export const signalText = ({ name, ...rest }: Signal): string =>
  `event: ${name}\ndata: ${JSON.stringify(rest)}\n\n`

export const readSignal = (name: Signal['name'], data: string): Signal => ({ name, ...JSON.parse(data) })
