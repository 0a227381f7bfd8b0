import { pictureOf } from '../report/drawn'
import { numberedHeadings } from '../report/headings'
import type { Block, Chapter } from '../report/model'
import { specOf } from '../report/source'
import type { Said, Span } from '../report/spans'
import { plain } from '../report/spans'
import type { SplitName } from '../statistics/book'
import type { SplitTable, TableId } from '../statistics/catalogue'
import type { Row } from '../statistics/compute'
import { type MeasureName, measures } from '../statistics/measures'
import { marksOf } from '../statistics/picture'
import { shownFigure } from '../statistics/shown'
import type { Words } from '../words'
import { type Exhibit, printedMeasures, type Shown, type ShownTable, tableOfReport } from './shown'

/** Members whose contracts something is said of; none of a split is the whole. */
export interface About {
  split: SplitName
  members: readonly string[]
}

/** What a reader sees at one place of the report: a sentence, a heading, a note, or a cell of a table or figure. */
export interface SeenLine {
  /** The same place in another version of the report. */
  key: string
  where: Words
  said: Said
  about: readonly About[]
}

export interface SeenChapter {
  id: string
  title: Words
  lines: readonly SeenLine[]
}

const OPENING: Words = { zh: '开篇', en: 'Opening' }

/** The title that a chapter goes by, also where it is printed without one. */
export const chapterTitles = (chapters: readonly Chapter[]): ReadonlyMap<string, Words> => {
  const headings = numberedHeadings(chapters)
  return new Map(chapters.map(({ id }) => [id, headings.get(id) ?? OPENING]))
}

/** All that a report says, chapter by chapter; each cell of a table once within a chapter, whatever draws it. */
export function seenIn(report: Pick<Shown, 'chapters' | 'tables'>): SeenChapter[] {
  const titles = chapterTitles(report.chapters)
  return report.chapters.map(({ id, heading, blocks }) => {
    const title = titles.get(id) ?? OPENING
    let sentences = 0
    const numbered = (): Words => {
      sentences += 1
      return { zh: `${title.zh} 第 ${sentences} 句`, en: `${title.en}, sentence ${sentences}` }
    }
    const lines = [
      ...(heading ? [line(`${id}.heading`, title, wordsAsSaid(heading))] : []),
      ...blocks.flatMap((block) => linesOf(block, title, numbered, report)),
    ]
    return { id, title, lines: [...new Map(lines.map((one) => [one.key, one])).values()] }
  })
}

function linesOf(
  block: Block,
  title: Words,
  numbered: () => Words,
  report: Pick<Shown, 'tables'>,
): SeenLine[] {
  switch (block.kind) {
    case 'heading':
      return [line(block.id, title, wordsAsSaid(block.words))]
    case 'paragraph':
      return block.sentences.map(({ id, said }) => toldLine(id, numbered(), said))
    case 'note':
      return [toldLine(block.id, joinWords(title, { zh: '注', en: 'note' }), block.said)]
    case 'own':
      return [line(block.id, joinWords(title, { zh: '补充段落', en: 'added paragraph' }), block.said)]
    default:
      return exhibitLines(block, report)
  }
}

function exhibitLines(block: Exhibit, report: Pick<Shown, 'tables'>): SeenLine[] {
  const { kind, id, number, table, caption } = block
  const called: Words =
    kind === 'table'
      ? { zh: `表 ${number}`, en: `Table ${number}` }
      : { zh: `图 ${number}`, en: `Figure ${number}` }
  const shown = tableOfReport(report, table)
  return [
    line(`${id}.caption`, called, caption),
    ...(kind === 'figure' ? [toldLine(`${id}.statement`, called, wordsAsSaid(block.statement))] : []),
    ...(shown
      ? rowsOf(block, shown).flatMap((row) =>
          printedMeasures(block, shown.spec).flatMap((name) => cellLine(shown.spec, row, name, called)),
        )
      : []),
  ]
}

interface PlacedRow {
  row: Row
  /** Null for the total. */
  members: readonly string[] | null
}

/** A table prints all its rows and its total, a figure the rows that it draws. */
function rowsOf({ kind, id }: Exhibit, { spec, table }: ShownTable): PlacedRow[] {
  const { rows, groups, total } = table
  const picture = kind === 'figure' ? pictureOf(id, spec) : null
  const drawn = picture ? marksOf(picture, table).map(({ row }) => row) : [...rows, ...groups]
  return [
    ...drawn.map((row) => ({ row, members: row.members ?? [row.member] })),
    ...(kind === 'table' && total ? [{ row: total, members: null }] : []),
  ]
}

function cellLine(
  spec: SplitTable,
  { row, members }: PlacedRow,
  name: MeasureName,
  called: Words,
): SeenLine[] {
  const cell = row.cells[name]
  if (!cell) return []
  const { unit, words } = measures[name]
  const sign = unit === 'percent' ? { zh: '%', en: '%' } : unit === 'money' ? WAN : NONE
  const text = shownFigure(cell, unit)
  const said = wordsAsSaid(
    text === null ? { zh: '—', en: '—' } : { zh: `${text}${sign.zh}`, en: `${text}${sign.en}` },
  )
  const key = `${spec.id}/${members === null ? 'total' : row.member}/${name}`
  const about = { split: members === null ? ('all' as const) : spec.split, members: members ?? [] }
  return [{ key, where: joinWords(called, row.words, words), said, about: [about] }]
}

const WAN: Words = { zh: ' 万元', en: ' ×10,000 yuan' }
const NONE: Words = { zh: '', en: '' }

/** The split of a table of the catalogue. */
const splitOf = (table: TableId): SplitName => specOf(table).split

const line = (key: string, where: Words, said: Said): SeenLine => ({ key, where, said, about: aboutOf(said) })

/** What the register tells without a number or a name is told of the whole. */
const toldLine = (key: string, where: Words, said: Said): SeenLine => {
  const one = line(key, where, said)
  return one.about.length > 0 ? one : { ...one, about: [{ split: 'all', members: [] }] }
}

const joinWords = (...parts: readonly Words[]): Words => ({
  zh: parts.map(({ zh }) => zh).join(' '),
  en: parts.map(({ en }) => en).join(', '),
})

const wordsAsSaid = ({ zh, en }: Words): Said => ({
  zh: [{ kind: 'text', text: zh }],
  en: [{ kind: 'text', text: en }],
})

/** The members that the numbers and names of a sentence stand for. */
const aboutOf = ({ zh }: Said): About[] => zh.flatMap(aboutSpan)

function aboutSpan(span: Span): About[] {
  if (span.kind === 'name') return [{ split: span.split, members: [span.member] }]
  if (span.kind !== 'number' || !span.of) return []
  const { table, members, to = [] } = span.of
  return [{ split: splitOf(table), members: [...members, ...to] }]
}

/** What a signature is put to: all words and figures of a chapter as they are printed, in both languages. */
export const seenText = ({ lines }: SeenChapter): string =>
  JSON.stringify(lines.map(({ key, said }) => [key, plain(said.zh), plain(said.en)]))
