import type { SplitTable } from '../../statistics/catalogue'
import type { Row, Table } from '../../statistics/compute'
import { measures } from '../../statistics/measures'
import type { Words } from '../../words'
import type { Block, Report } from '../model'
import { referenceSaid } from '../reference'
import { membersIn } from '../source'
import { plain, type Said } from '../spans'
import { says } from '../unsourced'
import { type Slot, slotMeasures } from './model'
import { type Figures, slotKey } from './slot'

/** A slot that may be put into a text, with what it says now. */
export interface Choice {
  slot: Slot
  /** What stands for it in the text, between braces. */
  mark: string
  words: Words
  /** The table it is a figure of. */
  of: Words
  said: Said
}

interface Known {
  spec: SplitTable
  table: Table
}

const WHOLE: Words = { zh: '合计', en: 'total' }

/** How many are offered at once. */
const MOST = 20

/** What a report's slots can say, by words of measure, member or table; every word must occur. */
export function choicesFor(
  text: string,
  report: Report,
  tables: readonly Known[],
  figures: Figures,
): Choice[] {
  const terms = text.toLowerCase().split(/\s+/).filter(Boolean)
  const fits = ({ words, of, said }: Choice) => {
    const all = [words, of, { zh: plain(said.zh), en: plain(said.en) }]
    const hay = all.map(({ zh, en }) => `${zh} ${en}`.toLowerCase()).join(' ')
    return terms.every((term) => hay.includes(term))
  }
  return [...exhibitChoices(report), ...figureChoices(tables, figures)]
    .filter(fits)
    .sort((a, b) => a.words.zh.length - b.words.zh.length)
    .slice(0, MOST)
}

/** The slots that say what somebody typed. */
export const choicesSaying = (digits: string, tables: readonly Known[], figures: Figures): Choice[] =>
  figureChoices(tables, figures)
    .filter(({ said }) => says(digits, said))
    .slice(0, MOST)

function exhibitChoices({ chapters }: Report): Choice[] {
  const blocks = chapters.flatMap((chapter) => chapter.blocks)
  return blocks.filter(isExhibit).map(({ id, kind, number, caption }) => {
    const words = { zh: plain(caption.zh), en: plain(caption.en) }
    const said = referenceSaid(id, kind, number)
    const mark = `${kind === 'table' ? '表' : '图'}·${words.zh.replace(/^\d+ 年/, '')}`
    return { slot: { kind: 'exhibit', to: id }, mark, words, of: { zh: '引用', en: 'reference' }, said }
  })
}

const isExhibit = (block: Block): block is Extract<Block, { kind: 'table' | 'figure' }> =>
  block.kind === 'table' || block.kind === 'figure'

function figureChoices(tables: readonly Known[], figures: Figures): Choice[] {
  const met = new Set<string>()
  return tables.flatMap(({ spec, table }) => {
    const lines = spec.split === 'all' ? [] : [...table.rows, ...table.groups]
    return [null, ...lines].flatMap((row) =>
      slotMeasures(spec).flatMap((measure) =>
        [false, true].flatMap((wan): Choice[] => {
          const choice = figureChoice(spec, row, measure, wan, figures)
          if (!choice) return []
          // The same figure stands in several tables, and small money reads the same both ways.
          const key = `${spec.split} ${row?.member} ${measure} ${plain(choice.said.zh)}`
          if (met.has(key)) return []
          met.add(key)
          return [choice]
        }),
      ),
    )
  })
}

function figureChoice(
  spec: SplitTable,
  row: Row | null,
  measure: ReturnType<typeof slotMeasures>[number],
  wan: boolean,
  figures: Figures,
): Choice | null {
  const members = row ? [...membersIn(row)] : []
  if (wan && measures[measure].unit !== 'money') return null
  const slot = { kind: 'figure', table: spec.id, members, measure, wan } as const
  const said = figures(slot)
  if (!said) return null
  const [of, what] = [row?.words ?? WHOLE, measures[measure].words]
  const words = { zh: `${of.zh} · ${what.zh}`, en: `${of.en} · ${what.en}` }
  const unit = measures[measure].unit === 'money' ? (wan ? '·万元' : '') : ''
  const mark = `${row ? `${of.zh}·` : ''}${what.zh}${unit}`.replace(/[{}]/g, '')
  return { slot, mark, words, of: spec.title, said }
}

/** The mark that a slot bears in a text where other slots have theirs: its own, or one with a prime behind it. */
export function markFor(
  slots: Readonly<Record<string, Slot>>,
  { slot, mark }: Pick<Choice, 'slot' | 'mark'>,
) {
  const others = (name: string) => {
    const other = slots[name]
    return other !== undefined && slotKey(other) !== slotKey(slot)
  }
  let name = mark
  while (others(name)) name += '′'
  return name
}
