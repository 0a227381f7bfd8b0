import type { Block, Chapter, Report, Sentence } from '../model'
import { referenceSaid } from '../reference'
import type { Said, Span } from '../spans'
import { chapterKey, type Manuscript } from './model'
import { blockOrder, orderedChapters } from './order'
import { type Numbers, ownSaid } from './own-text'
import type { Figures } from './slot'

/** A block where the staff put it. */
export interface Placed {
  block: Block
  /** Taken out of print by the staff. */
  hidden: boolean
  /** Printed all the same, since what is printed points at it. */
  referred: boolean
}

export interface PlacedChapter extends Omit<Chapter, 'blocks'> {
  /** Taken out of print as a whole. */
  hidden: boolean
  blocks: readonly Placed[]
}

type Exhibit = Extract<Block, { kind: 'table' | 'figure' }>
const isExhibit = (block: Block): block is Exhibit => block.kind === 'table' || block.kind === 'figure'

/** The report as staff arranged it, with what they took out; tables, figures and what points at them are numbered anew. */
export function arranged(report: Report, manuscript: Manuscript, figures: Figures): PlacedChapter[] {
  const places = orderedChapters(report.chapters, manuscript).map((chapter) => ({
    ...chapter,
    hidden: manuscript.hidden.includes(chapterKey(chapter.id)),
    blocks: blocksOf(chapter, report.chapters, manuscript),
  }))
  const hidden = withChapters(manuscript.hidden, places)
  const blocks = places.flatMap((chapter) => chapter.blocks)
  const everything = numbered(blocks)
  const pointed = referencesIn(blocks, hidden, manuscript, figures, everything)
  const isPrinted = ({ id }: Block) => !hidden.has(id) || pointed.has(id)
  const numbers = numbered(blocks.filter(isPrinted))
  return places.map((chapter) => ({
    ...chapter,
    blocks: chapter.blocks.map((block) => ({
      block: said(block, manuscript, figures, numbers),
      hidden: hidden.has(block.id),
      referred: pointed.has(block.id),
    })),
  }))
}

/** What isn't printed, with all that stands in a chapter that isn't. */
const withChapters = (
  hidden: readonly string[],
  places: readonly { hidden: boolean; blocks: readonly Block[] }[],
): ReadonlySet<string> =>
  new Set([
    ...hidden,
    ...places.flatMap((chapter) => (chapter.hidden ? chapter.blocks.map(({ id }) => id) : [])),
  ])

/** The report as it is read: what staff arranged, without what they took out. Headings over nothing fall out with it. */
export function edited(report: Report, manuscript: Manuscript, figures: Figures): Report {
  const hidden = new Set(manuscript.hidden)
  const chapters = arranged(report, manuscript, figures).map(({ blocks, hidden: _, ...chapter }) => ({
    ...chapter,
    blocks: withoutBareHeadings(
      withoutIdleNotes(
        blocks
          .filter((one) => !one.hidden || one.referred)
          .flatMap(({ block }) => printedBlock(block, hidden)),
      ),
    ),
  }))
  return { ...report, chapters: chapters.filter(({ blocks }) => blocks.length > 0) }
}

/** Generated blocks and, blank as yet, own ones in their order. */
function blocksOf(chapter: Chapter, chapters: readonly Chapter[], manuscript: Manuscript): Block[] {
  return blockOrder(chapter, chapters, manuscript).flatMap((id): Block[] => {
    const own = manuscript.own.find((one) => one.id === id)
    if (own) return [{ kind: own.kind, id, said: { zh: [], en: [] } }]
    return chapter.blocks.filter((block) => block.id === id)
  })
}

/** Tables and figures are numbered apart, from 1, in their order. */
function numbered(blocks: readonly Block[]): Numbers {
  const counts = { table: 0, figure: 0 }
  return new Map(
    blocks.filter(isExhibit).map(({ id, kind }) => {
      counts[kind] += 1
      return [id, { kind, number: counts[kind] }]
    }),
  )
}

/** The exhibits that printed sentences, notes and own paragraphs point at. */
function referencesIn(
  blocks: readonly Block[],
  hidden: ReadonlySet<string>,
  manuscript: Manuscript,
  figures: Figures,
  numbers: Numbers,
): ReadonlySet<string> {
  const texts = blocks
    .filter(({ id }) => !hidden.has(id))
    .flatMap((block) => saidIn(said(block, manuscript, figures, numbers), hidden))
  return new Set(
    texts.flatMap(({ zh, en }) => [...zh, ...en]).flatMap((one) => (one.kind === 'reference' ? one.to : [])),
  )
}

function saidIn(block: Block, hidden: ReadonlySet<string>): Said[] {
  if (block.kind === 'paragraph') return shownSentences(block.sentences, hidden).map((one) => one.said)
  return block.kind === 'own' || block.kind === 'note' ? [block.said] : []
}

const shownSentences = (sentences: readonly Sentence[], hidden: ReadonlySet<string>): Sentence[] =>
  sentences.filter((one) => !fallsOut(one, (id) => hidden.has(id)))

/** A sentence that goes on from one that isn't printed falls out with it. */
export const fallsOut = ({ id, after }: Sentence, isHidden: (id: string) => boolean): boolean =>
  isHidden(id) || (after !== undefined && isHidden(after))

/** A block with its own text and with numbers that fit the printed report. */
function said(block: Block, { own }: Manuscript, figures: Figures, numbers: Numbers): Block {
  const anew = ({ zh, en }: Said): Said => ({ zh: zh.map(renumbered('zh')), en: en.map(renumbered('en')) })
  const renumbered =
    (side: keyof Said) =>
    (span: Span): Span => {
      const at = span.kind === 'reference' ? numbers.get(span.to) : undefined
      return (span.kind === 'reference' && at && referenceSaid(span.to, at.kind, at.number)[side][0]) || span
    }
  switch (block.kind) {
    case 'heading':
      return block
    case 'paragraph':
      return { ...block, sentences: block.sentences.map((one) => ({ ...one, said: anew(one.said) })) }
    case 'table':
    case 'figure':
      return { ...block, number: numbers.get(block.id)?.number ?? block.number }
    default: {
      const written = own.find(({ id }) => id === block.id)
      return { ...block, said: written ? ownSaid(written, figures, numbers) : anew(block.said) }
    }
  }
}

/** None where nothing of it is left to print. */
function printedBlock(block: Block, hidden: ReadonlySet<string>): Block[] {
  if (block.kind === 'paragraph') {
    const sentences = shownSentences(block.sentences, hidden)
    return sentences.length > 0 ? [{ ...block, sentences }] : []
  }
  return (block.kind === 'own' || block.kind === 'note') && block.said.zh.length === 0 ? [] : [block]
}

/** A note on rounding speaks of a table or of what sentences say of one; with them it falls out. */
const withoutIdleNotes = (blocks: readonly Block[]): Block[] =>
  blocks.filter((note) => {
    if (note.kind !== 'note' || !note.on) return true
    const { table, printedIn } = note.on
    if (printedIn === 'columns') return blocks.some((one) => one.kind === 'table' && one.table === table)
    return blocks.some(
      (one) => one.kind === 'paragraph' && one.sentences.some(({ said }) => speaksOf(said, table)),
    )
  })

const speaksOf = ({ zh }: Said, table: string): boolean =>
  zh.some((span) => span.kind === 'number' && span.of?.table === table)

const withoutBareHeadings = (blocks: readonly Block[]): Block[] =>
  blocks.filter(({ kind }, at) => {
    const next = blocks[at + 1]
    return kind !== 'heading' || (next !== undefined && next.kind !== 'heading')
  })
