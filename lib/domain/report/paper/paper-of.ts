import type { SplitTable, TableId, TableSpec } from '../../statistics/catalogue'
import type { Table } from '../../statistics/compute'
import { shanghaiDate } from '../../time/dates'
import { say, type Words } from '../../words'
import { numberedHeadings } from '../headings'
import type { Block, Report } from '../model'
import { plain, type Said, type Span } from '../spans'
import { chartOf } from './chart'
import { dashNote, gridOf } from './grid'
import type { Caption, Paper, PaperBlock, Run } from './paper'

/** The published edition that a paper is of. */
export interface Edition {
  number: number
  publishedAt: Date
}

/** A report with the tables it shows, read at a moment. */
export interface PaperSource extends Report {
  /** The past moment read; null for the moment of reading. */
  asOf: Date | null
  readAt: Date
  tables: readonly ({ spec: SplitTable; table: Table } | { spec: TableSpec; contracts: unknown })[]
}

type Drawn = { spec: SplitTable; table: Table }

/** A report as it stands on paper, in one language. */
export function paperOf(read: PaperSource, language: Paper['language'], edition: Edition | null): Paper {
  const { year, chapters } = read
  const date = edition?.publishedAt ?? read.asOf ?? read.readAt
  const headings = numberedHeadings(chapters)
  const spansOf = (said: Said): readonly Span[] => (language === 'en' ? said.en : said.zh)
  const drawn = (id: TableId): Drawn | undefined =>
    read.tables.find((one): one is Drawn => 'table' in one && one.spec.id === id)
  const captionOf = (block: Extract<Block, { kind: 'table' | 'figure' }>): Caption => ({
    label: say(labels[block.kind], language),
    number: block.number,
    text: plain(spansOf(block.caption)),
  })

  const paperBlock = (block: Block): PaperBlock[] => {
    switch (block.kind) {
      case 'heading':
        return [{ kind: 'heading', level: 2, id: block.id, text: say(block.words, language) }]
      case 'paragraph':
        return [
          {
            kind: 'paragraph',
            runs: block.sentences.flatMap(({ said }, at) => [
              // English sentences stand apart.
              ...(at > 0 && language === 'en' ? [{ text: ' ' }] : []),
              ...spansOf(said).map(runOf),
            ]),
          },
        ]
      case 'own':
        return [{ kind: 'paragraph', runs: spansOf(block.said).map(runOf) }]
      case 'note':
        return [{ kind: 'note', runs: spansOf(block.said).map(runOf) }]
      default:
        return exhibit(block)
    }
  }
  const exhibit = (block: Extract<Block, { kind: 'table' | 'figure' }>): PaperBlock[] => {
    const one = drawn(block.table)
    if (!one) return []
    const { spec, table } = one
    const head = { id: block.id, caption: captionOf(block) }
    if (block.kind === 'table') {
      const grid = gridOf(spec, table, year, language)
      return [{ kind: 'table', ...head, grid, note: dashNote(table, language) }]
    }
    const chart = chartOf(block.id, spec, table, year, language)
    return [{ kind: 'figure', ...head, statement: say(block.statement, language), chart }]
  }
  const shown = chapters.flatMap(({ blocks }) =>
    blocks.filter((block) => block.kind === 'table' || block.kind === 'figure'),
  )
  const ids = [...new Set(shown.map(({ table }) => table))]

  return {
    language,
    title: plain(spansOf(read.title)),
    issuer: say(read.issuer, language),
    month: monthOf(date, language),
    standing: say(standingOf(read, edition), language),
    contents: say({ zh: '目录', en: 'Contents' }, language),
    blocks: chapters.flatMap(({ id, blocks }) => {
      const heading = headings.get(id)
      return [
        ...(heading ? [{ kind: 'heading', level: 1, id, text: say(heading, language) } as const] : []),
        ...blocks.flatMap(paperBlock),
      ]
    }),
    grids: ids.flatMap((id) => {
      const one = drawn(id)
      if (!one) return []
      const places = shown.filter(({ table }) => table === id).map(captionOf)
      return {
        places: places.map(({ label, number }) => `${label} ${number}`),
        title: say(one.spec.title, language),
        grid: gridOf(one.spec, one.table, year, language),
      }
    }),
    date,
  }
}

const labels: Record<'table' | 'figure', Words> = {
  table: { zh: '表', en: 'Table' },
  figure: { zh: '图', en: 'Figure' },
}

const runOf = (span: Span): Run => {
  if (span.kind === 'reference') return { text: span.text, to: span.to }
  return span.kind === 'sourced' ? { text: span.text, source: span.source } : { text: span.text }
}

const english = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Asia/Shanghai' })
const monthly = new Intl.DateTimeFormat('en-GB', {
  year: 'numeric',
  month: 'long',
  timeZone: 'Asia/Shanghai',
})
const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone: 'Asia/Shanghai' })

function dayOf(date: Date): Words {
  const [year, month, day] = shanghaiDate(date).split('-').map(Number)
  return { zh: `${year} 年 ${month} 月 ${day} 日`, en: english.format(date) }
}

function monthOf(date: Date, language: string): string {
  const [year, month] = shanghaiDate(date).split('-').map(Number)
  return say({ zh: `${year} 年 ${month} 月`, en: monthly.format(date) }, language)
}

/** 第 1 版，2025 年 1 月 20 日发布; of a draft the moment its figures are of. */
function standingOf({ asOf, readAt }: PaperSource, edition: Edition | null): Words {
  if (edition) {
    const on = dayOf(edition.publishedAt)
    return {
      zh: `第 ${edition.number} 版 ${on.zh}发布`,
      en: `Edition ${edition.number}, published ${on.en}`,
    }
  }
  const moment = asOf ?? readAt
  const on = dayOf(moment)
  const at = clock.format(moment)
  return asOf
    ? {
        zh: `草稿 按 ${on.zh} ${at}（北京时间）时已知的情况统计`,
        en: `Draft, as known at ${at} on ${on.en} (Beijing time)`,
      }
    : {
        zh: `草稿 数据截至 ${on.zh} ${at}（北京时间）`,
        en: `Draft, figures of ${at} on ${on.en} (Beijing time)`,
      }
}
