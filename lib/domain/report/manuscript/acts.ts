import type { Report } from '../model'
import { typedDigits } from '../typed-digits'
import type { Manuscript, Own } from './model'
import { blockOrder, chapterOf, inOrder, moved, orderedChapters } from './order'
import { marksIn, plainDigits } from './own-text'

/** Adds a paragraph or note behind a block, or at the head of its chapter. */
export function addOwn(
  { chapters }: Report,
  manuscript: Manuscript,
  { chapter, after, kind, id }: { chapter: string; after: string | null; kind: Own['kind']; id: string },
): Manuscript {
  const found = chapters.find((one) => one.id === chapter)
  const order = found ? blockOrder(found, chapters, manuscript) : []
  order.splice(after === null ? 0 : order.indexOf(after) + 1, 0, id)
  const own: Own = { id, chapter, kind, zh: '', en: '', slots: {}, sources: [] }
  return {
    ...manuscript,
    order: { ...manuscript.order, [chapter]: order },
    own: [...manuscript.own, own],
  }
}

export const writeOwn = (manuscript: Manuscript, own: Own): Manuscript => ({
  ...manuscript,
  own: manuscript.own.map((one) => (one.id === own.id ? own : one)),
})

/** What is worth keeping: without slots that no text names any more, and sources of numbers that are gone. */
export const trimmed = (manuscript: Manuscript): Manuscript => ({
  ...manuscript,
  own: manuscript.own.map((own) => {
    const marks = new Set([own.zh, own.en].flatMap(marksIn))
    const typed = new Set([own.zh, own.en].flatMap(typedDigits).map(({ text }) => plainDigits(text)))
    return {
      ...own,
      slots: Object.fromEntries(Object.entries(own.slots).filter(([mark]) => marks.has(mark))),
      sources: own.sources.filter(({ digits }) => typed.has(plainDigits(digits))),
    }
  }),
})

export const removeOwn = (manuscript: Manuscript, id: string): Manuscript => ({
  ...manuscript,
  order: Object.fromEntries(
    Object.entries(manuscript.order).map(([chapter, ids]) => [chapter, ids.filter((one) => one !== id)]),
  ),
  hidden: manuscript.hidden.filter((one) => one !== id),
  own: manuscript.own.filter((one) => one.id !== id),
})

/** Takes a chapter (by its key), a block or a sentence out of print, or back into it. */
export const toggleHidden = (manuscript: Manuscript, id: string): Manuscript => ({
  ...manuscript,
  hidden: manuscript.hidden.includes(id)
    ? manuscript.hidden.filter((one) => one !== id)
    : [...manuscript.hidden, id],
})

/** Moves a block up or down within its chapter; null at its edge. */
export function moveBlock(
  { chapters }: Report,
  manuscript: Manuscript,
  id: string,
  step: -1 | 1,
): Manuscript | null {
  const own = manuscript.own.find((one) => one.id === id)
  const home = own
    ? chapters.find((one) => one.id === chapterOf(own, chapters))
    : chapters.find(({ blocks }) => blocks.some((block) => block.id === id))
  if (!home) return null
  const here = manuscript.own.filter((one) => chapterOf(one, chapters) === home.id)
  const shown = new Set([...home.blocks, ...here].map((one) => one.id))
  const order = moved(blockOrder(home, chapters, manuscript), shown, id, step)
  return order && { ...manuscript, order: { ...manuscript.order, [home.id]: order } }
}

/** Moves a chapter; null at the edge, and for the opening, which stays first. */
export function moveChapter(
  { chapters }: Report,
  manuscript: Manuscript,
  id: string,
  step: -1 | 1,
): Manuscript | null {
  const headed = orderedChapters(chapters, manuscript).filter(({ heading }) => heading)
  const shown = headed.map((one) => one.id)
  const all = inOrder(shown, manuscript.chapters)
  const order = moved(all, new Set(shown), id, step)
  return order && { ...manuscript, chapters: order }
}
