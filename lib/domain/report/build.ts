import { statementOf } from '../statistics/statements/statement-of'
import type { Words } from '../words'
import type { Block, Chapter, Report, Sentence } from './model'
import { yearNumber } from './numbers'
import { outline } from './outline'
import type { BlockEntry, ChapterEntry } from './outline-entry'
import { referenceSaid } from './reference'
import { roundingNote } from './rounding'
import { type Material, type Source, sourceOf, specOf } from './source'
import { en, type Said, zh } from './spans'
import { words } from './words'

/** Who publishes the annual report. */
const ISSUER: Words = {
  zh: '兵团科技发展促进中心',
  en: 'Centre for the Promotion of Science and Technology of the Corps',
}

type Exhibit = Extract<BlockEntry, { kind: 'table' | 'figure' }>

/**
 * The annual report of a year from its sums: the outline, with what this view and this year have something to say of.
 * Every numeral of its sentences, captions and title is bound to the figure that it prints.
 */
export function reportOf(material: Material): Report {
  const numbers = new Map<string, number>()
  const source = sourceOf(material, (id) => referenceTo(id, numbers))
  const chapters = outline.filter((chapter) => chapter.always || source.whole.turnover > 0n)
  for (const exhibit of chapters.flatMap(({ blocks }) => blocks.filter(isExhibit))) {
    if (source.has(exhibit.table)) numbers.set(exhibit.id, countOf(exhibit, numbers) + 1)
  }
  return {
    year: material.year,
    unit: material.unit,
    title: titleOf(source),
    issuer: ISSUER,
    chapters: chapters.flatMap((chapter) => built(chapter, source, numbers)),
  }
}

const isExhibit = (block: BlockEntry): block is Exhibit => block.kind === 'table' || block.kind === 'figure'

/** Tables and figures are numbered apart, from 1, in their order. */
const countOf = ({ kind }: Exhibit, numbers: ReadonlyMap<string, number>): number =>
  [...numbers.keys()].filter((id) => id.startsWith(kind)).length

/** @throws {RangeError} where a sentence points at what its view does not show */
function referenceTo(id: string, numbers: ReadonlyMap<string, number>): Said {
  const at = numbers.get(id)
  if (at === undefined) throw new RangeError(`No ${id} in this report`)
  return referenceSaid(id, id.startsWith('table') ? 'table' : 'figure', at)
}

function titleOf({ who, year }: Source): Said {
  const of = yearNumber(year)
  return {
    zh: zh`${of}年${who}技术市场统计年报`,
    en: en`Annual statistical report ${of} on the technology market of ${who}`,
  }
}

function built(chapter: ChapterEntry, source: Source, numbers: ReadonlyMap<string, number>): Chapter[] {
  const blocks = chapter.blocks.flatMap((entry) => blockOf(entry, source, numbers) ?? [])
  if (blocks.every(({ kind }) => kind === 'heading')) return []
  return [{ id: chapter.id, heading: chapter.heading, blocks }]
}

function blockOf(entry: BlockEntry, source: Source, numbers: ReadonlyMap<string, number>): Block | null {
  switch (entry.kind) {
    case 'heading':
      return entry.reads.every(source.has) ? { kind: 'heading', id: entry.id, words: entry.words } : null
    case 'paragraph': {
      const sentences = entry.tellers.flatMap((teller): Sentence[] => {
        const told = teller.reads.every(source.has) ? teller.tell(source) : null
        return told ? [{ id: teller.id, ...told, ...(teller.after && { after: teller.after }) }] : []
      })
      return sentences.length > 0 ? { kind: 'paragraph', id: paragraphId(entry), sentences } : null
    }
    case 'rounding': {
      const { table, printedIn } = entry
      const said = source.has(table) ? roundingNote(source, table, printedIn) : null
      return said && { kind: 'note', id: `rounding-${table}`, said, on: { table, printedIn } }
    }
    default:
      return exhibit(entry, source, numbers)
  }
}

/** Named by the first sentence that it may tell. */
const paragraphId = ({ tellers }: Extract<BlockEntry, { kind: 'paragraph' }>): string =>
  `paragraph-${tellers[0]?.id}`

function exhibit(entry: Exhibit, source: Source, numbers: ReadonlyMap<string, number>): Block | null {
  const at = numbers.get(entry.id)
  if (at === undefined) return null
  const { id, table } = entry
  const of = yearNumber(source.year)
  const caption: Said = {
    zh: zh`${of}年${words(entry.caption.zh, '')}`,
    en: en`${of}: ${words('', entry.caption.en)}`,
  }
  if (entry.kind === 'table') return { kind: 'table', id, table, number: at, caption }
  const statement = statementOf(specOf(table), source.table(table), source.telling)
  return { kind: 'figure', id, table, number: at, caption, statement }
}
