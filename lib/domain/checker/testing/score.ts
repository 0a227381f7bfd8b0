import { type Block, blockText } from '../block'
import { check } from '../check'
import type { Finding } from '../finding'
import { readText } from '../read-text'
import type { Mark } from './planted'

export interface Score {
  found: number
  planted: number
  true: number
  shown: number
  missed: string[]
  false: string[]
}

/**
 * Checks a planted report and compares what is found with its key. Remarks are neither true nor false here.
 * @param blocks the text as it was read from a file, where it was
 */
export function scoreOf(
  { text, marks }: { text: string; marks: readonly Mark[] },
  blocks: readonly Block[] = readText(text),
): Score {
  const places = placesOf(text, blocks.map(blockText))
  const errors = check(blocks).findings.filter(({ severity }) => severity === 'error')
  const hits = (mark: Mark) => errors.filter((finding) => hit(mark, finding, places))
  const missed = marks.filter((mark) => hits(mark).length === 0)
  const known = new Set(marks.flatMap(hits))
  return {
    found: marks.length - missed.length,
    planted: marks.length,
    true: known.size,
    shown: errors.length,
    missed: missed.map(({ edit }) => edit),
    false: errors
      .filter((finding) => !known.has(finding))
      .map(({ rule, printed, why }) => `${rule} ${printed}: ${why.zh}`),
  }
}

/** What is found of all that is planted, and how much of what is shown is true; said on the console. */
export function summed(name: string, scores: readonly Score[]): { recall: number; precision: number } {
  const sum = (of: (score: Score) => number) => scores.reduce((all, score) => all + of(score), 0)
  const [found, planted] = [sum((score) => score.found), sum((score) => score.planted)]
  const [right, shown] = [sum((score) => score.true), sum((score) => score.shown)]
  const [recall, precision] = [found / planted, right / shown]
  console.log(
    `${name}: ${scores.length} reports, recall ${recall.toFixed(3)} (${found} of ${planted}), precision ${precision.toFixed(3)} (${right} of ${shown})`,
  )
  return { recall, precision }
}

/** A finding is true that touches the planted place, or one that the key allows as well. */
function hit({ start, end, also }: Mark, finding: Finding, places: readonly (readonly number[])[]): boolean {
  const at = (offset: number) => places[finding.block]?.[offset] ?? -1
  const touches = at(finding.start) <= end && at(finding.end - 1) + 1 >= start
  return touches || (also ?? []).includes(finding.printed)
}

/** For each character of each block, where it stands in the text that the blocks were read from. */
function placesOf(text: string, blocks: readonly string[]): number[][] {
  let at = 0
  return blocks.map((block) =>
    [...Array(block.length).keys()].map((index) => {
      const character = block[index] ?? ''
      if (/\s/.test(character)) return at
      at = text.indexOf(character, at) + 1
      return at - 1
    }),
  )
}
