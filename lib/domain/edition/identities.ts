import { danglingPointers } from '../report/pointers'
import type { Book } from '../statistics/book'
import { type Cell, isFigure } from '../statistics/figure'
import { type MeasureName, measures } from '../statistics/measures'
import { yearOf } from '../time/dates'
import type { Words } from '../words'
import { both, exactly, type Failure, failure, joined, sameCell, tablesOf } from './failure'
import { chapterTitles } from './lines'
import { proseOf } from './prose'
import { recountOf } from './recount'
import type { Shown, ShownTable } from './shown'
import { holds, type SignedChapter } from './signatures'

export interface ToBePublished {
  report: Shown
  /** The day of publication (Asia/Shanghai). */
  today: string
  /** The year's sums and those of the year before, counted again from the contracts themselves; null where nobody did. */
  recounted: Book | null
  /** Numbers that staff typed without a source, by the block they stand in. */
  unsourced: readonly { block: string; digits: string }[]
  signed: readonly SignedChapter[]
  /** Whoever publishes can't vouch alone. */
  publishers: readonly string[]
}

/** Every identity that fails, with its place; none is what publishing asks for. */
export function failuresOf(given: ToBePublished): Failure[] {
  const { report, today, recounted } = given
  // On its last day a year still registers.
  const over = yearOf(today) > report.year
  return [
    ...(over ? [] : [failure('year', both(String(report.year)), both(today), both(`${report.year}-12-31`))]),
    ...tablesOf(report).flatMap((one) => partsOf(one)),
    ...acrossTables(report),
    ...proseOf(report),
    ...(recounted ? recountOf(report, recounted) : []),
    ...sourcesOf(given),
    ...pointersOf(report),
    ...signaturesOf(given),
  ]
}

const isSum = (name: MeasureName): boolean => measures[name].rule.kind === 'sum'

/** Rows add up to their total, members to their group; sums alone, of shares and growth nothing adds up. */
function partsOf({ spec, table }: ShownTable): Failure[] {
  const { rows, groups, total } = table
  const sumsIn = spec.measures.filter(isSum)
  const check = (whole: (typeof rows)[number], parts: typeof rows) =>
    sumsIn.flatMap((name): Failure[] => {
      const sum = parts.reduce((all, { cells }) => all + wholeOf(cells[name]), 0n)
      if (wholeOf(whole.cells[name]) === sum) return []
      const where = joined(spec.title, whole.words, measures[name].words)
      return [failure('parts', where, exactly(whole.cells[name], name), exactly({ n: sum, d: 1n }, name))]
    })
  return [
    ...(total ? check(total, rows) : []),
    ...groups.flatMap((group) =>
      check(
        group,
        rows.filter(({ member }) => group.members?.includes(member)),
      ),
    ),
  ]
}

const wholeOf = (cell: Cell | undefined): bigint => (cell && isFigure(cell) ? cell.n : 0n)

/** The same sum under the same member is the same in every table, and every total is that of the year. */
function acrossTables(report: Shown): Failure[] {
  const met = new Map<string, { cell: Cell; title: Words }>()
  return tablesOf(report).flatMap(({ spec, table }) => {
    const rows = [
      ...table.rows.map((row) => ({ row, at: `${spec.split}/${row.member}` })),
      ...(table.total ? [{ row: table.total, at: 'all/' }] : []),
    ]
    return rows.flatMap(({ row, at }) =>
      spec.measures.filter(isSum).flatMap((name): Failure[] => {
        const cell = row.cells[name]
        const other = met.get(`${at}/${name}`)
        if (!cell) return []
        if (!other) met.set(`${at}/${name}`, { cell, title: spec.title })
        if (!other || sameCell(other.cell, cell)) return []
        const where = joined(spec.title, row.words, measures[name].words)
        return [failure('tables', where, exactly(cell, name), told(exactly(other.cell, name), other.title))]
      }),
    )
  })
}

const told = (figure: Words | null, title: Words): Words | null =>
  figure && { zh: `${figure.zh}（${title.zh}）`, en: `${figure.en} (${title.en})` }

const sourcesOf = ({ report, unsourced }: ToBePublished): Failure[] =>
  unsourced.map(({ block, digits }) => failure('sources', chapterOf(report, block), both(digits), null))

const pointersOf = (report: Shown): Failure[] =>
  danglingPointers(report.chapters).map(({ block, words }) =>
    failure('pointers', chapterOf(report, block), both(words), null),
  )

function chapterOf({ chapters }: Shown, block: string): Words {
  const chapter = chapters.find(({ blocks }) => blocks.some(({ id }) => id === block))
  return chapterTitles(chapters).get(chapter?.id ?? '') ?? both(block)
}

/** A chapter stands signed once somebody else than the publisher holds it good, and nobody's name under it is broken. */
function signaturesOf({ signed, publishers }: ToBePublished): Failure[] {
  return signed.flatMap((chapter): Failure[] => {
    const broken = chapter.signatures.filter((one) => !holds(one, chapter))
    if (broken.length > 0) {
      const names = both(broken.map(({ name }) => name).join('、'))
      return [
        failure('signatures', chapter.title, names, {
          zh: '签署后内容有变动，须重新签署',
          en: 'changed since it was signed; to be signed again',
        }),
      ]
    }
    if (chapter.signatures.some(({ by }) => !publishers.includes(by))) return []
    return [
      failure('signatures', chapter.title, null, {
        zh: '须由发布人及其所代办的人以外的人签署',
        en: 'to be signed by somebody else than the publisher and whom they stand in for',
      }),
    ]
  })
}
