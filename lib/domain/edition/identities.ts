import { isMeasure, placeOf } from '../report/places'
import { danglingPointers } from '../report/pointers'
import { isPrintedRight } from '../report/printed'
import { sourceOf, specOf } from '../report/source'
import { type NumberSpan, plain, type Said } from '../report/spans'
import { type Book, type Ledger, type SplitName, type Sums, sumsOf } from '../statistics/book'
import { dimensionWords } from '../statistics/dimension-words'
import { type Cell, compare, type Figure, isFigure } from '../statistics/figure'
import { type MeasureName, measures } from '../statistics/measures'
import { memberWords } from '../statistics/members'
import { shownFigure } from '../statistics/shown'
import { yearOf } from '../time/dates'
import type { Words } from '../words'
import { chapterTitles } from './lines'
import type { Shown, ShownTable } from './shown'
import { holds, type SignedChapter } from './signatures'

/** What has to hold before a report is published, in the order it is looked at. */
export const identities = {
  year: { zh: '年度已结束', en: 'The year is over' },
  parts: { zh: '分项之和等于合计', en: 'Parts add up to their whole' },
  tables: { zh: '各表之间一致', en: 'Tables agree with each other' },
  prose: { zh: '文字与表格一致', en: 'Sentences agree with the tables' },
  recount: { zh: '与登记簿复算一致', en: 'A recount from the contracts agrees' },
  sources: { zh: '自行录入的数字均有出处', en: 'Typed numbers have a source' },
  pointers: { zh: '文字所指的图表均已印出', en: 'Words point at tables and figures that are printed' },
  signatures: { zh: '各章均已签署', en: 'Each chapter is signed' },
} as const satisfies Record<string, Words>

export type IdentityName = keyof typeof identities
export const identityNames = Object.keys(identities) as IdentityName[]

/** Where an identity fails, and by what; amounts as they are printed, to the fen where they are money. */
export interface Failure {
  identity: IdentityName
  where: Words
  found: Words | null
  expected: Words | null
}

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

const both = (text: string): Words => ({ zh: text, en: text })
const joined = (...parts: readonly Words[]): Words => ({
  zh: parts.map(({ zh }) => zh).join(' '),
  en: parts.map(({ en }) => en).join(', '),
})

const failure = (
  identity: IdentityName,
  where: Words,
  found: Words | null,
  expected: Words | null,
): Failure => ({ identity, where, found, expected })

const tablesOf = ({ tables }: Shown): ShownTable[] =>
  tables.filter((one): one is ShownTable => 'table' in one)

/** Exact, as a failure says it: 元 to the fen, so that what a table rounds away is seen. */
function exactly(cell: Cell | undefined, name: MeasureName): Words | null {
  if (!cell) return null
  if (!isFigure(cell)) return both('—')
  const { unit } = measures[name]
  if (unit !== 'money') return both(`${shownFigure(cell, unit)}${unit === 'percent' ? '%' : ''}`)
  const fen = shownFigure(cell, 'count') ?? ''
  return { zh: `${fen} 分`, en: `${fen} fen` }
}

const sameCell = (a: Cell, b: Cell): boolean =>
  isFigure(a) && isFigure(b) ? compare(a, b) === 0 : isFigure(a) === isFigure(b)

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

/** Each number of the words is the one of its table, and is printed as what it is. */
function proseOf(report: Shown): Failure[] {
  const titles = chapterTitles(report.chapters)
  return report.chapters.flatMap(({ id, blocks }) =>
    blocks.flatMap((block) => {
      const said =
        block.kind === 'paragraph'
          ? block.sentences.map((one) => one.said)
          : 'said' in block
            ? [block.said]
            : []
      return said.flatMap((one) => misprints(one, report, titles.get(id) ?? both(id)))
    }),
  )
}

function misprints({ zh, en }: Said, report: Shown, title: Words): Failure[] {
  const sentence: Words = { zh: plain(zh), en: plain(en) }
  const where: Words = { zh: `${title.zh}：${sentence.zh}`, en: `${title.en}: ${sentence.en}` }
  return [...zh, ...en].flatMap((span): Failure[] => {
    if (span.kind !== 'number') return []
    const expected = inTable(span, report)
    if (expected && !sameCell(expected.cell, span.value)) {
      return [failure('prose', where, both(span.text), exactly(expected.cell, expected.name))]
    }
    return isPrintedRight(span) ? [] : [failure('prose', where, both(span.text), both(fraction(span.value)))]
  })
}

const fraction = ({ n, d }: Figure): string => (d === 1n ? n.toString() : `${n} ÷ ${d}`)

/** What the printed table says in the place that a number names; where it prints no such place, what the year's sums say. */
function inTable({ of, measure, year }: NumberSpan, report: Shown): { cell: Cell; name: MeasureName } | null {
  if (!of || !isMeasure(measure)) return null
  const spec = specOf(of.table)
  const place = placeOf(spec, of.members)
  const shown = tablesOf(report).find((one) => one.spec.id === spec.id)?.table
  const row =
    place === 'total'
      ? shown?.total
      : [...(shown?.rows ?? []), ...(shown?.groups ?? [])].find((one) => one.member === place?.member)
  // A sum of last year is told under that year's own measure where the table has it so.
  const cell = row?.cells[measure]
  if (cell) return { cell, name: measure }
  if (measures[measure].rule.kind === 'rank' || measures[measure].rule.kind === 'running') return null
  return year === report.year || year === report.year - 1
    ? { cell: sourceOfReport(report).cite(of.table, of.members, measure).value, name: measure }
    : null
}

const sourceOfReport = ({ year, unit, book, units }: Shown) =>
  sourceOf(
    {
      year,
      unit,
      book,
      units,
      today: '',
      history: null,
      audits: null,
      largest: [],
      imports: [],
      work: [],
      institutions: [],
    },
    () => ({ zh: [], en: [] }),
  )

/** Every member of every split, this year and last, against the sums counted from the contracts. */
function recountOf({ book, units, year }: Shown, recounted: Book): Failure[] {
  return (['this', 'last'] as const).flatMap((which) =>
    differences(book[which], recounted[which]).map(({ split, member, amount: name, found, expected }) => {
      const at = both(String(which === 'this' ? year : year - 1))
      return failure(
        'recount',
        joined(at, splitWords(split), memberWords(split, member, units), measures[name].words),
        exactly({ n: found, d: 1n }, name),
        exactly({ n: expected, d: 1n }, name),
      )
    }),
  )
}

interface Difference {
  split: SplitName
  member: string
  amount: keyof Sums
  found: bigint
  expected: bigint
}

function differences(found: Ledger, expected: Ledger): Difference[] {
  const splits = [...new Set([...found.keys(), ...expected.keys()])]
  return splits.flatMap((split) => {
    const members = new Set([...(found.get(split)?.keys() ?? []), ...(expected.get(split)?.keys() ?? [])])
    return [...members].flatMap((member) => {
      // What flows in from elsewhere is no contract of ours, and is not recounted.
      if (split === 'direction' && member === 'elsewhere') return []
      const [a, b] = [sumsOf(found, split, member), sumsOf(expected, split, member)]
      return (['contracts', 'turnover', 'technology'] as const).flatMap((amount) =>
        a[amount] === b[amount] ? [] : [{ split, member, amount, found: a[amount], expected: b[amount] }],
      )
    })
  })
}

const splitWords = (split: SplitName): Words => {
  switch (split) {
    case 'all':
      return { zh: '全部', en: 'All' }
    case 'unit':
      return { zh: '登记单位', en: 'Unit' }
    case 'direction':
      return { zh: '流入流出', en: 'In and out' }
    default:
      return dimensionWords[split]
  }
}

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
