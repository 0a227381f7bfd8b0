import { type Target, targets } from './targets'

/** What amounts of a column are written in. */
export type MoneyUnit = 'yuan' | 'wan'

/** Headings are compared without width, spaces, numbering, marks, notes in brackets and case. */
export const headingKey = (heading: string): string =>
  heading
    .normalize('NFKC')
    .replace(/[\s*:_·]+/g, '')
    .replace(/(?:\([^()]*\)|\[[^[\]]*\])+$/, '')
    .replace(/^\d{1,2}[.、]/, '')
    .replace(/万?元$/, '')
    .toLowerCase()

/** Where two things are called alike, whoever is named so first: labels come before other names. */
const byHeading: ReadonlyMap<string, Target> = (() => {
  const known = new Map<string, Target>()
  const longest = Math.max(...targets.map(({ headings }) => headings.length))
  for (let place = 0; place < longest; place++) {
    for (const target of targets) {
      const heading = target.headings[place]
      const key = heading === undefined ? '' : headingKey(heading)
      if (key !== '' && !known.has(key)) known.set(key, target)
    }
  }
  return known
})()

/** What a column's heading means, or null. */
export const targetNamed = (heading: string): Target | null => byHeading.get(headingKey(heading)) ?? null

/** What the heading says amounts are in: 元 or 万元; null where it says nothing. */
export function moneyUnitOf(heading: string): MoneyUnit | null {
  const text = heading.normalize('NFKC')
  if (/万\s*元|10k|wan/i.test(text)) return 'wan'
  return /元|yuan|cny/i.test(text) ? 'yuan' : null
}
