import type { Chapter } from '../model'
import { outline } from '../outline'
import type { Manuscript, Own } from './model'

/**
 * A list in the order that somebody wished, with what the wish doesn't know put behind what stands before it; what is
 * gone keeps its place in the list for the year in which it comes back.
 */
export function inOrder(present: readonly string[], wished: readonly string[]): string[] {
  const all = [...new Set(wished)]
  const known = new Set(all)
  let after = -1
  for (const id of present) {
    if (known.has(id)) after = all.indexOf(id)
    else {
      after += 1
      all.splice(after, 0, id)
    }
  }
  return all
}

/** A list with one of its own before or after its neighbour among those that are shown. */
export function moved(
  all: readonly string[],
  shown: ReadonlySet<string>,
  id: string,
  step: -1 | 1,
): string[] | null {
  const seen = all.filter((one) => shown.has(one))
  const neighbour = seen[seen.indexOf(id) + step]
  if (!seen.includes(id) || neighbour === undefined) return null
  const rest = all.filter((one) => one !== id)
  rest.splice(rest.indexOf(neighbour) + (step > 0 ? 1 : 0), 0, id)
  return rest
}

/** The chapter an own paragraph stands in: its own, or the one before it in the outline where the year has none. */
export function chapterOf({ chapter }: Pick<Own, 'chapter'>, chapters: readonly Chapter[]): string {
  const ids = outline.map(({ id }) => id)
  const there = new Set(chapters.map(({ id }) => id))
  if (there.has(chapter)) return chapter
  const before = ids.slice(0, Math.max(ids.indexOf(chapter), 0)).reverse()
  return before.find((id) => there.has(id)) ?? chapters.at(-1)?.id ?? chapter
}

/** Chapters in the staff's order; the opening, which has no heading, stays first. */
export function orderedChapters(chapters: readonly Chapter[], { chapters: wished }: Manuscript): Chapter[] {
  const headed = chapters.filter(({ heading }) => heading)
  const order = inOrder(
    headed.map(({ id }) => id),
    wished,
  )
  return [
    ...chapters.filter(({ heading }) => !heading),
    ...order.flatMap((id) => headed.find((one) => one.id === id) ?? []),
  ]
}

/** Every block of a chapter by id, own ones among them, those that the year lacks too. */
export function blockOrder(
  { id, blocks }: Chapter,
  chapters: readonly Chapter[],
  { order, own }: Manuscript,
): string[] {
  const generated = blocks.map((block) => block.id)
  const added = own.filter((one) => chapterOf(one, chapters) === id).map((one) => one.id)
  // An own paragraph that nobody gave a place stands at the end.
  return [...new Set([...inOrder(generated, order[id] ?? []), ...added])]
}
