import type { Report } from '../model'
import type { Manuscript, Own } from './model'
import { blockOrder, orderedChapters } from './order'

/** What one revision did to the one before it, by meaning. */
export type Change =
  | { kind: 'added' | 'removed'; what: Own['kind']; id: string; text: string }
  | { kind: 'rewritten'; what: Own['kind']; id: string; before: string; after: string }
  | { kind: 'sourced'; id: string; digits: string; source: string }
  | { kind: 'hidden' | 'shown'; id: string }
  | { kind: 'reordered'; chapter: string }
  | { kind: 'chapters' }

/** In the report as it is now, whose own order is the one that nobody changed. */
export function changesBetween(
  { chapters }: Pick<Report, 'chapters'>,
  before: Manuscript,
  after: Manuscript,
): Change[] {
  const [old, now] = [byId(before), byId(after)]
  const chapterIds = (one: Manuscript) => orderedChapters(chapters, one).map(({ id }) => id)
  const added = after.own.filter(({ id }) => !old.has(id))
  const removed = before.own.filter(({ id }) => !now.has(id))
  return [
    ...added.map((own): Change => ({ kind: 'added', what: own.kind, id: own.id, text: textOf(own) })),
    ...after.own.flatMap((own) => rewriting(old.get(own.id), own)),
    ...removed.map((own): Change => ({ kind: 'removed', what: own.kind, id: own.id, text: textOf(own) })),
    ...without(after.hidden, before.hidden).map((id): Change => ({ kind: 'hidden', id })),
    ...without(before.hidden, after.hidden).map((id): Change => ({ kind: 'shown', id })),
    ...chapters.flatMap((chapter): Change[] => {
      const [one, other] = [before, after].map((each) => blockOrder(chapter, chapters, each))
      return sameOrder(one ?? [], other ?? []) ? [] : [{ kind: 'reordered', chapter: chapter.id }]
    }),
    ...(sameOrder(chapterIds(before), chapterIds(after)) ? [] : [{ kind: 'chapters' } as const]),
  ]
}

const byId = ({ own }: Manuscript): ReadonlyMap<string, Own> => new Map(own.map((one) => [one.id, one]))
const without = (all: readonly string[], less: readonly string[]): string[] =>
  all.filter((id) => !less.includes(id))

/** Both languages, so that a change of either is a change. */
const textOf = ({ zh, en }: Own): string => [zh.trim(), en.trim()].filter((text) => text !== '').join('\n')

function rewriting(before: Own | undefined, { id, kind, sources, ...after }: Own): Change[] {
  if (!before) return sources.map(({ digits, source }) => ({ kind: 'sourced', id, digits, source }))
  const [old, now] = [textOf(before), textOf({ id, kind, sources, ...after })]
  const rewritten: Change[] =
    old === now && before.kind === kind
      ? []
      : [{ kind: 'rewritten', what: kind, id, before: old, after: now }]
  const given = sources.filter(
    (one) => !before.sources.some(({ digits, source }) => digits === one.digits && source === one.source),
  )
  return [
    ...rewritten,
    ...given.map(({ digits, source }): Change => ({ kind: 'sourced', id, digits, source })),
  ]
}

/** Whether what both lists name stands in the same order. */
function sameOrder(before: readonly string[], after: readonly string[]): boolean {
  const common = after.filter((id) => before.includes(id))
  return before.filter((id) => after.includes(id)).every((id, at) => id === common[at])
}
