import type { Manuscript, Own } from './model'
import { same } from './same'

/**
 * Two people's work on the same revision as one: what either changed is changed. Where both changed the same paragraph,
 * both stand, mine behind theirs; an order both changed is mine.
 * @param newId names the paragraph that then stands twice
 */
export function merged(
  base: Manuscript,
  mine: Manuscript,
  theirs: Manuscript,
  newId: () => string,
): Manuscript {
  const copies = new Map<string, string>()
  const own = ownOf(base, mine, theirs, (id) => {
    copies.set(id, newId())
    return copies.get(id) ?? id
  })
  const chapterIds = [...new Set([mine, theirs].flatMap(({ order }) => Object.keys(order)))]
  const order = Object.fromEntries(
    chapterIds.map((id) => {
      const [before, me, them] = [base, mine, theirs].map((one) => one.order[id] ?? [])
      const [chosen, other] = same(before, me) ? [them, me] : [me, them]
      const order = withAdded(chosen ?? [], other ?? [], own, id)
      return [id, order.flatMap((one) => [one, copies.get(one) ?? []].flat())]
    }),
  )
  return {
    chapters: same(mine.chapters, base.chapters) ? theirs.chapters : mine.chapters,
    order,
    hidden: together(base.hidden, mine.hidden, theirs.hidden),
    own,
  }
}

/** In either list and not taken out of one of them. */
function together(base: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] {
  return [...new Set([...theirs, ...mine])].filter(
    (id) => !base.includes(id) || (mine.includes(id) && theirs.includes(id)),
  )
}

function ownOf(
  base: Manuscript,
  mine: Manuscript,
  theirs: Manuscript,
  copyOf: (id: string) => string,
): Own[] {
  const ids = [...new Set([...theirs.own, ...mine.own].map(({ id }) => id))]
  return ids.flatMap((id) => {
    const [before, me, them] = [base, mine, theirs].map(({ own }) => own.find((one) => one.id === id))
    if (!me) return them && (!before || !same(before, them)) ? [them] : []
    if (!them) return !before || !same(before, me) ? [me] : []
    if (same(me, them) || same(before, me)) return [them]
    return same(before, them) ? [me] : [them, { ...me, id: copyOf(id) }]
  })
}

/** An order with the paragraphs that only the other one places, each behind what stands before it there. */
function withAdded(order: readonly string[], other: readonly string[], own: readonly Own[], chapter: string) {
  const all = [...order]
  const here = own.filter((one) => one.chapter === chapter)
  for (const { id } of here) {
    if (all.includes(id) || !other.includes(id)) continue
    const before = other.slice(0, other.indexOf(id)).findLast((one) => all.includes(one))
    all.splice(before === undefined ? 0 : all.indexOf(before) + 1, 0, id)
  }
  return all
}
