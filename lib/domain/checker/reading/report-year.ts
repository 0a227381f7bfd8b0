import { type Block, blockText } from '../block'
import { narrow } from './narrow'

const years = /(?<!\d)(?:19|20)\d{2}(?=\s{0,2}年)/g

/** The year a report is of: the first in a heading, else in the first lines, else the one named most. */
export function reportYear(blocks: readonly Block[]): number {
  const heads = blocks.filter(({ kind }) => kind === 'heading').slice(0, 3)
  for (const block of [...heads, ...blocks.slice(0, 2)]) {
    const found = narrow(blockText(block).slice(0, 200)).match(years)
    if (found && block.kind !== 'table') return Number(found[0])
  }
  return mostNamed(blocks)[0] ?? new Date(0).getUTCFullYear()
}

/** The years a report speaks of: its own first, then the others as often as they are named. */
export const yearsNamed = (blocks: readonly Block[]): number[] => [
  ...new Set([reportYear(blocks), ...mostNamed(blocks)]),
]

function mostNamed(blocks: readonly Block[]): number[] {
  const counts = new Map<string, number>()
  for (const block of blocks.slice(0, 200))
    for (const [year] of narrow(blockText(block).slice(0, 20_000)).matchAll(years))
      counts.set(year, (counts.get(year) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || Number(b[0]) - Number(a[0])).map(([year]) => Number(year))
}

/**
 * Whether it was written in the year after the one it is of, as news are: it tells of 去年 without comparing, and has no 今年.
 */
export function looksBack(blocks: readonly Block[]): boolean {
  const text = blocks
    .slice(0, 200)
    .map((block) => (block.kind === 'table' ? '' : block.text.slice(0, 20_000)))
  return (
    !text.some((one) => /今年|本年/.test(one)) &&
    text.some((one) => /(?<![较比与同于为是])去年(?!同期|度)/.test(one))
  )
}
