import { plain, type Said } from '../report/spans'
import type { Words } from '../words'
import type { About, SeenChapter, SeenLine } from './lines'

/** A place of the report that says something else than before; null where it was not there, or is no more. */
export interface Change {
  chapter: string
  key: string
  where: Words
  old: Said | null
  new: Said | null
  about: readonly About[]
}

/** What a later version says otherwise, in its order and each place once; what is gone stands at its old place's chapter. */
export function changesBetween(before: readonly SeenChapter[], after: readonly SeenChapter[]): Change[] {
  const old = byKey(before)
  const now = byKey(after)
  const changed = [...now.values()].flatMap(({ chapter, line }): Change[] => {
    const was = old.get(line.key)?.line
    if (was && isSame(was, line)) return []
    return [change(chapter, was ?? null, line)]
  })
  const gone = [...old.values()].flatMap(({ chapter, line }) =>
    now.has(line.key) ? [] : [change(chapter, line, null)],
  )
  const order = [...new Set([...after, ...before].map(({ id }) => id))]
  return [...changed, ...gone].sort((a, b) => order.indexOf(a.chapter) - order.indexOf(b.chapter))
}

const isSame = (a: SeenLine, b: SeenLine): boolean =>
  plain(a.said.zh) === plain(b.said.zh) && plain(a.said.en) === plain(b.said.en)

const change = (chapter: string, was: SeenLine | null, is: SeenLine | null): Change => ({
  chapter,
  key: (is ?? was)?.key ?? '',
  where: (is ?? was)?.where ?? { zh: '', en: '' },
  old: was?.said ?? null,
  new: is?.said ?? null,
  about: [...(was?.about ?? []), ...(is?.about ?? [])],
})

/** Every place by its key; a cell that several chapters draw is that of the first. */
function byKey(chapters: readonly SeenChapter[]): Map<string, { chapter: string; line: SeenLine }> {
  const all = new Map<string, { chapter: string; line: SeenLine }>()
  for (const { id, lines } of chapters)
    for (const line of lines) if (!all.has(line.key)) all.set(line.key, { chapter: id, line })
  return all
}
